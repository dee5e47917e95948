// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/evaluate.h"

#include "core/error.h"
#include "core/metrics/corpus_metric.h"
#include "core/metrics/diversity.h"
#include "core/metrics/generated_rows.h"
#include "core/metrics/mbr.h"
#include "core/metrics/sacre_bleu.h"
#include "core/metrics/slot_accuracy.h"
#include "core/metrics/text_scores.h"
#include "core/metrics/words.h"
#include "core/text/pairs.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>

namespace diffuscope {
namespace {

std::vector<GeneratedRows> readAll(const std::vector<std::filesystem::path>& files) {
    std::vector<GeneratedRows> all;
    for (const auto& file : files) {
        all.push_back(readGeneratedRows(file));
        requireSameItems(all.front(), files.front().string(), all.back(), file.string());
    }
    return all;
}

/// All references of each item: its own first, which the file may hold as well.
std::vector<std::vector<std::string>> allReferences(const GeneratedRows& rows, const std::filesystem::path& pairFile) {
    std::map<std::string, std::vector<std::string>> ofSource;
    for (auto& pair : readPairs(pairFile)) ofSource[trimmed(pair.source)].push_back(std::move(pair.target));
    std::vector<std::vector<std::string>> result;
    for (size_t i = 0; i < rows.references.size(); ++i) {
        auto& references = result.emplace_back(1, rows.references[i]);
        const auto found = ofSource.find(trimmed(rows.sources[i]));
        if (found == ofSource.end()) continue;
        std::remove_copy(found->second.begin(), found->second.end(), std::back_inserter(references), rows.references[i]);
    }
    return result;
}

/// The figures of one choice of candidates; `references` is empty when there are no further ones.
nlohmann::json scoresOf(const std::vector<std::string>& candidates, const GeneratedRows& rows,
                        const std::vector<std::vector<std::string>>& references) {
    auto result = toJson(scoreTexts(candidates, rows.references));
    if (const auto accuracy = slotAccuracy(candidates, rows.references, rows.sources)) result["slot_accuracy"] = *accuracy;
    if (references.empty()) return result;
    BleuStatistics sum;
    for (size_t i = 0; i < candidates.size(); ++i) sum += bleuStatistics(candidates[i], references[i]);
    result["bleu_multi"] = sacreBleu(sum);
    return result;
}

/// [{"candidates": k, metrics}] of what was chosen among the first k.
nlohmann::json curveOf(const std::vector<std::vector<std::string>>& chosen, const GeneratedRows& rows) {
    auto curve = nlohmann::json::array();
    for (const auto& candidates : chosen) {
        const GeneratedRows ofFirst{candidates, rows.references, rows.sources};
        auto& point = curve.emplace_back(nlohmann::json{{"candidates", curve.size() + 1}});
        for (const char* name : {"bleu_sacre", "bleu_nltk_method4", "rougeL", "slot_accuracy"}) {
            const double value = CorpusMetric(findMetric(name), ofFirst).value();
            if (!std::isnan(value)) point[name] = value;
        }
    }
    return curve;
}

/// Self-BLEU, div-4 and the minimum Bayes risk choice need all candidates of an item at once.
void addComparison(nlohmann::json& result, const std::vector<GeneratedRows>& all, const std::vector<std::vector<std::string>>& more) {
    const auto& references = all.front().references;
    double selfBleuSum = 0.0, div4Sum = 0.0;
    std::vector<std::string> candidates(all.size());
    std::vector<std::vector<std::string>> chosen(all.size()); // among the first 1, 2, … candidates
    for (size_t item = 0; item < references.size(); ++item) {
        for (size_t k = 0; k < all.size(); ++k) candidates[k] = all[k].candidates[item];
        selfBleuSum += selfBleu(candidates);
        div4Sum += div4(candidates);
        const auto choices = mbrChoices(candidates);
        for (size_t k = 0; k < choices.size(); ++k) chosen[k].push_back(candidates[choices[k]]);
    }
    result["self_bleu"] = selfBleuSum / double(references.size());
    result["div4"] = div4Sum / double(references.size());
    result["mbr"] = scoresOf(chosen.back(), all.front(), more);
    result["mbr_curve"] = curveOf(chosen, all.front());
    auto& definitions = result["definitions"];
    definitions["self_bleu"] = "Mean BLEU (as bleu_nltk_method4) between the candidates of an item, 0 to 1; lower is more varied";
    definitions["div4"] = "Share of different 4-grams among all 4-grams of an item's candidates, 0 to 1, mean over the items; "
                          "higher is more varied";
    definitions["mbr"] = "The same figures of the candidates with the least Bayes risk: the highest sum of bleu_nltk_method4 against "
                         "the item's other candidates";
    definitions["mbr_curve"] = "Figures of the candidates with the least Bayes risk among the first 1, 2, … of each item";
}

} // namespace

nlohmann::json evaluateFiles(const std::vector<std::filesystem::path>& files, const std::filesystem::path& moreReferences) {
    if (files.empty()) throw Error("Name at least one file of generated rows.");
    const auto all = readAll(files);
    const auto& first = all.front();
    const auto more = moreReferences.empty() ? std::vector<std::vector<std::string>>{} : allReferences(first, moreReferences);
    auto result = scoresOf(first.candidates, first, more);
    result["items"] = first.references.size();
    result["files"] = all.size();
    result["definitions"] = textScoreDefinitions();
    if (result.contains("slot_accuracy")) result["definitions"]["slot_accuracy"] = kSlotAccuracyDefinition;
    if (!more.empty()) {
        size_t count = 0;
        for (const auto& references : more) count += references.size();
        result["references"] = double(count) / double(more.size());
        result["definitions"]["bleu_multi"] = "Corpus BLEU as bleu_sacre, against all references of an item's source at once";
        result["definitions"]["references"] = "Mean number of references of an item in bleu_multi";
    }
    if (all.size() > 1) addComparison(result, all, more);
    return result;
}

} // namespace diffuscope
