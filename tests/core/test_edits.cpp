// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine.h"
#include "core/error.h"
#include "core/solvers/solver_table.h"

#include <cmath>
#include <gtest/gtest.h>
#include <torch/torch.h>

namespace diffuscope {
namespace {

class EditTest : public testing::Test {
protected:
    static Recipe recipe(std::vector<Edit> edits, std::string_view solver = "dpmpp-2m") {
        Recipe r;
        r.sources = {"what date?"};
        r.solver = solver;
        r.steps = 6;
        r.samples = 2;
        r.seed = 11;
        r.edits = std::move(edits);
        return r;
    }
    /// The first position where text is generated.
    static int firstTarget(const Trace& trace) {
        const auto& target = trace.header->rows.front().target;
        return static_cast<int>(std::find(target.begin(), target.end(), 1) - target.begin());
    }
    static std::vector<float> cell(const Trace& trace, int step, int row, int position) {
        const auto d = static_cast<size_t>(trace.header->dimensions);
        const auto* half = trace.steps[static_cast<size_t>(step)]->x.data() +
                           (static_cast<size_t>(row) * static_cast<size_t>(trace.header->length) + static_cast<size_t>(position)) * d;
        std::vector<float> result;
        for (size_t i = 0; i < d; ++i) result.push_back(halfToFloat(half[i]));
        return result;
    }

