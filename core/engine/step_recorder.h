// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"
#include "core/engine/latent_store.h"
#include "core/engine/sampling.h"
#include "core/engine/step_searches.h"

namespace diffuscope {

/// Turns the steps of a run, in order, into TraceSteps: computes what the options ask for and nothing else.
class StepRecorder {
public:
    /// `latentBytes`: how much the latents of the run will take, about.
    StepRecorder(const NoiseSchedule& schedule, StepSearches& searches, const TraceOptions& options, std::size_t latentBytes);
    ~StepRecorder();
    StepRecorder(const StepRecorder&) = delete;
    StepRecorder& operator=(const StepRecorder&) = delete;
    std::shared_ptr<const TraceStep> record(const SampledStep& step);

private:
    /// What a step shows, on the CPU.
    struct Seen {
        RepeatedSearch::Found predicted, state;
        std::vector<std::uint8_t> absorbed; ///< empty without discrete noise
        torch::Tensor x, x0;                ///< [B, L, D] float16; undefined unless latents are asked for
    };
    Seen seen(const SampledStep& step);

    const NoiseSchedule& schedule_;
    StepSearches& searches_;
    const Rounding& rounding_;
    int neighbours_;
    std::unique_ptr<RepeatedSearch> search_; ///< on a CPU; elsewhere none: one kernel answers each question
    TraceOptions options_;
    LatentStore store_;
};

} // namespace diffuscope
