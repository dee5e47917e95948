// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/error_split.h"

#include "core/compare/positions.h"
#include "core/error.h"

namespace diffuscope {
namespace {

int last(const Trace& trace) { return static_cast<int>(trace.steps.size()) - 1; }

void requireComparable(const Trace& lane, int row, const Trace& reference, int referenceRow) {
    for (const auto* trace : {&lane, &reference})
        if (!trace->finished() || trace->steps.empty())
            throw Error(translatable("core", "Both runs must have finished, with their steps traced, to be compared."));
    if (!sameCanvas(lane, row, reference, referenceRow))
        throw Error(translatable("core", "The runs cannot be compared: they have another source, or another size of canvas or embedding."));
}

} // namespace

ErrorSplit splitError(const Trace& lane, int row, const Trace& reference, int referenceRow, StepAxis axis) {
    requireComparable(lane, row, reference, referenceRow);
    const auto aligned = alignedSteps(lane, reference, axis);
    const TokenMatch same(lane, reference);
    const auto agree = [&](int step, int referenceStep, int position) {
        return same(lane.token(step, row, position), reference.token(referenceStep, referenceRow, position));
    };
    ErrorSplit split;
    for (const int position : targetPositions(lane, row)) {
        ErrorSplit::Position one;
        one.position = position;
        one.solver = stateDistance({lane, row, last(lane)}, {reference, referenceRow, last(reference)}, position);
        one.rounding = lane.distance(last(lane), row, position); // the last record's prediction is the final state
        one.flipped = !agree(last(lane), last(reference), position);
        if (one.flipped)
            for (one.leftAt = last(lane); one.leftAt > 0; --one.leftAt)
                if (agree(one.leftAt - 1, aligned[static_cast<size_t>(one.leftAt - 1)], position)) break;
        split.solver += one.solver;
        split.rounding += one.rounding;
        split.flips += one.flipped;
        split.positions.push_back(one);
    }
    const auto count = static_cast<double>(split.positions.size());
    split.solver /= count; // NaN over no positions
    split.rounding /= count;
    return split;
}

} // namespace diffuscope
