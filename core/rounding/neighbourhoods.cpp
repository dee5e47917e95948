// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rounding/neighbourhoods.h"

#include "core/rounding/l2.h"

#include <algorithm>
#include <limits>

namespace diffuscope {
namespace {

constexpr float kCaution = 2e-3f; ///< of a distance; far above the rounding errors of the search

} // namespace

Neighbourhoods::Neighbourhoods(std::size_t points, std::size_t dimensions, std::size_t listed, bool all)
    : dimensions_(dimensions), listed_(listed), all_(all), known_(points),
      centres_(std::make_unique_for_overwrite<float[]>(points * dimensions)),
      distances_(std::make_unique_for_overwrite<float[]>(points * listed)),
      tokens_(std::make_unique_for_overwrite<std::int32_t[]>(points * listed)) {}

void Neighbourhoods::learn(std::size_t point, const float* centre, const std::int32_t* tokens, const float* distances) {
    std::copy_n(centre, dimensions_, centres_.get() + point * dimensions_);
    std::copy_n(tokens, listed_, tokens_.get() + point * listed_);
    std::copy_n(distances, listed_, distances_.get() + point * listed_);
    known_[point] = 1;
}

std::span<const std::int32_t> Neighbourhoods::around(std::size_t point, const float* latent, std::size_t k) const {
    if (!known_[point]) return {};
    const auto* distances = distances_.get() + point * listed_;
    const float apart = l2(centres_.get() + point * dimensions_, latent, dimensions_);
    const float farthest = 2 * apart + distances[k - 1] + kCaution * distances[listed_ - 1];
    if (!(farthest < (all_ ? std::numeric_limits<float>::infinity() : distances[listed_ - 1]))) return {};
    const auto* end = std::upper_bound(distances, distances + listed_, farthest);
    return of(point).first(static_cast<std::size_t>(end - distances));
}

} // namespace diffuscope
