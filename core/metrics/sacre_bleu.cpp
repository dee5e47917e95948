// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/sacre_bleu.h"

#include "core/metrics/ngrams.h"
#include "core/metrics/words.h"

#include <algorithm>
#include <cmath>

namespace diffuscope {

static_assert(BleuNgrams::kOrder == std::tuple_size_v<decltype(BleuStatistics::correct)>);

BleuStatistics& BleuStatistics::operator+=(const BleuStatistics& other) {
    for (size_t n = 0; n < correct.size(); ++n) {
        correct[n] += other.correct[n];
        total[n] += other.total[n];
    }
    candidateLength += other.candidateLength;
    referenceLength += other.referenceLength;
    return *this;
}

namespace {

BleuStatistics compare(const BleuNgrams& c, const BleuNgrams& r) {
    BleuStatistics statistics;
    for (size_t n = 0; n < BleuNgrams::kOrder; ++n) {
        statistics.correct[n] = c.ofOrder[n].matches(r.ofOrder[n]);
        statistics.total[n] = c.ofOrder[n].total();
    }
    statistics.candidateLength = c.length;
    statistics.referenceLength = r.length;
    return statistics;
}

} // namespace

BleuStatistics bleuStatistics(std::string_view candidate, std::string_view reference) {
    return compare(BleuNgrams(tokenize13a(candidate)), BleuNgrams(tokenize13a(reference)));
}

BleuStatistics bleuStatistics(std::string_view candidate, std::span<const std::string> references) {
    const BleuNgrams c(tokenize13a(candidate));
    BleuNgrams all(tokenize13a(references.front()));
    const auto distance = [&](size_t length) { return length > c.length ? length - c.length : c.length - length; };
    for (const auto& text : references.subspan(1)) {
        const BleuNgrams next(tokenize13a(text));
        for (size_t n = 0; n < BleuNgrams::kOrder; ++n) all.ofOrder[n].raiseTo(next.ofOrder[n]);
        if (std::pair(distance(next.length), next.length) < std::pair(distance(all.length), all.length)) all.length = next.length;
    }
    return compare(c, all);
}

double sacreBleu(const BleuStatistics& statistics, BleuOrder order) {
    if (std::all_of(statistics.correct.begin(), statistics.correct.end(), [](size_t n) { return n == 0; })) return 0.0;
    double logSum = 0.0, smoothing = 1.0;
    size_t orders = 0;
    for (; orders < statistics.total.size() && statistics.total[orders] > 0; ++orders) {
        auto correct = double(statistics.correct[orders]);
        if (correct == 0.0) correct = 1.0 / (smoothing *= 2.0);
        logSum += std::log(100.0 * correct / double(statistics.total[orders]));
    }
    if (order == BleuOrder::All && orders < statistics.total.size()) return 0.0;
    const auto c = double(statistics.candidateLength), r = double(statistics.referenceLength);
    return (c < r ? std::exp(1.0 - r / c) : 1.0) * std::exp(logSum / double(orders));
}

double corpusBleu(std::span<const std::string> candidates, std::span<const std::string> references) {
    BleuStatistics sum;
    for (size_t i = 0; i < candidates.size(); ++i) sum += bleuStatistics(candidates[i], references[i]);
    return sacreBleu(sum);
}

} // namespace diffuscope
