// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>

namespace diffuscope {

/// How good one set of generated texts is against its references.
struct TextScores {
    double bleuNltkMethod4 = 0.0;                    ///< mean of sentenceBleuMethod4
    double bleuSacre = 0.0;                          ///< corpusBleu
    double chrf = 0.0;                               ///< corpusChrf
    double rouge1 = 0.0, rouge2 = 0.0, rougeL = 0.0; ///< means of rouge
    double dist1 = 0.0;                              ///< mean of distinct1
    double avgLen = 0.0;                             ///< mean of publishedLength
    double lengthRatio = 0.0;                        ///< 13a words of all candidates per 13a word of all references; 0 without any of these
    double exactMatch = 0.0;                         ///< share of candidates whose words are the reference's
};

/// Throws Error when the spans differ in length or are empty.
TextScores scoreTexts(std::span<const std::string> candidates, std::span<const std::string> references);

/// The pieces between single spaces, as the published evaluation counts a text's length: an empty text has one, and
/// every space left beside a removed mark adds one.
size_t publishedLength(const std::string& text);

nlohmann::json toJson(const TextScores& scores);
/// Key → what its figure is, for a reader who has only the JSON.
nlohmann::json textScoreDefinitions();

} // namespace diffuscope
