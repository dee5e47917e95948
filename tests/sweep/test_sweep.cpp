// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/cancelled.h"
#include "core/error.h"
#include "core/metrics/generated_rows.h"
#include "core/sweep/engine_generator.h"
#include "core/sweep/sweep.h"
#include "core/sweep/sweep_result.h"
#include "tests/text/temporary_folder.h"

#include <cmath>
#include <thread>

namespace diffuscope {
namespace {

using test::TemporaryFolder;

/// Says the source back, with as many of its last words missing as the seed says; a second a sentence and evaluation.
class Echo : public SweepGenerator {
public:
    std::string model() const override { return name; }
    std::optional<Wording> misfit(const std::string& source, int) const override {
        if (source == "too long") return "The source is too long.";
        return std::nullopt;
    }
    double expectedEvaluations(const Recipe& recipe) const override { return recipe.steps; }
    SweepBatch generate(const Recipe& recipe, std::stop_token stop) override {
        if (stop.stop_requested()) throw Cancelled{};
        if (recipe.solver == "ddim" && recipe.mode == Mode::AsReleased) throw Error("The solver 'ddim' has no mode 'as-released'.");
        if (failAfter-- == 0) throw Cancelled{};
        batches.push_back(recipe);
        SweepBatch batch;
        for (auto source : recipe.sources) {
            for (std::uint64_t i = 0; i < recipe.seed; ++i) source.resize(source.rfind(' '));
            batch.texts.push_back(source);
        }
        batch.evaluations = recipe.steps;
        batch.seconds = recipe.steps * double(recipe.sources.size());
        return batch;
    }

    std::string name = "echo";
    int failAfter = -1;
    std::vector<Recipe> batches;
};

class SweepTest : public testing::Test {
protected:
    SweepPlan plan() const {
        SweepPlan plan;
        std::string lines;
        for (int i = 0; i < 5; ++i) {
            const auto text = "w" + std::to_string(i) + " a b c d";
            lines += nlohmann::json{{"src", i == 2 ? "too long" : text}, {"trg", text}}.dump() + "\n";
        }
        plan.input = folder.write("pairs.jsonl", lines).string();
        plan.solvers = {"ddim"};
        plan.steps = {2};
        plan.batch = 3;
        plan.resamples = 50;
        return plan;
    }
    std::filesystem::path store() const { return folder.path() / "run.jsonl"; }

    TemporaryFolder folder;
    Echo echo;
};

TEST_F(SweepTest, ScoresEverySettingOverTheRowsThatFit) {
    auto p = plan();
    p.steps = {2, 5};
    std::vector<SweepRow> seen;
    SweepControl control;
    control.onRow = [&](const SweepRow& row) { seen.push_back(row); };
    const auto rows = runSweep(p, echo, control);
    ASSERT_EQ(rows.size(), 2u);
    ASSERT_EQ(seen.size(), 2u);
    EXPECT_EQ(rows[1].setting, (SweepSetting{"ddim", 5, "time-uniform", Mode::Faithful}));
    EXPECT_EQ(rows[0].sentences, 4u);
    EXPECT_EQ(rows[0].skipped, 1u);
    EXPECT_DOUBLE_EQ(rows[1].evaluations, 5.0);
    EXPECT_DOUBLE_EQ(rows[1].secondsPerSentence, 5.0);
    EXPECT_NEAR(rows[0].metric("bleu_sacre").value, 100.0, 1e-9);
    EXPECT_NEAR(rows[0].metric("length_ratio").low, 1.0, 1e-9);
    EXPECT_TRUE(std::isnan(rows[0].metric("slot_accuracy").value)) << "the sources are no dialogue acts";
    ASSERT_EQ(echo.batches.size(), 4u) << "four sentences in batches of three, twice";
    EXPECT_EQ(echo.batches[0].sources.size(), 3u);
    EXPECT_EQ(echo.batches[0].sources[2], "w3 a b c d") << "the row that does not fit is left out";
}

TEST_F(SweepTest, SeedsArePooled) {
    auto p = plan();
    p.seeds = 2;
    const auto row = runSweep(p, echo).front();
    EXPECT_EQ(row.sentences, 8u);
    EXPECT_NEAR(row.metric("length_ratio").value, (5.0 + 4.0) / 10, 1e-12) << "the second seed loses a word";
    EXPECT_NEAR(row.metric("length_ratio").high, 0.9, 1e-12) << "rows are drawn with all their seeds, and all are alike";
    EXPECT_EQ(echo.batches.back().seed, 1u);
}

TEST_F(SweepTest, WhatASolverCannotTakeIsARowWithItsSentence) {
    auto p = plan();
    p.modes = {Mode::AsReleased, Mode::Faithful};
    const auto rows = runSweep(p, echo);
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].error.text(), "The solver 'ddim' has no mode 'as-released'.");
    EXPECT_EQ(toJson(rows[0]).at("error"), rows[0].error.text());
    EXPECT_FALSE(toJson(rows[0]).contains("evaluations"));
    EXPECT_TRUE(rows[1].error.empty());
    EXPECT_EQ(toJson(rows[1]).at("evaluations"), 2);
    EXPECT_NEAR(toJson(rows[1]).at("bleu_sacre").at("low").get<double>(), 100.0, 1e-9);
}

