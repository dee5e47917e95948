// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/solvers/solver_table.h"
#include "core/solvers/spacing.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

namespace diffuscope {
namespace {

const auto kSqrt = NoiseSchedule::sqrt(2000);

std::vector<double> custom(std::vector<double> times) {
    SpacingOptions options;
    options.times = std::move(times);
    return spacedTimes(kSqrt, "custom", 1, options);
}

TEST(Spacing, RunsFromNoiseToTheFirstStepAndFalls) {
    for (const auto& name : spacingNames())
        for (const int steps : {1, 2, 10, 200, 5000}) { // more than T as well
            if (name == "custom") continue;
            const auto times = spacedTimes(kSqrt, name, steps);
            ASSERT_EQ(times.size(), static_cast<size_t>(steps) + 1);
            EXPECT_DOUBLE_EQ(times.front(), 1.0);
            EXPECT_DOUBLE_EQ(times.back(), 0.0005);
            EXPECT_TRUE(std::is_sorted(times.rbegin(), times.rend())) << name;
            EXPECT_EQ(std::adjacent_find(times.begin(), times.end()), times.end()) << name << " repeats a time";
        }
}

TEST(Spacing, EachIsEvenOnItsOwnScale) {
    const auto middle = [](std::string_view name, double rho = 0) {
        SpacingOptions options;
        options.rho = rho;
        return spacedTimes(kSqrt, name, 2, options)[1];
    };
    const double high = kSqrt.lambda(1.0), low = kSqrt.lambda(0.0005);
    EXPECT_NEAR(middle("time-uniform"), 0.50025, 1e-12);
    EXPECT_NEAR(std::sqrt(middle("time-quadratic")), 0.5 * (1 + std::sqrt(0.0005)), 1e-12);
    EXPECT_NEAR(kSqrt.lambda(middle("log-snr")), 0.5 * (high + low), 1e-9);
    EXPECT_NEAR(middle("exponential"), middle("log-snr"), 1e-12) << "k-diffusion's name for it";
    EXPECT_NEAR(middle("polyexponential"), middle("log-snr"), 1e-12) << "with ρ = 1";
    EXPECT_NEAR(kSqrt.lambda(middle("polyexponential", 2)), low + 0.25 * (high - low), 1e-9);
    const double root = 0.5 * (std::pow(std::exp(-high), 1 / 7.0) + std::pow(std::exp(-low), 1 / 7.0));
    EXPECT_NEAR(std::exp(-kSqrt.lambda(middle("karras"))), std::pow(root, 7), 1e-9);
    EXPECT_NEAR(middle("beta"), 0.50025, 1e-9) << "the distribution is symmetric";
}

TEST(Spacing, EveryExponentGivesTimesThatFall) {
    for (const char* name : {"karras", "polyexponential"})
        for (const double rho : {0.001, 0.01, 0.5, 20.0, 100.0}) {
            SpacingOptions options;
            options.rho = rho;
            const auto times = spacedTimes(kSqrt, name, 20, options);
            EXPECT_EQ(times.front(), 1.0) << name << ", " << rho;
            EXPECT_EQ(times.back(), 0.0005) << name << ", " << rho;
            for (size_t i = 1; i < times.size(); ++i)
                EXPECT_GT(kSqrt.lambda(times[i]) - kSqrt.lambda(times[i - 1]), 1e-13) << name << ", " << rho << ", step " << i;
        }
}

TEST(Spacing, BetaQuantilesInvertTheDistribution) {
    // Beta(½, ½) is the arcsine law, Beta(1, 1) the uniform one: both have closed forms.
    for (const double p : {0.01, 0.2, 0.5, 0.77, 0.999}) {
        EXPECT_NEAR(symmetricBetaQuantile(p, 0.5), std::pow(std::sin(std::acos(-1.0) * p / 2), 2), 1e-9) << p;
        EXPECT_NEAR(symmetricBetaQuantile(p, 1.0), p, 1e-12) << p;
    }
    EXPECT_LT(symmetricBetaQuantile(0.1, 0.6), 0.1) << "denser at both ends";
}

TEST(Spacing, TheSteepEndOfTheSqrtScheduleIsResolved) {
    // Over the last two of 2,000 discrete steps λ falls from −3.85 to −7.7; times in between have values in between.
    EXPECT_NEAR(kSqrt.lambda(1998.0 / 2000), -3.85, 0.05);
    EXPECT_NEAR(kSqrt.lambda(1999.0 / 2000), -4.25, 0.05);
    EXPECT_NEAR(kSqrt.lambda(1.0), -7.7, 0.05);
    const auto times = spacedTimes(kSqrt, "log-snr", 100);
    EXPECT_GT(std::count_if(times.begin(), times.end(), [](double t) { return t > 0.9995; }), 30);
    for (size_t i = 1; i < times.size(); ++i)
        EXPECT_NEAR(kSqrt.lambda(times[i]) - kSqrt.lambda(times[i - 1]), (kSqrt.lambda(0.0005) - kSqrt.lambda(1.0)) / 100, 1e-6);
}

TEST(Spacing, InnerTimesFollowTheSpacing) {
    EXPECT_DOUBLE_EQ(timeBetween(kSqrt, "time-uniform", 0, 0.8, 0.4, 0.25), 0.7);
    EXPECT_NEAR(timeBetween(kSqrt, "time-quadratic", 0, 0.64, 0.16, 0.5), 0.36, 1e-12);
    for (const auto& name : spacingNames()) {
        EXPECT_NEAR(timeBetween(kSqrt, name, 0, 0.8, 0.4, 0.0), 0.8, 1e-9) << name;
        EXPECT_NEAR(timeBetween(kSqrt, name, 0, 0.8, 0.4, 1.0), 0.4, 1e-9) << name;
    }
}

TEST(Spacing, CustomListsAreTakenAsTheyAre) {
    EXPECT_EQ(custom({1.0, 0.5, 0.01}), (std::vector<double>{1.0, 0.5, 0.01}));
    EXPECT_EQ(custom({1.0, 0.5, 0.5, 0.5, 0.01}), (std::vector<double>{1.0, 0.5, 0.01})) << "equal times are one";
    for (const auto& bad : std::vector<std::vector<double>>{{}, {1.0}, {1.0, 1.0}, {0.5, 0.6}, {1.5, 0.5}, {1.0, 0.0}, {1.0, std::nan("")}})
        EXPECT_THROW(custom(bad), Error);
}

TEST(Spacing, BadNamesAndCountsAreRefused) {
    EXPECT_THROW(spacedTimes(kSqrt, "log-snr", 0), Error);
    EXPECT_THROW(spacedTimes(kSqrt, "logarithmic", 5), Error);
}

} // namespace
} // namespace diffuscope
