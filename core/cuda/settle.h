// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace diffuscope::cuda {

constexpr int kMostTerms = 6; ///< of one launch's sum

/// Device pointers of one solver update; all latents are [N, D], contiguous, N the positions of the whole batch.
struct SettleArguments {
    const float* terms[kMostTerms]; ///< state, predictions, noise …
    float weights[kMostTerms];
    int termCount;
    const std::uint8_t* absorbed; ///< [N] 1 where discrete noise puts m; or null
    const float* absorbing;       ///< [D] m in the solver's coordinates; null with `absorbed`
    const std::uint8_t* target;   ///< [N] 1 where text is generated, 0 where the source is anchored
    const float* source;          ///< embeddings of the source positions
    float* out;                   ///< may be one of the terms
    std::int64_t count;           ///< N
    int dimensions;               ///< D
};

/// A solver's update in one pass over memory: Σ weight·term, then the absorbing mask, then the anchor. Its twin on the
/// CPU is settle() of core/solvers. `stream` is a cudaStream_t. Returns a cudaError_t: 0 when it was launched.
int launchSettle(const SettleArguments& arguments, void* stream);

} // namespace diffuscope::cuda
