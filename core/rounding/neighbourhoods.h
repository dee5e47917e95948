// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace diffuscope {

/// Points of which the nearest tokens are known. A latent near such a point finds its own nearest tokens among them:
/// at distance d from the point its k-th nearest is at most d + r_k away, and a token that is not listed at least R − d, where
/// r_k and R are the distances from the point to its k-th and its last listed token (triangle inequality).
class Neighbourhoods {
public:
    /// Room for this many points of D dimensions with `listed` tokens each; `all`: there are no other tokens.
    Neighbourhoods(std::size_t points, std::size_t dimensions, std::size_t listed, bool all);
    /// centre: [D]; tokens, distances: [listed], nearest first.
    void learn(std::size_t point, const float* centre, const std::int32_t* tokens, const float* distances);
    bool knows(std::size_t point) const { return known_[point] != 0; }
    /// The tokens among which are the k nearest of the latent [D]; empty where this point cannot tell.
    std::span<const std::int32_t> around(std::size_t point, const float* latent, std::size_t k) const;
    /// The tokens nearest to the point itself, [listed].
    std::span<const std::int32_t> of(std::size_t point) const { return {tokens_.get() + point * listed_, listed_}; }

private:
    std::size_t dimensions_, listed_;
    bool all_;
    std::vector<std::uint8_t> known_;
    // Left as it comes: of a large vocabulary few tokens are ever learned, and the others' pages stay untouched.
    std::unique_ptr<float[]> centres_, distances_;
    std::unique_ptr<std::int32_t[]> tokens_;
};

} // namespace diffuscope
