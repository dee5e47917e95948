// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/evaluate.h"

#include "core/error.h"
#include "core/metrics/diversity.h"
#include "core/metrics/generated_rows.h"
#include "core/metrics/mbr.h"
#include "core/metrics/text_scores.h"
#include "core/metrics/words.h"

#include <nlohmann/json.hpp>

namespace diffuscope {
namespace {

std::string rowCount(size_t count) { return std::to_string(count) + (count == 1 ? " row" : " rows"); }

void requireSameItems(const GeneratedRows& first, const std::string& firstName, const GeneratedRows& other, const std::string& name) {
    if (other.references.size() != first.references.size())
        throw Error("'" + name + "' has " + rowCount(other.references.size()) + ", but '" + firstName + "' has " +
                    rowCount(first.references.size()) + ": each file must hold one candidate of every item.");
    for (size_t i = 0; i < first.references.size(); ++i)
        if (splitAtWhiteSpace(other.references[i]) != splitAtWhiteSpace(first.references[i]))
            throw Error("'" + name + "': row " + std::to_string(i + 1) + " has another reference than in '" + firstName +
                        "': all files must hold the same items in the same order.");
}

std::vector<GeneratedRows> readAll(const std::vector<std::filesystem::path>& files) {
    std::vector<GeneratedRows> all;
    for (const auto& file : files) {
        all.push_back(readGeneratedRows(file));
        requireSameItems(all.front(), files.front().string(), all.back(), file.string());
    }
    return all;
}

/// Self-BLEU, div-4 and the minimum Bayes risk choice need all candidates of an item at once.
void addComparison(nlohmann::json& result, const std::vector<GeneratedRows>& all) {
    const auto& references = all.front().references;
    double selfBleuSum = 0.0, div4Sum = 0.0;
    std::vector<std::string> chosen, candidates(all.size());
    for (size_t item = 0; item < references.size(); ++item) {
        for (size_t k = 0; k < all.size(); ++k) candidates[k] = all[k].candidates[item];
        selfBleuSum += selfBleu(candidates);
        div4Sum += div4(candidates);
        chosen.push_back(candidates[mbrChoice(candidates)]);
    }
    result["self_bleu"] = selfBleuSum / double(references.size());
    result["div4"] = div4Sum / double(references.size());
    result["mbr"] = toJson(scoreTexts(chosen, references));
    auto& definitions = result["definitions"];
    definitions["self_bleu"] = "Mean BLEU (as bleu_nltk_method4) between the candidates of an item, 0 to 1; lower is more varied";
    definitions["div4"] = "Share of different 4-grams among all 4-grams of an item's candidates, 0 to 1, mean over the items; "
                          "higher is more varied";
    definitions["mbr"] = "The same figures of the candidates with the least Bayes risk: the highest sum of bleu_nltk_method4 against "
                         "the item's other candidates";
}

} // namespace

nlohmann::json evaluateFiles(const std::vector<std::filesystem::path>& files) {
    if (files.empty()) throw Error("Name at least one file of generated rows.");
    const auto all = readAll(files);
    auto result = toJson(scoreTexts(all.front().candidates, all.front().references));
    result["items"] = all.front().references.size();
    result["files"] = all.size();
    result["definitions"] = textScoreDefinitions();
    if (all.size() > 1) addComparison(result, all);
    return result;
}

} // namespace diffuscope
