// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/ngrams.h"

#include <string_view>

namespace diffuscope {

/// NLTK's sentence_bleu (up to 4-grams, even weights) with smoothing method 4 (Chen & Cherry 2014), both texts split
/// at white space: the published evaluation's BLEU. 0 … 1.
double sentenceBleuMethod4(std::string_view candidate, std::string_view reference);
/// The same of texts already split and counted.
double sentenceBleuMethod4(const BleuNgrams& candidate, const BleuNgrams& reference);

} // namespace diffuscope
