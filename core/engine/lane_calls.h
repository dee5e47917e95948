// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"

#include <exception>
#include <mutex>

namespace diffuscope {

/// What lanes side by side tell: their calls, one at a time, and the first error among them.
class LaneCalls {
public:
    explicit LaneCalls(const LanesObserver& observer) : observer_(observer) {}

    /// Runs a lane in the calling thread; its error is kept.
    void run(size_t lane, const std::function<Trace(const Observer&)>& work);
    /// The first error, once all lanes have ended.
    void rethrow() const;

private:
    void fail(size_t lane);

    const LanesObserver& observer_;
    std::mutex mutex_;
    std::exception_ptr error_; ///< guarded by mutex_ while lanes run
};

} // namespace diffuscope
