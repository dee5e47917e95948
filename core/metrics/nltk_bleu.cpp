// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/nltk_bleu.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

namespace diffuscope {
namespace {

constexpr size_t kOrder = 4;
constexpr double kShortness = 5.0; ///< k of smoothing method 4

using Words = std::vector<std::string_view>;

Words split(std::string_view text) {
    Words words;
    for (size_t at = 0; (at = text.find_first_not_of(" \t\r\n", at)) != std::string_view::npos;) {
        const auto end = std::min(text.find_first_of(" \t\r\n", at), text.size());
        words.push_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

std::map<Words, int> ngrams(const Words& words, size_t n) {
    std::map<Words, int> counts;
    for (size_t i = 0; i + n <= words.size(); ++i) ++counts[Words(words.begin() + long(i), words.begin() + long(i + n))];
    return counts;
}

int clippedMatches(const Words& candidate, const Words& reference, size_t n) {
    const auto theirs = ngrams(reference, n);
    int matches = 0;
    for (const auto& [gram, count] : ngrams(candidate, n)) {
        const auto found = theirs.find(gram);
        if (found != theirs.end()) matches += std::min(count, found->second);
    }
    return matches;
}

} // namespace

double sentenceBleuMethod4(std::string_view candidate, std::string_view reference) {
    const auto c = split(candidate), r = split(reference);
    if (c.empty() || clippedMatches(c, r, 1) == 0) return 0.0;
    double logSum = 0.0, weight = 1.0;
    for (size_t n = 1; n <= kOrder; ++n) {
        double matches = clippedMatches(c, r, n);
        const double possible = std::max<double>(1.0, double(c.size()) - double(n) + 1.0);
        if (matches == 0 && c.size() > 1) {
            weight *= 2.0;
            matches = std::log(double(c.size())) / (weight * kShortness);
        }
        if (matches <= 0) return 0.0;
        logSum += std::log(matches / possible) / kOrder;
    }
    const double brevity = c.size() > r.size() ? 1.0 : std::exp(1.0 - double(r.size()) / double(c.size()));
    return brevity * std::exp(logSum);
}

} // namespace diffuscope
