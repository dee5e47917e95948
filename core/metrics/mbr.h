// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

namespace diffuscope {

/// Index of the candidate with the least Bayes risk: the highest sum of BLEU (NLTK, smoothing 4) against the others
/// (Kumar & Byrne 2004; as DiffuSeq's evaluation does). The first of equals; 0 for no or one candidate.
size_t mbrChoice(std::span<const std::string> candidates);

/// The same among the first k candidates alone, for k = 1 … all of them.
std::vector<size_t> mbrChoices(std::span<const std::string> candidates);

} // namespace diffuscope
