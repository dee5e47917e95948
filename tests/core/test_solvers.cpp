// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/solvers/solver.h"

#include <cmath>
#include <gtest/gtest.h>

namespace diffuscope {
namespace {

/// Data ~ N(μ, s²): the best x_0 prediction and the probability-flow ODE both have closed forms.
struct GaussianProblem {
    NoiseSchedule schedule = NoiseSchedule::sqrt(2000);
    double mean = 0.7, spread = 0.4;
    std::vector<int> observed;

    torch::Tensor predict(const torch::Tensor& y, double t) const {
        const double a = schedule.alpha(t), s = schedule.sigma(t);
        return mean + a * spread * spread / (a * a * spread * spread + s * s) * (y - a * mean);
    }
    double deviation(double t) const {
        return std::hypot(schedule.alpha(t) * spread, schedule.sigma(t));
    }
    double exact(double y, double from, double to) const {
        return schedule.alpha(to) * mean + deviation(to) / deviation(from) * (y - schedule.alpha(from) * mean);
    }
    SolverProblem problem(std::string_view spacing, int steps) {
        SolverProblem p{schedule, spacedTimes(schedule, spacing, steps), {}, {}, {}, {}, {}, {}, {}};
        p.predict = [this](const torch::Tensor& y, double t) { return predict(y, t); };
        p.anchor = [](const torch::Tensor& y) { return y; };
        p.observe = [this](const SolverStep& step) { observed.push_back(step.index); };
        p.normal = [](int step) {
            auto generator = at::detail::createCPUGenerator(static_cast<std::uint64_t>(step) + 1);
            return torch::randn({1, 1, 20000}, generator, torch::kFloat64);
        };
        return p;
    }
    double error(std::string_view solver, std::string_view spacing, int steps) {
        auto p = problem(spacing, steps);
        const auto y = solverFunction(solver)(torch::full({1, 1, 1}, 1.3, torch::kFloat64), p);
        return std::abs(y.item<double>() - exact(1.3, p.times.front(), p.times.back()));
    }
};

class SolverOrder : public testing::TestWithParam<std::string_view> {};

TEST_P(SolverOrder, ConvergesAsItsPaperClaims) {
    GaussianProblem gaussian;
    const auto& info = findSolver(GetParam());
    const double slope = std::log2(gaussian.error(info.name, "log-snr", 64) / gaussian.error(info.name, "log-snr", 128));
    EXPECT_NEAR(slope, info.order, 0.25);
}

INSTANTIATE_TEST_SUITE_P(Deterministic, SolverOrder, testing::Values("ddim", "dpmpp-1", "dpmpp-2m"),
                         [](const auto& info) {
                             std::string name(info.param);
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

TEST(Solvers, EveryEntryRunsOneStepAndObservesInOrder) {
    for (const auto& info : solverTable()) {
        GaussianProblem gaussian;
        auto p = gaussian.problem("time-uniform", 1);
        const auto y = solverFunction(info.name)(torch::zeros({1, 1, 20000}, torch::kFloat64), p);
        EXPECT_TRUE(y.isfinite().all().item<bool>()) << info.name;
        EXPECT_EQ(gaussian.observed, (std::vector<int>{0, 1})) << info.name;
    }
}

TEST(Solvers, AncestralReachesTheDataDistribution) {
    GaussianProblem gaussian;
    auto p = gaussian.problem("time-uniform", 1);
    p.times.clear();
    const auto steps = evenTimesteps(2000, 400);
    for (auto it = steps.rbegin(); it != steps.rend(); ++it) p.times.push_back((*it + 1) / 2000.0);
    p.times.push_back(1.0 / 2000.0);
    const auto y = ancestral(p.normal(9999), p);
    EXPECT_NEAR(y.mean().item<double>(), gaussian.mean, 0.02);
    EXPECT_NEAR(y.std().item<double>(), gaussian.spread, 0.03);
}

TEST(Solvers, DdimWithEtaOneKeepsTheMarginal) {
    GaussianProblem gaussian;
    auto p = gaussian.problem("log-snr", 400); // even in time, the last step alone is too long to keep it
    p.options.eta = 1.0;
    const auto y = ddim(p.normal(9999), p);
    EXPECT_NEAR(y.mean().item<double>(), gaussian.mean, 0.02);
    EXPECT_NEAR(y.std().item<double>(), gaussian.deviation(1.0 / 2000.0), 0.03);
}

TEST(Solvers, DiscreteNoiseReplacesByTheAbsorbingState) {
    GaussianProblem gaussian;
    auto p = gaussian.problem("time-uniform", 4);
    p.options.denoiseRate = 0.5;
    p.absorbing = torch::full({20000}, 5.0, torch::kFloat64);
    p.absorb = [](int, double) { return torch::ones({1, 1}, torch::kBool); };
    int marked = 0;
    p.observe = [&](const SolverStep& step) {
        if (!step.absorbed) return;
        ++marked;
        EXPECT_TRUE(step.y.eq(5.0).all().item<bool>());
    };
    ancestral(torch::zeros({1, 1, 20000}, torch::kFloat64), p);
    EXPECT_EQ(marked, 3) << "every step but the last injects";
}

TEST(Spacing, RunsFromNoiseToTheFirstStepAndFalls) {
    const auto schedule = NoiseSchedule::sqrt(2000);
    for (const auto& name : spacingNames())
        for (const int steps : {1, 2, 10, 200}) {
            const auto times = spacedTimes(schedule, name, steps);
            ASSERT_EQ(times.size(), static_cast<size_t>(steps) + 1);
            EXPECT_DOUBLE_EQ(times.front(), 1.0);
            EXPECT_DOUBLE_EQ(times.back(), 0.0005);
            EXPECT_TRUE(std::is_sorted(times.rbegin(), times.rend())) << name;
            EXPECT_EQ(std::adjacent_find(times.begin(), times.end()), times.end()) << name << " repeats a time";
        }
}

TEST(Spacing, BadNamesAndCountsAreRefused) {
    const auto schedule = NoiseSchedule::sqrt(100);
    EXPECT_THROW(spacedTimes(schedule, "log-snr", 0), Error);
    EXPECT_THROW(spacedTimes(schedule, "logarithmic", 5), Error);
    EXPECT_THROW(findSolver("runge"), Error);
}

} // namespace
} // namespace diffuscope