TEST_F(SweepTest, GoesOnWhereItWasLeft) {
    auto p = plan();
    p.steps = {2, 5};
    SweepControl control;
    control.store = store();
    echo.failAfter = 3;
    EXPECT_THROW(runSweep(p, echo, control), Cancelled);
    EXPECT_EQ(echo.batches.size(), 3u);
    // The program ended while it wrote the next line.
    std::ofstream(store(), std::ios::app) << "{\"evaluations\":5.0,\"key\":\"12";
    Echo second;
    const auto rows = runSweep(p, second, control);
    EXPECT_EQ(second.batches.size(), 1u) << "three batches of four were there";
    EXPECT_EQ(toJson(rows[1]), toJson(runSweep(p, echo).at(1)));
    Echo third, other;
    runSweep(p, third, control);
    EXPECT_TRUE(third.batches.empty());
    other.name = "trained further";
    runSweep(p, other, control);
    EXPECT_EQ(other.batches.size(), 4u) << "another model's texts do not count";
    EXPECT_EQ(SweepStore(store()).size(), 8u);
}

TEST_F(SweepTest, TheFileIsOneSweepsAtATime) {
    SweepControl control;
    control.store = store();
    {
        const SweepStore other(store(), SweepStore::Access::Add);
        EXPECT_ERROR_SAYING(runSweep(plan(), echo, control), "is in use");
        EXPECT_TRUE(echo.batches.empty());
        EXPECT_EQ(textsOf(plan(), {"ddim", 2}, 0, echo, control).candidates.size(), 4u) << "reading goes on meanwhile";
    }
    EXPECT_EQ(SweepStore(store()).size(), 0u) << "who reads adds nothing";
    runSweep(plan(), echo, control);
    EXPECT_EQ(SweepStore(store()).size(), 2u);
}

TEST_F(SweepTest, ADamagedLineCostsItsBatchAlone) {
    auto p = plan();
    SweepControl control;
    control.store = store();
    runSweep(p, echo, control);
    const auto whole = test::contentOf(store());
    for (const std::string end : {"{\"evaluations\":2.0,\"key\":\"1{\"evaluations\"\n", "ions\":2.0}\n\n"}) {
        folder.write("run.jsonl", whole + end);
        Echo second;
        runSweep(p, second, control);
        EXPECT_TRUE(second.batches.empty());
        p.seeds = 2;
        runSweep(p, second, control);
        EXPECT_EQ(second.batches.size(), 2u) << "of the second seed";
        EXPECT_EQ(SweepStore(store()).size(), 4u);
        p.seeds = 1;
    }
    folder.write("run.jsonl", whole.substr(0, whole.find('\n') - 9) + '\n' + whole.substr(whole.find('\n') + 1));
    Echo third;
    runSweep(p, third, control);
    EXPECT_EQ(third.batches.size(), 1u) << "the first line's";
}

TEST_F(SweepTest, WhatIsRefusedLeavesNoFileBehind) {
    auto p = plan();
    p.input = (folder.path() / "none.jsonl").string();
    SweepControl control;
    control.store = store();
    EXPECT_ERROR_SAYING(runSweep(p, echo, control), "none.jsonl");
    EXPECT_FALSE(std::filesystem::exists(store()));
}

