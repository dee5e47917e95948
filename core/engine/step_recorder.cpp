// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/step_recorder.h"

#include "core/model/tensor_values.h"

#include <algorithm>

namespace diffuscope {
namespace {

/// Undefined unless they are asked for.
torch::Tensor halvesOf(const torch::Tensor& latents, const TraceOptions& options) {
    return options.latents ? latents.to(torch::kFloat16).contiguous() : torch::Tensor();
}

std::span<const std::uint16_t> spanOf(const torch::Tensor& halves) {
    if (!halves.defined()) return {};
    return {static_cast<const std::uint16_t*>(halves.data_ptr()), static_cast<size_t>(halves.numel())};
}

} // namespace

StepRecorder::StepRecorder(const NoiseSchedule& schedule, StepSearches& searches, const TraceOptions& options, std::size_t latentBytes,
                           Sink sink)
    : schedule_(schedule), searches_(searches), rounding_(searches.rounding()),
      neighbours_(std::min(options.neighbours, static_cast<int>(rounding_.table().size(0)))),
      search_(rounding_.table().is_cpu() ? searches.take(neighbours_) : nullptr), options_(options),
      store_(options.latents ? latentBytes : 0), sink_(std::move(sink)) {}

StepRecorder::~StepRecorder() {
    if (search_) searches_.giveBack(std::move(search_), neighbours_);
}

void StepRecorder::record(const SampledStep& step) {
    const torch::NoGradGuard guard;
    auto result = std::make_shared<TraceStep>();
    result->index = step.index;
    result->evaluations = step.evaluations;
    result->t = step.t;
    result->lambda = schedule_.lambda(step.t);
    result->alpha = schedule_.alpha(step.t);
    result->sigma = schedule_.sigma(step.t);
    result->absorbProbability = step.absorbProbability;
    if (search_) {
        const auto x = halvesOf(step.x, options_), x0 = halvesOf(step.x0, options_);
        const auto& found = search_->nearest({step.x0, step.x});
        handOn(std::move(result), {found[0], found[1], valuesOf<std::uint8_t>(step.absorbed), spanOf(x), spanOf(x0)});
    } else {
        Coming next{std::move(result), {rounding_, step, neighbours_, options_.latents}}; // before the last one is waited for: the
        finish();                                                                         // device stays busy
        coming_.emplace(std::move(next));
    }
}

void StepRecorder::finish() {
    if (!coming_) return;
    handOn(std::move(coming_->step), coming_->figures.arrived());
    coming_.reset();
}

void StepRecorder::handOn(std::shared_ptr<TraceStep> result, StepFigures figures) {
    auto& [predicted, state, absorbed, x, x0] = figures;
    result->tokens = std::move(predicted.tokens);
    result->distances = std::move(predicted.distances);
    result->nearAbsorbing.resize(state.toAbsorbing.size());
    std::transform(state.toAbsorbing.begin(), state.toAbsorbing.end(), state.distances.begin(), result->nearAbsorbing.begin(),
                   std::less<>());
    result->state = std::move(state.tokens);
    result->toAbsorbing = std::move(state.toAbsorbing);
    result->absorbed = std::move(absorbed);
    result->absorbed.resize(result->state.size()); // without discrete noise: none
    if (options_.latents) {
        result->x = store_.keep(x);
        result->x0 = store_.keep(x0);
    }
    sink_(std::move(result));
}

} // namespace diffuscope
