// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/chrf.h"

#include "core/metrics/ngrams.h"
#include "core/metrics/words.h"

namespace diffuscope {
namespace {

constexpr double kBetaSquared = 4.0;

} // namespace

ChrfStatistics& ChrfStatistics::operator+=(const ChrfStatistics& other) {
    for (size_t n = 0; n < kOrder; ++n) {
        candidate[n] += other.candidate[n];
        reference[n] += other.reference[n];
        matches[n] += other.matches[n];
    }
    return *this;
}

ChrfStatistics chrfStatistics(std::string_view candidate, std::string_view reference) {
    const auto c = nonSpaceCharacters(candidate), r = nonSpaceCharacters(reference);
    ChrfStatistics statistics;
    for (size_t n = 0; n < ChrfStatistics::kOrder; ++n) {
        const NgramCounts mine(c, n + 1), theirs(r, n + 1);
        statistics.candidate[n] = theirs.total() > 0 ? mine.total() : 0;
        statistics.reference[n] = theirs.total();
        statistics.matches[n] = mine.matches(theirs);
    }
    return statistics;
}

double chrf(const ChrfStatistics& statistics) {
    double precision = 0.0, recall = 0.0;
    int orders = 0;
    for (size_t n = 0; n < ChrfStatistics::kOrder; ++n) {
        if (statistics.candidate[n] == 0 || statistics.reference[n] == 0) continue;
        precision += double(statistics.matches[n]) / double(statistics.candidate[n]);
        recall += double(statistics.matches[n]) / double(statistics.reference[n]);
        ++orders;
    }
    if (precision + recall == 0.0) return 0.0;
    precision /= orders;
    recall /= orders;
    return 100.0 * (1.0 + kBetaSquared) * precision * recall / (kBetaSquared * precision + recall);
}

double corpusChrf(std::span<const std::string> candidates, std::span<const std::string> references) {
    ChrfStatistics sum;
    for (size_t i = 0; i < candidates.size(); ++i) sum += chrfStatistics(candidates[i], references[i]);
    return chrf(sum);
}

} // namespace diffuscope