TEST_F(SweepTest, AnotherRecipeOrRowIsComputedAnew) {
    auto p = plan();
    SweepControl control;
    control.store = store();
    runSweep(p, echo, control);
    p.base.temperature = 0.5;
    runSweep(p, echo, control);
    EXPECT_EQ(echo.batches.size(), 4u);
    p.limit = 4; // of which one does not fit: the first batch alone, which is known
    runSweep(p, echo, control);
    EXPECT_EQ(echo.batches.size(), 4u);
}

TEST_F(SweepTest, TextsOfASettingComeFromTheStore) {
    auto p = plan();
    p.seeds = 2;
    SweepControl control;
    control.store = store();
    runSweep(p, echo, control);
    Echo second;
    const auto rows = textsOf(p, {"ddim", 2}, 1, second, control);
    EXPECT_TRUE(second.batches.empty());
    EXPECT_EQ(rows.candidates, (std::vector<std::string>{"w0 a b c", "w1 a b c", "w3 a b c", "w4 a b c"}));
    EXPECT_EQ(rows.references[3], "w4 a b c d");
    EXPECT_EQ(textsOf(p, {"ddim", 9}, 0, second, control).candidates[0], "w0 a b c d");
    EXPECT_EQ(second.batches.size(), 2u) << "a setting beside the plan is generated";
    EXPECT_ERROR_SAYING(textsOf(p, {"ddim", 2, "time-uniform", Mode::AsReleased}, 0, second, control), "has no mode");
}

TEST_F(SweepTest, ForeignFilesAreLeftAlone) {
    SweepControl control;
    control.store = plan().input;
    EXPECT_ERROR_SAYING(runSweep(plan(), echo, control), "is no sweep's file");
    control.store = folder.write("notes.txt", "notes");
    EXPECT_ERROR_SAYING(runSweep(plan(), echo, control), "is no sweep's file");
    EXPECT_EQ(test::contentOf(folder.path() / "notes.txt"), "notes");
    control.store = folder.path() / "none" / "run.jsonl";
    EXPECT_ERROR_SAYING(runSweep(plan(), echo, control), "could not be written");
    auto p = plan();
    p.input = folder.write("long.jsonl", "{\"src\": \"too long\", \"trg\": \"x\"}").string();
    EXPECT_ERROR_SAYING(runSweep(p, echo), "The source is too long.");
}

TEST_F(SweepTest, TellsHowFarItIs) {
    auto p = plan();
    p.steps = {1, 3};
    std::vector<SweepProgress> seen;
    SweepControl control;
    control.onProgress = [&](const SweepProgress& progress) { seen.push_back(progress); };
    runSweep(p, echo, control);
    EXPECT_TRUE(std::isnan(seen.front().secondsLeft));
    EXPECT_EQ(seen[1].sentencesDone, 3u);
    EXPECT_EQ(seen[1].sentences, 8u);
    EXPECT_EQ(seen[1].skipped, 1u);
    EXPECT_DOUBLE_EQ(seen[1].share, 3.0 / 16);
    EXPECT_DOUBLE_EQ(seen[1].secondsLeft, 13.0) << "a second an evaluation";
    EXPECT_DOUBLE_EQ(seen.back().share, 1.0);
    EXPECT_DOUBLE_EQ(seen.back().secondsLeft, 0.0);
}

