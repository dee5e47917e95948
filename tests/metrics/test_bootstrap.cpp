// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/bootstrap.h"

#include "core/error.h"
#include "core/metrics/generated_rows.h"
#include "core/metrics/slot_accuracy.h"
#include "core/metrics/text_scores.h"
#include "tests/text/temporary_folder.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>

namespace diffuscope {
namespace {

using Texts = std::vector<std::string>;

GeneratedRows goldenRows(size_t candidate) {
    const auto golden = nlohmann::json::parse(test::contentOf(test::dataFolder("metrics.json")));
    GeneratedRows rows;
    for (const auto& item : golden.at("items")) {
        rows.candidates.push_back(item.at("candidates")[candidate]);
        rows.references.push_back(item.at("reference"));
        rows.sources.emplace_back("hotels : offer count = 5");
    }
    return rows;
}

GeneratedRows rowsOf(const Texts& candidates, const Texts& references) { return {candidates, references, Texts(candidates.size(), "")}; }

TEST(CorpusMetric, EveryKindIsTheEvaluationsFigure) {
    const auto rows = goldenRows(0);
    auto expected = toJson(scoreTexts(rows.candidates, rows.references));
    const auto slots = slotAccuracy(rows.candidates, rows.references, rows.sources);
    expected["slot_accuracy"] = slots ? *slots : std::nan("");
    EXPECT_EQ(metricKinds().size(), expected.size());
    for (const auto& kind : metricKinds()) {
        const double value = CorpusMetric(kind, rows).value(), wanted = expected.at(kind.name).get<double>();
        if (std::isnan(wanted)) EXPECT_TRUE(std::isnan(value)) << kind.name;
        else EXPECT_NEAR(value, wanted, 1e-9) << kind.name;
        EXPECT_TRUE(metricDefinitions().at(kind.name).is_string()) << kind.name;
    }
}

TEST(CorpusMetric, DrawnRowsCountAsOftenAsTheyAreNamed) {
    const CorpusMetric exact(findMetric("exact_match"), rowsOf({"a", "b", "c"}, {"a", "x", "c"}));
    EXPECT_DOUBLE_EQ(exact.value(), 2.0 / 3);
    EXPECT_DOUBLE_EQ(exact.value(std::vector<size_t>{1, 1, 2, 1}), 0.25);
    EXPECT_DOUBLE_EQ(exact.rowValue(1), 0.0);
    const auto rows = rowsOf({"a b c d", "e f g h"}, {"a b c d", "e f g x"});
    const CorpusMetric bleu(findMetric("bleu_sacre"), rows);
    const auto doubled = rowsOf({rows.candidates[1], rows.candidates[1]}, {rows.references[1], rows.references[1]});
    EXPECT_NEAR(bleu.value(std::vector<size_t>{1, 1}), CorpusMetric(findMetric("bleu_sacre"), doubled).value(), 1e-12);
    EXPECT_NEAR(bleu.rowValue(0), 100.0, 1e-9);
}

TEST(CorpusMetric, TextsOfOneRowArePooled) {
    CorpusMetric exact(findMetric("exact_match"), 2);
    EXPECT_TRUE(std::isnan(exact.value()));
    exact.add(0, {"a", "a", ""});
    exact.add(0, {"b", "a", ""});
    exact.add(1, {"c", "c", ""});
    EXPECT_DOUBLE_EQ(exact.rowValue(0), 0.5);
    EXPECT_DOUBLE_EQ(exact.value(), 2.0 / 3);
    EXPECT_ERROR_SAYING(findMetric("meteor"), "known are bleu_sacre,");
}

TEST(Bootstrap, TheIntervalOfAShareIsTheBinomials) {
    Texts candidates(400, "a");
    std::fill(candidates.begin() + 100, candidates.end(), "b");
    const CorpusMetric exact(findMetric("exact_match"), rowsOf(candidates, Texts(400, "a")));
    const auto estimate = bootstrap(exact, {20000, 1});
    const double deviation = std::sqrt(0.25 * 0.75 / 400);
    EXPECT_DOUBLE_EQ(estimate.value, 0.25);
    EXPECT_NEAR(estimate.low, 0.25 - 1.96 * deviation, 0.003);
    EXPECT_NEAR(estimate.high, 0.25 + 1.96 * deviation, 0.003);
}

TEST(Bootstrap, SameSeedSameEnds) {
    const CorpusMetric bleu(findMetric("bleu_sacre"), goldenRows(0));
    const auto first = bootstrap(bleu, {200, 7}), second = bootstrap(bleu, {200, 7}), other = bootstrap(bleu, {200, 8});
    EXPECT_EQ(first.low, second.low);
    EXPECT_EQ(first.high, second.high);
    EXPECT_NE(first.low, other.low);
    EXPECT_LT(first.low, first.value);
    EXPECT_GT(first.high, first.value);
}

TEST(Bootstrap, OfTwoRowsTheEndsAreTheRows) {
    // A resample holds row 0 twice, row 1 twice, or both: 0, 1 or 0.5.
    const CorpusMetric exact(findMetric("exact_match"), rowsOf({"a", "b"}, {"a", "x"}));
    const auto estimate = bootstrap(exact, {1000, 0});
    EXPECT_EQ(estimate.low, 0.0);
    EXPECT_EQ(estimate.high, 1.0);
}

TEST(Bootstrap, WithoutAFigureThereIsNone) {
    const CorpusMetric slots(findMetric("slot_accuracy"), rowsOf({"a"}, {"a"}));
    const auto estimate = bootstrap(slots);
    EXPECT_TRUE(std::isnan(estimate.value) && std::isnan(estimate.low) && std::isnan(estimate.high));
    EXPECT_TRUE(toJson(estimate).at("value").is_null());
    EXPECT_ERROR_SAYING(bootstrap(slots, {0, 0}), "between 1 and");
    EXPECT_ERROR_SAYING(bootstrap(CorpusMetric(findMetric("chrf"), 0)), "no rows");
}

TEST(PairedBootstrap, AnOutputAgainstItselfIsNoDifference) {
    const CorpusMetric bleu(findMetric("bleu_sacre"), goldenRows(0));
    const auto result = pairedBootstrap(bleu, bleu);
    EXPECT_EQ(result.difference.value, 0.0);
    EXPECT_EQ(result.difference.low, 0.0);
    EXPECT_EQ(result.difference.high, 0.0);
    EXPECT_EQ(result.p, 1.0);
}

TEST(PairedBootstrap, ASmallGainOnEveryRowIsCertainThoughTheRowsVary) {
    // B says one word more of every reference; between the rows the scores differ far more than that.
    std::string unsaid;
    for (int k = 0; k < 40; ++k) unsaid += " u" + std::to_string(k);
    Texts a, b, references;
    for (int i = 0; i < 60; ++i) {
        std::string shared;
        for (int k = 0; k < i % 10; ++k) shared += "w" + std::to_string(k) + " ";
        references.push_back(shared + "gain" + unsaid);
        a.push_back(shared + "other");
        b.push_back(shared + "gain");
    }
    const CorpusMetric ofA(findMetric("rouge1"), rowsOf(a, references)), ofB(findMetric("rouge1"), rowsOf(b, references));
    const auto result = pairedBootstrap(ofA, ofB, {2000, 3});
    EXPECT_GT(result.difference.low, 0.0);
    EXPECT_LT(result.a.value, result.b.value);
    EXPECT_GT(result.a.high, result.b.low) << "unpaired, the intervals overlap";
    EXPECT_LT(result.p, 0.01);
    EXPECT_THROW(pairedBootstrap(ofA, CorpusMetric(findMetric("chrf"), rowsOf(b, references))), Error);
}

TEST(PairedBootstrap, TheDifferenceOfSharesHasTheKnownInterval) {
    // Of 200 rows B wins 30, loses 10: the mean difference is 0.1, its variance (0.2 − 0.01) / 200.
    Texts a(200, "same"), b(200, "same");
    for (size_t i = 0; i < 40; ++i) (i < 30 ? a : b)[i] = "wrong";
    const auto references = Texts(200, "same");
    const auto result = pairedBootstrap(CorpusMetric(findMetric("exact_match"), rowsOf(a, references)),
                                        CorpusMetric(findMetric("exact_match"), rowsOf(b, references)), {20000, 5});
    const double deviation = std::sqrt((0.2 - 0.01) / 200);
    EXPECT_NEAR(result.difference.value, 0.1, 1e-12);
    EXPECT_NEAR(result.difference.low, 0.1 - 1.96 * deviation, 0.004);
    EXPECT_NEAR(result.difference.high, 0.1 + 1.96 * deviation, 0.004);
    EXPECT_NEAR(result.p, std::erfc(0.1 / deviation / std::sqrt(2.0)), 0.001);
}

} // namespace
} // namespace diffuscope
