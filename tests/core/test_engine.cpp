// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine.h"
#include "core/error.h"

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
            EXPECT_TRUE(trace.header->rows[i / static_cast<size_t>(trace.header->length)].target[i % static_cast<size_t>(trace.header->length)]);
        }
    EXPECT_GT(marked, 0u);
    r.discreteNoise = false;
    for (const auto& step : engine.run(r).steps)
        EXPECT_EQ(std::count(step->absorbed.begin(), step->absorbed.end(), 1), 0);
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
    refused([](Recipe& r) { r.sources = {std::string(400, 'a') + " b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h"}; }, "no room");
}

TEST_F(EngineTest, InfoTellsTheModelsSizes) {
    EXPECT_EQ(engine.info().config.vocabSize, 386);
    EXPECT_EQ(engine.info().format, "official");
    EXPECT_GT(engine.info().absorbingNorm, 0.0);
    EXPECT_EQ(engine.sourceLength("what date?"), engine.sourceLength("what date ?"));
}

} // namespace
} // namespace diffuscope