TEST_F(SweepTest, PausesAndStops) {
    PauseSwitch pause;
    std::stop_source stop;
    SweepControl control;
    control.pause = &pause;
    control.stop = stop.get_token();
    pause.pause();
    bool cancelled = false;
    std::jthread worker([&] {
        try {
            runSweep(plan(), echo, control);
        } catch (const Cancelled&) {
            cancelled = true;
        }
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    stop.request_stop();
    worker.join();
    EXPECT_TRUE(cancelled);
    EXPECT_TRUE(echo.batches.empty()) << "it was paused before the first batch";
    pause.resume();
    EXPECT_FALSE(pause.paused());
}

TEST(SweepPlan, JsonKeepsAll) {
    SweepPlan plan;
    plan.input = "pairs.jsonl.gz";
    plan.limit = 100;
    plan.base.temperature = 0.4;
    plan.base.seed = 18446744073709551615u;
    plan.solvers = {"unipc", "ddim"};
    plan.steps = {2, 5};
    plan.spacings = {"log-snr"};
    plan.modes = {Mode::AsReleased, Mode::Faithful};
    plan.extra = publishedFigure(2000);
    plan.seeds = 3;
    EXPECT_EQ(sweepPlanFromJson(nlohmann::json::parse(toJson(plan).dump())), plan);
    EXPECT_EQ(sweepPlanFromJson(nlohmann::json::object()), SweepPlan{});
    EXPECT_ERROR_SAYING(sweepPlanFromJson({{"solver", "x"}}), "unknown key 'solver'");
    EXPECT_ERROR_SAYING(sweepPlanFromJson({{"steps", "many"}}), "'steps' has a value of the wrong kind");
    EXPECT_ERROR_SAYING(sweepPlanFromJson({{"modes", {"odd"}}}), "not 'odd'");
}

TEST(SweepPlan, TheGridHoldsEachSettingOnce) {
    SweepPlan plan;
    plan.solvers = {"a", "b", "a"};
    plan.steps = {1, 2};
    plan.extra = {{"b", 2}, {"c", 9}};
    const auto settings = settingsOf(plan);
    ASSERT_EQ(settings.size(), 5u);
    EXPECT_EQ(settings[1], (SweepSetting{"a", 2}));
    EXPECT_EQ(settings[4], (SweepSetting{"c", 9}));
    plan.base.seed = 7;
    plan.base.evaluations = 12;
    const auto recipe = recipeOf(plan, settings[3], 2);
    EXPECT_EQ(recipe.seed, 9u);
    EXPECT_EQ(recipe.solver, "b");
    EXPECT_EQ(recipe.evaluations, 0) << "the setting's steps decide";
}

TEST(SweepPlan, CandidatesThatNobodyChoosesAmongAreNotComputed) {
    SweepPlan plan;
    plan.base.samples = 4;
    plan.base.sources = {"x"};
    plan.base.edits = {Edit{}};
    const auto recipe = recipeOf(plan, {"ddim", 2}, 0);
    EXPECT_EQ(recipe.samples, 1);
    EXPECT_TRUE(recipe.sources.empty() && recipe.edits.empty());
    for (auto choice : {&Recipe::mbr, &Recipe::rerank}) {
        auto chosen = plan;
        chosen.base.*choice = true;
        EXPECT_EQ(recipeOf(chosen, {"ddim", 2}, 0).samples, 4);
    }
}

TEST(SweepPlan, AListOfTimesIsOneSetting) {
    SweepPlan plan;
    plan.solvers = {"ddim", "heun"};
    plan.spacings = {"custom", "log-snr"};
    plan.base.times = {1.0, 0.5, 0.1};
    EXPECT_EQ(settingsOf(plan), (std::vector<SweepSetting>{{"ddim", 2, "custom"}, {"heun", 2, "custom"}})) << "without any steps";
    plan.steps = {5, 10};
    EXPECT_EQ(settingsOf(plan), (std::vector<SweepSetting>{{"ddim", 2, "custom"},
                                                           {"ddim", 5, "log-snr"},
                                                           {"ddim", 10, "log-snr"},
                                                           {"heun", 2, "custom"},
                                                           {"heun", 5, "log-snr"},
                                                           {"heun", 10, "log-snr"}}));
}

TEST(ExpectedEvaluations, AreThoseOfTheRun) {
    Recipe recipe;
    recipe.solver = "unipc";
    recipe.steps = 10;
    EXPECT_EQ(expectedEvaluations(recipe), 10);
    recipe.absorbRate = 0.5;
    EXPECT_EQ(expectedEvaluations(recipe), 19) << "discrete noise: each state but the last is evaluated twice";
    EXPECT_EQ(expectedEvaluations(recipe, false), 10) << "of which a model without an absorbing state has none";
    recipe.denoiseToZero = true;
    EXPECT_EQ(expectedEvaluations(recipe), 20);
    recipe.evaluations = 8;
    EXPECT_EQ(expectedEvaluations(recipe), 8);
    recipe.spacing = "custom";
    recipe.times = {1.0, 0.5, 0.1};
    EXPECT_EQ(expectedEvaluations(recipe), 4);
    Recipe restart;
    restart.solver = "restart";
    EXPECT_GT(expectedEvaluations(restart), 2 * restart.steps);
}

TEST(SweepPlan, BadPlansAreRefused) {
    SweepPlan good;
    good.input = "pairs.jsonl";
    good.solvers = {"ddim"};
    good.steps = {3};
    validate(good);
    const auto refused = [&](auto change, const char* part) {
        auto plan = good;
        change(plan);
        EXPECT_ERROR_SAYING(validate(plan), part);
    };
    refused([](SweepPlan& p) { p.input = ""; }, "no pair file");
    refused([](SweepPlan& p) { p.steps = {}; }, "nothing to run");
    refused([](SweepPlan& p) { p.solvers = {"magic"}; }, "Unknown solver 'magic'");
    refused([](SweepPlan& p) { p.spacings = {"odd"}; }, "Unknown spacing 'odd'");
    refused([](SweepPlan& p) { p.spacings = {"custom"}; }, "'times'");
    refused([](SweepPlan& p) { p.spacings = {"custom"}, p.base.times = {1.0}; }, "'times'");
    refused([](SweepPlan& p) { p.steps = {0}; }, "'steps'");
    refused([](SweepPlan& p) { p.seeds = 0; }, "'seeds'");
    refused([](SweepPlan& p) { p.base.temperature = 11; }, "'temperature'");
}

TEST(SweepRow, CsvHasAColumnForEachEnd) {
    SweepRow row;
    row.setting = {"ddim", 2};
    row.evaluations = 2;
    row.secondsPerSentence = 0.25;
    row.sentences = 10;
    row.metrics = {{"bleu_sacre", {12.5, 10, 15}}};
    SweepRow failed;
    failed.setting = {"ddim", 2, "log-snr", Mode::AsReleased};
    failed.error = "No \"mode\", sorry.";
    EXPECT_EQ(
        toCsv(std::vector{row, failed}),
        "solver,steps,spacing,mode,evaluations,seconds_per_sentence,sentences,skipped,bleu_sacre,bleu_sacre_low,bleu_sacre_high,"
        "bleu_nltk_method4,bleu_nltk_method4_low,bleu_nltk_method4_high,rougeL,rougeL_low,rougeL_high,slot_accuracy,slot_accuracy_low,"
        "slot_accuracy_high,length_ratio,length_ratio_low,length_ratio_high,exact_match,exact_match_low,exact_match_high,error\n"
        "ddim,2,time-uniform,faithful,2,0.25,10,0,12.5,10,15,,,,,,,,,,,,,,,,\n"
        "ddim,2,log-snr,as-released,,,0,0,,,,,,,,,,,,,,,,,,,\"No \"\"mode\"\", sorry.\"\n");
}

TEST_F(SweepTest, AResultComesBackFromItsFile) {
    auto p = plan();
    p.modes = {Mode::AsReleased, Mode::Faithful};
    const SweepResult result{p, runSweep(p, echo)};
    const auto file = folder.write("sweep.json", toJson(result).dump());
    const auto back = readSweepResult(file);
    EXPECT_EQ(toJson(back), toJson(result));
    EXPECT_EQ(back.plan, p);
    EXPECT_EQ(back.rows[0].error.text(), "The solver 'ddim' has no mode 'as-released'.");
    EXPECT_EQ(back.rows[1].sentences, 4u);
    EXPECT_TRUE(std::isnan(back.rows[1].metric("slot_accuracy").value)) << "it had none";
    const auto bare = readSweepResult(folder.write("rows.json", toJson(result).at("rows").dump()));
    EXPECT_FALSE(bare.plan);
    EXPECT_EQ(bare.rows.size(), 2u);
    EXPECT_ERROR_SAYING(readSweepResult(folder.write("no.json", "{}")), "no.json");
    EXPECT_ERROR_SAYING(readSweepResult(folder.write("half.json", "[{\"solver\":\"ddim\"")), "no JSON");
    EXPECT_ERROR_SAYING(readSweepResult(folder.write("row.json", R"([{"solver":"ddim","steps":"two"}])")), "lacks its solver");
}

TEST(ParetoFront, KeepsWhatNoneBeats) {
    const double nan = std::nan("");
    const std::vector<double> cost{5, 1, 2, 2, 10, 1, 7}, quality{30, 10, 20, 25, 30, 9, nan};
    EXPECT_EQ(paretoFront(cost, quality), (std::vector<std::size_t>{1, 3, 0}));
    EXPECT_TRUE(paretoFront({}, {}).empty());
}

} // namespace
} // namespace diffuscope
