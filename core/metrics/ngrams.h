// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace diffuscope {

/// How often each run of n neighbours occurs in a sequence of words or characters, none of which holds white space.
class NgramCounts {
public:
    NgramCounts() = default;
    NgramCounts(const std::vector<std::string>& items, size_t n);

    size_t total() const { return total_; }
    size_t distinct() const { return counts_.size(); }
    /// Occurrences that the other has too, each at most as often as there (Papineni et al. 2002: clipped).
    size_t matches(const NgramCounts& other) const;
    /// Raises each count to the other's where that is higher: what several references allow together.
    void raiseTo(const NgramCounts& other);
    /// By n-gram, in order; its items are joined by spaces.
    const std::vector<std::pair<std::string, size_t>>& counts() const { return counts_; }

private:
    std::vector<std::pair<std::string, size_t>> counts_;
    size_t total_ = 0;
};

/// What BLEU needs of one text: counts of 1- to 4-grams. Made once, compared many times.
struct BleuNgrams {
    static constexpr size_t kOrder = 4;

    explicit BleuNgrams(const std::vector<std::string>& words);

    size_t length;                           ///< in words
    std::array<NgramCounts, kOrder> ofOrder; ///< [n − 1]
};

} // namespace diffuscope
