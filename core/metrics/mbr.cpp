// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/mbr.h"

#include "core/metrics/nltk_bleu.h"
#include "core/metrics/words.h"

#include <array>
#include <numeric>
#include <vector>

namespace diffuscope {
namespace {

/// NumPy's order of addition. Equal candidates have equal terms in different places, so that rounding alone decides
/// between them: only the published evaluation's own order gives its choice.
double numpySum(std::span<const double> terms) {
    constexpr size_t kLanes = 8, kBlock = 128;
    if (terms.size() > kBlock) {
        const size_t half = terms.size() / 2 / kLanes * kLanes;
        return numpySum(terms.first(half)) + numpySum(terms.subspan(half));
    }
    if (terms.size() < kLanes) return std::accumulate(terms.begin(), terms.end(), 0.0);
    std::array<double, kLanes> lanes{};
    const size_t whole = terms.size() / kLanes * kLanes;
    for (size_t i = 0; i < whole; ++i) lanes[i % kLanes] += terms[i];
    const double sum = ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
    return std::accumulate(terms.begin() + long(whole), terms.end(), sum);
}

} // namespace

size_t mbrChoice(std::span<const std::string> candidates) {
    std::vector<BleuNgrams> ngrams;
    for (const auto& candidate : candidates) ngrams.emplace_back(splitAtWhiteSpace(candidate));
    size_t best = 0;
    double bestScore = -1.0;
    std::vector<double> scores(ngrams.size());
    for (size_t i = 0; i < ngrams.size(); ++i) {
        for (size_t j = 0; j < ngrams.size(); ++j) scores[j] = j == i ? 0.0 : sentenceBleuMethod4(ngrams[i], ngrams[j]);
        const double score = numpySum(scores);
        if (score > bestScore) {
            best = i;
            bestScore = score;
        }
    }
    return best;
}

} // namespace diffuscope
