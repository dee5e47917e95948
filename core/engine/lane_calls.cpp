// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/lane_calls.h"

namespace diffuscope {

void LaneCalls::run(size_t lane, const std::function<Trace(const Observer&)>& work) {
    Observer own;
    own.onStart = [this, lane](const auto& header) {
        const std::scoped_lock lock(mutex_);
        if (observer_.onStart) observer_.onStart(lane, header);
    };
    own.onStep = [this, lane](const auto& step) {
        const std::scoped_lock lock(mutex_);
        if (observer_.onStep) observer_.onStep(lane, step);
    };
    try {
        auto trace = work(own);
        const std::scoped_lock lock(mutex_);
        if (observer_.onEnd) observer_.onEnd(lane, std::move(trace));
    } catch (...) {
        fail(lane);
    }
}

void LaneCalls::fail(size_t lane) {
    const std::scoped_lock lock(mutex_);
    if (error_) return;
    error_ = std::current_exception();
    if (observer_.onFailure) observer_.onFailure(lane);
}

void LaneCalls::rethrow() const {
    if (error_) std::rethrow_exception(error_);
}

} // namespace diffuscope
