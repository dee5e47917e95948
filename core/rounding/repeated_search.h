// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rounding/rounding.h"

#include <cstdint>
#include <vector>

namespace diffuscope {

/// Nearest tokens of latents that are looked at step after step. The k nearest tokens of a latent that has moved less than
/// half of what lies between the k-th and the next one are still the same k (triangle inequality), so on a CPU only those
/// that moved farther are searched for again.
class RepeatedSearch {
public:
    struct Found {
        std::vector<std::int32_t> tokens; ///< [rows, k] nearest first; ties: the lower id
        std::vector<float> distances;     ///< [rows, k] L2
        std::vector<float> toAbsorbing;   ///< [rows] L2 to the absorbing state; empty without one
    };
    /// table: [V, D], V ≥ k; absorbing: [D], or undefined where nobody asks for it.
    RepeatedSearch(const torch::Tensor& table, const torch::Tensor& absorbing, int k);
    /// z: [B, L, D], which nobody may change afterwards. Valid until the next call.
    const Found& nearest(const torch::Tensor& z);

private:
    void start(const torch::Tensor& flat);
    void search(const torch::Tensor& flat, std::vector<std::int64_t>& rows);
    void measure(const float* latent, size_t row);

    Rounding rounding_;
    torch::Tensor table_, absorbing_; ///< float32, on the CPU
    int k_;
    torch::Tensor last_;         ///< [rows, D] of the last call
    std::vector<float> anchors_; ///< [rows, D] where each row was when it was searched for
    std::vector<float> reach_;   ///< [rows] how far from there its k tokens hold
    Found found_;
};

} // namespace diffuscope
