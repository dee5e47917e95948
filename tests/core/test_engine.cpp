// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/distinct_rows.h"
#include "core/engine/engine.h"
#include "core/error.h"
#include "core/model/native_model.h"
#include "core/model/official_model.h"
#include "core/solvers/solver_table.h"
#include "tests/text/temporary_folder.h"

#include <gtest/gtest.h>
#include <torch/torch.h>

namespace diffuscope {
namespace {

const auto kTiny = std::filesystem::path(DIFFUSCOPE_TEST_DATA) / "tiny";

Recipe recipe(int samples = 2, const std::string& solver = "dpmpp-2m") {
    Recipe r;
    r.sources = {"what date?"};
    r.solver = solver;
    r.steps = 6;
    r.samples = samples;
    r.seed = 11;
    return r;
}

class EngineTest : public testing::Test {
protected:
    Engine engine{kTiny};
};

TEST_F(EngineTest, TracesEveryStepInOrder) {
    std::vector<int> seen;
    bool started = false;
    Observer observer;
    observer.onStart = [&](const auto& header) { started = header->steps == 6 && seen.empty(); };
    observer.onStep = [&](const auto& step) { seen.push_back(step->index); };
    const auto trace = engine.run(recipe(), {}, observer);
    EXPECT_TRUE(started);
    EXPECT_EQ(seen, (std::vector<int>{0, 1, 2, 3, 4, 5, 6}));
    EXPECT_EQ(trace.steps.back()->evaluations, 6) << "2M takes one evaluation a step";
    EXPECT_EQ(trace.sentences.size(), 2u);
    EXPECT_TRUE(trace.finished());
    const auto& header = *trace.header;
    const auto cells = static_cast<size_t>(trace.batch() * header.length);
    for (const auto& step : trace.steps) {
        EXPECT_EQ(step->tokens.size(), cells * static_cast<size_t>(header.neighbours));
        EXPECT_EQ(step->toAbsorbing.size(), cells);
        EXPECT_EQ(step->x.size(), cells * static_cast<size_t>(header.dimensions));
        EXPECT_TRUE(std::is_sorted(step->distances.begin(), step->distances.begin() + header.neighbours));
    }
}

TEST_F(EngineTest, SourcePositionsStayAtTheirTokens) {
    const auto trace = engine.run(recipe());
    const auto& row = trace.header->rows.front();
    for (size_t i = 0; i < row.canvas.size(); ++i)
        for (size_t step = 0; step < trace.steps.size() && !row.target[i]; ++step)
            EXPECT_EQ(trace.steps[step]->state[i], row.canvas[i]) << "step " << step << ", position " << i;
}

TEST(EngineValues, ARowSaysWhatItsPlaceholdersStandFor) {
    Recipe one;
    one.sources = {"restaurants : confirm city = Oslo", "restaurants : goodbye"};
    one.steps = 2;
    one.edits = {{1, 1, 0, Edit::Kind::Source, "restaurants : confirm city = Bergen"}};
    const auto trace = Engine("bundled").run(one);
    EXPECT_EQ(trace.header->rows[0].values, (PlaceholderValues{{"<city>", "Oslo"}}));
    EXPECT_EQ(trace.header->rows[1].values, (PlaceholderValues{{"<city>", "Bergen"}})) << "of the source on which the run ends";
}

TEST_F(EngineTest, SameRecipeSameBits) {
    for (const char* solver : {"ancestral", "dpmpp-2m", "ddim"}) {
        const auto a = engine.run(recipe(2, solver)), b = engine.run(recipe(2, solver));
        for (size_t i = 0; i < a.steps.size(); ++i) {
            EXPECT_EQ(a.steps[i]->x, b.steps[i]->x) << solver << " step " << i;
            EXPECT_EQ(a.steps[i]->distances, b.steps[i]->distances) << solver << " step " << i;
        }
    }
}

TEST_F(EngineTest, ASampleDoesNotDependOnItsCompany) {
    const auto many = engine.run(recipe(3)), one = engine.run(recipe(1));
    const auto& all = many.steps.front()->x;
    const auto& alone = one.steps.front()->x;
    EXPECT_TRUE(std::equal(alone.begin(), alone.end(), all.begin())) << "the same initial draws";
    EXPECT_EQ(many.sentences[0].ids, one.sentences[0].ids);
}

TEST_F(EngineTest, WithoutATraceTheSentencesAreTheSame) {
    TraceOptions none;
    none.steps = false;
    const auto plain = engine.run(recipe(), none);
    EXPECT_TRUE(plain.steps.empty());
    const auto traced = engine.run(recipe());
    for (size_t i = 0; i < plain.sentences.size(); ++i) EXPECT_EQ(plain.sentences[i].ids, traced.sentences[i].ids);
}

TEST(EngineValues, WhatEarlierRunsLearnedOfTheTokensChangesNoTrace) {
    Recipe one;
    one.sources = {"restaurants : confirm city = Oslo"};
    one.steps = 8;
    auto other = one;
    other.seed = 5;
    other.interpolate = 0.5; // ends on the tokens themselves
    TraceOptions fewer;
    fewer.neighbours = 2;
    Engine used("bundled");
    for (const auto& options : {TraceOptions{}, fewer, TraceOptions{}})
        for (const auto& earlier : {other, one}) used.run(earlier, options);
    const auto fresh = Engine("bundled").run(one), got = used.run(one);
    for (size_t i = 0; i < fresh.steps.size(); ++i) {
        EXPECT_EQ(got.steps[i]->tokens, fresh.steps[i]->tokens) << "step " << i;
        EXPECT_EQ(got.steps[i]->distances, fresh.steps[i]->distances) << "step " << i;
        EXPECT_EQ(got.steps[i]->state, fresh.steps[i]->state) << "step " << i;
        EXPECT_EQ(got.steps[i]->nearAbsorbing, fresh.steps[i]->nearAbsorbing) << "step " << i;
    }
}

TEST(EngineRows, EqualRowsAreComputedOnceAndHaveTheirOwnValues) {
    Recipe r;
    r.sources = {"restaurants : confirm city = Oslo", "weather : goodbye", "restaurants : confirm city = Bergen"};
    r.samples = 2;
    r.steps = 4;
    Engine engine("bundled");
    TraceOptions every, once;
    every.steps = once.steps = false;
    once.equalRowsOnce = true;
    const auto expected = engine.run(r, every), got = engine.run(r, once);
    for (size_t row = 0; row < 6; ++row) EXPECT_EQ(got.sentences[row].text, expected.sentences[row].text) << "row " << row;
    const auto distinct = distinctRows(got.header->rows);
    EXPECT_EQ(distinct.rows, (std::vector<size_t>{0, 1, 2, 3}));
    EXPECT_EQ(distinct.computedBy, (std::vector<size_t>{0, 1, 2, 3, 0, 1})) << "samples of one source are not equal rows";
}

TEST_F(EngineTest, CancelsWithinOneStep) {
    std::stop_source stop;
    int last = -1;
    Observer observer;
    observer.onStep = [&](const auto& step) {
        last = step->index;
        if (last == 2) stop.request_stop();
    };
    EXPECT_THROW(engine.run(recipe(), {}, observer, stop.get_token()), Cancelled);
    EXPECT_EQ(last, 2);
}

TEST_F(EngineTest, DiscreteNoiseIsRecordedWhereItFell) {
    auto r = recipe(4, "ancestral");
    r.steps = 30;
    const auto trace = engine.run(r);
    size_t marked = 0;
    for (const auto& step : trace.steps)
        for (size_t i = 0; i < step->absorbed.size(); ++i) {
            if (!step->absorbed[i]) continue;
            ++marked;
            EXPECT_NEAR(step->toAbsorbing[i], 0.0f, 1e-5f);
            EXPECT_TRUE(
                trace.header->rows[i / static_cast<size_t>(trace.header->length)].target[i % static_cast<size_t>(trace.header->length)]);
        }
    EXPECT_GT(marked, 0u);
    r.discreteNoise = false;
    for (const auto& step : engine.run(r).steps) EXPECT_EQ(std::count(step->absorbed.begin(), step->absorbed.end(), 1), 0);
}

TEST_F(EngineTest, EverySolverGeneratesOnEverySpacing) {
    TraceOptions none;
    none.steps = false;
    for (const auto& info : solverTable())
        for (const auto spacing : spacingNames()) {
            auto r = recipe(1, std::string(info.name));
            r.spacing = spacing;
            r.steps = 3;
            r.tolerance = 1.0;
            r.canvas = 16;
            if (spacing == "custom") r.times = {1.0, 0.6, 0.6, 0.001};
            const auto trace = engine.run(r, none);
            EXPECT_EQ(trace.sentences.size(), 1u) << info.name << ", " << spacing;
            if (info.evaluationsPerStep > 0 && spacing != "custom") {
                EXPECT_EQ(trace.evaluations, 3 * info.evaluationsPerStep) << info.name << ", " << spacing;
            }
        }
}

TEST_F(EngineTest, ABudgetOfEvaluationsIsSpent) {
    for (const auto& [solver, budget, steps, spent] : std::vector<std::tuple<const char*, int, int, int>>{{"dpmpp-2m", 7, 7, 7},
                                                                                                          {"heun", 7, 3, 6},
                                                                                                          {"dpmpp-2s", 7, 4, 7},
                                                                                                          {"dpmpp-3s", 9, 4, 9},
                                                                                                          {"dpm-3s", 10, 4, 10},
                                                                                                          {"dpm-3s", 11, 4, 11},
                                                                                                          {"dpm-3s", 1, 1, 1},
                                                                                                          {"dpm-3s", 2, 1, 2},
                                                                                                          {"dpm-3s", 3, 2, 3},
                                                                                                          {"dpm-2s", 1, 1, 1},
                                                                                                          {"ancestral", 5, 5, 5}})
        for (const char* spacing : {"time-uniform", "log-snr"}) {
            auto r = recipe(1, solver);
            r.spacing = spacing;
            r.evaluations = budget;
            const auto trace = engine.run(r);
            EXPECT_EQ(trace.header->steps, steps) << solver << ", " << budget << ", " << spacing;
            EXPECT_EQ(trace.evaluations, spent) << solver << ", " << budget << ", " << spacing;
        }
}

TEST_F(EngineTest, OptionsOfEverySolverDoWhatTheySay) {
    const auto end = [&](auto change, const std::string& solver = "dpmpp-2m") {
        auto r = recipe(2, solver);
        change(r);
        return engine.run(r);
    };
    const auto plain = end([](Recipe&) {});
    EXPECT_EQ(end([](Recipe& r) { r.denoiseToZero = true; }).evaluations, plain.evaluations + 1);
    for (const auto& different : {end([](Recipe& r) { r.absorbRate = 0.5; }), end([](Recipe& r) { r.roundingClamp = true; }),
                                  end([](Recipe& r) { r.temperature = 0.5; }), end([](Recipe& r) { r.interpolate = 0.5; })})
        EXPECT_NE(different.steps.back()->x, plain.steps.back()->x);
    const auto absorbing = end([](Recipe& r) { r.absorbRate = 1.0, r.steps = 20; });
    size_t marked = 0;
    for (const auto& step : absorbing.steps) marked += static_cast<size_t>(std::count(step->absorbed.begin(), step->absorbed.end(), 1));
    EXPECT_GT(marked, 0u);
    for (const auto& step : plain.steps) EXPECT_EQ(std::count(step->absorbed.begin(), step->absorbed.end(), 1), 0) << "off for ODE solvers";
    const auto quiet = end([](Recipe& r) { r.sdeEta = 0; }, "dpmpp-2m-sde");
    EXPECT_EQ(quiet.sentences[0].ids, plain.sentences[0].ids) << "without noise the SDE solver is the ODE's";
    EXPECT_NE(end([](Recipe&) {}, "dpmpp-2m-sde").steps.back()->x, quiet.steps.back()->x);
}

TEST_F(EngineTest, ModesAreDifferentComputations) {
    auto released = recipe();
    released.mode = Mode::AsReleased;
    EXPECT_NE(engine.run(released).steps.back()->x, engine.run(recipe()).steps.back()->x);
}

TEST_F(EngineTest, BadRecipesAreRefusedWithASentence) {
    const auto refused = [&](auto change, const std::string& part) {
        auto r = recipe();
        change(r);
        try {
            engine.run(r);
            FAIL() << "expected an error about " << part;
        } catch (const Error& error) {
            EXPECT_NE(std::string(error.what()).find(part), std::string::npos) << error.what();
        }
    };
    refused([](Recipe& r) { r.steps = 0; }, "'steps'");
    refused([](Recipe& r) { r.solver = "magic"; }, "Unknown solver 'magic'");
    refused([](Recipe& r) { r.spacing = "odd"; }, "Unknown spacing 'odd'");
    refused([](Recipe& r) { r.eta = 1.5; }, "'eta'");
    refused([](Recipe& r) { r.temperature = std::nan(""); }, "'temperature'");
    refused([](Recipe& r) { r.sources = {"  "}; }, "empty");
    refused([](Recipe& r) { r.canvas = 1000; }, "'canvas'");
    refused([](Recipe& r) { r.solver = "ddim", r.mode = Mode::AsReleased; }, "has no mode");
    refused([](Recipe& r) { r.solver = "ancestral", r.steps = 3000; }, "between 1 and 2000");
    refused([](Recipe& r) { r.tolerance = std::nan(""); }, "'tolerance' must lie between 1e-06 and 1");
    refused([](Recipe& r) { r.sdeEta = 1.5; }, "'sde_eta'");
    refused([](Recipe& r) { r.spacing = "custom"; }, "'times'");
    refused([](Recipe& r) { r.spacing = "custom", r.times = {1.0, 2.0}; }, "between 1 and 0.0005");
    refused([](Recipe& r) { r.solver = "heun", r.mode = Mode::AsReleased; }, "has no mode 'as-released'");
    refused([](Recipe& r) { r.sources = {std::string(400, 'a') + " b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h"}; },
            "no room");
}

TEST_F(EngineTest, OfSeveralSourcesTheOneToBlameIsNamed) {
    auto r = recipe();
    std::string words;
    for (int i = 0; i < 40; ++i) words += "a ";
    r.sources = {"what date?", words};
    try {
        engine.run(r);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(std::string(error.what()).find("Source 2 of 2: The source has"), 0u) << error.what();
        EXPECT_EQ(error.cause(), Error::Cause::Source);
    }
}

TEST(EngineValues, ARunThatEndsInNoNumbersSaysSo) {
    const test::TemporaryFolder folder;
    auto model = readOfficialModel(kTiny);
    for (auto& [name, tensor] : model.tensors)
        if (name == "LayerNorm.weight") tensor = torch::full_like(tensor, NAN);
    writeNativeModel(folder.path(), model);
    for (const char* name : {"vocab.txt", "tokenizer.json", "tokenizer_config.json"})
        std::filesystem::copy_file(kTiny / name, folder.path() / name);
    Engine engine(folder.path());
    EXPECT_THROW(engine.run(recipe()), Error);
}

TEST_F(EngineTest, InfoTellsTheModelsSizes) {
    EXPECT_EQ(engine.info().config.vocabSize, 386);
    EXPECT_EQ(engine.info().format, "official");
    EXPECT_GT(engine.info().absorbingNorm, 0.0);
    EXPECT_EQ(engine.sourceLength("what date?"), engine.sourceLength("what date ?"));
}

} // namespace
} // namespace diffuscope
