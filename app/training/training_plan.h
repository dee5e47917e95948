// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/training_run.h"

namespace diffuscope {

/// The bundled pairs, and a folder that does not exist yet.
TrainingPlan usualTrainingPlan();
/// As it was when the program ended; else the usual one.
TrainingPlan loadTrainingPlan();
void saveTrainingPlan(const TrainingPlan& plan);

} // namespace diffuscope
