// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/coming_step.h"
#include "core/model/tensor_values.h"

#include <gtest/gtest.h>

namespace diffuscope {
namespace {

class ComingStepTest : public testing::Test {
protected:
    void SetUp() override { torch::manual_seed(3); }
    torch::Tensor table_ = torch::randn({40, 6}), m_ = torch::randn({6});
    torch::Tensor x_ = torch::randn({2, 5, 6}), x0_ = torch::randn({2, 5, 6}), mask_ = torch::rand({2, 5}) < 0.5;
    SampledStep step(const torch::Tensor& absorbed) const { return {3, 0.5, 4, x_, x0_, absorbed, 0.5, x_, x0_}; }
};

std::vector<std::uint16_t> halvesOf(const torch::Tensor& latents) {
    const auto halves = latents.to(torch::kFloat16).contiguous();
    const auto* begin = static_cast<const std::uint16_t*>(halves.data_ptr());
    return {begin, begin + halves.numel()};
}

std::vector<std::uint16_t> vectorOf(std::span<const std::uint16_t> span) { return {span.begin(), span.end()}; }

TEST_F(ComingStepTest, BringsEachFigureAsItIs) {
    const Rounding rounding(table_, m_);
    ComingStep coming(rounding, step(mask_), 4, true);
    const auto figures = coming.arrived();
    const auto predicted = rounding.nearest(x0_, 4), state = rounding.nearest(x_, 1, Rounding::Ask::TokensAndAbsorbing);
    EXPECT_EQ(figures.predicted.tokens, valuesOf<std::int32_t>(predicted.tokens));
    EXPECT_EQ(figures.predicted.distances, valuesOf<float>(predicted.distances));
    EXPECT_TRUE(figures.predicted.toAbsorbing.empty());
    EXPECT_EQ(figures.state.tokens, valuesOf<std::int32_t>(state.tokens));
    EXPECT_EQ(figures.state.distances, valuesOf<float>(state.distances));
    EXPECT_EQ(figures.state.toAbsorbing, valuesOf<float>(state.toAbsorbing));
    EXPECT_EQ(figures.absorbed, valuesOf<std::uint8_t>(mask_));
    EXPECT_EQ(vectorOf(figures.x), halvesOf(x_));
    EXPECT_EQ(vectorOf(figures.x0), halvesOf(x0_));
}

TEST_F(ComingStepTest, WhatIsNotThereLeavesNoGap) {
    const Rounding rounding(table_, {});
    ComingStep coming(rounding, step({}), 2, false);
    const auto figures = coming.arrived();
    EXPECT_EQ(figures.predicted.tokens, valuesOf<std::int32_t>(rounding.nearest(x0_, 2).tokens));
    EXPECT_EQ(figures.state.distances, valuesOf<float>(rounding.nearest(x_, 1).distances));
    EXPECT_TRUE(figures.state.toAbsorbing.empty());
    EXPECT_TRUE(figures.absorbed.empty());
    EXPECT_TRUE(figures.x.empty() && figures.x0.empty());
}

} // namespace
} // namespace diffuscope
