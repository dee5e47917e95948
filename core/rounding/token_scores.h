// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace diffuscope {

/// ‖e‖² − 2 z·e of latents z to all tokens e, which orders the tokens as their distances to z do, on a CPU. The table lies in
/// blocks of tokens, dimension by dimension: a few latents are done at the rate of a large matrix product, where a library's
/// product takes as long for four latents as for fifty, since it brings the table into such an order at each call.
class TokenScores {
public:
    static constexpr std::size_t kRegisters = 2; ///< that a block of tokens takes
    static constexpr std::size_t kTogether = 6;  ///< latents whose sums with a block fit the registers

    /// table: [V, D], row by row; mostLanes: how many floats, at most, are computed with at once where the processor can.
    TokenScores(const float* table, std::size_t tokens, std::size_t dimensions, std::size_t mostLanes = 16);
    /// Scores of a latent: V, rounded up to whole blocks. Those behind V are infinite, or NaN for a latent that is not finite.
    std::size_t stride() const { return blocks_ * block(); }
    /// latents: [rows, D]; scores: [rows, stride], with room for `rows` rounded up to a multiple of kTogether.
    void compute(const float* latents, std::size_t rows, float* scores) const;

private:
    std::size_t block() const { return kRegisters * lanes_; } // tokens

    std::size_t dimensions_, lanes_, blocks_;
    std::vector<float> table_;   ///< [blocks, D, block] −2 e
    std::vector<float> squares_; ///< [blocks, block] ‖e‖²
};

} // namespace diffuscope
