// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

namespace diffuscope {

/// The word embeddings, ready for nearest-token searches: squared lengths are computed once.
class Rounding {
public:
    /// table: [V, D]; absorbing: [D] or undefined.
    Rounding(torch::Tensor table, torch::Tensor absorbing);

    struct Nearest {
        torch::Tensor tokens;    ///< […, K] int32, nearest first; ties: the lower id
        torch::Tensor distances; ///< […, K] float32, L2
    };
    /// The K tokens nearest to each latent of z […, D] (published rounding: get_knn with dist='l2').
    Nearest nearest(const torch::Tensor& z, int k) const;
    /// L2 distance of each latent to the absorbing state, […]; undefined without one.
    torch::Tensor distanceToAbsorbing(const torch::Tensor& z) const;
    /// Each latent replaced by its nearest embedding (the published rounding clamp).
    torch::Tensor clamp(const torch::Tensor& z) const;

private:
    torch::Tensor squaredDistances(const torch::Tensor& flat) const;

    torch::Tensor table_, absorbing_, squares_;
};

} // namespace diffuscope
