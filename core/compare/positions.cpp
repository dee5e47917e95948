// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/positions.h"

#include <cmath>

namespace diffuscope {
namespace {

const TraceRow& rowOf(const Trace& trace, int row) { return trace.header->rows.at(static_cast<size_t>(row)); }

} // namespace

std::vector<int> targetPositions(const Trace& trace, int row) {
    const auto& target = rowOf(trace, row).target;
    std::vector<int> positions;
    for (size_t i = 0; i < target.size(); ++i)
        if (target[i]) positions.push_back(static_cast<int>(i));
    return positions;
}

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
    double sum = 0.0;
    for (size_t d = 0; d < dimensions; ++d) {
        const double difference = double(halfToFloat(x[inA + d])) - halfToFloat(y[inB + d]);
        sum += difference * difference;
    }
    return std::sqrt(sum);
}

} // namespace diffuscope
