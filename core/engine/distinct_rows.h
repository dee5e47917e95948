// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/trace.h"

namespace diffuscope {

/// Rows of a header that have to be computed, by their indices in ascending order, and for each row of the header which of
/// these (an index into `rows`) computes it.
struct DistinctRows {
    std::vector<size_t> rows, computedBy;
};

/// Each row for itself.
DistinctRows allRows(size_t count);
/// Rows of the same canvas and sample have the same draws (CounterDraws) and come out the same: the first stands for them.
/// Only for runs without edits, which reach single rows.
DistinctRows distinctRows(const std::vector<TraceRow>& rows);

} // namespace diffuscope
