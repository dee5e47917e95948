// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/trace_analysis.h"
#include "tests/widgets/sample_trace.h"

#include <bit>
#include <cmath>
#include <gtest/gtest.h>

namespace diffuscope {
namespace {

using test::Sample;

/// Halves of small whole numbers, which are exact.
std::uint16_t half(int value) {
    if (value == 0) return 0;
    const auto bits = std::bit_cast<std::uint32_t>(static_cast<float>(value));
    return static_cast<std::uint16_t>((bits >> 16 & 0x8000u) | ((((bits >> 23) & 0xffu) - 112u) << 10) | (bits >> 13 & 0x3ffu));
}

/// Two target positions in three dimensions whose latents move along known lines.
std::shared_ptr<Trace> movingTrace(int steps) {
    auto header = test::sampleHeader(steps, 3, 1, 1);
    header->dimensions = 3;
    auto trace = std::make_shared<Trace>();
    trace->header = header;
    for (int i = 0; i <= steps; ++i) {
        auto step = std::make_shared<TraceStep>(*test::sampleStep(*header, i));
        std::vector<std::uint16_t> x;
        for (const int v : {0, 0, 0, /* position 1: along x */ 3 * i, 0, 0, /* position 2: along y, slower */ 0, i, 7})
            x.push_back(half(v));
        step->x0 = std::vector<std::uint16_t>(x.size(), half(2));
        step->x = std::move(x);
        trace->steps.push_back(step);
    }
    return trace;
}

TEST(TraceCurves, AreMeansOverTargetPositions) {
    const auto trace = movingTrace(4);
    TraceCurves curves;
    curves.extend(*trace, 0);
    ASSERT_EQ(curves.size(), 5u);
    EXPECT_TRUE(std::isnan(curves.stateChange[0]));
    EXPECT_DOUBLE_EQ(curves.stateChange[2], (3.0 + 1.0) / 2);
    EXPECT_DOUBLE_EQ(curves.predictionChange[2], 0.0);
    EXPECT_DOUBLE_EQ(curves.stateNorm[2], (6.0 + std::sqrt(4.0 + 49.0)) / 2);
}

TEST(TraceCurves, FlipsMarginsAndAbsorption) {
    const auto trace = test::sampleTrace();
    TraceCurves curves;
    curves.extend(*trace, 0);
    const int targets = Sample::length - Sample::targetFrom;
    for (int step = 1; step <= Sample::steps; ++step) {
        int flips = 0;
        for (int n = 0; n < targets; ++n) flips += test::sampleToken(step, 0, n) != test::sampleToken(step - 1, 0, n);
        EXPECT_DOUBLE_EQ(curves.flips[static_cast<size_t>(step)], double(flips) / targets) << step;
    }
    EXPECT_NEAR(curves.roundingError[4], Sample::distance(4), 1e-6);
    EXPECT_NEAR(curves.margin[4], 0.4 + 0.02 * (targets - 1) / 2.0, 1e-6);
    EXPECT_DOUBLE_EQ(curves.nearAbsorbing[2], 1.0);
    EXPECT_DOUBLE_EQ(curves.nearAbsorbing[3], 0.0);
    EXPECT_DOUBLE_EQ(curves.absorbed[Sample::absorbedStep], 1.0 / targets);
    EXPECT_TRUE(std::isnan(curves.stateNorm[3])) << "no latents were recorded";
}

TEST(TraceCurves, GrowWithTheTrace) {
    const auto whole = movingTrace(6);
    TraceCurves atOnce, inParts;
    atOnce.extend(*whole, 0);
    for (const int recorded : {0, 1, 4, 7}) inParts.extend(*test::beginning(*whole, recorded), 0);
    EXPECT_EQ(inParts.stateNorm, atOnce.stateNorm);
    EXPECT_EQ(std::vector(inParts.stateChange.begin() + 1, inParts.stateChange.end()),
              std::vector(atOnce.stateChange.begin() + 1, atOnce.stateChange.end()));
}

TEST(TraceAnalysis, SentencePositionsEndAtTheEndMark) {
    const auto trace = test::sampleTrace();
    const auto positions = sentencePositions(*trace, 0);
    ASSERT_EQ(positions.size(), static_cast<size_t>(Sample::words));
    EXPECT_EQ(positions.front(), Sample::targetFrom);
    EXPECT_EQ(sentencePositions(*test::sampleTrace(0), 0).size(), static_cast<size_t>(Sample::length - Sample::targetFrom));
    const auto commits = commitSteps(*trace, 0, positions);
    for (int n = 0; n < Sample::words; ++n) EXPECT_LE(commits[static_cast<size_t>(n)], Sample::committed(n)) << n;
    EXPECT_EQ(commits[1], Sample::committed(1));
}

TEST(TraceAnalysis, RankCorrelation) {
    EXPECT_DOUBLE_EQ(rankCorrelation(std::vector{1, 2, 3, 9}, std::vector{10, 20, 21, 22}), 1.0);
    EXPECT_DOUBLE_EQ(rankCorrelation(std::vector{1, 2, 3}, std::vector{3, 2, 1}), -1.0);
    EXPECT_NEAR(rankCorrelation(std::vector{1, 2, 3, 4}, std::vector{1, 1, 2, 2}), 0.8944271909999159, 1e-12) << "scipy.stats.spearmanr";
    EXPECT_TRUE(std::isnan(rankCorrelation(std::vector{1, 2}, std::vector{5, 5})));
}

TEST(Plane, PrincipalAxesFollowTheVariance) {
    const auto trace = movingTrace(8);
    const std::vector<int> positions{1, 2};
    const auto plane = principalPlane(*trace, 0, positions);
    // The two lines span x − z (they are 7 apart in z) and y; x carries most.
    EXPECT_GT(std::abs(plane.axes[0][0]), 0.8);
    double dot = 0;
    for (size_t i = 0; i < 3; ++i) dot += plane.axes[0][i] * plane.axes[1][i];
    EXPECT_NEAR(dot, 0.0, 1e-9);
    EXPECT_GT(plane.explained[0], plane.explained[1]);
    EXPECT_LE(plane.explained[0] + plane.explained[1], 1.0 + 1e-9);
    EXPECT_GT(plane.explained[0] + plane.explained[1], 0.95);
}

TEST(Plane, ThroughThreePoints) {
    const std::vector<float> a{1, 1, 1}, b{4, 1, 1}, c{1, 3, 1};
    const auto plane = planeThrough(a, b, c);
    EXPECT_EQ(plane.project(a), (std::array{0.0, 0.0}));
    EXPECT_EQ(plane.project(b), (std::array{3.0, 0.0}));
    EXPECT_EQ(plane.project(c), (std::array{0.0, 2.0}));
    EXPECT_EQ(planeThrough(a, a, a).project(c), (std::array{0.0, 0.0})) << "one point spans nothing";
}

TEST(Plane, RandomOnesAreOrthonormalAndRepeatable) {
    const std::vector<float> origin(32, 0.5f);
    const auto plane = randomPlane(origin, 7);
    EXPECT_EQ(plane.axes, randomPlane(origin, 7).axes);
    EXPECT_NE(plane.axes, randomPlane(origin, 8).axes);
    double length = 0, dot = 0;
    for (size_t i = 0; i < 32; ++i) {
        length += plane.axes[1][i] * plane.axes[1][i];
        dot += plane.axes[0][i] * plane.axes[1][i];
    }
    EXPECT_NEAR(length, 1.0, 1e-12);
    EXPECT_NEAR(dot, 0.0, 1e-12);
}

} // namespace
} // namespace diffuscope
