// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/evaluate.h"
#include "core/metrics/sacre_bleu.h"
#include "core/metrics/slot_accuracy.h"
#include "tests/text/temporary_folder.h"

#include <nlohmann/json.hpp>

namespace diffuscope {
namespace {

using Texts = std::vector<std::string>;

TEST(SlotAccuracy, CountsTheValuesThatTheReferenceSays) {
    const Texts sources{"hotels : offer city = San Jose ; offer wifi = True ; inform count = 5", "hotels : offer stars = 4 , 5"};
    const Texts references{"5 hotels in san jose", "four stars or 5"};
    EXPECT_DOUBLE_EQ(*slotAccuracy(references, references, sources), 1.0);
    EXPECT_DOUBLE_EQ(*slotAccuracy(Texts{"15 hotels in San Jose, True", "5"}, references, sources), 2.0 / 3);
    EXPECT_FALSE(slotAccuracy(Texts{"x"}, Texts{"y"}, Texts{"no acts here"}).has_value());
}

TEST(MultiReferenceBleu, TakesTheBestCountAndTheNearestLength) {
    const Texts references{"a a b", "a c c d e", "x"};
    const auto s = bleuStatistics("a a c c", references);
    EXPECT_EQ(s.correct[0], 4u);
    EXPECT_EQ(s.correct[1], 3u); // "a a", "a c", "c c"
    EXPECT_EQ(s.correct[2], 1u); // "a c c"
    EXPECT_EQ(s.candidateLength, 4u);
    EXPECT_EQ(s.referenceLength, 3u); // 3 and 5 are as near: the shorter
}

TEST(MultiReferenceBleu, ReferencesComeFromAPairFile) {
    const test::TemporaryFolder folder;
    const auto rows = folder.write("rows.jsonl", "{\"recover\": \"b c d e\", \"reference\": \"x\", \"source\": \"s = b c\"}");
    const auto pairs = folder.write("pairs.jsonl", "{\"src\": \"s = b c\", \"trg\": \"b c d e\"}\n{\"src\": \"t\", \"trg\": \"x\"}");
    const auto result = evaluateFiles({rows}, pairs);
    EXPECT_NEAR(result.at("bleu_multi").get<double>(), 100.0, 1e-9);
    EXPECT_EQ(result.at("references"), 2.0);
    EXPECT_TRUE(result.at("definitions").contains("bleu_multi"));
    EXPECT_FALSE(evaluateFiles({rows}).contains("bleu_multi"));
}

} // namespace
} // namespace diffuscope
