// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"
#include "core/engine/sampling.h"

namespace diffuscope {

/// Turns a sampled step's tensors into a TraceStep: computes what the options ask for and nothing else.
class StepRecorder {
public:
    StepRecorder(const NoiseSchedule& schedule, Denoiser& denoiser, const TraceOptions& options);
    std::shared_ptr<const TraceStep> record(const SampledStep& step) const;

private:
    const NoiseSchedule& schedule_;
    Rounding rounding_;
    TraceOptions options_;
};

} // namespace diffuscope
