// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace diffuscope {

/// One refinement: a solver on a problem with a closed form, at ever more steps, in float64.
/// Deterministic solvers: a Gaussian mixture, error = root mean square over eight starting points. Stochastic ones: two
/// Gaussians, whose mean and deviation at the end are followed exactly through the solver's (linear) steps; error = the
/// distance of both from the closed form, so that the slope is the weak order. Nothing is drawn.
struct OrderRow {
    std::string solver, schedule, spacing, mode;
    double from = 1.0, to = 0.0;     ///< the times between which it was measured
    bool exactStart = false;         ///< the first eighth of the steps was given exactly
    int expected = 0;                ///< 0: it has none, the error must not fall
    double measured = 0.0;           ///< slope of log(error) against log(evaluations)
    bool ok = false;                 ///< measured is the expected one to within 0.3
    std::vector<double> evaluations; ///< of each run
    std::vector<int> steps;          ///< of each run; 1 for `dpm-adaptive`, whose tolerance is refined instead
    std::vector<double> errors;      ///< of each run
};

/// What there is to measure for a solver: both schedules, every spacing, both modes where it has them; see measureOrder.
std::vector<OrderRow> orderCases(std::string_view solver);
/// Fills in what was measured on "cpu" or "cuda". Throws Error for an unknown solver.
OrderRow measureOrder(OrderRow order, const std::string& device = "cpu");

} // namespace diffuscope
