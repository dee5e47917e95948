// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace diffuscope {

/// Puts a value and its id among the first `filled` of ascending values; of equals the lower id comes first. Where all places
/// are filled the last one falls off, or the value itself. values, ids: of one size, at least one.
inline void insertInOrder(std::span<float> values, std::span<std::int32_t> ids, std::size_t filled, float value, std::int32_t id) {
    const auto before = [&](std::size_t at) { return value < values[at] || (value == values[at] && id < ids[at]); };
    auto at = filled;
    if (filled == values.size() && !before(--at)) return;
    for (; at > 0 && before(at - 1); --at) {
        values[at] = values[at - 1];
        ids[at] = ids[at - 1];
    }
    values[at] = value;
    ids[at] = id;
}

} // namespace diffuscope
