// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/best_times.h"

#include "core/compare/positions.h"
#include "core/error.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace diffuscope {
namespace {

constexpr double kLeastShare = 0.01; ///< of the mean density

void requireMeasurable(const Trace& fine, int steps) {
    if (steps < 1) throw Error("The number of steps must be at least 1, not " + std::to_string(steps) + ".");
    if (!fine.finished() || fine.steps.size() < 3)
        throw Error("The spacing is measured along a finished run of at least two steps; let a fine run finish first.");
    for (const auto& step : fine.steps)
        if (step->x0.empty()) throw Error("The spacing is measured on latents, which this run has not kept.");
}

/// Mean over all target positions of ‖x_0 there − x_0 here‖ between two records.
double predictionChange(const Trace& fine, const TraceStep& here, const TraceStep& there) {
    const auto dimensions = static_cast<size_t>(fine.header->dimensions);
    double sum = 0.0;
    size_t count = 0;
    for (int row = 0; row < fine.batch(); ++row)
        for (const int position : targetPositions(fine, row)) {
            const size_t first = (static_cast<size_t>(row) * static_cast<size_t>(fine.header->length) + static_cast<size_t>(position)) * dimensions;
            double squares = 0.0;
            for (size_t d = first; d < first + dimensions; ++d) {
                const double change = double(halfToFloat(there.x0[d])) - halfToFloat(here.x0[d]);
                squares += change * change;
            }
            sum += std::sqrt(squares);
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
    const double mean = std::inner_product(densities.begin(), densities.end(), widths.begin(), 0.0) /
                        std::accumulate(widths.begin(), widths.end(), 0.0);
    std::vector<double> needs;
    for (size_t i = 0; i < widths.size(); ++i) needs.push_back((mean > 0 ? std::max(densities[i], kLeastShare * mean) : 1.0) * widths[i]);
    return needs;
}

} // namespace

std::vector<double> equalErrorTimes(const Trace& fine, int steps) {
    requireMeasurable(fine, steps);
    const auto needs = needOfIntervals(fine);
    const double all = std::accumulate(needs.begin(), needs.end(), 0.0);
    std::vector<double> times{fine.steps.front()->t};
    size_t interval = 0;
    double before = 0.0; // needs of the intervals before
    for (int k = 1; k < steps; ++k) {
        const double wanted = all * k / steps;
        while (interval + 1 < needs.size() && before + needs[interval] < wanted) before += needs[interval++];
        const double share = needs[interval] > 0 ? (wanted - before) / needs[interval] : 0.0;
        const double from = fine.steps[interval]->t, to = fine.steps[interval + 1]->t;
        times.push_back(from + share * (to - from));
    }
    times.push_back(fine.steps.back()->t);
    times.erase(std::unique(times.begin(), times.end()), times.end());
    return times;
}

} // namespace diffuscope
