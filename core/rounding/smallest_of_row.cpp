// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rounding/smallest_of_row.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace diffuscope {
namespace {

constexpr std::size_t kEach = 16; ///< values a group
constexpr std::size_t kMost = 8;  ///< groups, at most, whose least values are taken together for the bound
constexpr float kInfinity = std::numeric_limits<float>::infinity();

std::size_t groupsOf(std::size_t size) { return (size + kEach - 1) / kEach; }

using Lanes = float __attribute__((vector_size(16)));
constexpr std::size_t kWidth = sizeof(Lanes) / sizeof(float), kParts = 4;
constexpr std::size_t kColumns = kWidth * kParts; ///< groups whose least values stay in registers

void foldColumns(const float* values, std::size_t rows, float* least, std::size_t groups) {
    Lanes sums[kParts];
    for (auto& sum : sums) sum = Lanes{kInfinity, kInfinity, kInfinity, kInfinity};
    for (; rows > 0; --rows, values += groups)
        for (std::size_t part = 0; part < kParts; ++part) {
            Lanes next;
            std::memcpy(&next, values + part * kWidth, sizeof next);
            sums[part] = next < sums[part] ? next : sums[part];
        }
    std::memcpy(least, sums, sizeof sums);
}

void lower(float& least, float value) { least = value < least ? value : least; }

/// least[g] becomes the least of values[g], values[g + G], …: neighbours in memory belong to neighbouring groups.
void fold(const float* values, std::size_t size, float* least, std::size_t groups) {
    const auto rows = size / groups, columns = groups - groups % kColumns;
    for (std::size_t g = 0; g < columns; g += kColumns) foldColumns(values + g, rows, least + g, groups);
    std::fill(least + columns, least + groups, kInfinity);
    for (std::size_t row = 0; row < rows; ++row)
        for (std::size_t g = columns; g < groups; ++g) lower(least[g], values[row * groups + g]);
    for (std::size_t v = rows * groups; v < size; ++v) lower(least[v - rows * groups], values[v]);
}

} // namespace

SmallestOfRow::SmallestOfRow(std::size_t size, std::size_t k)
    : size_(size), k_(k), least_(groupsOf(size)), coarse_(std::min(least_.size(), std::max(3 * k / 2, least_.size() / kMost))),
      open_(least_.size() + 1), candidates_(size + 1) {}

/// At least k values are no greater than this; infinity where there are fewer groups than k. Each is ranked by counting, as sorting
/// would branch.
float SmallestOfRow::bound() const {
    float least = kInfinity;
    for (const float value : coarse_) {
        int rank = 0;
        for (const float other : coarse_) rank += other <= value;
        least = rank >= static_cast<int>(k_) && value < least ? value : least;
    }
    return least;
}

std::span<const std::int32_t> SmallestOfRow::candidates(const float* row) {
    fold(row, size_, least_.data(), least_.size());
    fold(least_.data(), least_.size(), coarse_.data(), coarse_.size());
    const float bound = this->bound();
    auto* last = open_.data();
    for (std::size_t g = 0; g < least_.size(); ++g) {
        *last = static_cast<std::int32_t>(g);
        last += least_[g] <= bound;
    }
    auto* next = candidates_.data();
    for (const auto* group = open_.data(); group != last; ++group)
        for (auto v = static_cast<std::size_t>(*group); v < size_; v += least_.size()) {
            *next = static_cast<std::int32_t>(v);
            next += row[v] <= bound;
        }
    return {candidates_.data(), next};
}

} // namespace diffuscope
