// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/text_scores.h"

#include "core/error.h"
#include "core/metrics/chrf.h"
#include "core/metrics/diversity.h"
#include "core/metrics/nltk_bleu.h"
#include "core/metrics/rouge.h"
#include "core/metrics/sacre_bleu.h"
#include "core/metrics/words.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace diffuscope {

size_t publishedLength(const std::string& text) { return size_t(std::count(text.begin(), text.end(), ' ')) + 1; }

TextScores scoreTexts(std::span<const std::string> candidates, std::span<const std::string> references) {
    if (candidates.size() != references.size()) throw Error(translatable("core", "Every generated text needs one reference."));
    if (candidates.empty()) throw Error(translatable("core", "There are no generated texts to evaluate."));
    TextScores scores;
    BleuStatistics bleu;
    ChrfStatistics characters;
    for (size_t i = 0; i < candidates.size(); ++i) {
        const auto& candidate = candidates[i];
        const auto& reference = references[i];
        const auto overlap = rouge(candidate, reference);
        scores.bleuNltkMethod4 += sentenceBleuMethod4(candidate, reference);
        scores.rouge1 += overlap.one;
        scores.rouge2 += overlap.two;
        scores.rougeL += overlap.l;
        scores.dist1 += distinct1(candidate);
        scores.avgLen += double(publishedLength(candidate));
        scores.exactMatch += splitAtWhiteSpace(candidate) == splitAtWhiteSpace(reference) ? 1.0 : 0.0;
        bleu += bleuStatistics(candidate, reference);
        characters += chrfStatistics(candidate, reference);
    }
    for (double* mean :
         {&scores.bleuNltkMethod4, &scores.rouge1, &scores.rouge2, &scores.rougeL, &scores.dist1, &scores.avgLen, &scores.exactMatch})
        *mean /= double(candidates.size());
    scores.bleuSacre = sacreBleu(bleu);
    scores.chrf = chrf(characters);
    if (bleu.referenceLength > 0) scores.lengthRatio = double(bleu.candidateLength) / double(bleu.referenceLength);
    return scores;
}

nlohmann::json toJson(const TextScores& scores) {
    return {{"bleu_nltk_method4", scores.bleuNltkMethod4},
            {"bleu_sacre", scores.bleuSacre},
            {"chrf", scores.chrf},
            {"rouge1", scores.rouge1},
            {"rouge2", scores.rouge2},
            {"rougeL", scores.rougeL},
            {"dist1", scores.dist1},
            {"avg_len", scores.avgLen},
            {"length_ratio", scores.lengthRatio},
            {"exact_match", scores.exactMatch}};
}

nlohmann::json textScoreDefinitions() {
    return {
        {"bleu_nltk_method4", "Mean sentence BLEU (NLTK, smoothing method 4, words split at white space), 0 to 1, as DiffuSeq reports it"},
        {"bleu_sacre", "Corpus BLEU, 0 to 100, as sacreBLEU computes it: " + std::string(kBleuSignature)},
        {"chrf", "Corpus chrF2, 0 to 100, as sacreBLEU computes it: " + std::string(kChrfSignature)},
        {"rouge1", "Mean ROUGE-1 F-measure, 0 to 1, lower case, no stemming, as rouge_score 0.1.2 computes it"},
        {"rouge2", "Mean ROUGE-2 F-measure, 0 to 1, lower case, no stemming, as rouge_score 0.1.2 computes it"},
        {"rougeL", "Mean ROUGE-L F-measure, 0 to 1, lower case, no stemming, as rouge_score 0.1.2 and torchmetrics compute it"},
        {"dist1", "Mean share of different words among a text's words, 0 to 1; 0 for an empty text"},
        {"avg_len", "Mean number of pieces between single spaces, as DiffuSeq counts: an empty text has one, and a space left beside a "
                    "removed mark adds one"},
        {"length_ratio", "13a words of all generated texts divided by those of all references"},
        {"exact_match", "Share of generated texts with exactly the reference's words, 0 to 1"},
    };
}

} // namespace diffuscope
