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
    std::string_view title;      ///< for people
    int order;                   ///< convergence order in log-SNR steps; 0: none claimed
    int evaluationsPerStep;
    bool stochastic;
    bool faithful;               ///< has the mode
    bool asReleased;
    std::string_view reference;  ///< paper and equation
};

std::span<const SolverInfo> solverTable();
/// Throws Error listing the known names.
const SolverInfo& findSolver(std::string_view name);

/// Names that spacedTimes() knows: time-uniform, time-quadratic, log-snr, …
std::span<const std::string_view> spacingNames();

} // namespace diffuscope
