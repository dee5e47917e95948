// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cuda/settle.h"

#include <cuda_runtime.h>

namespace diffuscope::cuda {
namespace {

constexpr int kThreads = 256;

__global__ void settleKernel(SettleArguments a) {
    const std::int64_t i = static_cast<std::int64_t>(blockIdx.x) * kThreads + threadIdx.x;
    if (i >= a.count * a.dimensions) return;
    const std::int64_t position = i / a.dimensions;
    float value = 0.0f;
    if (!a.target[position]) value = a.source[i];
    else if (a.absorbed && a.absorbed[position]) value = a.absorbing[i % a.dimensions];
    else
        for (int k = 0; k < a.termCount; ++k) value = fmaf(a.weights[k], a.terms[k][i], value);
    a.out[i] = value;
}

} // namespace

int launchSettle(const SettleArguments& a, void* stream) {
    if (a.termCount < 1 || a.termCount > kMostTerms) return cudaErrorInvalidValue;
    const std::int64_t values = a.count * a.dimensions;
    if (values == 0) return cudaSuccess;
    settleKernel<<<static_cast<unsigned>((values + kThreads - 1) / kThreads), kThreads, 0, static_cast<cudaStream_t>(stream)>>>(a);
    return cudaGetLastError();
}

} // namespace diffuscope::cuda
