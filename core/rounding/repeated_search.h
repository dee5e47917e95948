// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rounding/neighbourhoods.h"
#include "core/rounding/rounding.h"

#include <cstdint>
#include <vector>

namespace diffuscope {

/// Nearest tokens of latents on the CPU that are looked at step after step. Only those are searched for that lie near no point
/// whose neighbours are known: the token each was nearest to (where predictions settle), the place where it was last searched
/// for (where steps are short), the absorbing state (where discrete noise puts it).
class RepeatedSearch {
public:
    struct Found {
        std::vector<std::int32_t> tokens; ///< [rows, k] nearest first; ties: the lower id
        std::vector<float> distances;     ///< [rows, k] L2
        std::vector<float> toAbsorbing;   ///< [rows] L2 to the absorbing state; empty without one
    };
    /// V ≥ k; what is asked for besides tokens.
    RepeatedSearch(const Rounding& rounding, int k, Rounding::Ask ask);
    /// z: [B, L, D], which nobody may change afterwards. Valid until the next call.
    const Found& nearest(const torch::Tensor& z);

private:
    void start(const torch::Tensor& flat);
    /// What is known answers for the row, or it is to be searched for.
    bool answered(const float* latent, std::size_t row);
    void search(const torch::Tensor& flat, const std::vector<std::int64_t>& rows);
    /// The neighbours of the tokens that lie near these rows; distances: [rows, listed] of the search.
    void learnTokens(const std::vector<std::int64_t>& rows, const float* distances);

    const Rounding& rounding_;
    torch::Tensor absorbing_; ///< float32, on the CPU; undefined unless asked for and there is one
    std::size_t k_, size_, listed_;
    torch::Tensor last_;     ///< [rows, D] of the last call
    Neighbourhoods anchors_; ///< [rows] where each was when it was searched for
    Neighbourhoods tokens_;  ///< [V + 1] embeddings, and the absorbing state
    Found found_;
};

} // namespace diffuscope
