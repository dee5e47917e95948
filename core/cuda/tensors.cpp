// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cuda/tensors.h"

#include "core/cuda/nearest.h"
#include "core/cuda/pack.h"
#include "core/cuda/settle.h"
#include "core/error.h"

#include <c10/cuda/CUDAStream.h>
#include <cuda_runtime_api.h>

namespace diffuscope::cuda {
namespace {

void require(int status, const char* what) {
    if (status != cudaSuccess)
        throw Error(translatable("core", "The GPU refused to %1: %2."), {what, cudaGetErrorString(static_cast<cudaError_t>(status))});
}

const float* floats(const torch::Tensor& tensor) { return tensor.defined() ? tensor.data_ptr<float>() : nullptr; }

const std::uint8_t* bits(const torch::Tensor& tensor) {
    return tensor.defined() ? reinterpret_cast<const std::uint8_t*>(tensor.data_ptr<bool>()) : nullptr;
}

torch::Tensor packed(const torch::Tensor& tensor) { return tensor.defined() ? tensor.contiguous() : tensor; }

} // namespace

bool canTake(std::initializer_list<torch::Tensor> tensors) {
    return std::all_of(tensors.begin(), tensors.end(),
                       [](const torch::Tensor& t) { return !t.defined() || (t.is_cuda() && t.scalar_type() == torch::kFloat32); });
}

void nearest(const torch::Tensor& latents, const torch::Tensor& table, const torch::Tensor& squares, const torch::Tensor& absorbing,
             int neighbours, std::int32_t* tokens, float* distances, float* toAbsorbing) {
    const auto z = packed(latents), e = packed(table), s = packed(squares), m = packed(absorbing);
    const NearestArguments arguments{
        floats(z),  floats(e), floats(s), floats(m),  z.size(0), static_cast<int>(e.size(0)), static_cast<int>(e.size(1)),
        neighbours, tokens,    distances, toAbsorbing};
    require(launchNearest(arguments, c10::cuda::getCurrentCUDAStream().stream()), translatable("core", "search the nearest tokens"));
}

void pack(const torch::Tensor& x, const torch::Tensor& x0, const torch::Tensor& absorbed, void* halves, std::uint8_t* mask) {
    const auto a = packed(x), b = packed(x0), m = packed(absorbed);
    const PackArguments arguments{floats(a), floats(b), halves, bits(m), mask, a.numel(), m.defined() ? m.numel() : 0};
    require(launchPack(arguments, c10::cuda::getCurrentCUDAStream().stream()), translatable("core", "pack a step"));
}

torch::Tensor settle(std::span<const Term> terms, const torch::Tensor& absorbed, const torch::Tensor& absorbing,
                     const torch::Tensor& target, const torch::Tensor& source) {
    const auto a = packed(absorbed), m = packed(absorbing), t = packed(target), s = packed(source);
    auto out = torch::empty_like(s);
    SettleArguments arguments{};
    std::vector<torch::Tensor> kept; // contiguous copies live until the kernel is launched on their stream
    for (const auto& term : terms.first(std::min<size_t>(terms.size(), kMostTerms))) {
        kept.push_back(term.value.contiguous());
        arguments.terms[arguments.termCount] = floats(kept.back());
        arguments.weights[arguments.termCount++] = static_cast<float>(term.weight);
    }
    arguments.absorbed = bits(a);
    arguments.absorbing = floats(m);
    arguments.target = bits(t);
    arguments.source = floats(s);
    arguments.out = out.data_ptr<float>();
    arguments.count = t.numel();
    arguments.dimensions = static_cast<int>(s.size(-1));
    require(terms.size() > kMostTerms ? cudaErrorInvalidValue : launchSettle(arguments, c10::cuda::getCurrentCUDAStream().stream()),
            translatable("core", "update the state"));
    return out;
}

} // namespace diffuscope::cuda
