// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/compare_outputs.h"

#include "core/error.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>

namespace diffuscope {
namespace {

std::vector<double> rowValues(const CorpusMetric& metric) {
    std::vector<double> values(metric.rows());
    for (size_t row = 0; row < values.size(); ++row) values[row] = metric.rowValue(row);
    return values;
}

std::vector<size_t> byDifference(const std::vector<double>& a, const std::vector<double>& b) {
    std::vector<size_t> order(a.size());
    std::iota(order.begin(), order.end(), size_t{0});
    const auto key = [&](size_t row) {
        const double difference = b[row] - a[row];
        return std::isnan(difference) ? -std::numeric_limits<double>::infinity() : difference;
    };
    std::stable_sort(order.begin(), order.end(), [&](size_t x, size_t y) { return key(x) > key(y); });
    return order;
}

nlohmann::json number(double value) { return std::isfinite(value) ? nlohmann::json(value) : nlohmann::json(); }

} // namespace

MetricComparison compareMetric(const CorpusMetric& a, const CorpusMetric& b, const BootstrapOptions& options) {
    MetricComparison result{std::string(a.kind().name), pairedBootstrap(a, b, options)};
    for (size_t row = 0; row < a.rows(); ++row) {
        const double difference = b.rowValue(row) - a.rowValue(row);
        result.wins += difference > 0;
        result.losses += difference < 0;
        result.ties += difference == 0;
    }
    return result;
}

std::vector<std::string> comparisonMetrics(const GeneratedRows& rows) {
    std::vector<std::string> names{"bleu_sacre", "bleu_nltk_method4", "chrf", "rougeL", "length_ratio", "exact_match"};
    if (!std::isnan(CorpusMetric(findMetric("slot_accuracy"), rows).value())) names.emplace_back("slot_accuracy");
    return names;
}

OutputComparison compareOutputs(const GeneratedRows& a, const GeneratedRows& b, std::span<const std::string> metrics,
                                const BootstrapOptions& options) {
    requireSameItems(a, "A", b, "B");
    if (metrics.empty()) throw Error("Name at least one metric to compare.");
    OutputComparison result;
    result.items = a.candidates.size();
    for (const auto& name : metrics) {
        const auto& kind = findMetric(name);
        const CorpusMetric ofA(kind, a), ofB(kind, b);
        result.metrics.push_back(compareMetric(ofA, ofB, options));
        if (result.metrics.size() > 1) continue;
        result.a = rowValues(ofA);
        result.b = rowValues(ofB);
        result.order = byDifference(result.a, result.b);
    }
    return result;
}

nlohmann::json toJson(const OutputComparison& comparison, const GeneratedRows& a, const GeneratedRows& b) {
    auto metrics = nlohmann::json::array(), rows = nlohmann::json::array();
    auto definitions = metricDefinitions();
    auto used = nlohmann::json::object();
    for (const auto& one : comparison.metrics) {
        used[one.metric] = definitions[one.metric];
        metrics.push_back({{"metric", one.metric},
                           {"a", toJson(one.estimate.a)},
                           {"b", toJson(one.estimate.b)},
                           {"difference", toJson(one.estimate.difference)},
                           {"p", number(one.estimate.p)},
                           {"wins", one.wins},
                           {"ties", one.ties},
                           {"losses", one.losses}});
    }
    for (const size_t row : comparison.order)
        rows.push_back({{"row", row},
                        {"source", a.sources[row]},
                        {"reference", a.references[row]},
                        {"a", a.candidates[row]},
                        {"b", b.candidates[row]},
                        {"score_a", number(comparison.a[row])},
                        {"score_b", number(comparison.b[row])}});
    used["difference"] = "b minus a, with the 95 % interval of the paired bootstrap over the rows (Koehn 2004)";
    used["p"] = "Two-sided p-value of the difference: share of the resampled differences that lie as far from their mean as it does from 0";
    used["wins"] = "Rows for which b scores higher by itself; losses: lower; ties: the same";
    return {{"items", comparison.items}, {"metrics", metrics}, {"rows", rows}, {"definitions", used}};
}

} // namespace diffuscope
