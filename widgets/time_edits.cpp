// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/time_edits.h"

#include <QString>
#include <algorithm>
#include <cmath>

namespace diffuscope {
namespace {

constexpr double kLeastGap = 0.01; ///< in λ, between neighbours
constexpr int kDigits = 8;

double last(const NoiseSchedule& schedule) { return 1.0 / schedule.steps(); }

/// The tidy time of a λ, within the schedule's ends.
double timeAt(const NoiseSchedule& schedule, double lambda) {
    return std::clamp(tidyTime(schedule.timeOfLambda(lambda)), last(schedule), 1.0);
}

} // namespace

double tidyTime(double time) { return QString::number(time, 'g', kDigits).toDouble(); }

std::vector<double> tidyTimes(std::vector<double> times) {
    // An end of 1/T stays what it is: rounded down it would lie outside the schedule.
    for (size_t i = 0; i + 1 < times.size(); ++i) times[i] = tidyTime(times[i]);
    times.erase(std::unique(times.begin(), times.end()), times.end());
    return times;
}

std::vector<double> lambdasOf(const NoiseSchedule& schedule, const std::vector<double>& times) {
    std::vector<double> lambdas;
    for (const double t : times) lambdas.push_back(schedule.lambda(t));
    return lambdas;
}

std::vector<double> stepSizes(const NoiseSchedule& schedule, const std::vector<double>& times) {
    const auto lambdas = lambdasOf(schedule, times);
    std::vector<double> sizes;
    for (size_t i = 0; i + 1 < lambdas.size(); ++i) sizes.push_back(lambdas[i + 1] - lambdas[i]);
    return sizes;
}

std::vector<double> movedTime(const NoiseSchedule& schedule, std::vector<double> times, int index, double lambda) {
    const auto at = static_cast<size_t>(index);
    const bool first = index == 0, end = at + 1 == times.size();
    const double from = schedule.lambda(first ? 1.0 : times[at - 1]), to = schedule.lambda(end ? last(schedule) : times[at + 1]);
    const double gap = std::min(kLeastGap, 0.25 * (to - from));
    if (!(gap > 0)) return times;
    times[at] = timeAt(schedule, std::clamp(lambda, first ? from : from + gap, end ? to : to - gap));
    return times;
}

std::vector<double> insertedTime(const NoiseSchedule& schedule, std::vector<double> times, double lambda) {
    const auto lambdas = lambdasOf(schedule, times);
    const auto after = std::upper_bound(lambdas.begin(), lambdas.end(), lambda);
    if (after == lambdas.begin() || after == lambdas.end()) return times;
    if (lambda - *(after - 1) < kLeastGap || *after - lambda < kLeastGap) return times;
    times.insert(times.begin() + (after - lambdas.begin()), timeAt(schedule, lambda));
    return times;
}

std::vector<double> removedTime(std::vector<double> times, int index) {
    if (index > 0 && index + 1 < static_cast<int>(times.size())) times.erase(times.begin() + index);
    return times;
}

std::vector<double> resampledTimes(const NoiseSchedule& schedule, const std::vector<double>& times, int steps) {
    const auto lambdas = lambdasOf(schedule, times);
    const auto intervals = static_cast<double>(lambdas.size() - 1);
    std::vector<double> result{times.front()};
    for (int i = 1; i < steps; ++i) {
        const double place = intervals * i / steps;
        const auto before = std::min(static_cast<size_t>(place), lambdas.size() - 2);
        const double share = place - static_cast<double>(before);
        result.push_back(timeAt(schedule, lambdas[before] + share * (lambdas[before + 1] - lambdas[before])));
    }
    result.push_back(times.back());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

} // namespace diffuscope
