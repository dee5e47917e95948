// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/mbr.h"

#include "core/metrics/nltk_bleu.h"

namespace diffuscope {

size_t mbrChoice(std::span<const std::string> candidates) {
    size_t best = 0;
    double bestScore = -1.0;
    for (size_t i = 0; i < candidates.size(); ++i) {
        double score = 0.0;
        for (size_t j = 0; j < candidates.size(); ++j)
            if (j != i) score += sentenceBleuMethod4(candidates[i], candidates[j]);
        if (score > bestScore) {
            best = i;
            bestScore = score;
        }
    }
    return best;
}

} // namespace diffuscope
