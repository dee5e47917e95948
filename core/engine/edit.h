// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace diffuscope {

/// A change that a person makes to one row's state in the middle of a run. Being part of the recipe it is repeated,
/// bit for bit, whenever the recipe runs: the run up to `step` is the same as without it, and from there the solver
/// starts anew on the row's changed state (what a multistep solver remembered belonged to another one). Other rows stay as they are.
/// In JSON: {"step", "row", "position", "token": piece | "clear": true | "renoise": true}, or {"step", "row", "source"}.
struct Edit {
    enum class Kind {
        Token,   ///< the forward process' sample of this token at the step's time: α(e − m) + m + σ ε
        Clear,   ///< the absorbing state m itself
        Renoise, ///< the position's own x_0 prediction under new noise
        Source,  ///< another source sentence; the target's latents move along if it is longer or shorter
    };
    int step = 0;     ///< the state before this step is taken, 0 … steps − 1
    int row = 0;      ///< of the batch: source · samples + sample
    int position = 0; ///< on the canvas, where text is generated; not for Source
    Kind kind = Kind::Clear;
    std::string text; ///< Token: the piece; Source: the sentence

    bool operator==(const Edit&) const = default;
};

void to_json(nlohmann::json& json, const Edit& edit);
/// Throws Error when it says none or more than one of token, clear, renoise and source.
void from_json(const nlohmann::json& json, Edit& edit);

/// The sentence that a row ends with as its source: that of its last Source edit, or `original`.
const std::string& editedSource(const std::vector<Edit>& edits, int row, const std::string& original);
/// The step of the last Source edit; 0 without. A trace of the run begins there: before, the canvas was another one.
int lastSourceEdit(const std::vector<Edit>& edits);

} // namespace diffuscope
