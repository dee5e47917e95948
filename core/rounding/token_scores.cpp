// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rounding/token_scores.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace diffuscope {
namespace {

constexpr std::size_t kTogether = TokenScores::kTogether;

struct Table {
    const float *tokens, *squares; ///< as in TokenScores
    std::size_t blocks, dimensions;
};

/// Lanes: as many floats as a register takes; a block of tokens is kRegisters of them. Each sum begins with ‖e‖² and stays in its
/// register for all dimensions.
template <class Lanes>
[[gnu::always_inline]] inline void score(const Table& table, const float* latents, std::size_t groups, float* scores) {
    constexpr std::size_t width = sizeof(Lanes) / sizeof(float), parts = TokenScores::kRegisters, block = parts * width;
    const auto stride = table.blocks * block;
    for (std::size_t b = 0; b < table.blocks; ++b)
        for (std::size_t group = 0; group < groups; ++group) {
            const auto* tokens = table.tokens + b * block * table.dimensions;
            const auto* latent = latents + group * kTogether * table.dimensions;
            Lanes sums[kTogether][parts], values[parts]; // copied one by one and unrolled, or the compiler keeps them in memory
#pragma GCC unroll 8
            for (std::size_t i = 0; i < kTogether; ++i)
#pragma GCC unroll 8
                for (std::size_t part = 0; part < parts; ++part)
                    std::memcpy(&sums[i][part], table.squares + b * block + part * width, sizeof(Lanes));
            for (std::size_t d = 0; d < table.dimensions; ++d) {
                for (std::size_t part = 0; part < parts; ++part)
                    std::memcpy(&values[part], tokens + d * block + part * width, sizeof(Lanes));
                for (std::size_t i = 0; i < kTogether; ++i)
                    for (std::size_t part = 0; part < parts; ++part) sums[i][part] += values[part] * latent[i * table.dimensions + d];
            }
            auto* to = scores + group * kTogether * stride + b * block;
#pragma GCC unroll 8
            for (std::size_t i = 0; i < kTogether; ++i)
#pragma GCC unroll 8
                for (std::size_t part = 0; part < parts; ++part) std::memcpy(to + i * stride + part * width, &sums[i][part], sizeof(Lanes));
        }
}

using Lanes4 = float __attribute__((vector_size(16)));

#ifdef __x86_64__
using Lanes8 = float __attribute__((vector_size(32)));
using Lanes16 = float __attribute__((vector_size(64)));

__attribute__((target("avx2,fma"))) void score8(const Table& table, const float* latents, std::size_t groups, float* scores) {
    score<Lanes8>(table, latents, groups, scores);
}

__attribute__((target("avx512f"))) void score16(const Table& table, const float* latents, std::size_t groups, float* scores) {
    score<Lanes16>(table, latents, groups, scores);
}
#endif

/// Floats that a register of this processor takes, `most` at most.
std::size_t lanes(std::size_t most) {
#ifdef __x86_64__
    if (most >= 16 && __builtin_cpu_supports("avx512f")) return 16;
    if (most >= 8 && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return 8;
#endif
    return 4;
}

void scoreGroups(std::size_t lanes, const Table& table, const float* latents, std::size_t groups, float* scores) {
#ifdef __x86_64__
    if (lanes == 16) return score16(table, latents, groups, scores);
    if (lanes == 8) return score8(table, latents, groups, scores);
#endif
    score<Lanes4>(table, latents, groups, scores);
}

} // namespace

TokenScores::TokenScores(const float* table, std::size_t tokens, std::size_t dimensions, std::size_t mostLanes)
    : dimensions_(dimensions), lanes_(lanes(mostLanes)), blocks_((tokens + block() - 1) / block()), table_(stride() * dimensions),
      squares_(stride(), std::numeric_limits<float>::infinity()) {
    for (std::size_t v = 0; v < tokens; ++v) {
        auto* to = table_.data() + v / block() * block() * dimensions + v % block();
        float square = 0;
        for (std::size_t d = 0; d < dimensions; ++d) {
            const float value = table[v * dimensions + d];
            to[d * block()] = -2 * value;
            square += value * value;
        }
        squares_[v] = square;
    }
}

void TokenScores::compute(const float* latents, std::size_t rows, float* scores) const {
    const Table table{table_.data(), squares_.data(), blocks_, dimensions_};
    const auto whole = rows / kTogether, rest = rows % kTogether;
    scoreGroups(lanes_, table, latents, whole, scores);
    if (rest == 0) return;
    std::vector<float> last(kTogether * dimensions_);
    std::copy_n(latents + whole * kTogether * dimensions_, rest * dimensions_, last.begin());
    scoreGroups(lanes_, table, last.data(), 1, scores + whole * kTogether * stride());
}

} // namespace diffuscope
