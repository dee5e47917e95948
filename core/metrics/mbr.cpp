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

/// [n, n] row by row: BLEU of candidate i against candidate j; 0 against itself.
std::vector<double> pairScores(std::span<const std::string> candidates) {
    std::vector<BleuNgrams> ngrams;
    for (const auto& candidate : candidates) ngrams.emplace_back(splitAtWhiteSpace(candidate));
    std::vector<double> scores;
    for (size_t i = 0; i < ngrams.size(); ++i)
        for (size_t j = 0; j < ngrams.size(); ++j) scores.push_back(j == i ? 0.0 : sentenceBleuMethod4(ngrams[i], ngrams[j]));
    return scores;
}

size_t choiceAmong(size_t first, std::span<const double> scores, size_t width) {
    size_t best = 0;
    double bestScore = -1.0;
    for (size_t i = 0; i < first; ++i) {
        const double score = numpySum(scores.subspan(i * width, first));
        if (score > bestScore) {
            best = i;
            bestScore = score;
        }
    }
    return best;
}

} // namespace

size_t mbrChoice(std::span<const std::string> candidates) {
    return choiceAmong(candidates.size(), pairScores(candidates), candidates.size());
}

std::vector<size_t> mbrChoices(std::span<const std::string> candidates) {
    const auto scores = pairScores(candidates);
    std::vector<size_t> choices;
    for (size_t k = 1; k <= candidates.size(); ++k) choices.push_back(choiceAmong(k, scores, candidates.size()));
    return choices;
}

} // namespace diffuscope
