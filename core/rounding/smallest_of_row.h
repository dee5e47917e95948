// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace diffuscope {

/// Narrows rows down to a few values that hold the k smallest. torch::topk sorts the whole row, which at V = 4,000 costs more
/// than the network itself. Here the least of each group of values comes first, in vector code, and the least of several groups.
/// No value above the k-th of these few is among the k smallest: about twenty of 1,536 tokens are left for twelve
/// neighbours. No loop has a branch on a value, which no processor could foretell.
class SmallestOfRow {
public:
    SmallestOfRow(std::size_t size, std::size_t k);
    /// row: [size]. Places of the k smallest values and of a few more, in no order; all that equal the k-th are among them, NaN
    /// never is. Fewer than k where fewer are numbers. Valid until the next call.
    std::span<const std::int32_t> candidates(const float* row);

private:
    float bound() const;

    std::size_t size_, k_;
    std::vector<float> least_, coarse_;           ///< of each group, of several
    std::vector<std::int32_t> open_, candidates_; ///< groups, places that may be among the k; one more is written than counts
};

} // namespace diffuscope
