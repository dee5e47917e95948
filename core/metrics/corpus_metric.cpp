// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/corpus_metric.h"

#include "core/error.h"
#include "core/metrics/chrf.h"
#include "core/metrics/diversity.h"
#include "core/metrics/generated_rows.h"
#include "core/metrics/nltk_bleu.h"
#include "core/metrics/rouge.h"
#include "core/metrics/sacre_bleu.h"
#include "core/metrics/slot_accuracy.h"
#include "core/metrics/text_scores.h"
#include "core/metrics/words.h"

#include <algorithm>
#include <array>
#include <limits>
#include <nlohmann/json.hpp>

namespace diffuscope {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
using Sums = std::span<const double>;

/// Row numbers of a metric that is the mean of a number of each text.
template <double (*Of)(const ScoredText&)> void measureMean(const ScoredText& text, std::span<double> sums) {
    sums[0] += Of(text);
    sums[1] += 1.0;
}

double ratio(Sums sums) { return sums[1] > 0.0 ? sums[0] / sums[1] : kNaN; }

template <double (*Of)(const ScoredText&)> constexpr MetricKind meanOf(std::string_view name) {
    return {name, 2, measureMean<Of>, ratio, ratio};
}

double nltk(const ScoredText& t) { return sentenceBleuMethod4(t.candidate, t.reference); }
double rouge1(const ScoredText& t) { return rouge(t.candidate, t.reference).one; }
double rouge2(const ScoredText& t) { return rouge(t.candidate, t.reference).two; }
double rougeL(const ScoredText& t) { return rouge(t.candidate, t.reference).l; }
double dist1(const ScoredText& t) { return distinct1(t.candidate); }
double length(const ScoredText& t) { return double(publishedLength(std::string(t.candidate))); }
double exact(const ScoredText& t) { return splitAtWhiteSpace(t.candidate) == splitAtWhiteSpace(t.reference) ? 1.0 : 0.0; }

constexpr size_t kBleuOrder = std::tuple_size_v<decltype(BleuStatistics::correct)>;

void measureBleu(const ScoredText& text, std::span<double> sums) {
    const auto statistics = bleuStatistics(text.candidate, text.reference);
    for (size_t n = 0; n < kBleuOrder; ++n) {
        sums[n] += double(statistics.correct[n]);
        sums[kBleuOrder + n] += double(statistics.total[n]);
    }
    sums[2 * kBleuOrder] += double(statistics.candidateLength);
    sums[2 * kBleuOrder + 1] += double(statistics.referenceLength);
}

template <BleuOrder Order> double bleu(Sums sums) {
    BleuStatistics statistics;
    for (size_t n = 0; n < kBleuOrder; ++n) {
        statistics.correct[n] = size_t(sums[n]);
        statistics.total[n] = size_t(sums[kBleuOrder + n]);
    }
    statistics.candidateLength = size_t(sums[2 * kBleuOrder]);
    statistics.referenceLength = size_t(sums[2 * kBleuOrder + 1]);
    return sacreBleu(statistics, Order);
}

void measureChrf(const ScoredText& text, std::span<double> sums) {
    constexpr size_t order = ChrfStatistics::kOrder;
    const auto statistics = chrfStatistics(text.candidate, text.reference);
    for (size_t n = 0; n < order; ++n) {
        sums[n] += double(statistics.candidate[n]);
        sums[order + n] += double(statistics.reference[n]);
        sums[2 * order + n] += double(statistics.matches[n]);
    }
}

double chrfOf(Sums sums) {
    constexpr size_t order = ChrfStatistics::kOrder;
    ChrfStatistics statistics;
    for (size_t n = 0; n < order; ++n) {
        statistics.candidate[n] = size_t(sums[n]);
        statistics.reference[n] = size_t(sums[order + n]);
        statistics.matches[n] = size_t(sums[2 * order + n]);
    }
    return chrf(statistics);
}

void measureLengths(const ScoredText& text, std::span<double> sums) {
    sums[0] += double(tokenize13a(text.candidate).size());
    sums[1] += double(tokenize13a(text.reference).size());
}

void measureSlots(const ScoredText& text, std::span<double> sums) {
    const auto count = countSlots(text.candidate, text.reference, text.source);
    sums[0] += double(count.said);
    sums[1] += double(count.expected);
}

constexpr std::array kKinds = std::to_array<MetricKind>({
    {"bleu_sacre", 2 * kBleuOrder + 2, measureBleu, bleu<BleuOrder::All>, bleu<BleuOrder::Effective>},
    meanOf<nltk>("bleu_nltk_method4"),
    {"chrf", 3 * ChrfStatistics::kOrder, measureChrf, chrfOf, chrfOf},
    meanOf<rouge1>("rouge1"),
    meanOf<rouge2>("rouge2"),
    meanOf<rougeL>("rougeL"),
    {"slot_accuracy", 2, measureSlots, ratio, ratio},
    {"length_ratio", 2, measureLengths, ratio, ratio},
    meanOf<dist1>("dist1"),
    meanOf<length>("avg_len"),
    meanOf<exact>("exact_match"),
});

} // namespace

std::span<const MetricKind> metricKinds() { return kKinds; }

const MetricKind& findMetric(std::string_view name) {
    const auto at = std::find_if(kKinds.begin(), kKinds.end(), [&](const auto& kind) { return kind.name == name; });
    if (at != kKinds.end()) return *at;
    std::string known;
    for (const auto& kind : kKinds) known += (known.empty() ? "" : ", ") + std::string(kind.name);
    throw Error(translatable("core", "Unknown metric '%1'; known are %2."), {std::string(name), known});
}

nlohmann::json metricDefinitions() {
    auto definitions = textScoreDefinitions();
    definitions["slot_accuracy"] = kSlotAccuracyDefinition;
    return definitions;
}

CorpusMetric::CorpusMetric(const MetricKind& kind, size_t rows) : kind_(&kind), sums_(rows * kind.width, 0.0) {}

CorpusMetric::CorpusMetric(const MetricKind& kind, const GeneratedRows& texts) : CorpusMetric(kind, texts.candidates.size()) {
    for (size_t row = 0; row < texts.candidates.size(); ++row) add(row, {texts.candidates[row], texts.references[row], texts.sources[row]});
}

void CorpusMetric::add(size_t row, const ScoredText& text) {
    kind_->measure(text, std::span(sums_).subspan(row * kind_->width, kind_->width));
}

double CorpusMetric::value() const {
    std::vector<double> sums(kind_->width, 0.0);
    for (size_t i = 0; i < sums_.size(); ++i) sums[i % kind_->width] += sums_[i];
    return kind_->figure(sums);
}

double CorpusMetric::value(std::span<const size_t> drawn) const {
    std::vector<double> sums(kind_->width, 0.0);
    for (const size_t row : drawn) {
        const auto one = sumsOf(row);
        for (size_t i = 0; i < sums.size(); ++i) sums[i] += one[i];
    }
    return kind_->figure(sums);
}

double CorpusMetric::rowValue(size_t row) const { return kind_->ofOneRow(sumsOf(row)); }

} // namespace diffuscope
