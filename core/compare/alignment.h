// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/trace.h"

namespace diffuscope {

/// What puts the steps of two runs side by side.
enum class StepAxis {
    Lambda,   ///< the same noise level: the nearest log(α/σ)
    Fraction, ///< the same share of the steps that a run takes
    Step      ///< the same number
};

/// Index into to.steps of the recorded step that lies nearest to recorded step `step` of `from`; of two as near the
/// earlier one. −1 while `to` has no steps.
int alignedStep(const Trace& from, int step, const Trace& to, StepAxis axis);
/// The same for every recorded step of `from`.
std::vector<int> alignedSteps(const Trace& from, const Trace& to, StepAxis axis);

/// Where a run's row is looked at.
struct TracePlace {
    const Trace& trace;
    int row = 0;
    int step = 0; ///< index into trace.steps
};

/// Target positions of a's canvas at which the two predict other tokens (the nearest to the x_0 prediction). The n-th
/// target position of one goes with the n-th of the other, so that sources may take up different room; what one has and
/// the other has not differs. Runs of different models are compared by the look of their tokens.
std::vector<int> differingPositions(const TracePlace& a, const TracePlace& b);

/// Mean over target positions of ‖x_a − x_b‖ (L2) at each recorded step of `a`, against the aligned step of `b`. NaN
/// where either has no latents, and everywhere when the two have not the same canvas and embedding size.
std::vector<double> latentDistance(const Trace& a, int rowA, const Trace& b, int rowB, StepAxis axis);

} // namespace diffuscope
