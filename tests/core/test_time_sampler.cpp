// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/time_sampler.h"

#include "core/error.h"

#include <gtest/gtest.h>

namespace diffuscope {
namespace {

/// Rounds in which step t has loss 1 + t: ten, then enough batches for the weights to be recomputed.
void teach(TimeSampler& sampler, int steps, int rounds = 40) {
    const auto t = torch::arange(steps, torch::kInt64);
    for (int round = 0; round < rounds; ++round) sampler.update(t, t.to(torch::kFloat32) + 1.0);
}

TEST(TimeSampler, EvenUntilEveryStepHasItsHistory) {
    const TimeSampler sampler(8, true);
    std::mt19937_64 random(1);
    const auto draw = sampler.draw(1000, random);
    EXPECT_TRUE(torch::allclose(draw.weights, torch::ones({1000})));
    EXPECT_EQ(std::get<0>(at::_unique(draw.t)).numel(), 8);
}

TEST(TimeSampler, DrawsInProportionToTheLossAndWeighsItBack) {
    TimeSampler sampler(8, true);
    teach(sampler, 8);
    std::mt19937_64 random(1);
    const auto draw = sampler.draw(40000, random);
    // p(7) = 8/36 (nearly: a thousandth is even), p(0) = 1/36; the weights make the mean of 1/p come out at T.
    EXPECT_NEAR((draw.t == 7).to(torch::kFloat64).mean().item<double>(), 8.0 / 36.0, 0.01);
    EXPECT_NEAR((draw.t == 0).to(torch::kFloat64).mean().item<double>(), 1.0 / 36.0, 0.005);
    EXPECT_NEAR(draw.weights.mean().item<double>(), 1.0, 0.03);
    EXPECT_NEAR(draw.weights.index({draw.t == 7}).mean().item<double>(), 36.0 / 64.0, 0.01);
}

TEST(TimeSampler, UniformNeverLearns) {
    TimeSampler sampler(8, false);
    teach(sampler, 8);
    std::mt19937_64 random(1);
    EXPECT_TRUE(torch::allclose(sampler.draw(100, random).weights, torch::ones({100})));
}

TEST(TimeSampler, RestoredStateDrawsTheSame) {
    for (const int rounds :
         {5, 15, 40, 55}) { // whose losses are too few, full but not yet in the weights, in the weights, and half in them
        TimeSampler sampler(8, true), again(8, true);
        teach(sampler, 8, rounds);
        again.restore(sampler.state());
        for (int more = 0; more < 30; ++more) {
            std::mt19937_64 a(3), b(3);
            EXPECT_TRUE(torch::equal(sampler.draw(50, a).weights, again.draw(50, b).weights)) << rounds << " + " << more;
            const auto t = torch::arange(8, torch::kInt64), losses = torch::full({8}, 1.0 + more) * (t + 1);
            sampler.update(t, losses);
            again.update(t, losses);
        }
    }
}

TEST(TimeSampler, TheStateOfOtherStepsIsRefused) { EXPECT_THROW(TimeSampler(8, true).restore(TimeSampler(9, true).state()), Error); }

} // namespace
} // namespace diffuscope
