// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/recipe.h"
#include "core/error.h"
#include "core/solvers/quadrature.h"
#include "tests/core/gaussian_problem.h"

#include <gtest/gtest.h>

namespace diffuscope {
namespace {

using test::GaussianProblem;

TEST(Solvers, EveryEntryRunsFewStepsAndObservesInOrder) {
    for (const auto& info : solverTable())
        for (const int steps : {1, 2, 3, 5}) { // order > steps for most
            GaussianProblem gaussian;
            auto p = gaussian.problem("time-uniform", steps);
            const auto y = solverFunction(info.name)(torch::zeros({1, 1, 20000}, torch::kFloat64), p);
            EXPECT_TRUE(y.isfinite().all().item<bool>()) << info.name << ", " << steps << " steps";
            EXPECT_LT(std::abs(y.mean().item<double>() - gaussian.mean), 0.35) << info.name << ", " << steps << " steps";
            std::vector<int> expected;
            for (int i = 0; i <= steps; ++i) expected.push_back(i);
            EXPECT_EQ(gaussian.observed, expected) << info.name;
        }
}

TEST(Solvers, TheTableTellsTheEvaluations) {
    for (const auto& info : solverTable()) {
        if (info.evaluationsPerStep == 0) continue;
        GaussianProblem gaussian;
        gaussian.predict(torch::zeros({1}), 0.5);
        auto p = gaussian.problem("log-snr", 12);
        gaussian.evaluations = 0;
        solverFunction(info.name)(torch::zeros({1, 1, 20000}, torch::kFloat64), p);
        EXPECT_EQ(gaussian.evaluations, 12 * info.evaluationsPerStep) << info.name;
        EXPECT_FALSE(info.reference.empty());
        EXPECT_TRUE(info.faithful);
    }
}

TEST(Solvers, ThePriceOfARecipeIsWhatItTakes) {
    constexpr int kSteps = 12;
    for (const auto& info : solverTable())
        for (const double rate : {0.0, 0.5})
            for (const bool toZero : {false, true}) {
                if (info.evaluationsPerStep == 0) continue;
                Recipe recipe;
                recipe.solver = info.name;
                recipe.absorbRate = rate;
                recipe.denoiseToZero = toZero;
                GaussianProblem gaussian;
                auto p = gaussian.problem("log-snr", kSteps);
                p.options.denoiseRate = rate;
                p.options.denoiseToZero = toZero;
                p.absorb = [](int, double) { return torch::zeros({1, 1}, torch::kBool); };
                for (const bool absorbing : {false, true}) {
                    if (absorbing) p.absorbing = torch::zeros({20000}, torch::kFloat64);
                    gaussian.evaluations = 0;
                    solverFunction(info.name)(torch::zeros({1, 1, 20000}, torch::kFloat64), p);
                    const auto price = evaluationPrice(recipe, absorbing);
                    EXPECT_EQ(gaussian.evaluations, kSteps * price.perStep + price.extra)
                        << info.name << ", " << rate << ", " << toZero << ", " << absorbing;
                }
            }
}

TEST(Solvers, SomeAreTheSameUnderTwoNames) {
    GaussianProblem gaussian;
    const auto p = gaussian.problem("karras", 15);
    const double euler = gaussian.solve("euler", p);
    EXPECT_NEAR(gaussian.solve("ddim", p), euler, 1e-12) << "with η = 0";
    EXPECT_NEAR(gaussian.solve("dpmpp-1", p), euler, 1e-12);
    auto ode = p;
    ode.options.sdeEta = 0.0;
    EXPECT_NEAR(gaussian.solve("euler-ancestral", ode), euler, 1e-12);
    EXPECT_NEAR(gaussian.solve("dpmpp-2m-sde", ode), gaussian.solve("dpmpp-2m", p), 1e-12);
    EXPECT_NEAR(gaussian.solve("dpmpp-3m-sde", ode), gaussian.solve("dpmpp-3m", p), 0.003) << "their second steps differ";
    auto none = p;
    none.options.restarts = 0;
    EXPECT_NEAR(gaussian.solve("restart", none), gaussian.solve("heun", p), 1e-12);
    auto noisy = p;
    noisy.options.eta = noisy.options.sdeEta = 1.0;
    const auto start = torch::zeros({1, 1, 20000}, torch::kFloat64);
    EXPECT_LT((ddim(start, noisy) - eulerAncestral(start, noisy)).abs().max().item<double>(), 1e-12) << "with η = 1";
    EXPECT_EQ(findSolver("unipc-2").name, "unipc");
    EXPECT_EQ(solverFunction("deis-2"), solverFunction("deis"));
}

TEST(Solvers, ShortRunsEndWithLowerOrders) {
    GaussianProblem gaussian;
    // The last of two steps has order 1, so that 2M with two steps is the first-order solver.
    EXPECT_DOUBLE_EQ(gaussian.error("dpmpp-2m", "log-snr", 2), gaussian.error("dpmpp-1", "log-snr", 2));
    EXPECT_NE(gaussian.error("dpmpp-2m", "log-snr", 3), gaussian.error("dpmpp-1", "log-snr", 3));
    EXPECT_DOUBLE_EQ(gaussian.error("dpmpp-3m", "log-snr", 3), gaussian.error("dpmpp-2m", "log-snr", 3));
}

TEST(Solvers, AdaptiveKeepsItsTolerance) {
    GaussianProblem gaussian;
    double before = 1.0;
    for (const double tolerance : {1e-1, 1e-2, 1e-3, 1e-4}) {
        auto p = gaussian.problem("log-snr", 1);
        p.options.tolerance = tolerance;
        const double error = std::abs(gaussian.solve("dpm-adaptive", p) - gaussian.exact(1.3, 1.0, 0.0005));
        EXPECT_LT(error, 2 * tolerance);
        EXPECT_LT(error, before);
        before = error;
    }
}

TEST(Solvers, AdaptiveRowsDoNotDependOnTheirCompany) {
    GaussianProblem gaussian;
    auto p = gaussian.problem("log-snr", 3);
    const auto both = dpmAdaptive(torch::tensor({1.3, -8.0}, torch::kFloat64).view({2, 1, 1}), p);
    EXPECT_EQ(both[0].item<double>(), gaussian.solve("dpm-adaptive", p, 1.3));
    EXPECT_EQ(both[1].item<double>(), gaussian.solve("dpm-adaptive", p, -8.0));
}

TEST(Solvers, AdaptiveStopsWhereTheModelBreaks) {
    GaussianProblem gaussian;
    auto p = gaussian.problem("log-snr", 1);
    p.predict = [](const torch::Tensor& y, double) { return y * std::nan(""); };
    EXPECT_THROW(gaussian.solve("dpm-adaptive", p), Error);
}

TEST(Solvers, DenoiseToZeroEndsWithAPrediction) {
    GaussianProblem gaussian;
    for (const auto& info : solverTable()) {
        auto p = gaussian.problem("log-snr", 4);
        const double plain = info.stochastic ? 0.0 : gaussian.solve(info.name, p);
        p.options.denoiseToZero = true;
        if (info.stochastic) continue;
        const auto expected = gaussian.predict(torch::full({1}, plain, torch::kFloat64), p.times.back()).item<double>();
        EXPECT_DOUBLE_EQ(gaussian.solve(info.name, p), expected) << info.name;
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

TEST(Solvers, StochasticOnesKeepTheMarginalWithDrawsToo) {
    // What the order certificate follows exactly, once more with 20,000 draws; evenly in time the last step is too long.
    for (const char* name : {"ddim", "euler-ancestral", "dpmpp-2m-sde", "dpmpp-3m-sde", "sa-solver", "restart"}) {
        GaussianProblem gaussian;
        auto p = gaussian.problem("log-snr", 200);
        p.options.eta = 1.0;
        const auto y = solverFunction(name)(p.normal(9999), p);
        EXPECT_NEAR(y.mean().item<double>(), gaussian.schedule.alpha(0.0005) * gaussian.mean, 0.02) << name;
        EXPECT_NEAR(y.std().item<double>(), gaussian.deviation(0.0005), 0.02) << name;
    }
}

TEST(Solvers, DiscreteNoiseReplacesByTheAbsorbingStateInAllButTheLastStep) {
    for (const auto& info : solverTable()) {
        GaussianProblem gaussian;
        auto p = gaussian.problem("time-uniform", 4);
        p.options.denoiseRate = 0.5;
        p.absorbing = torch::full({20000}, 5.0, torch::kFloat64);
        p.absorb = [](int, double probability) {
            EXPECT_TRUE(probability > 0 && probability < 0.5) << probability;
            return torch::ones({1, 1}, torch::kBool);
        };
        int marked = 0;
        p.observe = [&](const SolverStep& step) {
            if (!step.absorbed) return;
            ++marked;
            EXPECT_TRUE(step.y.eq(5.0).all().item<bool>());
        };
        solverFunction(info.name)(torch::zeros({1, 1, 20000}, torch::kFloat64), p);
        EXPECT_EQ(marked, 3) << info.name;
    }
}

TEST(Solvers, UnknownOnesAreRefused) { EXPECT_THROW(findSolver("runge"), Error); }

TEST(Quadrature, IsExactWhereItShouldBe) {
    EXPECT_NEAR(integrate([](double x) { return std::pow(x, 15); }, 0.0, 2.0, 1), std::pow(2.0, 16) / 16, 1e-9);
    EXPECT_NEAR(integrate([](double x) { return std::exp(x); }, -3.0, 1.0, 3), std::exp(1.0) - std::exp(-3.0), 1e-12);
    const std::vector<double> nodes{0.5, 1.0, 3.0};
    EXPECT_DOUBLE_EQ(lagrange(nodes, 1, 1.0), 1.0);
    EXPECT_DOUBLE_EQ(lagrange(nodes, 1, 3.0), 0.0);
}

} // namespace
} // namespace diffuscope
