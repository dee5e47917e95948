// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/training_run.h"

#include "core/engine/bundled.h"
#include "core/engine/cancelled.h"
#include "core/error.h"
#include "core/text/file_lock.h"
#include "core/train/prepare.h"
#include "core/train/trainer.h"

#include <algorithm>

namespace diffuscope {
namespace {

constexpr double kMostValidationMinutes = 20;

PrepareOptions prepareOptionsOf(const TrainingPlan& plan) {
    PrepareOptions options;
    options.train = plan.train;
    options.valid = plan.valid;
    options.output = plan.prepared();
    options.vocabSize = plan.vocabSize;
    options.delexicalize = plan.delexicalize;
    return options;
}

TrainConfig trainConfigOf(const TrainingPlan& plan) {
    auto config = trainPreset(plan.preset);
    config.device = plan.device;
    config.minutes = plan.minutes;
    config.steps = plan.steps;
    config.seed = plan.seed;
    config.model.absorbingState = plan.absorbing;
    config.model.discreteNoise = plan.discreteNoise && plan.absorbing;
    config.model.selfCondition = plan.selfCondition;
    if (!plan.from.empty()) config.from = modelFolder(plan.from);
    apply(plan.changes, config);
    return config;
}

/// The curve of a short run has points too.
double validateMinutesOf(const TrainingPlan& plan) {
    if (plan.validateMinutes > 0) return plan.validateMinutes;
    return plan.steps > 0 ? kMostValidationMinutes : std::min(kMostValidationMinutes, plan.minutes / 10);
}

} // namespace

TrainingEnd runTraining(const TrainingPlan& plan, const TrainingCallbacks& callbacks, const std::stop_token& stop) {
    const auto stopped = [&stop] {
        if (stop.stop_requested()) throw Cancelled{};
    };
    try {
        if (plan.data.empty() && !plan.goesOn()) {
            std::filesystem::create_directories(plan.output);
            const FileLock alone(plan.log()); // a run that is there already needs what was prepared for it when it goes on
            prepareData(prepareOptionsOf(plan), [&](const std::string&) { stopped(); });
            stopped();
        }
    } catch (const Cancelled&) {
        return {}; // before there was anything to save
    }
    Trainer trainer(trainConfigOf(plan), readPreparedData(plan.prepared()), plan.output);
    keepPlan(plan); // not before: the folder may hold another run
    if (callbacks.onTraining) callbacks.onTraining({trainer.usedPairs(), trainer.allPairs(), trainer.position().step});
    TrainCallbacks during;
    during.validateMinutes = validateMinutesOf(plan);
    if (callbacks.onLine) during.onReport = [&](const TrainReport& report) { callbacks.onLine(report.line, report.secondsLeft); };
    trainer.run(during, stop);
    const auto& position = trainer.position();
    return {position.step, position.pairs, position.seconds};
}

} // namespace diffuscope
