// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/sweep_row.h"

#include "core/error.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <sstream>

namespace diffuscope {
namespace {

constexpr std::array<std::string_view, 6> kMetrics{"bleu_sacre",    "bleu_nltk_method4", "rougeL",
                                                   "slot_accuracy", "length_ratio",      "exact_match"};

nlohmann::json number(double value) {
    if (std::isfinite(value) && value == std::floor(value)) return static_cast<std::int64_t>(value);
    return value;
}

std::string field(double value) {
    if (std::isnan(value)) return "";
    std::ostringstream text;
    text.precision(10);
    text << value;
    return text.str();
}

std::string quoted(const std::string& text) {
    std::string result = "\"";
    for (const char c : text) result += c == '"' ? "\"\"" : std::string(1, c);
    return result + '"';
}

} // namespace

std::span<const std::string_view> sweepMetrics() { return kMetrics; }

Estimate SweepRow::metric(std::string_view name) const {
    const auto at = std::find_if(metrics.begin(), metrics.end(), [&](const auto& one) { return one.first == name; });
    return at == metrics.end() ? Estimate{} : at->second;
}

nlohmann::json toJson(const SweepRow& row) {
    auto json = toJson(row.setting);
    json["skipped"] = row.skipped;
    if (!row.error.empty()) {
        json["error"] = row.error.text();
        return json;
    }
    json.update({{"evaluations", number(row.evaluations)}, {"seconds_per_sentence", row.secondsPerSentence}, {"sentences", row.sentences}});
    for (const auto& [name, estimate] : row.metrics) json[name] = toJson(estimate);
    return json;
}

SweepRow sweepRowFromJson(const nlohmann::json& json) {
    try {
        SweepRow row;
        row.setting = sweepSettingFromJson(json);
        row.skipped = json.value("skipped", std::size_t{0});
        row.error = json.value("error", std::string());
        if (!row.error.empty()) return row;
        json.at("evaluations").get_to(row.evaluations);
        json.at("seconds_per_sentence").get_to(row.secondsPerSentence);
        json.at("sentences").get_to(row.sentences);
        for (const auto name : kMetrics)
            if (const auto at = json.find(name); at != json.end() && at->is_object())
                row.metrics.emplace_back(name, Estimate{at->at("value"), at->at("low"), at->at("high")});
        return row;
    } catch (const nlohmann::json::exception&) {
        throw Error(translatable("core", "A row of the sweep lacks its solver, steps or figures, or has them in the wrong kind."));
    }
}

std::string toCsv(std::span<const SweepRow> rows) {
    std::ostringstream text;
    text << "solver,steps,spacing,mode,evaluations,seconds_per_sentence,sentences,skipped";
    for (const auto name : kMetrics) text << ',' << name << ',' << name << "_low," << name << "_high";
    text << ",error\n";
    for (const auto& row : rows) {
        const bool failed = !row.error.empty();
        text << row.setting.solver << ',' << row.setting.steps << ',' << row.setting.spacing << ',' << toString(row.setting.mode) << ','
             << (failed ? "" : field(row.evaluations)) << ',' << (failed ? "" : field(row.secondsPerSentence)) << ',' << row.sentences
             << ',' << row.skipped;
        for (const auto name : kMetrics) {
            const auto estimate = row.metric(name);
            text << ',' << field(estimate.value) << ',' << field(estimate.low) << ',' << field(estimate.high);
        }
        text << ',' << (failed ? quoted(row.error.text()) : "") << '\n';
    }
    return text.str();
}

std::vector<std::size_t> paretoFront(std::span<const double> cost, std::span<const double> quality) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < cost.size(); ++i)
        if (!std::isnan(cost[i]) && !std::isnan(quality[i])) order.push_back(i);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return cost[a] < cost[b] || (cost[a] == cost[b] && quality[a] > quality[b]); });
    std::vector<std::size_t> front;
    for (const std::size_t i : order)
        if (front.empty() || quality[i] > quality[front.back()]) front.push_back(i);
    return front;
}

} // namespace diffuscope
