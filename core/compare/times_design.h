// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/best_times.h"
#include "core/diffusion/noise_schedule.h"
#include "core/engine/engine.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace diffuscope {

/// What the design of a solver's times asks of an engine.

/// What stays as it is while times are designed: the recipe's model, sources, solver and seed; one candidate, no edits.
Recipe designBase(Recipe lane);
/// The base with its steps at these times.
Recipe withTimes(Recipe base, const std::vector<double>& times);
/// The base in many steps that are even in λ.
Recipe fineRecipe(Recipe base, int steps);
/// The same sampler without what it draws at its steps, as far as it goes without: the ODE that it follows in the mean.
Recipe withoutStepNoise(Recipe recipe);
/// Solvers that place their steps as they go take no times.
bool takesTimes(const Recipe& recipe);
/// The times at which the recipe itself takes its steps; throws Error for a bad list of its own, or a budget that pays for no step.
std::vector<double> timesOf(const Recipe& recipe, const NoiseSchedule& schedule);

/// What times are measured against.
struct FineRun {
    std::shared_ptr<const Trace> trace;
    ErrorProfile profile;
};

/// What one run at some times gave, beside the fine run; of the first row.
struct TimesOutcome {
    std::vector<double> times;
    std::string sentence, fineSentence;
    double distance = 0.0;    ///< mean over the target positions of ‖final x − the fine run's‖, L2
    int differing = 0;        ///< target positions whose final token is another one
    int positions = 0;        ///< target positions
    std::vector<int> parting; ///< [steps + 1] how many of them part from the fine run's token for good at each record
    int evaluations = 0;      ///< of the network
    double seconds = 0.0;
};

/// After each step: how many of how many are done.
using StepsDone = std::function<void(int done, int total)>;

/// All of these throw Error or Cancelled, as Engine::run() does.
/// The run with its steps, each with its nearest token alone.
Trace runTraced(Engine& engine, const Recipe& recipe, const StepsDone& done, const std::stop_token& stop);
FineRun runFine(Engine& engine, const Recipe& base, int steps, const StepsDone& done, const std::stop_token& stop);
TimesOutcome tryTimes(Engine& engine, const Recipe& base, const std::vector<double>& times, const FineRun& fine, const StepsDone& done,
                      const std::stop_token& stop);
/// Mean over all rows of the distance to the fine run's final states.
double meanDistance(Engine& engine, const Recipe& base, const std::vector<double>& times, const FineRun& fine, const std::stop_token& stop);
/// searchTimes() for the least meanDistance(). `done`: after each run, of so many at most. A stop in the midst of a run ends it with the
/// best so far as well, once there is one; until then it throws Cancelled.
std::vector<double> searchTimes(Engine& engine, const Recipe& base, const FineRun& fine, const std::vector<double>& start,
                                TimesSearch search, const StepsDone& done);
/// The fine run with its last step alone: meanDistance() asks for no more, and latents are large.
FineRun endOf(const FineRun& fine);

} // namespace diffuscope
