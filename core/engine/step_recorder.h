// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"
#include "core/engine/latent_store.h"
#include "core/engine/sampling.h"

namespace diffuscope {

/// Nearest tokens of latents that are looked at step after step: one that has not moved, as the anchored source does not,
/// keeps its answer.
class RepeatedSearch {
public:
    RepeatedSearch(const Rounding& rounding, int k, Rounding::Ask ask) : rounding_(rounding), k_(k), ask_(ask) {}
    /// z: [B, L, D]. Valid until the next call.
    const Rounding::Nearest& nearest(const torch::Tensor& z);

private:
    const Rounding& rounding_;
    int k_;
    Rounding::Ask ask_;
    torch::Tensor seen_;
    Rounding::Nearest found_;
};

/// Turns the steps of a run, in order, into TraceSteps: computes what the options ask for and nothing else.
class StepRecorder {
public:
    /// `latentBytes`: how much the latents of the run will take, about.
    StepRecorder(const NoiseSchedule& schedule, Denoiser& denoiser, const TraceOptions& options, std::size_t latentBytes);
    std::shared_ptr<const TraceStep> record(const SampledStep& step);

private:
    const NoiseSchedule& schedule_;
    Rounding rounding_;
    RepeatedSearch predictions_, states_;
    TraceOptions options_;
    LatentStore store_;
};

} // namespace diffuscope
