// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/cancelled.h"
#include "core/error.h"
#include "core/sweep/ab_test.h"
#include "tests/text/temporary_folder.h"

#include <cmath>

namespace diffuscope {
namespace {

using test::TemporaryFolder;

/// Solver "good" says the source back, solver "bad" leaves its last word out; with an odd seed both are right. A second a
/// sentence and step.
class Sayer : public SweepGenerator {
public:
    std::string model() const override { return "sayer"; }
    std::optional<Wording> misfit(const std::string& source, int) const override {
        if (source == "too long") return "The source is too long.";
        return std::nullopt;
    }
    double expectedEvaluations(const Recipe& recipe) const override { return recipe.steps; }
    SweepBatch generate(const Recipe& recipe, std::stop_token stop) override {
        if (stop.stop_requested()) throw Cancelled{};
        ++calls;
        EXPECT_TRUE(recipe.edits.empty());
        EXPECT_EQ(recipe.samples, recipe.mbr ? 4 : 1) << "candidates that nobody chooses among cost time for nothing";
        SweepBatch batch;
        for (auto source : recipe.sources) {
            if (source.starts_with("refused") || recipe.solver == "none") throw Error("This does not go.");
            if (recipe.solver == "bad" && recipe.seed % 2 == 0) source.resize(source.rfind(' '));
            batch.texts.push_back(source);
        }
        batch.seconds = recipe.steps * double(recipe.sources.size());
        return batch;
    }

    int calls = 0;
};

class AbTest : public testing::Test {
protected:
    AbPlan plan(const std::vector<std::string>& sources) const {
        AbPlan plan;
        std::string lines;
        for (const auto& text : sources) lines += nlohmann::json{{"src", text}, {"trg", text}}.dump() + "\n";
        plan.input = folder.write("pairs.jsonl", lines).string();
        plan.a.solver = "bad";
        plan.b.solver = "good";
        plan.a.steps = 1;
        plan.b.steps = 3;
        plan.b.edits = {Edit{}};
        plan.a.samples = plan.b.samples = 4;
        plan.b.mbr = true;
        plan.batch = 2;
        plan.resamples = 100;
        return plan;
    }
    static const AbMetric& metric(const AbResult& result, std::string_view name) {
        for (const auto& metric : result.metrics)
            if (metric.corpus.metric == name) return metric;
        throw Error("no such metric");
    }

