// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/bootstrap.h"

#include "core/error.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <random>

namespace diffuscope {
namespace {

constexpr double kLowest = 0.025, kHighest = 0.975;
constexpr int kMostResamples = 1000000;

template <class Visit> void eachResample(size_t rows, const BootstrapOptions& options, Visit visit) {
    if (options.resamples < 1 || options.resamples > kMostResamples)
        throw Error(translatable("core", "The number of resamples must lie between 1 and %1, not %2."),
                    {std::to_string(kMostResamples), std::to_string(options.resamples)});
    if (rows == 0) throw Error(translatable("core", "There are no rows to resample."));
    // Not a distribution of the standard library, whose draws are another on every platform.
    std::mt19937_64 random(options.seed);
    std::vector<size_t> drawn(rows);
    for (int i = 0; i < options.resamples; ++i) {
        for (auto& row : drawn) row = size_t(random() % rows);
        visit(drawn);
    }
}

double percentile(const std::vector<double>& sorted, double share) {
    const double place = share * double(sorted.size() - 1);
    const auto below = size_t(place);
    const auto above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - double(below)) * (sorted[above] - sorted[below]);
}

Estimate estimate(double value, std::vector<double> resampled) {
    std::erase_if(resampled, [](double one) { return std::isnan(one); });
    Estimate result;
    result.value = value;
    if (resampled.empty() || std::isnan(value)) return result;
    std::sort(resampled.begin(), resampled.end());
    result.low = percentile(resampled, kLowest);
    result.high = percentile(resampled, kHighest);
    return result;
}

double pValue(const std::vector<double>& differences, double observed) {
    double sum = 0.0;
    size_t count = 0, asFar = 0;
    for (const double one : differences)
        if (!std::isnan(one)) sum += one, ++count;
    if (count == 0 || std::isnan(observed)) return std::numeric_limits<double>::quiet_NaN();
    const double mean = sum / double(count);
    for (const double one : differences) asFar += std::abs(one - mean) >= std::abs(observed);
    return double(asFar + 1) / double(count + 1);
}

} // namespace

nlohmann::json toJson(const Estimate& estimate) {
    const auto number = [](double value) { return std::isfinite(value) ? nlohmann::json(value) : nlohmann::json(); };
    return {{"value", number(estimate.value)}, {"low", number(estimate.low)}, {"high", number(estimate.high)}};
}

Estimate bootstrap(const CorpusMetric& metric, const BootstrapOptions& options) {
    std::vector<double> resampled;
    eachResample(metric.rows(), options, [&](const auto& drawn) { resampled.push_back(metric.value(drawn)); });
    return estimate(metric.value(), std::move(resampled));
}

PairedEstimate pairedBootstrap(const CorpusMetric& a, const CorpusMetric& b, const BootstrapOptions& options) {
    if (&a.kind() != &b.kind() || a.rows() != b.rows())
        throw Error(translatable("core", "A paired comparison needs one metric of the same items for both outputs."));
    std::vector<double> ofA, ofB, differences;
    eachResample(a.rows(), options, [&](const auto& drawn) {
        ofA.push_back(a.value(drawn));
        ofB.push_back(b.value(drawn));
        differences.push_back(ofB.back() - ofA.back());
    });
    const double difference = b.value() - a.value();
    PairedEstimate result;
    result.p = pValue(differences, difference);
    result.a = estimate(a.value(), std::move(ofA));
    result.b = estimate(b.value(), std::move(ofB));
    result.difference = estimate(difference, std::move(differences));
    return result;
}

} // namespace diffuscope
