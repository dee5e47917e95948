// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/common_noise.h"

#include <gtest/gtest.h>

namespace diffuscope {
namespace {

using enum NoiseDifference;

Recipe recipe(const char* solver, int steps = 10) {
    Recipe r;
    r.solver = solver;
    r.steps = steps;
    return r;
}

NoiseDifference inSteps(const Recipe& a, const Recipe& b) { return commonNoise(a, b).steps; }

TEST(CommonNoise, TheBeginningIsTheSeedsAndTheCanvas) {
    auto a = recipe("dpmpp-2m"), b = recipe("ancestral", 2000);
    b.temperature = 0.5;
    EXPECT_EQ(commonNoise(a, b).initial, None) << "whatever the solver, steps and scale";
    b.seed = 1;
    EXPECT_EQ(commonNoise(a, b).initial, Seed);
    b = a;
    b.canvas = 40;
    EXPECT_EQ(commonNoise(a, b).initial, Canvas);
    b.model = "other";
    EXPECT_EQ(commonNoise(a, b).initial, Model);
    EXPECT_EQ(commonNoise(a, b).steps, None) << "neither draws in its steps";
}

TEST(CommonNoise, StepsShareDrawsOnOneGrid) {
    EXPECT_EQ(inSteps(recipe("dpmpp-2m"), recipe("euler-ancestral")), OneDraws);
    EXPECT_EQ(inSteps(recipe("dpmpp-2m-sde"), recipe("euler-ancestral")), None);
    EXPECT_EQ(inSteps(recipe("dpmpp-2m-sde"), recipe("dpmpp-2m-sde", 20)), Grid);
    EXPECT_EQ(inSteps(recipe("ancestral"), recipe("dpmpp-2m-sde")), Grid) << "its times are the model's own steps";
    EXPECT_EQ(inSteps(recipe("ancestral"), recipe("ancestral")), None);
    EXPECT_EQ(inSteps(recipe("restart"), recipe("restart")), None);
    EXPECT_EQ(inSteps(recipe("restart"), recipe("sa-solver")), Grid);
    auto spaced = recipe("dpmpp-2m-sde"), seeded = spaced;
    spaced.spacing = "log-snr";
    EXPECT_EQ(inSteps(recipe("dpmpp-2m-sde"), spaced), Grid);
    seeded.seed = 3;
    EXPECT_EQ(inSteps(recipe("dpmpp-2m-sde"), seeded), Seed);
}

TEST(CommonNoise, ABudgetBuysTheSameGridAtTheSamePrice) {
    auto a = recipe("sa-solver"), b = recipe("dpmpp-2m-sde");
    a.evaluations = b.evaluations = 10;
    EXPECT_EQ(inSteps(a, b), None);
    a.absorbRate = b.absorbRate = 0.5;
    EXPECT_EQ(inSteps(a, b), Grid) << "discrete noise costs sa-solver twice as much";
    a = b;
    a.denoiseToZero = true;
    EXPECT_EQ(inSteps(a, b), Grid);
}

TEST(CommonNoise, OptionsDecideWhetherThereIsAny) {
    auto ddim = recipe("ddim");
    EXPECT_EQ(inSteps(ddim, recipe("heun")), None) << "with η = 0 it draws nothing";
    ddim.eta = 1;
    EXPECT_EQ(inSteps(ddim, recipe("heun")), OneDraws);
    auto quiet = recipe("dpmpp-2m-sde");
    quiet.sdeEta = 0;
    EXPECT_EQ(inSteps(quiet, recipe("heun")), None);
    auto absorbing = recipe("heun");
    absorbing.absorbRate = 0.5;
    EXPECT_EQ(inSteps(absorbing, recipe("heun")), OneDraws);
    for (const auto difference : {Model, Seed, Canvas, OneDraws, Grid}) EXPECT_STRNE(toString(difference), "");
}

} // namespace
} // namespace diffuscope
