// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/step_recorder.h"

#include "core/model/tensor_values.h"

#include <algorithm>
#include <functional>

namespace diffuscope {
namespace {

Halves keep(LatentStore& store, const torch::Tensor& tensor) {
    const auto halves = tensor.to(torch::kCPU, torch::kFloat16).contiguous();
    return store.keep({static_cast<const std::uint16_t*>(halves.data_ptr()), static_cast<size_t>(halves.numel())});
}

} // namespace

StepRecorder::StepRecorder(const NoiseSchedule& schedule, Denoiser& denoiser, const TraceOptions& options, std::size_t latentBytes)
    : schedule_(schedule), rounding_(denoiser.table(), denoiser.absorbing()),
      predictions_(rounding_, std::min(options.neighbours, static_cast<int>(denoiser.table().size(0))), Rounding::Ask::Tokens),
      states_(rounding_, 1, Rounding::Ask::TokensAndAbsorbing), options_(options), store_(options.latents ? latentBytes : 0) {}

std::shared_ptr<const TraceStep> StepRecorder::record(const SampledStep& step) {
    const torch::NoGradGuard guard;
    auto result = std::make_shared<TraceStep>();
    result->index = step.index;
    result->evaluations = step.evaluations;
    result->t = step.t;
    result->lambda = schedule_.lambda(step.t);
    result->alpha = schedule_.alpha(step.t);
    result->sigma = schedule_.sigma(step.t);
    const auto& predicted = predictions_.nearest(step.x0);
    result->tokens = predicted.tokens;
    result->distances = predicted.distances;
    const auto& state = states_.nearest(step.x);
    result->state = state.tokens;
    result->toAbsorbing = state.toAbsorbing;
    result->nearAbsorbing.resize(state.toAbsorbing.size());
    std::transform(state.toAbsorbing.begin(), state.toAbsorbing.end(), state.distances.begin(), result->nearAbsorbing.begin(),
                   std::less<>());
    result->absorbProbability = step.absorbProbability;
    if (step.absorbed.defined()) result->absorbed = valuesOf<std::uint8_t>(step.absorbed);
    else result->absorbed.assign(result->state.size(), 0);
    if (options_.latents) {
        result->x = keep(store_, step.x);
        result->x0 = keep(store_, step.x0);
    }
    return result;
}

} // namespace diffuscope
