// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diffusion/noise_schedule.h"

#include <vector>

namespace diffuscope {

/// Data with a closed form: a mixture of Gaussians with one common spread, in one dimension. The best x_0 prediction
/// is known, and the probability-flow ODE carries each quantile of one time's distribution to that of another, so that
/// its exact solution is a matter of inverting a distribution function.
struct MixtureProblem {
    std::vector<double> weights{0.3, 0.45, 0.25}, means{-1.0, 0.2, 0.9};
    double spread = 0.5;

    double variance(const NoiseSchedule& schedule, double t) const; ///< of each component at t
    double mean(const NoiseSchedule& schedule, double t) const;
    double probability(const NoiseSchedule& schedule, double t, double y) const;
    /// Where the ODE takes y from time `from` to `to`.
    double solution(const NoiseSchedule& schedule, double y, double from, double to) const;
};

} // namespace diffuscope
