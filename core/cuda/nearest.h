// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace diffuscope::cuda {

constexpr int kMostNeighbours = 16; ///< K of one launch

/// Device pointers of one nearest-token search; rows are contiguous.
struct NearestArguments {
    const float* latents;                   ///< [N, D]
    const float* table;                     ///< [V, D] word embeddings
    const float* squares;                   ///< [V] their squared lengths
    const float* absorbing;                 ///< [D] the absorbing state m, or null
    std::int64_t count;                     ///< N
    int vocabulary, dimensions, neighbours; ///< V, D, K ≤ kMostNeighbours
    std::int32_t* tokens;                   ///< [N, K] out, nearest first; ties: the lower id
    float* distances;                       ///< [N, K] out, L2; the margin is the second less the first
    float* toAbsorbing;                     ///< [N] out, L2 distance to m; null without m
};

/// One pass over the embeddings for all of a latent's answers, without the [N, V] matrix of distances that a matrix
/// product and a top-k would write and read again. Its twin on the CPU is Rounding::nearest.
/// `stream` is a cudaStream_t. Returns a cudaError_t: 0 when it was launched.
int launchNearest(const NearestArguments& arguments, void* stream);

} // namespace diffuscope::cuda
