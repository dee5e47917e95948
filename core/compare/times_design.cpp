// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/times_design.h"

#include "core/compare/error_split.h"
#include "core/solvers/solver_table.h"
#include "core/solvers/spacing.h"

#include <algorithm>
#include <optional>

namespace diffuscope {
Recipe designBase(Recipe lane) {
    lane.samples = 1;
    lane.edits.clear();
    lane.mbr = lane.rerank = false;
    return fineRecipe(lane, 1);
}

Recipe withTimes(Recipe base, const std::vector<double>& times) {
    base.spacing = "custom";
    base.times = times;
    base.rho = 0.0;
    base.evaluations = 0;
    base.steps = static_cast<int>(times.size()) - 1;
    return base;
}

Recipe fineRecipe(Recipe base, int steps) {
    base.spacing = "log-snr";
    base.times.clear();
    base.rho = 0.0;
    base.evaluations = 0;
    base.steps = steps;
    return base;
}

Recipe withoutStepNoise(Recipe recipe) {
    const auto& solver = findSolver(recipe.solver);
    recipe.absorbRate = 0.0;
    if (solver.heeds("eta")) recipe.eta = 0.0;
    if (solver.heeds("sde_eta")) recipe.sdeEta = 0.0;
    return recipe;
}

bool takesTimes(const Recipe& recipe) { return !findSolver(recipe.solver).heeds("tolerance"); }

std::vector<double> timesOf(const Recipe& recipe, const NoiseSchedule& schedule) {
    SpacingOptions options;
    options.rho = recipe.rho;
    options.times = recipe.times;
    return spacedTimes(schedule, recipe.spacing, std::max(1, stepsOf(recipe)), options);
}

Trace runTraced(Engine& engine, const Recipe& recipe, const StepsDone& done, const std::stop_token& stop) {
    TraceOptions options;
    options.neighbours = 1;
    int total = 0;
    Observer observer;
    observer.onStart = [&](const auto& header) { total = header->steps; };
    observer.onStep = [&](const auto& step) {
        if (done) done(step->index, total);
    };
    return engine.run(recipe, options, observer, stop);
}

FineRun runFine(Engine& engine, const Recipe& base, int steps, const StepsDone& done, const std::stop_token& stop) {
    auto trace = std::make_shared<const Trace>(runTraced(engine, fineRecipe(base, steps), done, stop));
    return {trace, errorProfile(*trace)};
}

TimesOutcome tryTimes(Engine& engine, const Recipe& base, const std::vector<double>& times, const FineRun& fine, const StepsDone& done,
                      const std::stop_token& stop) {
    const auto trace = runTraced(engine, withTimes(base, times), done, stop);
    const auto split = splitError(trace, 0, *fine.trace, 0);
    TimesOutcome outcome;
    outcome.times = times;
    outcome.sentence = trace.sentences.front().text;
    outcome.fineSentence = fine.trace->sentences.front().text;
    outcome.distance = split.solver;
    outcome.differing = split.flips;
    outcome.positions = static_cast<int>(split.positions.size());
    outcome.parting.resize(trace.steps.size());
    for (const auto& position : split.positions)
        if (position.flipped) ++outcome.parting[static_cast<size_t>(position.leftAt)];
    outcome.evaluations = trace.evaluations;
    outcome.seconds = trace.seconds;
    return outcome;
}

double meanDistance(Engine& engine, const Recipe& base, const std::vector<double>& times, const FineRun& fine,
                    const std::stop_token& stop) {
    const auto trace = runTraced(engine, withTimes(base, times), {}, stop);
    double sum = 0.0;
    for (int row = 0; row < trace.batch(); ++row) sum += splitError(trace, row, *fine.trace, row).solver;
    return sum / trace.batch();
}

std::vector<double> searchTimes(Engine& engine, const Recipe& base, const FineRun& fine, const std::vector<double>& start,
                                TimesSearch search, const StepsDone& done) {
    const int most = 1 + search.rounds * 2 * std::max(0, static_cast<int>(start.size()) - 2);
    int runs = 0;
    std::optional<std::vector<double>> best;
    search.onBetter = [&best, told = search.onBetter](const std::vector<double>& times, double distance) {
        best = times;
        if (told) told(times, distance);
    };
    const auto distance = [&](const std::vector<double>& times) {
        const double found = meanDistance(engine, base, times, fine, search.stop);
        if (done) done(++runs, most);
        return found;
    };
    try {
        return searchTimes(start, distance, search);
    } catch (const Cancelled&) {
        if (!best) throw;
        return *best;
    }
}

FineRun endOf(const FineRun& fine) {
    auto end = *fine.trace;
    end.steps = {end.steps.back()};
    return {std::make_shared<const Trace>(std::move(end)), fine.profile};
}

} // namespace diffuscope
