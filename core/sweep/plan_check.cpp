// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/solvers/solver_table.h"
#include "core/sweep/sweep_plan.h"

#include <algorithm>

namespace diffuscope {
namespace {

void requireRange(const std::string& name, long value, long low, long high) {
    if (value >= low && value <= high) return;
    throw Error("The sweep's '" + name + "' must lie between " + std::to_string(low) + " and " + std::to_string(high) + ", not " +
                std::to_string(value) + ".");
}

void requireSpacing(const std::string& name, const SweepPlan& plan) {
    const auto names = spacingNames();
    if (std::find(names.begin(), names.end(), name) == names.end()) throw Error("Unknown spacing '" + name + "' in the sweep.");
    if (name == "custom" && plan.base.times.size() < 2) throw Error("The spacing 'custom' needs the recipe's 'times', at least 2.");
}

} // namespace

void validate(const SweepPlan& plan) {
    if (plan.input.empty()) throw Error("The sweep has no pair file; name one.");
    const auto settings = settingsOf(plan);
    if (settings.empty()) throw Error("The sweep has nothing to run: name at least one solver, number of steps, spacing and mode.");
    requireRange("seeds", plan.seeds, 1, 1000);
    requireRange("batch", plan.batch, 1, 4096);
    requireRange("resamples", plan.resamples, 1, 1000000);
    for (const auto& setting : settings) {
        findSolver(setting.solver);
        requireSpacing(setting.spacing, plan);
        requireRange("steps", setting.steps, 1, 100000);
    }
    auto recipe = recipeOf(plan, settings.front(), 0);
    recipe.sources = {"a source"};
    validate(recipe);
}

} // namespace diffuscope
