// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cuda/pack.h"

#include <algorithm>
#include <cuda_fp16.h>
#include <cuda_runtime.h>

namespace diffuscope::cuda {
namespace {

constexpr int kThreads = 256;

__global__ void packKernel(PackArguments a) {
    const std::int64_t i = static_cast<std::int64_t>(blockIdx.x) * kThreads + threadIdx.x;
    if (a.halves && i < a.values) {
        auto* halves = static_cast<__half*>(a.halves);
        halves[i] = __float2half_rn(a.x[i]);
        halves[a.values + i] = __float2half_rn(a.x0[i]);
    }
    if (a.absorbed && i < a.rows) a.mask[i] = a.absorbed[i];
}

} // namespace

int launchPack(const PackArguments& a, void* stream) {
    const std::int64_t threads = std::max(a.halves ? a.values : 0, a.absorbed ? a.rows : 0);
    if (threads == 0) return cudaSuccess;
    packKernel<<<static_cast<unsigned>((threads + kThreads - 1) / kThreads), kThreads, 0, static_cast<cudaStream_t>(stream)>>>(a);
    return cudaGetLastError();
}

} // namespace diffuscope::cuda
