// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/solvers/solver.h"

#include <array>
#include <cmath>

namespace diffuscope {
namespace {

constexpr std::array<std::string_view, 4> kNames{"time-uniform", "time-quadratic", "log-snr", "karras"};
constexpr double kKarrasRho = 7.0; ///< Karras et al. 2022, section 3

/// Ease a linear grid from `first` to `last` through the power 1/ρ.
double powerGrid(double first, double last, double fraction, double rho) {
    return std::pow(std::pow(first, 1 / rho) + fraction * (std::pow(last, 1 / rho) - std::pow(first, 1 / rho)), rho);
}

} // namespace

std::span<const std::string_view> spacingNames() { return kNames; }

std::vector<double> spacedTimes(const NoiseSchedule& schedule, std::string_view spacing, int steps) {
    if (steps < 1) throw Error("The option 'steps' must be at least 1, not " + std::to_string(steps) + ".");
    const double last = 1.0 / schedule.steps();
    const double lambdaFirst = schedule.lambda(1.0), lambdaLast = schedule.lambda(last);
    std::vector<double> times;
    for (int i = 0; i <= steps; ++i) {
        const double fraction = double(i) / steps;
        if (spacing == "time-uniform") times.push_back(1.0 + fraction * (last - 1.0));
        else if (spacing == "time-quadratic") times.push_back(powerGrid(1.0, last, fraction, 2.0));
        else if (spacing == "log-snr") times.push_back(schedule.timeOfLambda(lambdaFirst + fraction * (lambdaLast - lambdaFirst)));
        else if (spacing == "karras")
            times.push_back(schedule.timeOfLambda(
                -std::log(powerGrid(std::exp(-lambdaFirst), std::exp(-lambdaLast), fraction, kKarrasRho))));
        else throw Error("Unknown spacing '" + std::string(spacing) + "'; known are time-uniform, time-quadratic, log-snr and karras.");
    }
    times.front() = 1.0;
    times.back() = last;
    return times;
}

} // namespace diffuscope
