// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <vector>

namespace diffuscope {

/// Figures of generated rows; one file holds one candidate of every item (see readGeneratedRows for its format).
/// TextScores of the first file, `items`, `files` and `definitions`; with several files also `self_bleu` and `div4`,
/// means over the items, `mbr`: TextScores of the candidates that mbrChoice takes, and `mbr_curve`: bleu_sacre,
/// bleu_nltk_method4, rougeL and slot_accuracy of those that it takes among the first 1, 2, … `candidates`. Throws Error naming a file that is
/// missing, malformed, or does not hold the same items as the first.
/// Where the rows' sources are dialogue acts with values, `slot_accuracy` too. With `moreReferences`, a pair file, also
/// `bleu_multi` against all targets of a row's source there and its own reference, and `references`, their mean number.
nlohmann::json evaluateFiles(const std::vector<std::filesystem::path>& files, const std::filesystem::path& moreReferences = {});

} // namespace diffuscope
