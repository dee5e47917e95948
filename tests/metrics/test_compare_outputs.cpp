// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/compare_outputs.h"

#include "core/error.h"
#include "tests/text/temporary_folder.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace diffuscope {
namespace {

using Texts = std::vector<std::string>;

const Texts kReferences{"r r r", "in San Jose", "a b", "c d"};
const Texts kSources{"", "hotels : offer city = San Jose", "", ""};
const GeneratedRows kA{{"x", "in San Jose", "a b", "c x"}, kReferences, kSources};
const GeneratedRows kB{{"r", "in town", "a b", "c d"}, kReferences, kSources};

TEST(CompareOutputs, CountsRowsAndSortsThem) {
    const auto result = compareOutputs(kA, kB, Texts{"rouge1", "slot_accuracy"}, {100, 0});
    EXPECT_EQ(result.items, 4u);
    const auto& rouge = result.metrics.at(0);
    EXPECT_EQ(rouge.metric, "rouge1");
    EXPECT_EQ(rouge.wins, 2u);
    EXPECT_EQ(rouge.ties, 1u);
    EXPECT_EQ(rouge.losses, 1u);
    // B − A: 2 · 1 / (1 + 3); 2 · 1 / (2 + 3) − 1; 0; 1 − 0.5.
    EXPECT_EQ(result.order, (std::vector<size_t>{0, 3, 2, 1}));
    EXPECT_DOUBLE_EQ(rouge.estimate.difference.value, (0.5 + (0.4 - 1.0) + 0.0 + 0.5) / 4);
    EXPECT_DOUBLE_EQ(result.b[1], 0.4);
    const auto& slots = result.metrics.at(1);
    EXPECT_EQ(slots.wins + slots.ties + slots.losses, 1u) << "three rows have no slots";
    EXPECT_EQ(slots.losses, 1u);
    EXPECT_DOUBLE_EQ(slots.estimate.difference.value, -1.0);
}

TEST(CompareOutputs, RowsWithoutAFigureComeLast) {
    const auto result = compareOutputs(kA, kB, Texts{"slot_accuracy"}, {10, 0});
    EXPECT_EQ(result.order, (std::vector<size_t>{1, 0, 2, 3}));
    EXPECT_TRUE(std::isnan(result.a[0]));
    const auto json = toJson(result, kA, kB);
    EXPECT_EQ(json.at("rows")[0].at("a"), "in San Jose");
    EXPECT_EQ(json.at("rows")[0].at("row"), 1);
    EXPECT_TRUE(json.at("rows")[1].at("score_a").is_null());
    EXPECT_EQ(json.at("metrics")[0].at("difference").at("value"), -1.0);
    for (const char* key : {"slot_accuracy", "difference", "p", "wins"}) EXPECT_TRUE(json.at("definitions").at(key).is_string()) << key;
}

TEST(CompareOutputs, SlotsAreShownWhereThereAreAny) {
    EXPECT_EQ(comparisonMetrics(kA).back(), "slot_accuracy");
    EXPECT_NE(comparisonMetrics({{"a"}, {"a"}, {""}}).back(), "slot_accuracy");
}

TEST(CompareOutputs, OtherItemsAreRefused) {
    auto other = kB;
    other.references[2] = "z";
    EXPECT_ERROR_SAYING(compareOutputs(kA, other, Texts{"chrf"}), "row 3 has another reference");
    EXPECT_ERROR_SAYING(compareOutputs(kA, kB, Texts{}), "at least one metric");
    EXPECT_ERROR_SAYING(compareOutputs(kA, kB, Texts{"meteor"}), "Unknown metric 'meteor'");
}

} // namespace
} // namespace diffuscope
