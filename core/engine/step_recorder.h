// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"
#include "core/engine/latent_store.h"
#include "core/engine/sampling.h"
#include "core/engine/step_searches.h"
#include "core/model/one_transfer.h"

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
    /// What a step shows, on the CPU.
    struct Seen {
        RepeatedSearch::Found predicted, state;
        std::vector<std::uint8_t> absorbed; ///< empty without discrete noise
        torch::Tensor x, x0;                ///< [B, L, D] float16; undefined unless latents are asked for
    };
    struct Coming {
        std::shared_ptr<TraceStep> step;
        Transfer transfer;
    };
    torch::Tensor halves(const torch::Tensor& latents) const;
    Transfer ask(const SampledStep& step) const;
    void handOn(std::shared_ptr<TraceStep> result, Seen seen);

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
