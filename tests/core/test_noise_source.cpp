// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solvers/noise_source.h"

#include <cmath>
#include <gtest/gtest.h>
#include <numeric>
#include <vector>

namespace diffuscope {
namespace {

std::vector<float> normals(std::uint64_t seed, int sample, int step, size_t count) {
    std::vector<float> values(count);
    NoiseSource(seed).normal(values, sample, step, NoiseUse::Step);
    return values;
}

TEST(NoiseSource, PhiloxMatchesThePublishedKnownAnswers) {
    // Salmon et al. 2011, known-answer tests of Random123 for philox4x32-10.
    EXPECT_EQ(philox({0, 0, 0, 0}, 0), (std::array<std::uint32_t, 4>{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
    EXPECT_EQ(philox({~0u, ~0u, ~0u, ~0u}, ~std::uint64_t{0}),
              (std::array<std::uint32_t, 4>{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
    EXPECT_EQ(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, 0x299f31d0a4093822ull),
              (std::array<std::uint32_t, 4>{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

TEST(NoiseSource, DrawsDependOnSeedSampleAndStepAlone) {
    const auto base = normals(7, 0, 3, 64);
    EXPECT_EQ(base, normals(7, 0, 3, 64));
    EXPECT_NE(base, normals(8, 0, 3, 64));
    EXPECT_NE(base, normals(7, 1, 3, 64));
    EXPECT_NE(base, normals(7, 0, 4, 64));
    const auto longer = normals(7, 0, 3, 100);
    EXPECT_TRUE(std::equal(base.begin(), base.end(), longer.begin())) << "a longer canvas starts with the same noise";
}

TEST(NoiseSource, NormalHasTheMomentsOfANormal) {
    const auto values = normals(1, 0, 0, 200000);
    const double n = double(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    double second = 0, fourth = 0;
    for (const double v : values) second += v * v / n, fourth += v * v * v * v / n;
    EXPECT_NEAR(mean, 0.0, 0.01); // 4.5 standard errors
    EXPECT_NEAR(second, 1.0, 0.015);
    EXPECT_NEAR(fourth, 3.0, 0.12);
}

TEST(NoiseSource, UniformStaysBelowOne) {
    std::vector<float> values(100000);
    NoiseSource(3).uniform(values, 0, 0, NoiseUse::Absorb);
    EXPECT_GE(*std::min_element(values.begin(), values.end()), 0.0f);
    EXPECT_LT(*std::max_element(values.begin(), values.end()), 1.0f);
    EXPECT_NEAR(std::accumulate(values.begin(), values.end(), 0.0) / double(values.size()), 0.5, 0.005);
}

} // namespace
} // namespace diffuscope
