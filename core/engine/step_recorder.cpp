// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/step_recorder.h"

#include "core/model/one_transfer.h"
#include "core/model/tensor_values.h"

#include <algorithm>
#include <functional>

namespace diffuscope {
namespace {

Halves keep(LatentStore& store, const torch::Tensor& halves) {
    return store.keep({static_cast<const std::uint16_t*>(halves.data_ptr()), static_cast<size_t>(halves.numel())});
}

RepeatedSearch::Found found(const torch::Tensor& tokens, const torch::Tensor& distances, const torch::Tensor& toAbsorbing) {
    return {valuesOf<std::int32_t>(tokens), valuesOf<float>(distances), valuesOf<float>(toAbsorbing)};
}

} // namespace

StepRecorder::StepRecorder(const NoiseSchedule& schedule, StepSearches& searches, const TraceOptions& options, std::size_t latentBytes)
    : schedule_(schedule), searches_(searches), rounding_(searches.rounding()),
      neighbours_(std::min(options.neighbours, static_cast<int>(rounding_.table().size(0)))),
      search_(rounding_.table().is_cpu() ? searches.take(neighbours_) : nullptr), options_(options),
      store_(options.latents ? latentBytes : 0) {}

StepRecorder::~StepRecorder() {
    if (search_) searches_.giveBack(std::move(search_), neighbours_);
}

StepRecorder::Seen StepRecorder::seen(const SampledStep& step) {
    const auto halves = [&](const torch::Tensor& latents) {
        return options_.latents ? latents.to(torch::kFloat16).contiguous() : torch::Tensor();
    };
    if (search_) {
        const auto& found = search_->nearest({step.x0, step.x});
        return {found[0], found[1], valuesOf<std::uint8_t>(step.absorbed), halves(step.x), halves(step.x0)};
    }
    const auto predicted = rounding_.nearest(step.x0, neighbours_);
    const auto state = rounding_.nearest(step.x, 1, Rounding::Ask::TokensAndAbsorbing);
    const auto here = inOneTransfer({predicted.tokens, predicted.distances, state.tokens, state.distances, state.toAbsorbing, step.absorbed,
                                     halves(step.x), halves(step.x0)});
    return {found(here[0], here[1], {}), found(here[2], here[3], here[4]), valuesOf<std::uint8_t>(here[5]), here[6], here[7]};
}

std::shared_ptr<const TraceStep> StepRecorder::record(const SampledStep& step) {
    const torch::NoGradGuard guard;
    auto result = std::make_shared<TraceStep>();
    result->index = step.index;
    result->evaluations = step.evaluations;
    result->t = step.t;
    result->lambda = schedule_.lambda(step.t);
    result->alpha = schedule_.alpha(step.t);
    result->sigma = schedule_.sigma(step.t);
    auto [predicted, state, absorbed, x, x0] = seen(step);
    result->tokens = std::move(predicted.tokens);
    result->distances = std::move(predicted.distances);
    result->nearAbsorbing.resize(state.toAbsorbing.size());
    std::transform(state.toAbsorbing.begin(), state.toAbsorbing.end(), state.distances.begin(), result->nearAbsorbing.begin(),
                   std::less<>());
    result->state = std::move(state.tokens);
    result->toAbsorbing = std::move(state.toAbsorbing);
    result->absorbProbability = step.absorbProbability;
    result->absorbed = std::move(absorbed);
    result->absorbed.resize(result->state.size()); // without discrete noise: none
    if (options_.latents) {
        result->x = keep(store_, x);
        result->x0 = keep(store_, x0);
    }
    return result;
}

} // namespace diffuscope
