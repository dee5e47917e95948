// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rounding/neighbourhoods.h"
#include "core/rounding/rounding.h"

#include <cstdint>
#include <span>
#include <vector>

namespace diffuscope {

/// Nearest tokens of latents on the CPU that are looked at step after step: a few sets of them, each with its own question. Only
/// those are searched for, all together, that lie near no point whose neighbours are known: the token each was nearest to (where
/// predictions settle), the place where it was last searched for (where steps are short), the absorbing state (where discrete
/// noise puts it).
class RepeatedSearch {
public:
    struct Question {
        int k; ///< neighbours, V ≥ k
        Rounding::Ask ask = Rounding::Ask::Tokens;
    };
    struct Found {
        std::vector<std::int32_t> tokens; ///< [rows, k] nearest first; ties: the lower id
        std::vector<float> distances;     ///< [rows, k] L2
        std::vector<float> toAbsorbing;   ///< [rows] L2 to the absorbing state; empty unless asked for and there is one
    };
    /// One question of each set.
    RepeatedSearch(const Rounding& rounding, std::vector<Question> questions);
    /// The sets, [B, L, D] each, all of one shape, which nobody may change afterwards. Valid until the next call.
    const std::vector<Found>& nearest(const std::vector<torch::Tensor>& sets);
    /// The next call begins anew, with what is known of the tokens.
    void forgetLatents() { last_.clear(), sets_.clear(); }

private:
    /// A latent of some set, and where its answer goes.
    struct Row {
        std::size_t set, at;
        const float* latent;
        std::span<std::int32_t> tokens;
        std::span<float> distances;
    };
    void start();
    Row row(std::size_t number);
    bool isAsBefore(const Row& row) const;
    /// What is known answers for the row, or it is to be searched for.
    bool answered(std::size_t number);
    void search(const std::vector<std::size_t>& numbers);
    /// The neighbours of the tokens that lie near these rows; distances: [rows, listed] of the search.
    void learnTokens(const std::vector<std::size_t>& numbers, const float* distances);

    const Rounding& rounding_;
    std::vector<Question> questions_;
    torch::Tensor absorbing_; ///< float32, on the CPU; undefined unless asked for and there is one
    std::size_t size_, listed_, rows_ = 0;
    std::vector<torch::Tensor> sets_, last_; ///< [rows, D] of this call, and of the one before
    Neighbourhoods anchors_;                 ///< [sets · rows] where each was when it was searched for
    Neighbourhoods tokens_;                  ///< [V + 1] embeddings, and the absorbing state
    std::vector<Found> found_;
};

} // namespace diffuscope