    Engine engine{std::filesystem::path(DIFFUSCOPE_TEST_DATA) / "tiny"};
    Trace plain = engine.run(recipe({}));
    int position = firstTarget(plain) + 1;
};

TEST_F(EditTest, TheRunIsTheSameUpToTheEditAndAnotherAfterIt) {
    for (const auto& info : solverTable()) {
        const auto before = engine.run(recipe({}, info.name)),
                   after = engine.run(recipe({{3, 0, position, Edit::Kind::Clear, ""}}, info.name));
        ASSERT_EQ(after.steps.size(), before.steps.size()) << info.name << ": each step is recorded once";
        for (size_t i = 0; i < after.steps.size(); ++i) {
            EXPECT_EQ(after.steps[i]->index, static_cast<int>(i));
            EXPECT_EQ(after.steps[i]->x == before.steps[i]->x, i < 3) << info.name << ", step " << i;
        }
    }
}

TEST_F(EditTest, OtherRowsGoOnAsIfNothingHadHappened) {
    const int length = plain.header->length, dimensions = plain.header->dimensions;
    const auto row = [&](const Trace& trace, size_t step, int number) {
        const auto size = static_cast<size_t>(length) * static_cast<size_t>(dimensions);
        const auto& x = trace.steps[step]->x;
        return std::vector(x.begin() + static_cast<std::ptrdiff_t>(size) * number,
                           x.begin() + static_cast<std::ptrdiff_t>(size) * (number + 1));
    };
    for (const auto& info : solverTable()) {
        const auto before = engine.run(recipe({}, info.name)),
                   after = engine.run(
                       recipe({{2, 1, position, Edit::Kind::Clear, ""}, {4, 1, position + 1, Edit::Kind::Renoise, ""}}, info.name));
        for (size_t step = 0; step < after.steps.size(); ++step) {
            EXPECT_EQ(row(after, step, 0), row(before, step, 0)) << info.name << ", step " << step;
            EXPECT_EQ(row(after, step, 1) == row(before, step, 1), step < 2) << info.name << ", step " << step;
        }
        EXPECT_EQ(after.sentences[0].text, before.sentences[0].text) << info.name;
    }
}

TEST_F(EditTest, ClearMovesThePositionToTheAbsorbingState) {
    const auto trace = engine.run(recipe({{3, 1, position, Edit::Kind::Clear, ""}}));
    const auto edited = cell(trace, 3, 1, position);
    for (size_t i = 0; i < edited.size(); ++i) EXPECT_NEAR(edited[i], trace.header->absorbing[i], 2e-3);
    EXPECT_EQ(cell(trace, 3, 1, position + 1), cell(plain, 3, 1, position + 1)) << "no other position";
    EXPECT_EQ(cell(trace, 3, 0, position), cell(plain, 3, 0, position)) << "no other row";
}

TEST_F(EditTest, ATokenIsSetAsTheForwardProcessWould) {
    const std::int32_t token = 7;
    const auto& header = *plain.header;
    const auto trace = engine.run(recipe({{5, 0, position, Edit::Kind::Token, (*header.pieces)[token]}}));
    const auto& step = *trace.steps[5];
    const auto edited = cell(trace, 5, 0, position);
    double square = 0;
    for (size_t i = 0; i < edited.size(); ++i) {
        const double e = (*header.embeddings)[static_cast<size_t>(token) * edited.size() + i], m = header.absorbing[i];
        square += std::pow((edited[i] - step.alpha * (e - m) - m) / step.sigma, 2);
    }
    EXPECT_NEAR(square / double(edited.size()), 1.0, 0.9) << "what is left over is N(0, 1) in each dimension";
    EXPECT_GT(square, 1e-3);
}

TEST_F(EditTest, RenoisingDrawsOtherNoiseEachStep) {
    const auto at = [&](int step) { return cell(engine.run(recipe({{step, 0, position, Edit::Kind::Renoise, ""}})), step, 0, position); };
    EXPECT_NE(at(2), cell(plain, 2, 0, position));
    EXPECT_NE(at(2), at(3));
    EXPECT_EQ(at(2), at(2)) << "a recipe's edits are part of what makes its bits";
}

TEST_F(EditTest, AnotherSourceTakesTheTargetAlong) {
    const std::string longer = "what date and what date?";
    const auto trace = engine.run(recipe({{3, 0, 0, Edit::Kind::Source, longer}}));
    EXPECT_EQ(trace.steps.front()->index, 3) << "the trace begins on the new canvas";
    EXPECT_EQ(trace.steps.back()->index, 6);
    const auto& row = trace.header->rows[0];
    const int start = firstTarget(trace), before = firstTarget(plain);
    EXPECT_GT(start, before);
    EXPECT_EQ(trace.header->rows[1].canvas, plain.header->rows[1].canvas) << "the other row keeps its source";
    for (int p = 0; p < start; ++p)
        EXPECT_EQ(trace.steps.front()->state[static_cast<size_t>(p)], row.canvas[static_cast<size_t>(p)]) << "anchored";
    for (int k = 0; start + k < trace.header->length; ++k) EXPECT_EQ(cell(trace, 0, 0, start + k), cell(plain, 3, 0, before + k));
}

TEST_F(EditTest, AShorterSourceLeavesRoomForPadding) {
    auto r = recipe({{5, 0, 0, Edit::Kind::Source, "what"}});
    const auto trace = engine.run(r);
    EXPECT_LT(firstTarget(trace), firstTarget(plain));
    EXPECT_EQ(trace.sentences.size(), 2u);
}

TEST_F(EditTest, EditsOfSeveralStepsFollowEachOther) {
    const Edit first{2, 0, position, Edit::Kind::Clear, ""}, second{4, 0, position + 1, Edit::Kind::Clear, ""};
    const auto one = engine.run(recipe({first})), both = engine.run(recipe({second, first}));
    for (size_t i = 0; i < both.steps.size(); ++i) EXPECT_EQ(both.steps[i]->x == one.steps[i]->x, i < 4) << "step " << i;
    EXPECT_EQ(both.evaluations, one.evaluations + 1) << "each edit costs the evaluation of its step again";
}

TEST_F(EditTest, WithoutATraceTheyReachTheSameRows) {
    auto r = recipe({{3, 0, position, Edit::Kind::Clear, ""}});
    r.samples = 40; // more than are computed together when nobody watches
    TraceOptions none;
    none.steps = false;
    const auto plain = engine.run(r, none), traced = engine.run(r);
    EXPECT_EQ(plain.evaluations, traced.evaluations);
    for (size_t row = 0; row < traced.sentences.size(); ++row)
        EXPECT_EQ(plain.sentences[row].ids, traced.sentences[row].ids) << "row " << row;
}

TEST_F(EditTest, TheRecipeKeepsThemInItsJson) {
    const auto r = recipe({{2, 0, 9, Edit::Kind::Token, "w"},
                           {3, 1, 8, Edit::Kind::Renoise, ""},
                           {1, 0, 0, Edit::Kind::Source, "what"},
                           {4, 0, 7, Edit::Kind::Clear, ""}});
    EXPECT_EQ(recipeFromJson(toJson(r)), r);
    EXPECT_EQ(recipeFromJson({{"sources", {"x"}}}).edits.size(), 0u) << "older recipes have none";
}

TEST_F(EditTest, WhatCannotBeEditedIsSaid) {
    const auto fails = [&](const Edit& edit) {
        try {
            engine.run(recipe({edit}));
        } catch (const Error& error) {
            return std::string(error.what());
        }
        return std::string("nothing was said");
    };
    EXPECT_NE(fails({3, 0, 0, Edit::Kind::Clear, ""}).find("no text is generated there"), std::string::npos);
    EXPECT_NE(fails({6, 0, position, Edit::Kind::Clear, ""}).find("outside the run"), std::string::npos);
    EXPECT_NE(fails({2, 2, position, Edit::Kind::Clear, ""}).find("outside the run's rows"), std::string::npos);
    EXPECT_NE(fails({2, 0, position, Edit::Kind::Token, "no such piece"}).find("no token 'no such piece'"), std::string::npos);
}

} // namespace
} // namespace diffuscope
