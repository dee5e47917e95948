// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

/// How varied generated text is, as DiffuSeq's evaluation (Gong et al. 2023) measures it. Texts are split at white space.
namespace diffuscope {

/// dist-1 (Li et al. 2016) within one text: its different words per word. 0 … 1; 0 for a text without words.
double distinct1(std::string_view text);

/// Self-BLEU (Zhu et al. 2018) of one item's candidates: the mean of sentenceBleuMethod4 over all pairs, the earlier as
/// the candidate. 0 … 1, lower is more varied; 0 for fewer than two.
double selfBleu(std::span<const std::string> candidates);

/// div-4 of one item's candidates: their different 4-grams per 4-gram, all candidates together. 0 … 1, higher is more
/// varied; 0 when none has four words.
double div4(std::span<const std::string> candidates);

} // namespace diffuscope
