// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/nltk_bleu.h"

#include "core/metrics/words.h"

#include <algorithm>
#include <cmath>

namespace diffuscope {
namespace {

constexpr double kShortness = 5.0; ///< k of smoothing method 4
constexpr double kWeight = 1.0 / double(BleuNgrams::kOrder);

} // namespace

double sentenceBleuMethod4(std::string_view candidate, std::string_view reference) {
    return sentenceBleuMethod4(BleuNgrams(splitAtWhiteSpace(candidate)), BleuNgrams(splitAtWhiteSpace(reference)));
}

// The operations and their order are NLTK's, so that candidates which tie there tie here.
double sentenceBleuMethod4(const BleuNgrams& candidate, const BleuNgrams& reference) {
    const auto length = double(candidate.length);
    long double logSum = 0.0L; // NLTK sums without rounding error
    double halvings = 1.0;
    for (size_t n = 0; n < BleuNgrams::kOrder; ++n) {
        auto matches = double(candidate.ofOrder[n].matches(reference.ofOrder[n]));
        if (matches == 0.0) {
            if (n == 0) return 0.0;
            // A single word has no longer n-grams, and NLTK then leaves those orders out.
            if (candidate.length < 2) continue;
            halvings *= 2.0;
            matches = 1.0 / (halvings * kShortness / std::log(length));
        }
        const double possible = std::max(1.0, double(candidate.ofOrder[n].total()));
        logSum += kWeight * std::log(matches / possible);
    }
    const double brevity = candidate.length > reference.length ? 1.0 : std::exp(1.0 - double(reference.length) / length);
    return brevity * std::exp(double(logSum));
}

} // namespace diffuscope
