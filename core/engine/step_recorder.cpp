// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/step_recorder.h"

#include "core/model/tensor_values.h"

#include <algorithm>

namespace diffuscope {
namespace {

Halves keep(LatentStore& store, const torch::Tensor& halves) {
    return store.keep({static_cast<const std::uint16_t*>(halves.data_ptr()), static_cast<size_t>(halves.numel())});
}

RepeatedSearch::Found found(const torch::Tensor& tokens, const torch::Tensor& distances, const torch::Tensor& toAbsorbing) {
    return {valuesOf<std::int32_t>(tokens), valuesOf<float>(distances), valuesOf<float>(toAbsorbing)};
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

torch::Tensor StepRecorder::halves(const torch::Tensor& latents) const {
    return options_.latents ? latents.to(torch::kFloat16).contiguous() : torch::Tensor();
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
        const auto& found = search_->nearest({step.x0, step.x});
        handOn(std::move(result), {found[0], found[1], valuesOf<std::uint8_t>(step.absorbed), halves(step.x), halves(step.x0)});
    } else {
        Coming next{std::move(result), ask(step)}; // before the last one is waited for: the device stays busy
        finish();
        coming_.emplace(std::move(next));
    }
}

Transfer StepRecorder::ask(const SampledStep& step) const {
    const auto predicted = rounding_.nearest(step.x0, neighbours_);
    const auto state = rounding_.nearest(step.x, 1, Rounding::Ask::TokensAndAbsorbing);
    return Transfer({predicted.tokens, predicted.distances, state.tokens, state.distances, state.toAbsorbing, step.absorbed, halves(step.x),
                     halves(step.x0)});
}

void StepRecorder::finish() {
    if (!coming_) return;
    const auto here = coming_->transfer.arrived();
    handOn(std::move(coming_->step),
           {found(here[0], here[1], {}), found(here[2], here[3], here[4]), valuesOf<std::uint8_t>(here[5]), here[6], here[7]});
    coming_.reset();
}

void StepRecorder::handOn(std::shared_ptr<TraceStep> result, Seen seen) {
    auto& [predicted, state, absorbed, x, x0] = seen;
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
        result->x = keep(store_, x);
        result->x0 = keep(store_, x0);
    }
    sink_(std::move(result));
}

} // namespace diffuscope
