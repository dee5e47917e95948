// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/edit.h"
#include "core/engine/sampling.h"
#include "core/text/packing.h"

namespace diffuscope {

/// An edit in the model's terms, its row counted in the batch.
struct StateEdit {
    int step, row, position;
    Edit::Kind kind;
    std::int64_t token = 0; ///< Token
    Canvas canvas = {};     ///< Source: the new sentence, packed
};

/// sampleLatents with edits on the way. `watch` sees each step once: that of an edit after it. `padding`: the token that
/// fills target positions which a shorter source leaves free. Throws Error for a step that the run does not take, a
/// position where no text is generated, or Clear without an absorbing state.
torch::Tensor sampleEdited(const SamplingTask& task, const Recipe& recipe, CounterDraws& draws, std::vector<StateEdit> edits,
                           std::int64_t padding, const std::function<void(const SampledStep&)>& watch);

} // namespace diffuscope
