// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/solvers/solver_table.h"
#include "core/sweep/sweep_plan.h"

#include <algorithm>

namespace diffuscope {
namespace {

void requireRange(const std::string& name, long value, long low, long high) {
    if (value >= low && value <= high) return;
    throw Error(translatable("core", "The sweep's '%1' must lie between %2 and %3, not %4."),
                {name, std::to_string(low), std::to_string(high), std::to_string(value)});
}

void requireSpacing(const std::string& name, const SweepPlan& plan) {
    const auto names = spacingNames();
    if (std::find(names.begin(), names.end(), name) == names.end())
        throw Error(translatable("core", "Unknown spacing '%1' in the sweep."), {name});
    if (name == "custom" && plan.base.times.size() < 2)
        throw Error(translatable("core", "The spacing 'custom' needs the recipe's 'times', at least 2."));
}

} // namespace

void validate(const SweepPlan& plan) {
    if (plan.input.empty()) throw Error(translatable("core", "The sweep has no pair file; name one."));
    const auto settings = settingsOf(plan);
    if (settings.empty())
        throw Error(translatable("core", "The sweep has nothing to run: name at least one solver, number of steps, spacing and mode."));
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
