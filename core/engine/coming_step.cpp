// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/coming_step.h"

#ifdef DIFFUSCOPE_HAVE_CUDA_KERNELS
#include "core/cuda/nearest.h"
#include "core/cuda/tensors.h"
#endif

namespace diffuscope {
namespace {

/// Of bytes on any device.
template <class T> T* at(const torch::Tensor& bytes, std::int64_t begin) {
    return reinterpret_cast<T*>(bytes.data_ptr<std::uint8_t>() + begin);
}

/// On the CPU.
template <class T> std::span<const T> part(const torch::Tensor& bytes, std::int64_t begin, std::int64_t end) {
    return {at<const T>(bytes, begin), static_cast<size_t>(end - begin) / sizeof(T)};
}

template <class T> std::vector<T> copyOf(const torch::Tensor& bytes, std::int64_t begin, std::int64_t end) {
    const auto values = part<T>(bytes, begin, end);
    return {values.begin(), values.end()};
}

} // namespace

ComingStep::Parts::Parts(const SampledStep& step, std::int64_t neighbours, bool hasAbsorbing, bool latents)
    : neighbours(neighbours), values(latents ? step.x.numel() : 0) {
    constexpr std::int64_t kWord = 4, kHalf = 2; // bytes
    const auto rows = step.x.numel() / step.x.size(-1);
    tokens = 0;
    distances = tokens + kWord * rows * neighbours;
    state = distances + kWord * rows * neighbours;
    stateDistances = state + kWord * rows;
    toAbsorbing = stateDistances + kWord * rows;
    x = toAbsorbing + (hasAbsorbing ? kWord * rows : 0);
    x0 = x + kHalf * values;
    absorbed = x0 + kHalf * values;
    end = absorbed + (step.absorbed.defined() ? rows : 0);
}

ComingStep::ComingStep(const Rounding& rounding, const SampledStep& step, int neighbours, bool latents)
    : parts_(step, neighbours, rounding.absorbing().defined(), latents), download_(ask(rounding, step)) {}

torch::Tensor ComingStep::ask(const Rounding& rounding, const SampledStep& step) const {
    if (auto bytes = askKernels(rounding, step); bytes.defined()) return bytes;
    const auto halves = [&](const torch::Tensor& latents) { return parts_.values > 0 ? latents.to(torch::kFloat16) : torch::Tensor(); };
    const auto predicted = rounding.nearest(step.x0, static_cast<int>(parts_.neighbours));
    const auto state = rounding.nearest(step.x, 1, Rounding::Ask::TokensAndAbsorbing);
    return bytesOf({predicted.tokens, predicted.distances, state.tokens, state.distances, state.toAbsorbing, halves(step.x),
                    halves(step.x0), step.absorbed});
}

#ifdef DIFFUSCOPE_HAVE_CUDA_KERNELS
torch::Tensor ComingStep::askKernels(const Rounding& rounding, const SampledStep& step) const {
    const auto k = static_cast<int>(parts_.neighbours);
    if (k > cuda::kMostNeighbours || !cuda::canTake({step.x, step.x0, rounding.table(), rounding.absorbing()})) return {};
    const auto bytes = torch::empty({parts_.end}, step.x.options().dtype(torch::kUInt8));
    const auto search = [&](const torch::Tensor& latents, int neighbours, std::int64_t tokens, std::int64_t distances, bool state) {
        const auto& absorbing = state ? rounding.absorbing() : torch::Tensor();
        cuda::nearest(latents.flatten(0, -2), rounding.table(), rounding.squares(), absorbing, neighbours, at<std::int32_t>(bytes, tokens),
                      at<float>(bytes, distances), absorbing.defined() ? at<float>(bytes, parts_.toAbsorbing) : nullptr);
    };
    search(step.x0, k, parts_.tokens, parts_.distances, false);
    search(step.x, 1, parts_.state, parts_.stateDistances, true);
    cuda::pack(step.x, step.x0, step.absorbed, parts_.values > 0 ? at<void>(bytes, parts_.x) : nullptr,
               at<std::uint8_t>(bytes, parts_.absorbed));
    return bytes;
}
#else
torch::Tensor ComingStep::askKernels(const Rounding&, const SampledStep&) const { return {}; }
#endif

StepFigures ComingStep::arrived() {
    bytes_ = download_.arrived();
    const auto& p = parts_;
    StepFigures figures;
    figures.predicted = {copyOf<std::int32_t>(bytes_, p.tokens, p.distances), copyOf<float>(bytes_, p.distances, p.state), {}};
    figures.state = {copyOf<std::int32_t>(bytes_, p.state, p.stateDistances), copyOf<float>(bytes_, p.stateDistances, p.toAbsorbing),
                     copyOf<float>(bytes_, p.toAbsorbing, p.x)};
    figures.absorbed = copyOf<std::uint8_t>(bytes_, p.absorbed, p.end);
    figures.x = part<std::uint16_t>(bytes_, p.x, p.x0);
    figures.x0 = part<std::uint16_t>(bytes_, p.x0, p.absorbed);
    return figures;
}

} // namespace diffuscope
