// SPDX-License-Identifier: GPL-3.0-or-later
// Against values recorded from NLTK, sacreBLEU, rouge_score, torchmetrics and the published evaluation.
#include "core/metrics/chrf.h"
#include "core/metrics/diversity.h"
#include "core/metrics/mbr.h"
#include "core/metrics/nltk_bleu.h"
#include "core/metrics/rouge.h"
#include "core/metrics/sacre_bleu.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sstream>

namespace diffuscope {
namespace {

constexpr double kTolerance = 1e-6;

class GoldenMetrics : public testing::Test {
protected:
    void SetUp() override {
        std::ifstream file(DIFFUSCOPE_TEST_DATA "/metrics.json");
        golden = nlohmann::json::parse(file);
        ASSERT_EQ(golden.at("items").size(), 60u);
    }

    /// `compute` of the item's candidates and reference against its recorded value; notes the largest deviation.
    template <class Compute> void expectAll(const char* key, Compute compute) {
        double largest = 0.0;
        for (const auto& item : golden.at("items")) {
            const auto candidates = item.at("candidates").get<std::vector<std::string>>();
            const auto reference = item.at("reference").get<std::string>();
            const double value = compute(candidates, reference), recorded = item.at(key).get<double>();
            EXPECT_NEAR(value, recorded, kTolerance) << key << " of '" << candidates[0] << "' against '" << reference << "'";
            largest = std::max(largest, std::abs(value - recorded));
        }
        std::ostringstream text;
        text << largest;
        RecordProperty(std::string("largest_deviation_of_") + key, text.str());
    }

    nlohmann::json golden;
};

using Candidates = std::vector<std::string>;

TEST_F(GoldenMetrics, NltkBleu) {
    expectAll("bleu_nltk_method4", [](const Candidates& c, const std::string& r) { return sentenceBleuMethod4(c[0], r); });
}

TEST_F(GoldenMetrics, SacreSentenceBleu) {
    expectAll("bleu_sacre_sentence",
              [](const Candidates& c, const std::string& r) { return sacreBleu(bleuStatistics(c[0], r), BleuOrder::Effective); });
}

TEST_F(GoldenMetrics, RougeOfBothLibraries) {
    expectAll("rouge1", [](const Candidates& c, const std::string& r) { return rouge(c[0], r).one; });
    expectAll("rouge2", [](const Candidates& c, const std::string& r) { return rouge(c[0], r).two; });
    for (const char* key : {"rougeL", "rougeL_torchmetrics"})
        expectAll(key, [](const Candidates& c, const std::string& r) { return rouge(c[0], r).l; });
}

TEST_F(GoldenMetrics, Diversity) {
    expectAll("dist1", [](const Candidates& c, const std::string&) { return distinct1(c[0]); });
    expectAll("self_bleu", [](const Candidates& c, const std::string&) { return selfBleu(c); });
    expectAll("div4", [](const Candidates& c, const std::string&) { return div4(c); });
}

TEST_F(GoldenMetrics, MbrChoosesTheSameCandidate) {
    for (const auto& item : golden.at("items"))
        EXPECT_EQ(mbrChoice(item.at("candidates").get<Candidates>()), item.at("mbr_index").get<size_t>()) << item.at("reference");
}

/// Added up from left to right, the sixth candidate would seem better than its equals; recorded with NLTK and NumPy.
TEST(Mbr, EqualCandidatesAreWeighedInNumpysOrder) {
    EXPECT_EQ(mbrChoice(Candidates{"c f d g", "d e g d e", "b c a a b d", "c f d g", "f g d d f g", "c f d g", "b c a a b d", "c f d g",
                                   "f g d d f g", "b c a a b d"}),
              0u);
}

TEST_F(GoldenMetrics, CorpusFigures) {
    Candidates candidates, references;
    double nltk = 0.0;
    for (const auto& item : golden.at("items")) {
        candidates.push_back(item.at("candidates")[0]);
        references.push_back(item.at("reference"));
        nltk += sentenceBleuMethod4(candidates.back(), references.back()) / double(golden.at("items").size());
    }
    const auto& corpus = golden.at("corpus");
    EXPECT_NEAR(corpusBleu(candidates, references), corpus.at("bleu_sacre").get<double>(), kTolerance);
    EXPECT_NEAR(corpusChrf(candidates, references), corpus.at("chrf").get<double>(), kTolerance);
    EXPECT_NEAR(nltk, corpus.at("bleu_nltk_method4_mean").get<double>(), kTolerance);
    EXPECT_EQ(kBleuSignature, corpus.at("bleu_sacre_signature").get<std::string>());
    EXPECT_EQ(kChrfSignature, corpus.at("chrf_signature").get<std::string>());
}

} // namespace
} // namespace diffuscope
