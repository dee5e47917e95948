// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/sweep_plan.h"

#include <CLI/CLI.hpp>

namespace diffuscope::cli {

/// The options of a command that runs a grid of samplers: --solvers, --steps, --spacings, --modes.
struct GridOptions {
    std::vector<std::string> solvers, spacings, modes;
    std::vector<int> steps;

    /// Adds them to a command, which must not outlive them.
    void addTo(CLI::App& app);
    /// Makes them the plan's grid; what was not given is the base's.
    void fill(SweepPlan& plan) const;
};

} // namespace diffuscope::cli
