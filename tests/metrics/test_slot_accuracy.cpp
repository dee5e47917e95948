// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/candidate_choice.h"
#include "core/metrics/evaluate.h"
#include "core/metrics/mbr.h"
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

TEST(SlotErrors, CountsWhatIsMissingAndWhatIsSaidTooOften) {
    const std::string source = "hotels : offer city = San Jose ; inform count = 5 ; inform wifi = True";
    EXPECT_EQ(slotErrors(source, "There are 5 in san jose."), 0);
    EXPECT_EQ(slotErrors(source, "There are 5."), 1);
    EXPECT_EQ(slotErrors(source, "Nothing."), 2);
    EXPECT_EQ(slotErrors(source, "5 in San Jose, 5 in San Jose, 5."), 3) << "one city and two counts too many";
    EXPECT_EQ(slotErrors("hello there", "anything"), 0);
    EXPECT_EQ(slotErrors("x : a b = 2 ; a c = 2", "2"), 0) << "two slots of one value said at once";
}

TEST(CandidateChoice, ValuesFirstThenDoubledWordsThenBayesRisk) {
    const Texts sources(5, "hotels : offer city = San Jose"),
        texts{"I like it there", "It is in San Jose", "I found it in San Jose", "It is in San Jose now", "I like it there"};
    EXPECT_EQ(chooseCandidate(sources, texts, false, false), 0u);
    EXPECT_EQ(chooseCandidate(sources, texts, true, false), 1u) << "the first that says the value";
    EXPECT_EQ(chooseCandidate(sources, texts, false, true), mbrChoice(texts));
    EXPECT_EQ(chooseCandidate(sources, texts, true, true), 1u + mbrChoice(Texts(texts.begin() + 1, texts.begin() + 4)));
    EXPECT_EQ(chooseCandidate({}, {}, true, true), 0u);
    const Texts doubled{"A city, a city.", "To San San Jose.", "I do do so.", "So in San Jose, in San Jose."};
    EXPECT_EQ(chooseCandidate(Texts(4, "hello there"), doubled, true, false), 0u) << "no word of the first stands twice in a row";
    EXPECT_EQ(chooseCandidate(Texts(2, "hello there"), std::span(doubled).subspan(2), true, false), 1u);
    EXPECT_EQ(chooseCandidate(Texts(2, "x : city = San Jose"), Texts{"To San San Jose.", "To London."}, true, false), 0u)
        << "a value outweighs a doubled word";
    auto edited = sources;
    edited[0] = "hello there";
    EXPECT_EQ(chooseCandidate(edited, texts, true, false), 0u) << "it owes its own source nothing more";
}

} // namespace
} // namespace diffuscope
