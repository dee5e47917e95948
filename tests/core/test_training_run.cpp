// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/training_run.h"

#include "core/error.h"
#include "core/text/file_lock.h"
#include "core/text/sentencepiece_trainer.h"
#include "tests/text/temporary_folder.h"

namespace diffuscope {
namespace {

TrainingPlan unusualPlan() {
    TrainingPlan plan;
    plan.data = "/data";
    plan.output = "/model";
    plan.from = "bundled";
    plan.steps = 7;
    plan.validateMinutes = 0.5;
    plan.seed = 1ull << 40;
    plan.selfCondition = false;
    plan.changes.dropout = 0.0;
    plan.changes.hidden = 32;
    plan.changes.uniformTimes = true;
    return plan;
}

TEST(TrainingPlan, SurvivesAsJson) {
    const auto plan = unusualPlan();
    const auto json = toJson(plan);
    EXPECT_EQ(trainingPlanFromJson(nlohmann::json::parse(json.dump())), plan);
    EXPECT_EQ(json.at("changes").size(), 3u) << "what the preset decides is left to it";
    EXPECT_EQ(trainingPlanFromJson({{"minutes", 5}}).changes, PresetChanges()) << "of a version that knew none";
    EXPECT_ERROR_SAYING(trainingPlanFromJson({{"changes", {{"hidden", "wide"}}}}), "wrong kind");
}

class TrainingRunTest : public testing::Test {
protected:
    void SetUp() override {
        if (!haveSentencePiece()) GTEST_SKIP() << "this build trains no vocabulary";
        std::string rows;
        for (const char* noun : {"door", "lamp", "ship"})
            for (const char* verb : {"opens", "closes", "moves", "falls", "shines", "waits"}) {
                const auto text = std::string(noun) + " " + verb;
                rows += nlohmann::json{{"src", text}, {"trg", "the " + text}}.dump() + '\n';
            }
        plan.train = folder.write("pairs.jsonl", rows);
        plan.output = folder.path() / "model";
        plan.vocabSize = 64;
        plan.steps = 3;
        plan.changes.hidden = 32;
        plan.changes.layers = 1;
        plan.changes.heads = 2;
    }

    test::TemporaryFolder folder;
    TrainingPlan plan;
};

TEST_F(TrainingRunTest, GoesOnWithThePlanThatItKept) {
    EXPECT_FALSE(plan.goesOn());
    EXPECT_EQ(runTraining(plan, {}, {}).step, 3);
    ASSERT_TRUE(plan.goesOn());
    auto kept = *TrainingPlan::toGoOn(plan.output);
    EXPECT_EQ(kept, plan);
    kept.steps = 5;
    TrainingStart start;
    TrainingCallbacks callbacks;
    callbacks.onTraining = [&](const TrainingStart& now) { start = now; };
    EXPECT_EQ(runTraining(kept, callbacks, {}).step, 5);
    EXPECT_EQ(start.step, 3);
    EXPECT_EQ(start.used, 18u);
    EXPECT_EQ(TrainingPlan::of(plan.output)->steps, 5);
}

TEST_F(TrainingRunTest, GoesOnFromTheCheckpointThatWasBeingReplaced) {
    runTraining(plan, {}, {});
    std::filesystem::rename(plan.output / "checkpoint", plan.output / "checkpoint.old");
    ASSERT_TRUE(plan.goesOn()) << "the pairs are not prepared anew";
    std::filesystem::remove(plan.train);
    plan.steps = 4;
    EXPECT_EQ(runTraining(plan, {}, {}).step, 4);
    EXPECT_FALSE(std::filesystem::exists(plan.output / "checkpoint.old"));
}

TEST_F(TrainingRunTest, NothingIsPreparedWhereAnotherRunTrains) {
    std::filesystem::create_directories(plan.output);
    const FileLock other(plan.log());
    EXPECT_ERROR_SAYING(runTraining(plan, {}, {}), "in use");
    EXPECT_FALSE(std::filesystem::exists(plan.prepared()));
}

TEST_F(TrainingRunTest, APlanThatIsRefusedIsNotKept) {
    runTraining(plan, {}, {});
    auto other = plan;
    other.changes.layers = 2;
    EXPECT_ERROR_SAYING(runTraining(other, {}, {}), "num_hidden_layers");
    EXPECT_EQ(TrainingPlan::of(plan.output), plan);
}

} // namespace
} // namespace diffuscope
