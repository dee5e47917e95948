// SPDX-License-Identifier: GPL-3.0-or-later
// Runs side by side: one batch, the same draws, and no lane that holds up or ends another one by mistake.
#include "core/engine/engine.h"
#include "core/engine/shared_denoiser.h"
#include "core/error.h"

#include <gtest/gtest.h>
#include <thread>

namespace diffuscope {
namespace {

/// Counts the rows of each evaluation; predicts x + time.
class CountingDenoiser : public Denoiser {
public:
    torch::Tensor embedTimes(std::span<const double> inputs) override {
        return torch::tensor(std::vector<double>(inputs.begin(), inputs.end()), torch::kFloat32).view({-1, 1});
    }
    torch::Tensor predict(const torch::Tensor& x, const torch::Tensor& time, const torch::Tensor& previous) override {
        if (failing) throw Error("The network fails.");
        batches.push_back(x.size(0));
        return x + time.view({-1, 1, 1}) + (previous.defined() ? previous : torch::zeros_like(x));
    }
    torch::Tensor table() const override { return torch::eye(2); }
    torch::Tensor logits(const torch::Tensor& x) const override { return x; }
    torch::Tensor absorbing() const override { return {}; }

    std::vector<std::int64_t> batches;
    bool failing = false;
};

/// Asks `times.size()` times with `rows` rows; the answers.
std::vector<torch::Tensor> asks(Denoiser& seat, const std::vector<double>& times, int rows, int length = 3,
                                const torch::Tensor& previous = {}) {
    std::vector<torch::Tensor> answers;
    for (const double time : times)
        answers.push_back(seat.predict(torch::full({rows, length, 2}, 10.0f * float(rows)), seat.embedTimes(std::array{time}), previous));
    return answers;
}

TEST(SharedDenoiser, RunsMeetInOneBatchEachAtItsOwnTime) {
    CountingDenoiser network;
    SharedDenoiser shared(network);
    auto first = shared.seat(), second = shared.seat();
    std::vector<torch::Tensor> one, two;
    std::jthread a([&, seat = std::move(first)]() mutable {
        one = asks(*seat, {1, 2, 3, 4}, 1);
        seat.reset();
    });
    std::jthread b([&, seat = std::move(second)]() mutable {
        two = asks(*seat, {5, 6}, 2);
        seat.reset();
    });
    shared.serve();
    a.join();
    b.join();
    // The longer run goes on alone.
    EXPECT_EQ(network.batches, (std::vector<std::int64_t>{3, 3, 1, 1}));
    for (int i = 0; i < 4; ++i) EXPECT_TRUE(torch::equal(one[static_cast<size_t>(i)], torch::full({1, 3, 2}, 11.0f + float(i)))) << i;
    for (int i = 0; i < 2; ++i) EXPECT_TRUE(torch::equal(two[static_cast<size_t>(i)], torch::full({2, 3, 2}, 25.0f + float(i)))) << i;
}

TEST(SharedDenoiser, WhatCannotBeOneBatchIsEvaluatedApart) {
    CountingDenoiser network;
    SharedDenoiser shared(network);
    auto first = shared.seat(), second = shared.seat(), third = shared.seat();
    std::vector<torch::Tensor> longer, conditioned;
    std::jthread a([&, seat = std::move(first)]() mutable {
        asks(*seat, {1}, 1);
        seat.reset();
    });
    std::jthread b([&, seat = std::move(second)]() mutable {
        longer = asks(*seat, {1}, 1, 7);
        seat.reset();
    });
    std::jthread c([&, seat = std::move(third)]() mutable {
        conditioned = asks(*seat, {1}, 1, 3, torch::ones({1, 3, 2}));
        seat.reset();
    });
    shared.serve();
    b.join();
    c.join();
    EXPECT_EQ(network.batches, (std::vector<std::int64_t>{1, 1, 1}));
    EXPECT_EQ(longer.front().size(1), 7);
    EXPECT_TRUE(torch::equal(conditioned.front(), torch::full({1, 3, 2}, 12.0f)));
}

TEST(SharedDenoiser, WhatTheNetworkThrowsReachesWhoAsked) {
    CountingDenoiser network;
    network.failing = true;
    SharedDenoiser shared(network);
    auto first = shared.seat();
    std::string said;
    std::jthread a([&, seat = std::move(first)]() mutable {
        try {
            asks(*seat, {1}, 1);
        } catch (const Error& error) {
            said = error.what();
        }
        seat.reset();
    });
    shared.serve();
    a.join();
    EXPECT_EQ(said, "The network fails.");
}

class Together : public testing::Test {
protected:
    Recipe recipe(const char* solver, int steps, std::uint64_t seed = 0) const {
        Recipe recipe;
        recipe.sources = {"hello there"};
        recipe.solver = solver;
        recipe.steps = steps;
        recipe.seed = seed;
        return recipe;
    }
    std::vector<Trace> run(const std::vector<Recipe>& recipes) {
        std::vector<Trace> traces(recipes.size());
        LanesObserver observer;
        observer.onEnd = [&](size_t lane, Trace trace) { traces[lane] = std::move(trace); };
        engine.runTogether(recipes, {}, observer);
        return traces;
    }
    Engine engine{std::filesystem::path(DIFFUSCOPE_TEST_DATA) / "tiny"};
};

TEST_F(Together, ALaneIsTheRunThatItIsAlone) {
    const std::vector recipes{recipe("dpmpp-2m", 6), recipe("ancestral", 20), recipe("heun", 4, 3), recipe("dpmpp-2m", 6)};
    const auto together = run(recipes);
    for (size_t lane = 0; lane < recipes.size(); ++lane) {
        const auto alone = engine.run(recipes[lane]);
        ASSERT_EQ(together[lane].steps.size(), alone.steps.size()) << lane;
        EXPECT_EQ(together[lane].evaluations, alone.evaluations) << lane;
        EXPECT_EQ(together[lane].sentences.front().ids, alone.sentences.front().ids) << lane;
        // Up to what BLAS makes of one row alone (Engine::run).
        const auto& x = together[lane].steps.back()->x;
        const auto& y = alone.steps.back()->x;
        for (size_t i = 0; i < x.size(); ++i) ASSERT_NEAR(halfToFloat(x[i]), halfToFloat(y[i]), 0.02) << lane;
    }
    for (size_t i = 0; i < together[0].steps.size(); ++i)
        EXPECT_EQ(together[0].steps[i]->x, together[3].steps[i]->x) << "the same recipe, the same bits";
    const auto again = run(recipes);
    for (size_t lane = 0; lane < recipes.size(); ++lane) EXPECT_EQ(again[lane].steps.back()->x, together[lane].steps.back()->x) << lane;
}

TEST_F(Together, OneThatFailsIsNamedAndTheOthersGoOn) {
    auto bad = recipe("dpmpp-2m", 5);
    bad.temperature = 99;
    size_t failed = 9, ended = 0;
    LanesObserver observer;
    observer.onFailure = [&](size_t lane) { failed = lane; };
    observer.onEnd = [&](size_t, const Trace&) { ++ended; };
    const std::vector recipes{recipe("ancestral", 20), bad, recipe("euler", 3)};
    EXPECT_THROW(engine.runTogether(recipes, {}, observer), Error);
    EXPECT_EQ(failed, 1u);
    EXPECT_EQ(ended, 2u);
}

TEST_F(Together, CancelEndsAllOfThem) {
    std::stop_source stop;
    size_t steps = 0;
    LanesObserver observer;
    observer.onStep = [&](size_t, const auto&) {
        if (++steps == 10) stop.request_stop();
    };
    const std::vector recipes{recipe("ancestral", 2000), recipe("ancestral", 1999)};
    EXPECT_THROW(engine.runTogether(recipes, {}, observer, stop.get_token()), Cancelled);
    EXPECT_LT(steps, 20u);
}

} // namespace
} // namespace diffuscope
