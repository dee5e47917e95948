// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace diffuscope {

/// F-measures, 0 … 1 each.
struct Rouge {
    double one = 0.0; ///< ROUGE-1: words
    double two = 0.0; ///< ROUGE-2: pairs of neighbouring words
    double l = 0.0;   ///< ROUGE-L: the longest common subsequence of words
};

/// ROUGE (Lin 2004) as rouge_score and torchmetrics compute it without stemming: lower case, words are runs of a–z
/// and 0–9.
Rouge rouge(std::string_view candidate, std::string_view reference);

} // namespace diffuscope
