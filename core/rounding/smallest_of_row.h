// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace diffuscope {

/// Finds the k smallest values of rows. torch::topk sorts the whole row, which at V = 4,000 costs more than the network
/// itself. Here the least of each group of values comes first, in vector code, and the least of several groups. No value
/// above the k-th of these few is among the k smallest, so only the values up to it are looked at one by one: about
/// twenty for twelve neighbours of 1,536 tokens. No loop over many has a branch on a value, which no processor could foretell.
class SmallestOfRow {
public:
    SmallestOfRow(std::size_t size, std::size_t k);
    /// row: [size]; values, places: [k] in ascending order; of equals the lower place comes first. NaN is never found: where
    /// fewer than k values are numbers the rest is infinite, at place 0.
    void find(const float* row, std::span<float> values, std::span<std::int32_t> places);

private:
    float bound(std::size_t k);
    std::span<const std::int32_t> candidatesUpTo(const float* row, float bound);

    std::size_t size_;
    std::vector<float> least_, coarse_;           ///< of each group, of several
    std::vector<std::int32_t> open_, candidates_; ///< groups, places that may be among the k; one more is written than counts
};

} // namespace diffuscope
