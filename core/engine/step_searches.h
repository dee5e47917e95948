// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rounding/repeated_search.h"

#include <memory>
#include <mutex>
#include <vector>

namespace diffuscope {

/// What an engine's runs search the nearest tokens of their steps with. Each run takes a search for itself and gives it back: the
/// next begins with what was learned of the tokens. Runs of several threads may ask at once.
class StepSearches {
public:
    /// As of Rounding, which is built when the first run asks.
    StepSearches(torch::Tensor table, torch::Tensor absorbing) : table_(std::move(table)), absorbing_(std::move(absorbing)) {}

    const Rounding& rounding();
    /// Of x_0, this many neighbours, and of x, the nearest token and the distance to the absorbing state. It remembers no latents.
    std::unique_ptr<RepeatedSearch> take(int neighbours);
    void giveBack(std::unique_ptr<RepeatedSearch> search, int neighbours);

private:
    struct Idle {
        int neighbours;
        std::unique_ptr<RepeatedSearch> search;
    };
    torch::Tensor table_, absorbing_;
    std::mutex mutex_;
    std::unique_ptr<const Rounding> rounding_;
    std::vector<Idle> idle_;
};

} // namespace diffuscope
