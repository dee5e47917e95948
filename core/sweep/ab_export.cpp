// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/ab_test.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <sstream>

namespace diffuscope {
namespace {

nlohmann::json number(double value) { return std::isfinite(value) ? nlohmann::json(value) : nlohmann::json(); }

std::string field(double value) {
    if (!std::isfinite(value)) return "";
    std::ostringstream text;
    text.precision(17);
    text << value;
    return text.str();
}

/// RFC 4180: quoted where commas, quotes or line breaks are in it.
std::string field(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + '"';
}

std::string fields(const Estimate& estimate) { return field(estimate.value) + ',' + field(estimate.low) + ',' + field(estimate.high); }

nlohmann::json rowJson(const AbResult& result, std::size_t i) {
    const auto& example = result.examples[i];
    nlohmann::json row{{"row", example.row}, {"seed", example.seed}, {"source", example.pair.source}, {"reference", example.pair.target},
                       {"a", example.a},     {"b", example.b}};
    if (!example.error.empty()) row["error"] = example.error.text();
    row["scores"] = nlohmann::json::object();
    for (const auto& metric : result.metrics) row["scores"][metric.corpus.metric] = {number(metric.a[i]), number(metric.b[i])};
    return row;
}

} // namespace

nlohmann::json toJson(const AbPlan& plan) {
    return {{"input", plan.input},
            {"limit", plan.limit},
            {"seeds", plan.seeds},
            {"resamples", plan.resamples},
            {"a", toJson(recipeOfSeed(plan.a, 0))},
            {"b", toJson(recipeOfSeed(plan.b, 0))}};
}

nlohmann::json toJson(const AbResult& result) {
    OutputComparison comparison;
    for (const auto& metric : result.metrics) comparison.metrics.push_back(metric.corpus);
    auto json = toJson(comparison, {}, {}); // metrics and definitions; the rows have seeds beside them
    json["rows"] = nlohmann::json::array();
    for (std::size_t i = 0; i < result.examples.size(); ++i) json["rows"].push_back(rowJson(result, i));
    json.update(toJson(result.plan));
    json.update({{"items", result.items}, {"skipped", result.skipped}, {"failed", result.failed}});
    return json;
}

std::string metricsCsv(const AbResult& result) {
    std::string text = "metric,a,a_low,a_high,b,b_low,b_high,difference,difference_low,difference_high,p,wins,ties,losses\n";
    for (const auto& [one, a, b] : result.metrics)
        text += one.metric + ',' + fields(one.estimate.a) + ',' + fields(one.estimate.b) + ',' + fields(one.estimate.difference) + ',' +
                field(one.estimate.p) + ',' + std::to_string(one.wins) + ',' + std::to_string(one.ties) + ',' + std::to_string(one.losses) +
                '\n';
    return text;
}

std::string examplesCsv(const AbResult& result) {
    std::string text = "row,seed,source,reference,a,b,error";
    for (const auto& metric : result.metrics) text += ',' + metric.corpus.metric + "_a," + metric.corpus.metric + "_b";
    text += '\n';
    for (std::size_t i = 0; i < result.examples.size(); ++i) {
        const auto& example = result.examples[i];
        text += std::to_string(example.row) + ',' + std::to_string(example.seed);
        for (const auto& part : {example.pair.source, example.pair.target, example.a, example.b, example.error.text()})
            text += ',' + field(part);
        for (const auto& metric : result.metrics) text += ',' + field(metric.a[i]) + ',' + field(metric.b[i]);
        text += '\n';
    }
    return text;
}

} // namespace diffuscope
