// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/distinct_rows.h"

#include <map>
#include <numeric>
#include <tuple>

namespace diffuscope {

DistinctRows allRows(size_t count) {
    DistinctRows all;
    all.rows.resize(count);
    std::iota(all.rows.begin(), all.rows.end(), size_t{0});
    all.computedBy = all.rows;
    return all;
}

DistinctRows distinctRows(const std::vector<TraceRow>& rows) {
    DistinctRows result;
    std::map<std::tuple<int, std::vector<std::int32_t>, std::vector<std::uint8_t>>, size_t> known;
    for (size_t row = 0; row < rows.size(); ++row) {
        const auto [at, isNew] = known.try_emplace({rows[row].sample, rows[row].canvas, rows[row].target}, result.rows.size());
        if (isNew) result.rows.push_back(row);
        result.computedBy.push_back(at->second);
    }
    return result;
}

} // namespace diffuscope
