// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/diversity.h"

#include "core/metrics/nltk_bleu.h"
#include "core/metrics/words.h"

#include <set>

namespace diffuscope {

double distinct1(std::string_view text) {
    const NgramCounts words(splitAtWhiteSpace(text), 1);
    return words.total() > 0 ? double(words.distinct()) / double(words.total()) : 0.0;
}

double selfBleu(std::span<const std::string> candidates) {
    std::vector<BleuNgrams> ngrams;
    for (const auto& candidate : candidates) ngrams.emplace_back(splitAtWhiteSpace(candidate));
    double sum = 0.0;
    size_t pairs = 0;
    for (size_t i = 0; i < ngrams.size(); ++i)
        for (size_t j = i + 1; j < ngrams.size(); ++j, ++pairs) sum += sentenceBleuMethod4(ngrams[i], ngrams[j]);
    return pairs > 0 ? sum / double(pairs) : 0.0;
}

double div4(std::span<const std::string> candidates) {
    std::set<std::string> distinct;
    size_t total = 0;
    for (const auto& candidate : candidates) {
        const NgramCounts ngrams(splitAtWhiteSpace(candidate), 4);
        total += ngrams.total();
        for (const auto& [gram, count] : ngrams.counts()) distinct.insert(gram);
    }
    return total > 0 ? double(distinct.size()) / double(total) : 0.0;
}

} // namespace diffuscope
