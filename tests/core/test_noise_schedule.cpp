// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diffusion/noise_schedule.h"
#include "core/error.h"

#include <cmath>
#include <gtest/gtest.h>

namespace diffuscope {
namespace {

TEST(NoiseSchedule, SqrtFollowsItsFormula) {
    const auto schedule = NoiseSchedule::sqrt(2000);
    // ᾱ_i / ᾱ(0) = (1 − √(t + 1e-4)) / (1 − 0.01): the betas divide by ᾱ(0), which is not 1.
    for (const int i : {0, 500, 1998}) {
        const double expected = (1.0 - std::sqrt((i + 1) / 2000.0 + 1e-4)) / 0.99;
        EXPECT_NEAR(schedule.alphasCumprod()[static_cast<size_t>(i)], expected, 1e-12) << i;
    }
}

TEST(NoiseSchedule, AlphaAndSigmaAreVariancePreserving) {
    const auto schedule = NoiseSchedule::sqrt(2000);
    for (const double t : {0.0005, 0.01, 0.3, 0.77, 1.0}) {
        EXPECT_NEAR(std::pow(schedule.alpha(t), 2) + std::pow(schedule.sigma(t), 2), 1.0, 1e-14);
        EXPECT_NEAR(schedule.lambda(t), std::log(schedule.alpha(t) / schedule.sigma(t)), 1e-12);
    }
}

TEST(NoiseSchedule, TimeOfLambdaInvertsLambda) {
    for (const auto& schedule : {NoiseSchedule::sqrt(2000), NoiseSchedule::linear(1000)})
        for (const double t : {0.001, 0.0123, 0.25, 0.5, 0.9, 0.9993, 1.0}) EXPECT_NEAR(schedule.timeOfLambda(schedule.lambda(t)), t, 1e-9);
}

TEST(NoiseSchedule, LambdaFallsWithTime) {
    const auto schedule = NoiseSchedule::sqrt(2000);
    for (int i = 1; i < 4000; ++i) EXPECT_GT(schedule.lambda(i / 4000.0), schedule.lambda((i + 1) / 4000.0));
}

TEST(NoiseSchedule, RespacingKeepsTheMarginals) {
    const auto schedule = NoiseSchedule::sqrt(2000);
    const auto steps = evenTimesteps(2000, 7);
    const auto respaced = schedule.respaced(steps);
    ASSERT_EQ(respaced.steps(), 7);
    for (size_t i = 0; i < steps.size(); ++i)
        EXPECT_NEAR(respaced.alphasCumprod()[i], schedule.alphasCumprod()[static_cast<size_t>(steps[i])], 1e-12);
}

TEST(NoiseSchedule, EvenTimestepsReachBothEnds) {
    EXPECT_EQ(evenTimesteps(10, 1), std::vector<int>{0});
    EXPECT_EQ(evenTimesteps(10, 2), (std::vector<int>{0, 9}));
    EXPECT_EQ(evenTimesteps(5, 5), (std::vector<int>{0, 1, 2, 3, 4}));
    EXPECT_THROW(evenTimesteps(5, 6), Error);
    EXPECT_THROW(evenTimesteps(5, 0), Error);
}

TEST(NoiseSchedule, UnknownNamesAreRefused) {
    EXPECT_THROW(NoiseSchedule::named("cosmic", 100), Error);
    EXPECT_THROW(NoiseSchedule::named("sqrt", 1), Error);
}

} // namespace
} // namespace diffuscope