    TemporaryFolder folder;
    Sayer sayer;
};

TEST_F(AbTest, MeasuresEachRowAndTheWhole) {
    const auto result = runAbTest(plan({"a b c d e", "f g h i", "j k l m"}), sayer, sayer);
    ASSERT_EQ(result.examples.size(), 3u);
    EXPECT_EQ(result.examples[1].a, "f g h");
    EXPECT_EQ(result.examples[1].b, "f g h i");
    // ROUGE-L of 4 of 5 words: precision 1, recall 0.8; of 3 of 4: recall 0.75.
    const auto& rouge = metric(result, "rougeL");
    EXPECT_NEAR(rouge.a[0], 2 * 0.8 / 1.8, 1e-12);
    EXPECT_NEAR(rouge.a[2], 2 * 0.75 / 1.75, 1e-12);
    EXPECT_EQ(rouge.b, (std::vector<double>{1, 1, 1}));
    EXPECT_NEAR(rouge.corpus.estimate.a.value, (rouge.a[0] + rouge.a[1] + rouge.a[2]) / 3, 1e-12);
    EXPECT_NEAR(rouge.corpus.estimate.difference.value, 1 - rouge.corpus.estimate.a.value, 1e-12);
    EXPECT_EQ(rouge.corpus.wins, 3u);
    EXPECT_EQ(result.items, 3u);
}

TEST_F(AbTest, SeedsOfARowArePooled) {
    auto two = plan({"a b c d e", "f g h i", "j k l m"});
    two.seeds = 2;
    const auto result = runAbTest(two, sayer, sayer);
    ASSERT_EQ(result.examples.size(), 6u);
    EXPECT_EQ(result.examples[4].row, 1u);
    EXPECT_EQ(result.examples[4].seed, 1);
    EXPECT_EQ(result.examples[4].a, "f g h i") << "an odd seed";
    const auto& rouge = metric(result, "rougeL");
    EXPECT_EQ(rouge.corpus.wins, 3u) << "rows, not texts";
    EXPECT_NEAR(rouge.corpus.estimate.a.value, (2 * 0.8 / 1.8 + 2 * (2 * 0.75 / 1.75) + 3) / 6, 1e-12);
    EXPECT_EQ(result.items, 3u);
}

TEST_F(AbTest, WhatDoesNotFitIsSkippedAndWhatFailsIsMarked) {
    const auto result = runAbTest(plan({"a b c", "too long", "refused x", "d e f", "g h i"}), sayer, sayer);
    EXPECT_EQ(result.skipped, 1u);
    EXPECT_EQ(result.whySkipped.text(), "The source is too long.");
    ASSERT_EQ(result.examples.size(), 4u);
    EXPECT_EQ(result.examples[1].row, 2u) << "rows keep their number in the file";
    EXPECT_EQ(result.examples[1].error.text(), "This does not go.");
    EXPECT_EQ(result.examples[0].a, "a b") << "its company goes on";
    EXPECT_EQ(result.failed, 1u);
    EXPECT_EQ(result.items, 3u);
    EXPECT_TRUE(std::isnan(metric(result, "rougeL").a[1]));
    EXPECT_EQ(metric(result, "rougeL").corpus.wins, 3u);
}

TEST_F(AbTest, ARecipeThatIsRefusedIsNoRowsFault) {
    auto bad = plan({"a b c", "d e f", "g h i"});
    bad.b.solver = "none";
    EXPECT_THROW(runAbTest(bad, sayer, sayer), Error);
    EXPECT_THROW(runAbTest(plan({"too long"}), sayer, sayer), Error);
    EXPECT_THROW(runAbTest(plan({}), sayer, sayer), Error);
}

TEST_F(AbTest, TellsHowFarItIs) {
    std::vector<AbProgress> told;
    AbControl control;
    control.onProgress = [&](const AbProgress& progress) { told.push_back(progress); };
    runAbTest(plan({"a b c", "d e f", "g h i"}), sayer, sayer, control);
    ASSERT_EQ(told.size(), 5u);
    EXPECT_EQ(told[0].total, 6u);
    EXPECT_TRUE(std::isnan(told[0].secondsLeft));
    EXPECT_DOUBLE_EQ(told[1].share, 2.0 / 12) << "two texts of one step each, of 3 · (1 + 3)";
    EXPECT_DOUBLE_EQ(told[1].secondsLeft, 10.0);
    EXPECT_DOUBLE_EQ(told[4].share, 1.0);
    EXPECT_EQ(told[4].done, 6u);
}

TEST_F(AbTest, StopsAndGoesOnFromTheStore) {
    std::stop_source stop;
    AbControl control;
    control.store = folder.path() / "texts.jsonl";
    control.stop = stop.get_token();
    control.onProgress = [&](const AbProgress& progress) {
        if (progress.done == 2) stop.request_stop();
    };
    const auto three = plan({"a b c", "d e f", "g h i"});
    EXPECT_THROW(runAbTest(three, sayer, sayer, control), Cancelled);
    EXPECT_EQ(sayer.calls, 1);
    control = {{}, {}, folder.path() / "texts.jsonl"};
    const auto result = runAbTest(three, sayer, sayer, control);
    EXPECT_EQ(sayer.calls, 4) << "the first batch was there";
    EXPECT_EQ(result.examples[0].a, "a b");
}

TEST_F(AbTest, ExportsHoldAll) {
    const auto result = runAbTest(plan({"a b, c", "refused x", "d \"e\" f"}), sayer, sayer);
    const auto json = toJson(result);
    EXPECT_EQ(json.at("rows").size(), 3u);
    EXPECT_EQ(json.at("rows")[1].at("error"), "This does not go.");
    EXPECT_TRUE(json.at("rows")[1].at("scores").at("rougeL")[0].is_null());
    EXPECT_EQ(json.at("b").at("solver"), "good");
    EXPECT_EQ(json.at("metrics").size(), result.metrics.size());
    EXPECT_EQ(json.at("failed"), 1);
    const auto examples = examplesCsv(result);
    EXPECT_NE(examples.find("0,0,\"a b, c\",\"a b, c\",\"a b,\",\"a b, c\",,"), std::string::npos) << examples;
    EXPECT_NE(examples.find("\"d \"\"e\"\" f\""), std::string::npos);
    const auto metrics = metricsCsv(result);
    EXPECT_EQ(std::count(metrics.begin(), metrics.end(), '\n'), static_cast<long>(result.metrics.size()) + 1);
    EXPECT_NE(metrics.find("rougeL,0."), std::string::npos);
}

} // namespace
} // namespace diffuscope
