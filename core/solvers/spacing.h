// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diffusion/noise_schedule.h"

#include <string_view>
#include <vector>

namespace diffuscope {

/// What some spacings take beside their name.
struct SpacingOptions {
    double rho = 0.0;          ///< `karras`, `polyexponential`: the exponent; 0: the published one (7 and 1)
    std::vector<double> times; ///< `custom`: descending, in [1/T, 1]
    double first = 1.0;        ///< where the grid begins; not for `custom`
    double last = 0.0;         ///< where it ends; 0: 1/T
};

/// Times t_0 = first > … > t_steps = last of a spacing: time-uniform, time-quadratic, log-snr (Lu et al. 2022, section
/// 3.4); karras (Karras et al. 2022, eq. 5); exponential, polyexponential (k-diffusion; in σ/α, so that exponential is
/// log-snr under another name); beta (Lee et al. 2024, arXiv 2407.12173: quantiles of Beta(0.6, 0.6)); custom: a list,
/// whose length decides, not `steps`. Equal times are merged, as a step of no length does nothing (in a spacing also those
/// that rounding errors alone part, of which solvers would make 0/0): there may be fewer steps than asked for. Any number
/// of steps is allowed, more than T as well: the schedule is continuous.
/// Throws Error for an unknown spacing, steps < 1, or a bad list.
std::vector<double> spacedTimes(const NoiseSchedule& schedule, std::string_view spacing, int steps, const SpacingOptions& options = {});

/// The time at `fraction` of the way from s to t on the spacing's own scale: where single-step solvers evaluate between.
/// For beta it is even in time, for custom in λ.
double timeBetween(const NoiseSchedule& schedule, std::string_view spacing, double rho, double s, double t, double fraction);

/// The discrete steps (0 … T−1) next to these times, ascending and each once.
std::vector<int> nearestTimesteps(const std::vector<double>& times, int total);

/// The x at which the regularised incomplete beta function I_x(shape, shape) has this value.
double symmetricBetaQuantile(double probability, double shape);

} // namespace diffuscope
