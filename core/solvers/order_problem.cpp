// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solvers/order_problem.h"

#include <cmath>
#include <numbers>

namespace diffuscope {

double MixtureProblem::variance(const NoiseSchedule& schedule, double t) const {
    return std::pow(schedule.alpha(t) * spread, 2) + std::pow(schedule.sigma(t), 2);
}

double MixtureProblem::mean(const NoiseSchedule& schedule, double t) const {
    double sum = 0.0;
    for (size_t k = 0; k < means.size(); ++k) sum += weights[k] * means[k];
    return schedule.alpha(t) * sum;
}

double MixtureProblem::probability(const NoiseSchedule& schedule, double t, double y) const {
    const double alpha = schedule.alpha(t), scale = std::sqrt(2.0 * variance(schedule, t));
    double sum = 0.0;
    for (size_t k = 0; k < means.size(); ++k) sum += 0.5 * weights[k] * std::erfc((alpha * means[k] - y) / scale);
    return sum;
}

double MixtureProblem::solution(const NoiseSchedule& schedule, double y, double from, double to) const {
    const double wanted = probability(schedule, from, y), alpha = schedule.alpha(to), v = variance(schedule, to);
    double low = -20.0, high = 20.0, x = 0.0;
    // Newton, kept inside a bracket: the distribution function rises everywhere.
    for (int i = 0; i < 100; ++i) {
        const double excess = probability(schedule, to, x) - wanted;
        (excess > 0 ? high : low) = x;
        double density = 0.0;
        for (size_t k = 0; k < means.size(); ++k)
            density += weights[k] * std::exp(-0.5 * std::pow(x - alpha * means[k], 2) / v) / std::sqrt(2.0 * std::numbers::pi * v);
        const double next = x - excess / density;
        const double inside = next > low && next < high ? next : 0.5 * (low + high);
        if (std::abs(inside - x) < 1e-16) break;
        x = inside;
    }
    return x;
}

} // namespace diffuscope
