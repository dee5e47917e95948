// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/step_searches.h"

#include <algorithm>

namespace diffuscope {

const Rounding& StepSearches::rounding() {
    const std::lock_guard lock(mutex_);
    if (!rounding_) rounding_ = std::make_unique<const Rounding>(table_, absorbing_);
    return *rounding_;
}

std::unique_ptr<RepeatedSearch> StepSearches::take(int neighbours) {
    const auto& rounding = this->rounding();
    const std::lock_guard lock(mutex_);
    const auto found = std::ranges::find(idle_, neighbours, &Idle::neighbours);
    if (found == idle_.end())
        return std::make_unique<RepeatedSearch>(
            rounding, std::vector<RepeatedSearch::Question>{{neighbours}, {1, Rounding::Ask::TokensAndAbsorbing}});
    auto search = std::move(found->search);
    idle_.erase(found);
    return search;
}

void StepSearches::giveBack(std::unique_ptr<RepeatedSearch> search, int neighbours) {
    search->forgetLatents();
    const std::lock_guard lock(mutex_);
    idle_.push_back({neighbours, std::move(search)});
}

} // namespace diffuscope
