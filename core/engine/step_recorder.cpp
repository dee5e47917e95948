// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/step_recorder.h"

namespace diffuscope {
namespace {

template <class T> std::vector<T> toVector(const torch::Tensor& tensor, torch::ScalarType type) {
    const auto flat = tensor.to(torch::kCPU, type).contiguous();
    const auto* first = static_cast<const T*>(flat.data_ptr());
    return {first, first + flat.numel()};
}

Halves keep(LatentStore& store, const torch::Tensor& tensor) {
    const auto halves = tensor.to(torch::kCPU, torch::kFloat16).contiguous();
    return store.keep({static_cast<const std::uint16_t*>(halves.data_ptr()), static_cast<size_t>(halves.numel())});
}

void update(const torch::Tensor& into, const torch::Tensor& rows, const torch::Tensor& values) {
    if (into.defined()) into.flatten(0, 1).index_copy_(0, rows, values);
}

} // namespace

const Rounding::Nearest& RepeatedSearch::nearest(const torch::Tensor& z) {
    if (!seen_.defined() || seen_.sizes() != z.sizes()) {
        found_ = rounding_.nearest(z, k_, ask_);
    } else if (const auto moved = (z != seen_).any(-1).flatten().nonzero().squeeze(1); moved.numel() > 0) {
        const auto found = rounding_.nearest(z.flatten(0, 1).index_select(0, moved), k_, ask_);
        update(found_.tokens, moved, found.tokens);
        update(found_.distances, moved, found.distances);
        update(found_.toAbsorbing, moved, found.toAbsorbing);
    }
    seen_ = z;
    return found_;
}

StepRecorder::StepRecorder(const NoiseSchedule& schedule, Denoiser& denoiser, const TraceOptions& options, std::size_t latentBytes)
    : schedule_(schedule), rounding_(denoiser.table(), denoiser.absorbing()),
      predictions_(rounding_, options.neighbours, Rounding::Ask::Tokens), states_(rounding_, 1, Rounding::Ask::TokensAndAbsorbing),
      options_(options), store_(options.latents ? latentBytes : 0) {}

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
    result->tokens = toVector<std::int32_t>(predicted.tokens, torch::kInt32);
    result->distances = toVector<float>(predicted.distances, torch::kFloat32);
    const auto& state = states_.nearest(step.x);
    result->state = toVector<std::int32_t>(state.tokens, torch::kInt32);
    if (state.toAbsorbing.defined()) {
        result->toAbsorbing = toVector<float>(state.toAbsorbing, torch::kFloat32);
        result->nearAbsorbing = toVector<std::uint8_t>(state.toAbsorbing < state.distances.squeeze(-1), torch::kUInt8);
    }
    result->absorbProbability = step.absorbProbability;
    if (step.absorbed.defined()) result->absorbed = toVector<std::uint8_t>(step.absorbed, torch::kUInt8);
    else result->absorbed.assign(result->state.size(), 0);
    if (options_.latents) {
        result->x = keep(store_, step.x);
        result->x0 = keep(store_, step.x0);
    }
    return result;
}

} // namespace diffuscope
