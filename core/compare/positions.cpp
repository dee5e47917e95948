// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/positions.h"

namespace diffuscope {
namespace {

const TraceRow& rowOf(const Trace& trace, int row) { return trace.header->rows.at(static_cast<size_t>(row)); }

} // namespace

bool sameCanvas(const Trace& a, int rowA, const Trace& b, int rowB) {
    return a.header->length == b.header->length && a.header->dimensions == b.header->dimensions &&
           rowOf(a, rowA).target == rowOf(b, rowB).target;
}

double stateDistance(const TracePlace& a, const TracePlace& b, int position) {
    const auto& x = a.trace.steps[static_cast<size_t>(a.step)]->x;
    const auto& y = b.trace.steps[static_cast<size_t>(b.step)]->x;
    if (x.empty() || y.empty()) return kNothing;
    const auto length = static_cast<size_t>(a.trace.header->length), dimensions = static_cast<size_t>(a.trace.header->dimensions);
    const size_t inA = (static_cast<size_t>(a.row) * length + static_cast<size_t>(position)) * dimensions;
    const size_t inB = (static_cast<size_t>(b.row) * length + static_cast<size_t>(position)) * dimensions;
    return latentDistance(x, inA, y, inB, dimensions);
}

} // namespace diffuscope
