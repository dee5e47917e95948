// SPDX-License-Identifier: GPL-3.0-or-later
// Cases whose figures are worked out by hand.
#include "core/metrics/chrf.h"
#include "core/metrics/diversity.h"
#include "core/metrics/mbr.h"
#include "core/metrics/nltk_bleu.h"
#include "core/metrics/rouge.h"
#include "core/metrics/sacre_bleu.h"

#include <cmath>
#include <gtest/gtest.h>

namespace diffuscope {
namespace {

using Texts = std::vector<std::string>;
constexpr double kTolerance = 1e-9;

TEST(NltkBleu, EmptyPerfectAndSingleWord) {
    EXPECT_EQ(sentenceBleuMethod4("", "a b"), 0.0);
    EXPECT_EQ(sentenceBleuMethod4("a b", ""), 0.0);
    EXPECT_EQ(sentenceBleuMethod4("x y", "a b"), 0.0);
    EXPECT_NEAR(sentenceBleuMethod4("a b c d e", "a b c d e"), 1.0, kTolerance);
    EXPECT_NEAR(sentenceBleuMethod4("yes", "yes"), 1.0, kTolerance);
    EXPECT_NEAR(sentenceBleuMethod4("yes", "yes please"), std::exp(-1.0), kTolerance); // the brevity penalty alone
}

TEST(NltkBleu, OrdersWithoutAMatchAreSmoothed) {
    // 1-grams 2/2, 2-grams 1/1, then log(2)/(2·5) and log(2)/(4·5).
    EXPECT_NEAR(sentenceBleuMethod4("a b", "a b"), std::pow(std::log(2.0) / 10 * std::log(2.0) / 20, 0.25), kTolerance);
}

TEST(SacreBleu, EmptyPerfectAndSingleWord) {
    EXPECT_EQ(corpusBleu(Texts{""}, Texts{"a b c d"}), 0.0);
    EXPECT_EQ(corpusBleu(Texts{}, Texts{}), 0.0);
    EXPECT_NEAR(corpusBleu(Texts{"a b c d"}, Texts{"a b c d"}), 100.0, kTolerance);
    EXPECT_EQ(corpusBleu(Texts{"yes"}, Texts{"yes"}), 0.0);
    EXPECT_NEAR(sacreBleu(bleuStatistics("yes", "yes"), BleuOrder::Effective), 100.0, kTolerance);
}

TEST(SacreBleu, SmoothingAndBrevity) {
    // 1-grams 4/4, 2-grams 2/3, then 1/(2·2) and 1/(4·1); four words against five.
    const double mean = std::pow(1.0 * 2 / 3 / 4 / 4, 0.25);
    EXPECT_NEAR(corpusBleu(Texts{"a b d e"}, Texts{"a b c d e"}), 100 * std::exp(1.0 - 5.0 / 4.0) * mean, kTolerance);
}

TEST(SacreBleu, StatisticsAddUp) {
    auto sum = bleuStatistics("a b", "a b");
    sum += bleuStatistics("c d e", "c x e f");
    EXPECT_EQ(sum.correct, (std::array<size_t, 4>{4, 1, 0, 0}));
    EXPECT_EQ(sum.total, (std::array<size_t, 4>{5, 3, 1, 0}));
    EXPECT_EQ(sum.candidateLength, 5u);
    EXPECT_EQ(sum.referenceLength, 6u);
}

TEST(Chrf, EmptyPerfectAndPartial) {
    EXPECT_EQ(corpusChrf(Texts{""}, Texts{"ab"}), 0.0);
    EXPECT_EQ(corpusChrf(Texts{"ab"}, Texts{""}), 0.0);
    EXPECT_NEAR(corpusChrf(Texts{"how are you?"}, Texts{"how are you?"}), 100.0, kTolerance);
    EXPECT_NEAR(corpusChrf(Texts{"a b"}, Texts{"ab"}), 100.0, kTolerance); // white space does not count
    // Precision 2/2 and 1/1; recall 2/3 and 1/2; the reference's 3-gram has no counterpart and is left out.
    const double precision = 1.0, recall = (2.0 / 3 + 1.0 / 2) / 2;
    EXPECT_NEAR(corpusChrf(Texts{"ab"}, Texts{"abc"}), 100 * 5 * precision * recall / (4 * precision + recall), kTolerance);
    // One of two code points, not two of four bytes.
    EXPECT_NEAR(corpusChrf(Texts{"éa"}, Texts{"éb"}), 25.0, kTolerance);
}

TEST(Rouge, CountsWordsPairsAndSubsequences) {
    const auto scores = rouge("The cat, sat!", "the dog sat on THE cat");
    EXPECT_NEAR(scores.one, 2 * 3.0 / (3 + 6), kTolerance); // the, cat, sat
    EXPECT_NEAR(scores.two, 2 * 1.0 / (2 + 5), kTolerance); // the cat
    EXPECT_NEAR(scores.l, 2 * 2.0 / (3 + 6), kTolerance);   // the … cat
    EXPECT_EQ(rouge("", "a").one, 0.0);
    EXPECT_EQ(rouge("?", "!").l, 0.0);
    EXPECT_EQ(rouge("yes", "Yes.").one, 1.0);
    EXPECT_EQ(rouge("yes", "yes").two, 0.0);
}

TEST(Diversity, CountsDifferentWordsAndNgrams) {
    EXPECT_EQ(distinct1(""), 0.0);
    EXPECT_EQ(distinct1("a b a c"), 0.75);
    EXPECT_EQ(div4(Texts{"a b", "c"}), 0.0);
    EXPECT_NEAR(div4(Texts{"a b c d", "a b c d e"}), 2.0 / 3, kTolerance);
    EXPECT_EQ(selfBleu(Texts{}), 0.0);
    EXPECT_EQ(selfBleu(Texts{"a"}), 0.0);
    EXPECT_NEAR(selfBleu(Texts{"a", "a", "b"}), 1.0 / 3, kTolerance);
}

TEST(Mbr, TakesTheMostAgreedOn) {
    EXPECT_EQ(mbrChoice(Texts{}), 0u);
    EXPECT_EQ(mbrChoice(Texts{"x y", "a b", "a b"}), 1u);
    EXPECT_EQ(mbrChoice(Texts{"p", "q", "r"}), 0u);
}

} // namespace
} // namespace diffuscope
