// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/coming_step.h"
#include "core/engine/engine.h"
#include "core/model/download.h"
#include "core/rounding/rounding.h"
#include "core/solvers/settle.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace diffuscope {
namespace {

/// Each kernel against its twin on the CPU.
class Kernels : public testing::Test {
protected:
    void SetUp() override {
        if (!torch::cuda::is_available()) GTEST_SKIP() << "compiled, not run: this machine has no GPU";
        torch::manual_seed(5);
    }
};

void expectSameNeighbours(int rows, int vocabulary, int dimensions, int k) {
    const auto table = torch::randn({vocabulary, dimensions}), z = torch::randn({rows, dimensions}), m = torch::randn({dimensions});
    const auto cpu = Rounding(table, m).nearest(z, k, Rounding::Ask::TokensAndAbsorbing);
    const auto gpu = Rounding(table.cuda(), m.cuda()).nearest(z.cuda(), k, Rounding::Ask::TokensAndAbsorbing);
    EXPECT_TRUE(torch::equal(gpu.tokens.cpu(), cpu.tokens));
    EXPECT_TRUE(torch::allclose(gpu.distances.cpu(), cpu.distances, 1e-4, 1e-4));
    EXPECT_TRUE(torch::allclose(gpu.toAbsorbing.cpu(), cpu.toAbsorbing, 1e-4, 1e-4));
}

TEST_F(Kernels, NearestTokens) {
    expectSameNeighbours(512, 1536, 32, 8);
    expectSameNeighbours(13, 300, 128, 1);
    expectSameNeighbours(1, 20, 7, 16);
    expectSameNeighbours(9, 3, 4, 3);
}

TEST_F(Kernels, Settle) {
    const auto y = torch::randn({3, 17, 20}), noise = torch::randn_like(y), source = torch::randn_like(y), m = torch::randn({20});
    const auto target = torch::rand({3, 17}) < 0.6, absorbed = torch::rand({3, 17}) < 0.3;
    const auto check = [&](const Settling& cpu, const Settling& gpu) {
        const auto expected = settle(y, cpu, m, target, source);
        EXPECT_TRUE(torch::allclose(settle(y.cuda(), gpu, m.cuda(), target.cuda(), source.cuda()).cpu(), expected, 1e-6, 1e-6));
    };
    check({}, {});
    check({noise, 0.7}, {noise.cuda(), 0.7});
    check({noise, 0.7, absorbed}, {noise.cuda(), 0.7, absorbed.cuda()});
}

TEST_F(Kernels, OneDownloadBringsEachAsItIs) {
    const auto a = torch::randn({3, 5}), b = torch::randn({2, 4}) < 0, c = torch::randn({7}).to(torch::kFloat16);
    const auto here = inOneDownload({a.cuda(), torch::Tensor(), b.cuda(), c.cuda().expand({2, 7})});
    EXPECT_TRUE(torch::equal(here.at(0), a));
    EXPECT_FALSE(here.at(1).defined());
    EXPECT_TRUE(torch::equal(here.at(2), b));
    EXPECT_TRUE(torch::equal(here.at(3), c.expand({2, 7})));
}

TEST_F(Kernels, ADownloadBringsWhatWasThereWhenItWasAskedFor) {
    const auto a = torch::randn({300, 300}).cuda();
    Download download(a + 1);
    auto b = a;
    for (int i = 0; i < 20; ++i) b = torch::matmul(b, a); // what comes after it
    EXPECT_TRUE(torch::equal(download.arrived(), (a + 1).cpu()));
}

TEST_F(Kernels, AStepComesAsFromTheCpu) {
    const auto table = torch::randn({300, 24}), m = torch::randn({24}), x = torch::randn({3, 17, 24}), x0 = torch::randn({3, 17, 24});
    const auto mask = torch::rand({3, 17}) < 0.4;
    const auto expectSame = [&](const torch::Tensor& absorbing, const torch::Tensor& absorbed, bool latents) {
        const auto onGpu = [](const torch::Tensor& tensor) { return tensor.defined() ? tensor.cuda() : tensor; };
        const Rounding cpu(table, absorbing), gpu(table.cuda(), onGpu(absorbing));
        ComingStep here(cpu, {1, 0.5, 1, x, x0, absorbed, 0.4, x, x0}, 5, latents);
        ComingStep there(gpu, {1, 0.5, 1, x.cuda(), x0.cuda(), onGpu(absorbed), 0.4, x.cuda(), x0.cuda()}, 5, latents);
        const auto a = here.arrived(), b = there.arrived();
        EXPECT_EQ(b.predicted.tokens, a.predicted.tokens);
        EXPECT_EQ(b.state.tokens, a.state.tokens);
        EXPECT_EQ(b.absorbed, a.absorbed);
        EXPECT_TRUE(std::ranges::equal(b.x, a.x) && std::ranges::equal(b.x0, a.x0));
        const auto near = [](float one, float other) { return std::abs(one - other) < 1e-4f; };
        EXPECT_TRUE(std::ranges::equal(b.predicted.distances, a.predicted.distances, near));
        EXPECT_TRUE(std::ranges::equal(b.state.distances, a.state.distances, near));
        EXPECT_TRUE(std::ranges::equal(b.state.toAbsorbing, a.state.toAbsorbing, near));
    };
    expectSame(m, mask, true);
    expectSame(m, {}, false);
    expectSame({}, {}, true);
}

TEST_F(Kernels, ARunOnAGpuHandsOnTheStepsOfARunOnTheCpu) {
    Recipe recipe;
    recipe.sources = {"inform(Restaurant: name = Sushi Zen; city = Oakland)"};
    recipe.steps = 6;
    std::vector<int> seen;
    Observer observer;
    observer.onStep = [&](const auto& step) { seen.push_back(step->index); };
    const auto gpu = Engine("bundled", "cuda").run(recipe, {}, observer), cpu = Engine("bundled").run(recipe);
    EXPECT_EQ(seen, (std::vector{0, 1, 2, 3, 4, 5, 6}));
    ASSERT_EQ(gpu.steps.size(), cpu.steps.size());
    for (size_t step = 0; step < cpu.steps.size(); ++step) {
        EXPECT_EQ(gpu.steps[step]->t, cpu.steps[step]->t);
        ASSERT_EQ(gpu.steps[step]->distances.size(), cpu.steps[step]->distances.size());
        for (size_t i = 0; i < cpu.steps[step]->distances.size(); i += 8) // the nearest
            EXPECT_NEAR(gpu.steps[step]->distances[i], cpu.steps[step]->distances[i], 0.05) << step << ' ' << i;
    }
}

} // namespace
} // namespace diffuscope
