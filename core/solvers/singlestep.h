// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solvers/march.h"

namespace diffuscope {

/// x_0 prediction at an inner state.
using Evaluate = std::function<torch::Tensor(const torch::Tensor& y, double t)>;

/// A single-step update from `from` to t, and the one of lower order that comes with it.
struct SinglestepUpdate {
    torch::Tensor y;
    torch::Tensor lower; ///< order 3: DPM-Solver-2 through the first inner point, for an error estimate; else undefined
};

/// DPM-Solver-1, -2, -3 (Lu et al. 2022, arXiv 2206.00927, algorithms 1 and 2) or DPM-Solver++'s twin of it
/// (arXiv 2211.01095, algorithm 1) with inner evaluations at times s1 > s2 (used as far as the order goes).
SinglestepUpdate singlestepUpdate(const NoiseSchedule& schedule, Predicts what, const PastStep& from, double t, int order, double s1,
                                  double s2, const Evaluate& evaluate);

} // namespace diffuscope
