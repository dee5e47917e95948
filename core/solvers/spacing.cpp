// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solvers/spacing.h"

#include "core/error.h"
#include "core/solvers/quadrature.h"
#include "core/solvers/solver_table.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <sstream>

namespace diffuscope {
namespace {

constexpr std::array<std::string_view, 8> kNames{"time-uniform", "time-quadratic",  "log-snr", "karras",
                                                 "exponential",  "polyexponential", "beta",    "custom"};
constexpr double kKarrasRho = 7.0; ///< Karras et al. 2022, section 3
constexpr double kBetaShape = 0.6; ///< Lee et al. 2024

double mix(double a, double b, double fraction) { return a + fraction * (b - a); }

/// A linear grid in the power 1/ρ, in units of its greater end `first`, whose power would overflow where ρ is small.
double powerGrid(double first, double last, double fraction, double rho) {
    return first * std::pow(mix(1.0, std::pow(last / first, 1 / rho), fraction), rho);
}

void requireKnown(std::string_view spacing) {
    if (std::find(kNames.begin(), kNames.end(), spacing) != kNames.end()) return;
    std::string known;
    for (const auto name : kNames) known += (known.empty() ? "" : ", ") + std::string(name);
    throw Error(translatable("core", "Unknown spacing '%1'; known are %2."), {std::string(spacing), known});
}

/// A step shorter than this in λ is made of rounding errors.
constexpr double kLeastStep = 1e-12;

/// Without the times that only rounding errors part from the one before; both ends stay.
std::vector<double> merged(const NoiseSchedule& schedule, const std::vector<double>& times) {
    std::vector<double> result{times.front()};
    for (size_t i = 1; i < times.size(); ++i)
        if (schedule.lambda(times[i]) - schedule.lambda(result.back()) > kLeastStep) result.push_back(times[i]);
    if (result.size() > 1) result.back() = times.back();
    return result;
}

std::vector<double> customTimes(const NoiseSchedule& schedule, std::vector<double> times) {
    const double last = 1.0 / schedule.steps();
    const bool inRange = std::all_of(times.begin(), times.end(), [&](double t) { return t >= last && t <= 1.0; });
    const bool falls = std::is_sorted(times.rbegin(), times.rend());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    if (!inRange || !falls || times.size() < 2) {
        std::ostringstream text;
        text << last;
        throw Error(translatable("core", "The option 'times' must hold at least 2 different times that fall, between 1 and %1."),
                    {text.str()});
    }
    return times;
}

} // namespace

std::span<const std::string_view> spacingNames() { return kNames; }

double symmetricBetaQuantile(double probability, double shape) {
    if (probability > 0.5) return 1.0 - symmetricBetaQuantile(1.0 - probability, shape);
    // With x = u^{1/shape} the density's pole at 0 is gone: ∫ x^{a−1} (1−x)^{a−1} dx = 1/a ∫ (1 − u^{1/a})^{a−1} du.
    const auto mass = [&](double x) {
        return integrate([&](double u) { return std::pow(1.0 - std::pow(u, 1.0 / shape), shape - 1.0); }, 0.0, std::pow(x, shape), 8);
    };
    const double wanted = probability * 2.0 * mass(0.5);
    double low = 0.0, high = 0.5;
    for (int i = 0; i < 50; ++i) (mass(0.5 * (low + high)) < wanted ? low : high) = 0.5 * (low + high);
    return 0.5 * (low + high);
}

double timeBetween(const NoiseSchedule& schedule, std::string_view spacing, double rho, double s, double t, double fraction) {
    if (spacing == "time-uniform" || spacing == "beta") return mix(s, t, fraction);
    if (spacing == "time-quadratic") return powerGrid(s, t, fraction, 2.0);
    const double from = schedule.lambda(s), to = schedule.lambda(t);
    if (spacing == "karras")
        return schedule.timeOfLambda(-std::log(powerGrid(std::exp(-from), std::exp(-to), fraction, rho > 0 ? rho : kKarrasRho)));
    if (spacing == "polyexponential" && rho > 0) return schedule.timeOfLambda(to + (from - to) * std::pow(1.0 - fraction, rho));
    return schedule.timeOfLambda(mix(from, to, fraction));
}

std::vector<int> nearestTimesteps(const std::vector<double>& times, int total) {
    std::vector<int> indices;
    for (const double t : times) indices.push_back(std::clamp(static_cast<int>(std::lround(t * total)) - 1, 0, total - 1));
    std::sort(indices.begin(), indices.end());
    indices.erase(std::unique(indices.begin(), indices.end()), indices.end());
    return indices;
}

std::vector<double> spacedTimes(const NoiseSchedule& schedule, std::string_view spacing, int steps, const SpacingOptions& options) {
    requireKnown(spacing);
    if (spacing == "custom") return customTimes(schedule, options.times);
    if (steps < 1) throw Error(translatable("core", "The option 'steps' must be at least 1, not %1."), {std::to_string(steps)});
    const double last = options.last > 0 ? options.last : 1.0 / schedule.steps();
    std::vector<double> times{options.first};
    for (int i = 1; i < steps; ++i) {
        const double even = double(i) / steps;
        const double fraction = spacing == "beta" ? symmetricBetaQuantile(even, kBetaShape) : even;
        times.push_back(timeBetween(schedule, spacing, options.rho, options.first, last, fraction));
    }
    times.push_back(last);
    return merged(schedule, times);
}

} // namespace diffuscope
