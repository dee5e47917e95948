// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/sampling.h"

namespace diffuscope {

/// The recipe's plan with its times as the published solvers keep them: in float32, whatever the type of the state. A
/// last bit of the network's time input (0 … 1000) turns the time embedding by up to 6e-5, and the end by up to 2e-5.
SamplingPlan publishedPlan(const NoiseSchedule& schedule, const Recipe& recipe);

} // namespace diffuscope
