// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/trace_analysis.h"

namespace diffuscope {

/// Curves of a growing trace, kept so that a frame costs the new steps only.
class KeptCurves {
public:
    const TraceCurves& of(const std::shared_ptr<const Trace>& trace, int row, bool latents) {
        const auto known = curves_.size();
        const bool continues =
            header_ == trace->header && row_ == row && known <= trace->steps.size() && (known == 0 || newest_ == trace->steps[known - 1]);
        if (!continues) curves_ = {};
        header_ = trace->header;
        row_ = row;
        curves_.extend(*trace, row, latents);
        newest_ = trace->steps.empty() ? nullptr : trace->steps.back();
        return curves_;
    }
    const TraceCurves& curves() const { return curves_; }

private:
    TraceCurves curves_;
    std::shared_ptr<const TraceHeader> header_;
    std::shared_ptr<const TraceStep> newest_;
    int row_ = -1;
};

} // namespace diffuscope
