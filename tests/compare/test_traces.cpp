// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/alignment.h"
#include "core/compare/error_split.h"
#include "core/error.h"
#include "tests/text/temporary_folder.h"
#include "tests/widgets/latent_trace.h"

#include <cmath>

namespace diffuscope {
namespace {

using Numbers = std::vector<std::vector<int>>;

/// A finished run of one row behind a source of `source` positions: tokens (and latents of one dimension) of the target
/// positions, step by step. λ goes from 0 in steps of `pace`.
std::shared_ptr<Trace> lane(int source, const Numbers& tokens, const Numbers& latents = {}, double pace = 1.0) {
    const int targets = static_cast<int>(tokens.front().size()), steps = static_cast<int>(tokens.size()) - 1;
    auto header = test::sampleHeader(steps, source + targets, source, 1);
    header->dimensions = 1;
    header->neighbours = 1;
    auto trace = std::make_shared<Trace>();
    trace->header = header;
    for (int i = 0; i <= steps; ++i) {
        auto step = std::make_shared<TraceStep>();
        step->index = i;
        step->lambda = pace * i;
        step->tokens.assign(static_cast<size_t>(source), 0);
        step->distances.assign(static_cast<size_t>(source + targets), 0.25f);
        for (const int token : tokens[static_cast<size_t>(i)]) step->tokens.push_back(token);
        std::vector<std::uint16_t> x(latents.empty() ? 0 : static_cast<size_t>(source), 0);
        for (size_t n = 0; n < tokens.front().size() && !latents.empty(); ++n)
            x.push_back(test::half(static_cast<float>(latents[static_cast<size_t>(i)][n])));
        step->x = std::move(x);
        trace->steps.push_back(step);
    }
    trace->sentences = {{"", {}}};
    return trace;
}

Numbers constant(int steps, int tokens = 1) {
    return Numbers(static_cast<size_t>(steps) + 1, std::vector<int>(static_cast<size_t>(tokens), 7));
}

TEST(Alignment, ByNoiseLevelByShareAndByNumber) {
    const auto ten = lane(1, constant(10)), four = lane(1, constant(4), {}, 4.0);
    EXPECT_EQ(alignedSteps(*ten, *four, StepAxis::Fraction), (std::vector<int>{0, 0, 1, 1, 2, 2, 2, 3, 3, 4, 4}));
    EXPECT_EQ(alignedSteps(*ten, *four, StepAxis::Step), (std::vector<int>{0, 1, 2, 3, 4, 4, 4, 4, 4, 4, 4}));
    // λ 0 … 10 against 0, 4, 8, 12, 16; 2 lies between 0 and 4: the earlier.
    EXPECT_EQ(alignedSteps(*ten, *four, StepAxis::Lambda), (std::vector<int>{0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2}));
    EXPECT_EQ(alignedStep(*four, 3, *ten, StepAxis::Lambda), 10);
}

TEST(Alignment, AGrowingRunIsMetWhereItIs) {
    const auto whole = lane(1, constant(10));
    const auto begun = test::beginning(*whole, 3), empty = test::beginning(*whole, 0);
    EXPECT_EQ(alignedStep(*whole, 8, *begun, StepAxis::Lambda), 2);
    EXPECT_EQ(alignedStep(*whole, 8, *empty, StepAxis::Lambda), -1);
}

TEST(DifferingPositions, GoTargetByTarget) {
    const auto a = lane(2, {{1, 2, 3, 4}}), b = lane(3, {{1, 9, 3}});
    EXPECT_EQ(differingPositions({*a}, {*b}), (std::vector<int>{3, 5})) << "the second token, and the fourth that b has not";
    EXPECT_EQ(differingPositions({*b}, {*a}), (std::vector<int>{4}));
    const auto sample = test::sampleTrace();
    EXPECT_EQ(differingPositions({*sample, 0, 10}, {*sample, 1, 10}), (std::vector<int>{test::Sample::position(3)}));
}

TEST(DifferingPositions, OtherVocabulariesAreComparedByLook) {
    const auto a = lane(1, {{3, 4}}), b = lane(1, {{0, 1}});
    auto header = std::make_shared<TraceHeader>(*b->header);
    header->pieces = std::make_shared<std::vector<std::string>>(std::vector<std::string>{"▁how", "x"});
    b->header = header;
    EXPECT_EQ(differingPositions({*a}, {*b}), (std::vector<int>{2})) << "▁how is token 3 there and token 0 here";
}

TEST(LatentDistance, IsTheMeanOverTargetPositions) {
    const auto a = lane(1, constant(2, 2), {{0, 0}, {1, 2}, {4, 4}}), b = lane(1, constant(2, 2), {{0, 2}, {1, 0}, {1, 4}});
    EXPECT_EQ(latentDistance(*a, 0, *b, 0, StepAxis::Lambda), (std::vector<double>{1.0, 1.0, 1.5}));
    for (const auto& other :
         {lane(1, constant(2, 2)), lane(2, constant(2, 2), {{0, 0}, {0, 0}, {0, 0}}), lane(2, constant(2, 1), {{0}, {0}, {0}})})
        for (const double distance : latentDistance(*a, 0, *other, 0, StepAxis::Lambda)) EXPECT_TRUE(std::isnan(distance));
}

TEST(ErrorSplit, SeparatesSolverRoundingAndFlips) {
    // Three target positions: one agrees from step 1 on, one leaves at step 2, one never agrees.
    const auto reference = lane(1, {{9, 5, 6}, {1, 5, 6}, {1, 2, 6}}, {{0, 0, 0}, {2, 2, 2}, {4, 8, 12}});
    const auto run = lane(1, {{8, 5, 7}, {1, 5, 7}, {1, 3, 7}}, {{0, 0, 0}, {2, 2, 2}, {4, 6, 8}});
    const auto split = splitError(*run, 0, *reference, 0);
    ASSERT_EQ(split.positions.size(), 3u);
    EXPECT_EQ(split.flips, 2);
    EXPECT_DOUBLE_EQ(split.solver, (0.0 + 2.0 + 4.0) / 3);
    EXPECT_DOUBLE_EQ(split.rounding, 0.25);
    EXPECT_FALSE(split.positions[0].flipped);
    EXPECT_EQ(split.positions[0].leftAt, -1);
    EXPECT_DOUBLE_EQ(split.positions[1].solver, 2.0);
    EXPECT_EQ(split.positions[1].leftAt, 2);
    EXPECT_EQ(split.positions[2].position, 3);
    EXPECT_EQ(split.positions[2].leftAt, 0);
}

TEST(ErrorSplit, TheReferenceMayHaveFinerSteps) {
    // The lane's steps lie at λ 0, 2, 4 of the reference's 0 … 4; the reference changes its mind at 3.
    const auto reference = lane(1, {{5}, {5}, {5}, {6}, {6}});
    const auto run = lane(1, {{4}, {5}, {5}}, {}, 2.0);
    const auto split = splitError(*run, 0, *reference, 0);
    EXPECT_TRUE(split.positions[0].flipped);
    EXPECT_EQ(split.positions[0].leftAt, 2);
    EXPECT_TRUE(std::isnan(split.solver)) << "no latents were recorded";
}

TEST(ErrorSplit, RunsThatDoNotBelongTogetherAreRefused) {
    const auto run = lane(1, constant(2, 2));
    EXPECT_ERROR_SAYING(splitError(*run, 0, *lane(2, constant(2, 2)), 0), "another source");
    EXPECT_ERROR_SAYING(splitError(*run, 0, *test::beginning(*run, 1), 0), "must have finished");
}

} // namespace
} // namespace diffuscope
