// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/alignment.h"

#include "core/compare/positions.h"

#include <cmath>

namespace diffuscope {
namespace {

double placeOn(StepAxis axis, const Trace& trace, int step) {
    const auto& record = *trace.steps[static_cast<size_t>(step)];
    switch (axis) {
    case StepAxis::Lambda: return record.lambda;
    case StepAxis::Fraction: return trace.header->steps > 0 ? double(record.index) / trace.header->steps : 0.0;
    case StepAxis::Step: break;
    }
    return record.index;
}

} // namespace

int alignedStep(const Trace& from, int step, const Trace& to, StepAxis axis) {
    const double wanted = placeOn(axis, from, step);
    int nearest = -1;
    double least = 0.0;
    for (int i = 0; i < static_cast<int>(to.steps.size()); ++i) {
        const double distance = std::abs(placeOn(axis, to, i) - wanted);
        if (nearest >= 0 && !(distance < least)) continue;
        nearest = i;
        least = distance;
    }
    return nearest;
}

std::vector<int> alignedSteps(const Trace& from, const Trace& to, StepAxis axis) {
    std::vector<int> result;
    for (int step = 0; step < static_cast<int>(from.steps.size()); ++step) result.push_back(alignedStep(from, step, to, axis));
    return result;
}

std::vector<int> differingPositions(const TracePlace& a, const TracePlace& b) {
    const auto ofA = targetPositions(a.trace, a.row), ofB = targetPositions(b.trace, b.row);
    const TokenMatch same(a.trace, b.trace);
    std::vector<int> differing;
    for (size_t n = 0; n < ofA.size(); ++n)
        if (n >= ofB.size() || !same(a.trace.token(a.step, a.row, ofA[n]), b.trace.token(b.step, b.row, ofB[n])))
            differing.push_back(ofA[n]);
    return differing;
}

std::vector<double> latentDistance(const Trace& a, int rowA, const Trace& b, int rowB, StepAxis axis) {
    std::vector<double> result(a.steps.size(), kNothing);
    if (!sameCanvas(a, rowA, b, rowB)) return result;
    const auto positions = targetPositions(a, rowA);
    for (size_t step = 0; step < result.size(); ++step) {
        const int other = alignedStep(a, static_cast<int>(step), b, axis);
        if (other < 0 || positions.empty()) continue;
        double sum = 0.0;
        for (const int position : positions) sum += stateDistance({a, rowA, static_cast<int>(step)}, {b, rowB, other}, position);
        result[step] = sum / static_cast<double>(positions.size());
    }
    return result;
}

} // namespace diffuscope
