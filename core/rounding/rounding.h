// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rounding/token_scores.h"

#include <optional>
#include <span>
#include <torch/torch.h>

namespace diffuscope {

/// The word embeddings, ready for nearest-token searches: what depends on them alone is computed once.
class Rounding {
public:
    /// table: [V, D]; absorbing: [D] or undefined.
    Rounding(torch::Tensor table, torch::Tensor absorbing);

    const torch::Tensor& table() const { return table_; }
    const torch::Tensor& absorbing() const { return absorbing_; }
    /// [V] ‖e‖²; undefined on a CPU.
    const torch::Tensor& squares() const { return squares_; }

    struct Nearest {
        torch::Tensor tokens;      ///< […, K] int32, nearest first; ties: the lower id
        torch::Tensor distances;   ///< […, K] float32, L2
        torch::Tensor toAbsorbing; ///< […] float32, L2 to the absorbing state; undefined unless asked for and there is one
    };
    enum class Ask { Tokens, TokensAndAbsorbing };
    /// The K tokens nearest to each latent of z […, D] (published rounding: get_knn with dist='l2'). On a GPU one kernel
    /// answers all of it (core/cuda/nearest.h).
    Nearest nearest(const torch::Tensor& z, int k, Ask ask = Ask::Tokens) const;
    /// On a CPU: of these candidates, at least K, the K nearest to the latent [D], nearest first, by ‖z − e‖ itself. They are
    /// tokens of different numbers, and not where `tokens` is.
    void choose(const float* latent, std::span<const std::int32_t> candidates, std::span<float> distances,
                std::span<std::int32_t> tokens) const;
    /// L2 distance of each latent to the absorbing state, […]; undefined without one.
    torch::Tensor distanceToAbsorbing(const torch::Tensor& z) const;
    /// Each latent replaced by its nearest embedding (the published rounding clamp).
    torch::Tensor clamp(const torch::Tensor& z) const;

private:
    Nearest search(const torch::Tensor& flat, int k, Ask ask) const;
    Nearest searchOnCpu(const torch::Tensor& flat, int k) const;
    void prefetch(std::int32_t token) const;
    Nearest searchOnDevice(const torch::Tensor& flat, int k) const;

    torch::Tensor table_, absorbing_;
    torch::Tensor plain_;               ///< [V, D] float32, on a CPU
    std::optional<TokenScores> scores_; ///< on a CPU
    torch::Tensor squares_;             ///< [V] ‖e‖², elsewhere
};

} // namespace diffuscope
