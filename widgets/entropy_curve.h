// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/trace.h"

#include <memory>
#include <vector>

namespace diffuscope {

/// Mean entropy of lm_head's distribution over the target positions, by step. A large vocabulary makes a value dear, so it
/// is computed for a few hundred steps at most, a slice a frame, coarse first.
class EntropyCurve {
public:
    /// What is wanted from now on; what is known of the same row stays. True when it is another one.
    bool aim(const std::shared_ptr<const Trace>& trace, int row);
    /// Works for about a slice of a frame; false when there was nothing left to do.
    bool advance();
    bool finished() const { return stride_ == 0; }
    /// In bits, one a recorded step; NaN where it is not known (yet).
    const std::vector<double>& values() const { return values_; }

private:
    size_t finestStride() const;
    double meanAt(int step) const;

    std::shared_ptr<const Trace> trace_;
    int row_ = -1;
    std::vector<int> positions_;
    std::vector<double> values_;
    std::vector<bool> done_;
    size_t stride_ = 0; ///< of the pass under way; 0: finished
    size_t next_ = 0;
};

} // namespace diffuscope
