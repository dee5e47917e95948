// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diffusion/noise_schedule.h"

#include <vector>

namespace diffuscope {

/// What a hand does to a list of times (falling, in [1/T, 1], at least two), as functions from list to list. The order is
/// kept: a time stays between its neighbours. All times are tidy.

/// To 8 significant digits: neighbours stay apart even where λ is steepest, and a list can be read in JSON.
double tidyTime(double time);
std::vector<double> tidyTimes(std::vector<double> times);
/// λ of each time.
std::vector<double> lambdasOf(const NoiseSchedule& schedule, const std::vector<double>& times);
/// λ[i + 1] − λ[i]: how wide each step is.
std::vector<double> stepSizes(const NoiseSchedule& schedule, const std::vector<double>& times);

/// With the time at `index` at this λ, or as near to it as its neighbours allow; the first may go up to t = 1, the last
/// down to 1/T.
std::vector<double> movedTime(const NoiseSchedule& schedule, std::vector<double> times, int index, double lambda);
/// With one more time at this λ; the same list where one is already (nearly) there, or outside its ends.
std::vector<double> insertedTime(const NoiseSchedule& schedule, std::vector<double> times, double lambda);
/// Without an inner time; the same list for an end.
std::vector<double> removedTime(std::vector<double> times, int index);
/// As many steps as are asked for (≥ 1), laid as this list lays them: λ over the share of the steps is interpolated linearly.
std::vector<double> resampledTimes(const NoiseSchedule& schedule, const std::vector<double>& times, int steps);

} // namespace diffuscope
