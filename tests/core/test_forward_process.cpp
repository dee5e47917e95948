// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diffusion/forward_process.h"

#include <gtest/gtest.h>

namespace diffuscope {
namespace {

class ForwardProcessTest : public testing::Test {
protected:
    NoiseSchedule schedule = NoiseSchedule::sqrt(100);
    ForwardProcess forward{schedule, torch::kCPU};
    torch::Tensor x0 = torch::arange(12, torch::kFloat32).view({1, 3, 4});
    torch::Tensor noise = torch::ones({1, 3, 4});
    torch::Tensor t = torch::tensor({40}, torch::kInt64);
    torch::Tensor target = torch::tensor({{false, true, true}});
    torch::Tensor m = torch::full({4}, 2.0f);
};

TEST_F(ForwardProcessTest, AnchorsTheSourceAndCentresTheNoiseOnTheAbsorbingState) {
    const auto xt = forward.sample(x0, t, noise, target, m, {});
    const double alpha = std::sqrt(schedule.alphasCumprod()[40]), sigma = std::sqrt(1 - schedule.alphasCumprod()[40]);
    EXPECT_TRUE(torch::equal(xt[0][0], x0[0][0]));
    EXPECT_NEAR(xt[0][1][0].item<double>(), alpha * (4.0 - 2.0) + sigma + 2.0, 1e-5);
}

TEST_F(ForwardProcessTest, ReplacesAbsorbedTargetsOnly) {
    const auto absorbed = torch::tensor({{true, false, true}});
    const auto xt = forward.sample(x0, t, noise, target, m, absorbed);
    EXPECT_TRUE(torch::equal(xt[0][0], x0[0][0])) << "a source position is never absorbed";
    EXPECT_FALSE(torch::equal(xt[0][1], m));
    EXPECT_TRUE(torch::equal(xt[0][2], m));
}

TEST_F(ForwardProcessTest, WithoutAbsorbingStateItIsThePlainProcess) {
    const auto xt = forward.sample(x0, t, noise, target, {}, {});
    const double alpha = std::sqrt(schedule.alphasCumprod()[40]), sigma = std::sqrt(1 - schedule.alphasCumprod()[40]);
    EXPECT_NEAR(xt[0][2][3].item<double>(), alpha * 11.0 + sigma, 1e-4);
}

TEST_F(ForwardProcessTest, AbsorbProbabilityIsSigmaTimesRate) {
    EXPECT_NEAR(forward.absorbProbability(t, 0.5)[0].item<double>(), 0.5 * std::sqrt(1 - schedule.alphasCumprod()[40]), 1e-6);
}

} // namespace
} // namespace diffuscope
