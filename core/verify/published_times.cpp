// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/verify/published_times.h"

#include <algorithm>
#include <cmath>

namespace diffuscope {
namespace {

/// Entry i of torch.linspace(first, last, count + 1) in float32, which counts from the nearer end and rounds once.
float evenly(double first, double last, int i, int count) {
    const float from = static_cast<float>(first), to = static_cast<float>(last), step = (to - from) / static_cast<float>(count);
    return i < (count + 1) / 2 ? std::fma(step, static_cast<float>(i), from) : std::fma(-step, static_cast<float>(count - i), to);
}

/// The published interpolation has its knots (i + 1) / T in float32; ours are exact. Takes our time to theirs.
double published(const NoiseSchedule& schedule, double t) {
    const int total = schedule.steps(), knot = std::min(static_cast<int>(t * total), total - 1);
    const double low = evenly(0.0, 1.0, knot, total), high = evenly(0.0, 1.0, knot + 1, total);
    return low + (t * total - knot) * (high - low);
}

/// And theirs to ours.
double ours(const NoiseSchedule& schedule, double t) {
    const int total = schedule.steps(), knot = std::min(static_cast<int>(t * total + 1e-3), total - 1);
    const double low = evenly(0.0, 1.0, knot, total), high = evenly(0.0, 1.0, knot + 1, total);
    return (knot + (t - low) / (high - low)) / total;
}

/// Our time of a λ that is a float32; the schedule itself is in float64.
double timeOf(const NoiseSchedule& schedule, float lambda) {
    const float a = -2.0f * lambda;
    const double logAlpha = -0.5f * (std::max(a, 0.0f) + std::log1p(std::exp(-std::abs(a))));
    return schedule.timeOfLambda(logAlpha - 0.5 * std::log(-std::expm1(2.0 * logAlpha)));
}

/// Our time of entry i of a grid between two of their times.
double timeAt(const NoiseSchedule& schedule, const std::string& spacing, double s, double t, int i, int count) {
    if (spacing == "time-uniform") return ours(schedule, evenly(s, t, i, count));
    if (spacing == "time-quadratic") {
        const float root = evenly(std::sqrt(s), std::sqrt(t), i, count);
        return ours(schedule, root * root);
    }
    const auto lambda = [&](double time) { return schedule.lambda(ours(schedule, static_cast<float>(time))); };
    return timeOf(schedule, evenly(lambda(s), lambda(t), i, count));
}

} // namespace

SamplingPlan publishedPlan(const NoiseSchedule& schedule, const Recipe& recipe) {
    auto plan = samplingPlan(schedule, recipe);
    const int steps = static_cast<int>(plan.times.size()) - 1;
    const bool inTime = recipe.spacing != "log-snr";
    const double last = 1.0 / schedule.steps();
    // Single-step solvers even in time take some of the times of a grid of all evaluations.
    const bool shared = !plan.orders.empty() && inTime;
    int at = 0;
    for (int i = 0; i <= steps; ++i) {
        plan.times[static_cast<size_t>(i)] =
            timeAt(schedule, recipe.spacing, 1.0, last, shared ? at : i, shared ? recipe.evaluations : steps);
        if (shared && i < steps) at += plan.orders[static_cast<size_t>(i)];
    }
    plan.between = [&schedule, spacing = recipe.spacing](double s, double t, double fraction) {
        // Only the share of the way in λ is taken from the grid within the step, whose ends are rounded as well.
        const int count = fraction == 0.5 ? 2 : 3;
        const auto lambda = [&](int i) {
            return schedule.lambda(timeAt(schedule, spacing, published(schedule, s), published(schedule, t), i, count));
        };
        const double share = (lambda(static_cast<int>(std::lround(fraction * count))) - lambda(0)) / (lambda(count) - lambda(0));
        return schedule.timeOfLambda(schedule.lambda(s) + share * (schedule.lambda(t) - schedule.lambda(s)));
    };
    // The grid's own times are float32 where it is even in time; inner ones come from their λ and are float64.
    plan.timeInput = [&schedule, inTime, grid = plan.times](double t) -> double {
        const double theirs = published(schedule, t), first = 1.0 / schedule.steps();
        if (inTime && std::find(grid.begin(), grid.end(), t) != grid.end())
            return (static_cast<float>(theirs) - static_cast<float>(first)) * 1000.0f;
        return (theirs - first) * 1000.0;
    };
    return plan;
}

} // namespace diffuscope
