// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/coming_step.h"
#include "core/engine/engine.h"
#include "core/engine/latent_store.h"
#include "core/engine/step_searches.h"

#include <functional>
#include <optional>

namespace diffuscope {

/// Turns the steps of a run, in order, into TraceSteps: computes what the options ask for and nothing else. On a GPU a step comes
/// to the CPU while the next is computed: it is handed on with the next, or at the end.
class StepRecorder {
public:
    using Sink = std::function<void(std::shared_ptr<const TraceStep>)>;
    /// `latentBytes`: how much the latents of the run will take, about. `sink` gets each step, in order.
    StepRecorder(const NoiseSchedule& schedule, StepSearches& searches, const TraceOptions& options, std::size_t latentBytes, Sink sink);
    ~StepRecorder();
    StepRecorder(const StepRecorder&) = delete;
    StepRecorder& operator=(const StepRecorder&) = delete;
    void record(const SampledStep& step);
    /// After the last step.
    void finish();

private:
    struct Coming {
        std::shared_ptr<TraceStep> step;
        ComingStep figures;
    };
    void handOn(std::shared_ptr<TraceStep> result, StepFigures figures);

    const NoiseSchedule& schedule_;
    StepSearches& searches_;
    const Rounding& rounding_;
    int neighbours_;
    std::unique_ptr<RepeatedSearch> search_; ///< on a CPU; elsewhere none: one kernel answers each question
    TraceOptions options_;
    LatentStore store_;
    Sink sink_;
    std::optional<Coming> coming_; ///< elsewhere than on a CPU: the newest step
};

} // namespace diffuscope
