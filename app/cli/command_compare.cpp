// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "core/metrics/compare_outputs.h"

#include <cmath>
#include <iomanip>
#include <sstream>

namespace diffuscope::cli {
namespace {

constexpr size_t kExamples = 3;

struct Options {
    std::string a, b;
    std::vector<std::string> metrics;
    BootstrapOptions bootstrap;
};

std::string figure(const Estimate& estimate) {
    std::ostringstream text;
    text << std::fixed << std::setprecision(4) << std::setw(10) << estimate.value << " [" << estimate.low << ", " << estimate.high << ']';
    return text.str();
}

std::string line(const MetricComparison& one) {
    std::ostringstream text;
    text << std::left << std::setw(20) << one.metric << std::right << std::fixed << std::setprecision(4) << std::setw(10)
         << one.estimate.a.value << std::setw(10) << one.estimate.b.value << figure(one.estimate.difference) << "  p "
         << std::setprecision(3) << one.estimate.p << "  " << one.wins << " / " << one.ties << " / " << one.losses;
    return text.str();
}

void printExample(const OutputComparison& comparison, size_t row, const GeneratedRows& a, const GeneratedRows& b, const Output& output) {
    std::ostringstream scores;
    scores << std::setprecision(3) << comparison.a[row] << " → " << comparison.b[row];
    output.text("row " + std::to_string(row + 1) + ", " + scores.str() + "\n    " + a.references[row] + "\n  A " + a.candidates[row] +
                "\n  B " + b.candidates[row]);
}

void printTable(const OutputComparison& comparison, const GeneratedRows& a, const GeneratedRows& b, const Output& output) {
    output.text("Items: " + std::to_string(comparison.items));
    output.text("metric                       A         B     B − A [95 %]  p  wins / ties / losses of B");
    for (const auto& one : comparison.metrics) output.text(line(one));
    const auto& order = comparison.order;
    const size_t shown = std::min(kExamples, order.size() / 2);
    output.text("\nwhere B gains most by " + comparison.metrics.front().metric + ":");
    for (size_t i = 0; i < shown; ++i) printExample(comparison, order[i], a, b, output);
    output.text("\nwhere it loses most:");
    for (size_t i = 0; i < shown; ++i) printExample(comparison, order[order.size() - 1 - i], a, b, output);
}

int compare(const Options& o, const Output& output) {
    const auto a = readGeneratedRows(o.a), b = readGeneratedRows(o.b);
    requireSameItems(a, o.a, b, o.b);
    const auto metrics = o.metrics.empty() ? comparisonMetrics(a) : o.metrics;
    const auto comparison = compareOutputs(a, b, metrics, o.bootstrap);
    auto json = toJson(comparison, a, b);
    json.update({{"a", o.a}, {"b", o.b}, {"resamples", o.bootstrap.resamples}, {"seed", o.bootstrap.seed}});
    if (output.json) output.print(json);
    else printTable(comparison, a, b, output);
    return 0;
}

} // namespace

Command addCompare(CLI::App& program, Output& output) {
    auto* app = program.add_subcommand("compare", "A/B test of two outputs of the same items: paired bootstrap, wins and losses");
    auto o = std::make_shared<Options>();
    app->add_option("A", o->a, "JSON lines {recover, reference, source}")->required();
    app->add_option("B", o->b, "The same items' other output")->required();
    app->add_option("--metric", o->metrics,
                    "bleu_sacre, bleu_nltk_method4, chrf, rouge1, rouge2, rougeL, slot_accuracy, length_ratio, dist1, "
                    "avg_len, exact_match; rows are sorted by the first one")
        ->delimiter(',')
        ->allow_extra_args(false);
    app->add_option("--resamples", o->bootstrap.resamples, "Resamples of the bootstrap")->capture_default_str();
    app->add_option("--seed", o->bootstrap.seed, "Seed of the resamples")->check(CLI::NonNegativeNumber)->capture_default_str();
    return {app, [&output, o] { return compare(*o, output); }};
}

} // namespace diffuscope::cli
