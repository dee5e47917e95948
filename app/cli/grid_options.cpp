// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/grid_options.h"

namespace diffuscope::cli {

void GridOptions::addTo(CLI::App& app) {
    const auto list = [&](const char* name, auto& values, const char* help) {
        app.add_option(name, values, help)->delimiter(',')->allow_extra_args(false);
    };
    list("--solvers", solvers, "Solvers: a,b (see 'solvers')");
    list("--steps", steps, "Numbers of steps: 2,5,10");
    list("--spacings", spacings, "Spacings");
    list("--modes", modes, "faithful, as-released");
}

void GridOptions::fill(SweepPlan& plan) const {
    plan.solvers = solvers.empty() ? std::vector{plan.base.solver} : solvers;
    plan.steps = steps.empty() ? std::vector{plan.base.steps} : steps;
    plan.spacings = spacings.empty() ? std::vector{plan.base.spacing} : spacings;
    plan.modes = {plan.base.mode};
    if (!modes.empty()) plan.modes.clear();
    for (const auto& mode : modes) plan.modes.push_back(modeFromString(mode));
}

} // namespace diffuscope::cli
