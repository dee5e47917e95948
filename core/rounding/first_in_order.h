// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

namespace diffuscope {

constexpr std::size_t kFew = 64; ///< as many are ranked quicker than they are sorted

/// The least of these values in ascending order, as many as `first` has room for, and their ids; of equals the lower id comes
/// first. None is NaN, all ids differ, and there are enough. A few are ranked by counting those before each, for sorting
/// branches on values that no processor could foretell.
inline void firstInOrder(std::span<const float> values, std::span<const std::int32_t> ids, std::span<float> first,
                         std::span<std::int32_t> firstIds) {
    const auto put = [&](std::size_t from, std::size_t to) {
        first[to] = values[from];
        firstIds[to] = ids[from];
    };
    if (values.size() <= kFew) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            int before = 0;
            for (std::size_t j = 0; j < values.size(); ++j)
                before += (values[j] < values[i]) | ((values[j] == values[i]) & (ids[j] < ids[i]));
            if (static_cast<std::size_t>(before) < first.size()) put(i, static_cast<std::size_t>(before));
        }
        return;
    }
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::partial_sort(order.begin(), order.begin() + std::ssize(first), order.end(),
                      [&](std::size_t a, std::size_t b) { return values[a] < values[b] || (values[a] == values[b] && ids[a] < ids[b]); });
    for (std::size_t rank = 0; rank < first.size(); ++rank) put(order[rank], rank);
}

} // namespace diffuscope
