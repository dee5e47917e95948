// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace diffuscope {

/// What the window, the command line and the tests know of a solver.
struct SolverInfo {
    std::string_view name;
    std::string_view title; ///< for people
    int order;              ///< convergence order (stochastic solvers: weak order) that `order` measures
    int evaluationsPerStep; ///< 0: varies
    bool stochastic;
    bool faithful; ///< has the mode
    bool asReleased;
    std::string_view reference; ///< paper and equation; translatable
    std::string_view options{}; ///< the recipe's keys that it heeds beside those of every solver, space between
    /// Evaluates on the way to each state but the last, and takes that for the evaluation there; discrete noise makes it two.
    bool evaluatesAhead = false;

    bool heeds(std::string_view option) const;
};

std::span<const SolverInfo> solverTable();
/// By name, or by 'unipc-2' or 'deis-2' for those of order 2. Throws Error listing the known names.
const SolverInfo& findSolver(std::string_view name);

/// Names that spacedTimes() knows: time-uniform, time-quadratic, log-snr, …
std::span<const std::string_view> spacingNames();

} // namespace diffuscope
