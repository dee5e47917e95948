// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/evaluate.h"

#include "core/error.h"
#include "core/metrics/text_scores.h"
#include "tests/text/temporary_folder.h"

#include <nlohmann/json.hpp>

namespace diffuscope {
namespace {

using test::TemporaryFolder;
using Texts = std::vector<std::string>;

const char* const kScoreKeys[] = {"bleu_nltk_method4", "bleu_sacre",   "chrf",       "rouge1", "rouge2", "rougeL", "dist1",
                                  "avg_len",           "length_ratio", "exact_match"};

std::filesystem::path writeRows(const TemporaryFolder& folder, const std::string& name, const Texts& candidates, const Texts& references) {
    std::string lines;
    for (size_t i = 0; i < candidates.size(); ++i)
        lines += nlohmann::json{{"recover", candidates[i]}, {"reference", references[i]}, {"source", "s"}}.dump() + "\n";
    return folder.write(name, lines);
}

TEST(Evaluate, OneFileHasScoresWithDefinitions) {
    const TemporaryFolder folder;
    const Texts references{"a b c d", "e f"};
    const auto result = evaluateFiles({writeRows(folder, "one.jsonl", {"a b c d", "e e e f"}, references)});
    for (const char* key : kScoreKeys) {
        EXPECT_TRUE(result.at(key).is_number()) << key;
        EXPECT_FALSE(result.at("definitions").at(key).get<std::string>().empty()) << key;
    }
    for (const char* key : {"self_bleu", "div4", "mbr"}) EXPECT_FALSE(result.contains(key)) << key;
    EXPECT_EQ(result.at("items"), 2);
    EXPECT_DOUBLE_EQ(result.at("avg_len").get<double>(), 4.0);
    EXPECT_DOUBLE_EQ(result.at("dist1").get<double>(), (1.0 + 0.5) / 2);
    EXPECT_DOUBLE_EQ(result.at("rouge1").get<double>(), (1.0 + 2.0 * 2 / (4 + 2)) / 2);
    EXPECT_DOUBLE_EQ(result.at("length_ratio").get<double>(), 8.0 / 6);
    EXPECT_DOUBLE_EQ(result.at("exact_match").get<double>(), 0.5);
}

TEST(Evaluate, SeveralFilesAddDiversityAndTheChosen) {
    const TemporaryFolder folder;
    const Texts references{"a b c d e"};
    const auto result = evaluateFiles({writeRows(folder, "1", {"x y z u v"}, references), writeRows(folder, "2", {"a b c d e"}, references),
                                       writeRows(folder, "3", {"a b c d e"}, references)});
    EXPECT_EQ(result.at("files"), 3);
    EXPECT_EQ(result.at("exact_match"), 0.0);
    EXPECT_NEAR(result.at("self_bleu").get<double>(), 1.0 / 3, 1e-9);
    EXPECT_NEAR(result.at("div4").get<double>(), 4.0 / 6, 1e-9);
    EXPECT_NEAR(result.at("mbr").at("bleu_sacre").get<double>(), 100.0, 1e-9);
    for (const char* key : kScoreKeys) EXPECT_TRUE(result.at("mbr").at(key).is_number()) << key;
    for (const char* key : {"self_bleu", "div4", "mbr", "mbr_curve"}) EXPECT_TRUE(result.at("definitions").at(key).is_string()) << key;
}

TEST(Evaluate, MbrHasACurveOverTheNumberOfCandidates) {
    const TemporaryFolder folder;
    const Texts references{"a b c d e", "p q r s t"};
    // Item 1: among one or two the first is taken, among three the second and third outvote it. Item 2: all alike.
    const auto result = evaluateFiles({writeRows(folder, "1", {"x y z u v", "p q r s t"}, references),
                                       writeRows(folder, "2", {"a b c d e", "p q r s t"}, references),
                                       writeRows(folder, "3", {"a b c d e", "p q r s t"}, references)});
    const auto& curve = result.at("mbr_curve");
    ASSERT_EQ(curve.size(), 3u);
    EXPECT_EQ(curve[1].at("candidates"), 2);
    EXPECT_DOUBLE_EQ(curve[0].at("rougeL").get<double>(), 0.5);
    EXPECT_DOUBLE_EQ(curve[1].at("rougeL").get<double>(), 0.5);
    EXPECT_DOUBLE_EQ(curve[2].at("rougeL").get<double>(), 1.0);
    EXPECT_NEAR(curve[2].at("bleu_sacre").get<double>(), result.at("mbr").at("bleu_sacre").get<double>(), 1e-9);
    EXPECT_FALSE(curve[2].contains("slot_accuracy"));
}

TEST(Evaluate, MoreReferencesAreThoseThatAnItemHasNotYet) {
    const TemporaryFolder folder;
    const auto rows = writeRows(folder, "rows", {"a b c d"}, {"a b c d"}); // of source "s"
    const auto pairs = folder.write("pairs", "{\"src\": \"s\", \"trg\": \"a b c d\"}\n{\"src\": \"s\", \"trg\": \"e f\"}\n");
    EXPECT_EQ(evaluateFiles({rows}, pairs).at("references"), 2.0);
}

TEST(Evaluate, FilesThatDoNotBelongTogetherAreRefused) {
    const TemporaryFolder folder;
    const auto two = writeRows(folder, "two", {"a", "b"}, {"a", "b"}), one = writeRows(folder, "one", {"a"}, {"a"});
    const auto other = writeRows(folder, "other", {"a", "b"}, {"a", "c"});
    EXPECT_ERROR_SAYING(evaluateFiles({two, one}), "one' has 1 row, but '" + two.string() + "' has 2 rows");
    EXPECT_ERROR_SAYING(evaluateFiles({two, other}), "other': row 2 has another reference");
    EXPECT_ERROR_SAYING(evaluateFiles({two, folder.path() / "none"}), "none");
    EXPECT_ERROR_SAYING(evaluateFiles({}), "at least one file");
}

TEST(TextScores, EmptyTextsAreScoredAndUnequalSpansRefused) {
    const auto scores = scoreTexts(Texts{""}, Texts{""});
    EXPECT_EQ(scores.bleuSacre, 0.0);
    EXPECT_EQ(scores.lengthRatio, 0.0);
    EXPECT_EQ(scores.exactMatch, 1.0);
    EXPECT_EQ(scores.avgLen, 1.0);
    EXPECT_THROW(scoreTexts(Texts{"a"}, Texts{}), Error);
    EXPECT_THROW(scoreTexts(Texts{}, Texts{}), Error);
}

TEST(TextScores, TheGoldenCorpus) {
    const auto golden = nlohmann::json::parse(test::contentOf(test::dataFolder("metrics.json")));
    Texts candidates, references;
    for (const auto& item : golden.at("items")) {
        candidates.push_back(item.at("candidates")[0]);
        references.push_back(item.at("reference"));
    }
    const auto scores = toJson(scoreTexts(candidates, references));
    EXPECT_NEAR(scores.at("bleu_sacre").get<double>(), golden.at("corpus").at("bleu_sacre").get<double>(), 1e-6);
    EXPECT_NEAR(scores.at("chrf").get<double>(), golden.at("corpus").at("chrf").get<double>(), 1e-6);
    EXPECT_NEAR(scores.at("bleu_nltk_method4").get<double>(), golden.at("corpus").at("bleu_nltk_method4_mean").get<double>(), 1e-6);
}

} // namespace
} // namespace diffuscope
