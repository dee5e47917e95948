// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cuda/nearest.h"

#include <climits>
#include <cmath>
#include <cuda_runtime.h>

namespace diffuscope::cuda {
namespace {

constexpr int kWarp = 32;
constexpr int kRows = 8;             ///< latents of a block, one for each warp: a table row is read once for all of them
constexpr int kTile = kRows * kWarp; ///< tokens scored between two barriers, one for each thread
constexpr unsigned kAll = 0xffffffffu;

/// The K nearest that one lane has seen, nearest first.
template <int K> struct Best {
    float value[K];
    int token[K];

    __device__ Best() {
#pragma unroll
        for (int i = 0; i < K; ++i) {
            value[i] = INFINITY;
            token[i] = INT_MAX;
        }
    }

    __device__ void offer(float score, int id) {
        if (!(score < value[K - 1])) return;
        value[K - 1] = score;
        token[K - 1] = id;
#pragma unroll
        for (int i = K - 1; i > 0; --i) {
            if (!(value[i] < value[i - 1])) continue;
            const float v = value[i];
            const int t = token[i];
            value[i] = value[i - 1];
            token[i] = token[i - 1];
            value[i - 1] = v;
            token[i - 1] = t;
        }
    }

    __device__ void dropFirst() {
#pragma unroll
        for (int i = 0; i + 1 < K; ++i) {
            value[i] = value[i + 1];
            token[i] = token[i + 1];
        }
        value[K - 1] = INFINITY;
        token[K - 1] = INT_MAX;
    }
};

__device__ float warpSum(float x) {
    for (int offset = kWarp / 2; offset > 0; offset /= 2) x += __shfl_xor_sync(kAll, x, offset);
    return x;
}

/// The smallest (value, token) of the warp's lanes, in every lane.
__device__ void warpSmallest(float& value, int& token) {
    for (int offset = kWarp / 2; offset > 0; offset /= 2) {
        const float otherValue = __shfl_xor_sync(kAll, value, offset);
        const int otherToken = __shfl_xor_sync(kAll, token, offset);
        if (otherValue < value || (otherValue == value && otherToken < token)) {
            value = otherValue;
            token = otherToken;
        }
    }
}

/// Scores of token `id` against the block's latents: ‖e‖² − 2 z·e, as ‖z‖² is the same for all tokens.
__device__ void scoreToken(const NearestArguments& a, const float* latents, int id, float (*scores)[kTile]) {
    float dot[kRows] = {};
    const float* embedding = a.table + static_cast<std::int64_t>(id) * a.dimensions;
    for (int d = 0; d < a.dimensions; ++d) {
        const float e = __ldg(embedding + d);
#pragma unroll
        for (int row = 0; row < kRows; ++row) dot[row] = fmaf(latents[row * a.dimensions + d], e, dot[row]);
    }
    const float square = __ldg(a.squares + id);
#pragma unroll
    for (int row = 0; row < kRows; ++row) scores[row][threadIdx.x] = square - 2.0f * dot[row];
}

/// ‖a − b‖ of [D] each, in every lane of the warp.
__device__ float distance(const float* a, const float* b, int dimensions) {
    float sum = 0.0f;
    for (int d = threadIdx.x % kWarp; d < dimensions; d += kWarp) sum = fmaf(a[d] - b[d], a[d] - b[d], sum);
    return sqrtf(warpSum(sum));
}

template <int K> __global__ void nearestKernel(NearestArguments a) {
    extern __shared__ float latents[]; // [kRows, D]
    __shared__ float scores[kRows][kTile];
    const int warp = threadIdx.x / kWarp, lane = threadIdx.x % kWarp;
    const std::int64_t first = static_cast<std::int64_t>(blockIdx.x) * kRows;
    for (int i = threadIdx.x; i < kRows * a.dimensions; i += kTile) {
        const std::int64_t row = first + i / a.dimensions;
        latents[i] = row < a.count ? a.latents[row * a.dimensions + i % a.dimensions] : 0.0f;
    }
    Best<K> best;
    for (int base = 0; base < a.vocabulary; base += kTile) {
        __syncthreads(); // the latents are there; the last tile's scores are read
        if (base + static_cast<int>(threadIdx.x) < a.vocabulary) scoreToken(a, latents, base + threadIdx.x, scores);
        __syncthreads();
        for (int i = lane; i < kTile && base + i < a.vocabulary; i += kWarp) best.offer(scores[warp][i], base + i);
    }

    const std::int64_t row = first + warp;
    if (row >= a.count) return;
    const float* z = latents + warp * a.dimensions;
    if (a.absorbing) {
        const float toAbsorbing = distance(z, a.absorbing, a.dimensions);
        if (lane == 0) a.toAbsorbing[row] = toAbsorbing;
    }
    float last = 0.0f;
    for (int k = 0; k < a.neighbours; ++k) {
        float value = best.value[0];
        int token = best.token[0];
        warpSmallest(value, token);
        if (token == best.token[0]) best.dropFirst();
        if (token == INT_MAX) token = 0; // a latent that is not a number has no neighbours
        // By the difference: a score has lost what a small distance was. But scores gave the order, which ties may not turn round.
        const float own = distance(z, a.table + static_cast<std::int64_t>(token) * a.dimensions, a.dimensions);
        last = own < last ? last : own;
        if (lane != 0) continue;
        a.tokens[row * a.neighbours + k] = token;
        a.distances[row * a.neighbours + k] = last;
    }
}

template <int K> void launch(const NearestArguments& a, cudaStream_t stream) {
    const auto blocks = static_cast<unsigned>((a.count + kRows - 1) / kRows);
    const size_t shared = sizeof(float) * kRows * static_cast<size_t>(a.dimensions);
    nearestKernel<K><<<blocks, kTile, shared, stream>>>(a);
}

} // namespace

int launchNearest(const NearestArguments& a, void* stream) {
    if (a.neighbours < 1 || a.neighbours > kMostNeighbours || a.neighbours > a.vocabulary) return cudaErrorInvalidValue;
    if (a.count == 0) return cudaSuccess;
    const auto s = static_cast<cudaStream_t>(stream);
    if (a.neighbours == 1) launch<1>(a, s);
    else if (a.neighbours <= 4) launch<4>(a, s);
    else if (a.neighbours <= 8) launch<8>(a, s);
    else launch<16>(a, s);
    return cudaGetLastError();
}

} // namespace diffuscope::cuda
