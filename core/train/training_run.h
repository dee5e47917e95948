// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/train_log.h"
#include "core/train/training_plan.h"

#include <functional>
#include <stop_token>

namespace diffuscope {

/// What a run begins, or goes on, with.
struct TrainingStart {
    std::size_t used = 0, all = 0; ///< training pairs; those that are not used are too long
    std::int64_t step = 0;         ///< > 0: it goes on from there
};

/// How far a run has come, over all sittings.
struct TrainingEnd {
    std::int64_t step = 0, pairs = 0;
    double seconds = 0;
};

/// Called in the thread of the run.
struct TrainingCallbacks {
    std::function<void(const TrainingStart& start)> onTraining; ///< the pairs are read
    std::function<void(const TrainLogLine& line, double secondsLeft)> onLine;
};

/// Prepares the pairs unless that was done or the run goes on, then trains until the time is used up, or `stop` is requested: then it
/// saves a checkpoint to go on from and returns. The plan is kept in the model's folder (TrainingPlan::of) once it is seen to be one that
/// can run there. Throws Error.
TrainingEnd runTraining(const TrainingPlan& plan, const TrainingCallbacks& callbacks, const std::stop_token& stop);

} // namespace diffuscope
