// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diffusion/noise_schedule.h"

#include "core/error.h"

#include <algorithm>
#include <cmath>

namespace diffuscope {
namespace {

/// Where `value` falls among ascending knots, so that the outermost segments extend beyond them.
size_t segmentOf(double position, size_t knots) {
    const double last = static_cast<double>(knots) - 2.0;
    return static_cast<size_t>(std::clamp(std::floor(position), 0.0, last));
}

} // namespace

NoiseSchedule NoiseSchedule::sqrt(int steps) {
    const auto alphaBar = [](double t) { return 1.0 - std::sqrt(t + 0.0001); };
    std::vector<double> betas(static_cast<size_t>(steps));
    for (int i = 0; i < steps; ++i)
        betas[static_cast<size_t>(i)] = std::min(1.0 - alphaBar(double(i + 1) / steps) / alphaBar(double(i) / steps), 0.999);
    return NoiseSchedule(std::move(betas));
}

NoiseSchedule NoiseSchedule::linear(int steps) {
    const double scale = 1000.0 / steps;
    std::vector<double> betas(static_cast<size_t>(steps));
    for (int i = 0; i < steps; ++i)
        betas[static_cast<size_t>(i)] = std::min(scale * (1e-4 + (0.02 - 1e-4) * i / std::max(1, steps - 1)), 0.999);
    return NoiseSchedule(std::move(betas));
}

NoiseSchedule NoiseSchedule::named(const std::string& name, int steps) {
    if (steps < 2) throw Error(translatable("core", "A noise schedule needs at least 2 diffusion steps, not %1."), {std::to_string(steps)});
    if (name == "sqrt") return sqrt(steps);
    if (name == "linear") return linear(steps);
    throw Error(translatable("core", "Unknown noise schedule '%1'; known are sqrt and linear."), {name});
}

NoiseSchedule::NoiseSchedule(std::vector<double> betas) : betas_(std::move(betas)) {
    const size_t n = betas_.size();
    alphasCumprod_.resize(n);
    posteriorVariance_.resize(n);
    posteriorMeanCoef1_.resize(n);
    posteriorMeanCoef2_.resize(n);
    logAlphas_.resize(n);
    double product = 1.0;
    double logSum = 0.0;
    for (size_t i = 0; i < n; ++i) {
        const double beta = betas_[i];
        const double previous = product;
        product *= 1.0 - beta;
        logSum += std::log(1.0 - beta);
        alphasCumprod_[i] = product;
        logAlphas_[i] = 0.5 * logSum;
        posteriorVariance_[i] = beta * (1.0 - previous) / (1.0 - product);
        posteriorMeanCoef1_[i] = beta * std::sqrt(previous) / (1.0 - product);
        posteriorMeanCoef2_[i] = (1.0 - previous) * std::sqrt(1.0 - beta) / (1.0 - product);
    }
    modelVariance_ = betas_;
    if (n > 1) modelVariance_[0] = posteriorVariance_[1];
}

NoiseSchedule NoiseSchedule::respaced(const std::vector<int>& timesteps) const {
    std::vector<double> betas;
    double last = 1.0;
    for (const int t : timesteps) {
        const double current = alphasCumprod_.at(static_cast<size_t>(t));
        betas.push_back(1.0 - current / last);
        last = current;
    }
    return NoiseSchedule(std::move(betas));
}

double NoiseSchedule::logAlpha(double t) const {
    const double position = t * steps() - 1.0;
    const size_t i = segmentOf(position, logAlphas_.size());
    return logAlphas_[i] + (position - double(i)) * (logAlphas_[i + 1] - logAlphas_[i]);
}

double NoiseSchedule::alpha(double t) const { return std::exp(logAlpha(t)); }

double NoiseSchedule::sigma(double t) const { return std::sqrt(-std::expm1(2.0 * logAlpha(t))); }

double NoiseSchedule::lambda(double t) const {
    const double log = logAlpha(t);
    return log - 0.5 * std::log(-std::expm1(2.0 * log));
}

double NoiseSchedule::timeOfLambda(double lambda) const {
    // log α = −½ log(1 + e^{−2λ}), written so that neither end overflows.
    const double a = -2.0 * lambda;
    const double log = -0.5 * (std::max(a, 0.0) + std::log1p(std::exp(-std::abs(a))));
    const auto above = std::lower_bound(logAlphas_.begin(), logAlphas_.end(), log, std::greater<>());
    const double found = double(above - logAlphas_.begin()) - 1.0;
    const size_t i = segmentOf(found, logAlphas_.size());
    const double position = double(i) + (log - logAlphas_[i]) / (logAlphas_[i + 1] - logAlphas_[i]);
    return (position + 1.0) / steps();
}

std::vector<int> evenTimesteps(int total, int count) {
    if (count < 1 || count > total)
        throw Error(translatable("core", "The number of steps must lie between 1 and %1, not %2."),
                    {std::to_string(total), std::to_string(count)});
    const double stride = count > 1 ? double(total - 1) / (count - 1) : 1.0;
    std::vector<int> result;
    double position = 0.0;
    for (int i = 0; i < count; ++i, position += stride) result.push_back(static_cast<int>(std::nearbyint(position)));
    return result;
}

} // namespace diffuscope
