// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/best_times.h"

#include "core/compare/positions.h"
#include "core/error.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace diffuscope {
namespace {

constexpr double kLeastShare = 0.01; ///< of the mean density

void requireMeasurable(const Trace& fine) {
    if (!fine.finished() || fine.steps.size() < 3)
        throw Error(
            translatable("core", "The spacing is measured along a finished run of at least two steps; let a fine run finish first."));
    for (const auto& step : fine.steps)
        if (step->x0.empty()) throw Error(translatable("core", "The spacing is measured on latents, which this run has not kept."));
}

/// Mean over all target positions of ‖x_0 there − x_0 here‖ between two records.
double predictionChange(const Trace& fine, const TraceStep& here, const TraceStep& there) {
    const auto dimensions = static_cast<size_t>(fine.header->dimensions);
    double sum = 0.0;
    size_t count = 0;
    for (int row = 0; row < fine.batch(); ++row)
        for (const int position : targetPositions(fine, row)) {
            const size_t first =
                (static_cast<size_t>(row) * static_cast<size_t>(fine.header->length) + static_cast<size_t>(position)) * dimensions;
            sum += latentDistance(there.x0, first, here.x0, first, dimensions);
            ++count;
        }
    return count > 0 ? sum / static_cast<double>(count) : 0.0;
}

/// What each interval between records needs of the steps. The last record holds the final state in place of a prediction,
/// so the last interval takes the density of the one before.
std::vector<double> needOfIntervals(const Trace& fine) {
    std::vector<double> densities, widths;
    for (size_t i = 0; i + 1 < fine.steps.size(); ++i) {
        const auto& here = *fine.steps[i];
        const auto& there = *fine.steps[i + 1];
        widths.push_back(there.lambda - here.lambda);
        const bool last = i + 2 == fine.steps.size();
        const double middle = 0.5 * (here.lambda + there.lambda);
        const double density = widths[i] > 0 ? std::sqrt(std::exp(middle) * predictionChange(fine, here, there) / widths[i]) : 0.0;
        densities.push_back(last ? densities.back() : density);
    }
    const double mean =
        std::inner_product(densities.begin(), densities.end(), widths.begin(), 0.0) / std::accumulate(widths.begin(), widths.end(), 0.0);
    std::vector<double> needs;
    for (size_t i = 0; i < widths.size(); ++i) needs.push_back((mean > 0 ? std::max(densities[i], kLeastShare * mean) : 1.0) * widths[i]);
    return needs;
}

/// The integral from the run's beginning up to time t.
double needUpTo(const ErrorProfile& profile, double t) {
    const auto& times = profile.times;
    if (t >= times.front()) return 0.0;
    const auto after = std::upper_bound(times.begin(), times.end(), t, std::greater<>()); // the first time below t
    if (after == times.end()) return profile.needs.back();
    const auto i = static_cast<size_t>(after - times.begin());
    const double share = (times[i - 1] - t) / (times[i - 1] - times[i]);
    return profile.needs[i - 1] + share * (profile.needs[i] - profile.needs[i - 1]);
}

} // namespace

ErrorProfile errorProfile(const Trace& fine) {
    requireMeasurable(fine);
    ErrorProfile profile;
    for (const auto& step : fine.steps) profile.times.push_back(step->t);
    profile.needs.push_back(0.0);
    for (const double need : needOfIntervals(fine)) profile.needs.push_back(profile.needs.back() + need);
    return profile;
}

std::vector<double> equalErrorTimes(const ErrorProfile& profile, int steps) {
    if (steps < 1) throw Error(translatable("core", "The number of steps must be at least 1, not %1."), {std::to_string(steps)});
    std::vector<double> times{profile.times.front()};
    size_t interval = 0;
    for (int k = 1; k < steps; ++k) {
        const double wanted = profile.needs.back() * k / steps;
        while (interval + 2 < profile.needs.size() && profile.needs[interval + 1] < wanted) ++interval;
        const double need = profile.needs[interval + 1] - profile.needs[interval];
        const double share = need > 0 ? (wanted - profile.needs[interval]) / need : 0.0;
        times.push_back(profile.times[interval] + share * (profile.times[interval + 1] - profile.times[interval]));
    }
    times.push_back(profile.times.back());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    return times;
}

std::vector<double> equalErrorTimes(const Trace& fine, int steps) { return equalErrorTimes(errorProfile(fine), steps); }

std::vector<double> localErrors(const ErrorProfile& profile, const std::vector<double>& times) {
    std::vector<double> errors;
    for (size_t i = 0; i + 1 < times.size(); ++i) {
        const double need = needUpTo(profile, times[i + 1]) - needUpTo(profile, times[i]);
        errors.push_back(0.5 * need * need);
    }
    return errors;
}

} // namespace diffuscope
