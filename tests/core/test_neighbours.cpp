// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rounding/first_in_order.h"
#include "core/rounding/l2.h"
#include "core/rounding/neighbourhoods.h"
#include "core/rounding/rounding.h"
#include "core/rounding/smallest_of_row.h"
#include "core/rounding/token_scores.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <gtest/gtest.h>
#include <optional>

namespace diffuscope {
namespace {

class Scores : public testing::TestWithParam<size_t> {};

TEST_P(Scores, AreThoseOfTheDefinitionForAnyCounts) {
    torch::manual_seed(3);
    for (const auto& [tokens, dimensions, rows] : {std::array{16, 8, 6}, {37, 5, 1}, {50, 32, 13}, {3, 1, 12}}) {
        const auto table = torch::randn({tokens, dimensions}), z = torch::randn({rows, dimensions});
        const TokenScores scores(table.data_ptr<float>(), static_cast<size_t>(tokens), static_cast<size_t>(dimensions), GetParam());
        ASSERT_GE(scores.stride(), static_cast<size_t>(tokens));
        std::vector<float> found(scores.stride() * static_cast<size_t>(rows + 6));
        scores.compute(z.data_ptr<float>(), static_cast<size_t>(rows), found.data());
        const auto wanted = table.square().sum(1).unsqueeze(0) - 2 * z.mm(table.t());
        const auto all = torch::from_blob(found.data(), {rows + 6, static_cast<std::int64_t>(scores.stride())}).slice(0, 0, rows);
        EXPECT_TRUE(torch::allclose(all.slice(1, 0, tokens), wanted, 1e-4, 1e-4)) << tokens << " tokens, " << rows << " rows";
        EXPECT_TRUE(all.slice(1, tokens).isinf().all().item<bool>());
    }
}

INSTANTIATE_TEST_SUITE_P(Lanes, Scores, testing::Values(4, 8, 16)); // the widest that the processor has, where it lacks one

/// Of the candidates the k that come first: the candidates themselves are in no order.
std::vector<std::int32_t> smallest(const std::vector<float>& row, size_t k) {
    SmallestOfRow search(row.size(), k);
    const auto found = search.candidates(row.data());
    std::vector<std::int32_t> places(found.begin(), found.end());
    std::sort(places.begin(), places.end(), [&](std::int32_t a, std::int32_t b) {
        return std::pair(row[static_cast<size_t>(a)], a) < std::pair(row[static_cast<size_t>(b)], b);
    });
    EXPECT_EQ(std::adjacent_find(places.begin(), places.end()), places.end()) << "none twice";
    places.resize(std::min(k, places.size()));
    return places;
}

TEST(SmallestOfRow, AreAmongTheCandidates) {
    std::vector<float> row(1000);
    for (size_t i = 0; i < row.size(); ++i) row[i] = static_cast<float>((i * 367 + 11) % 1000); // each value once
    for (const size_t k : {1, 2, 5, 12, 40, 700}) {
        const auto found = smallest(row, k);
        ASSERT_EQ(found.size(), k);
        for (size_t i = 0; i < k; ++i) EXPECT_EQ(row[static_cast<size_t>(found[i])], static_cast<float>(i)) << k;
    }
}

TEST(SmallestOfRow, CandidatesAreFew) {
    torch::manual_seed(2);
    const auto rows = torch::randn({50, 1536});
    SmallestOfRow search(1536, 12);
    for (int row = 0; row < 50; ++row) EXPECT_LT(search.candidates(rows[row].data_ptr<float>()).size(), 48u);
}

TEST(SmallestOfRow, OfEqualsAllAreAmongThem) {
    EXPECT_EQ(smallest(std::vector<float>(200, 1.5f), 4), (std::vector<std::int32_t>{0, 1, 2, 3}));
    EXPECT_EQ(smallest({3, 1, 2, 1, 0, 1}, 4), (std::vector<std::int32_t>{4, 1, 3, 5}));
}

TEST(SmallestOfRow, WhatIsNoNumberIsNotFound) {
    const float nan = std::nanf("");
    EXPECT_EQ(smallest({nan, 4, nan, 2}, 2), (std::vector<std::int32_t>{3, 1}));
    EXPECT_TRUE(smallest(std::vector<float>(100, nan), 2).empty());
}

TEST(FirstInOrder, IsThatOfASort) {
    for (const size_t count : {4, 19, 64, 65, 500}) {
        std::vector<float> values(count);
        std::vector<std::int32_t> ids(count);
        std::vector<std::pair<float, std::int32_t>> wanted;
        for (size_t i = 0; i < count; ++i) {
            values[i] = static_cast<float>(i * 7919 % 13); // many equals
            ids[i] = static_cast<std::int32_t>(i * 31 % 1009);
            wanted.emplace_back(values[i], ids[i]);
        }
        std::sort(wanted.begin(), wanted.end());
        std::array<float, 4> first{};
        std::array<std::int32_t, 4> firstIds{};
        firstInOrder(values, ids, first, firstIds);
        for (size_t i = 0; i < first.size(); ++i) EXPECT_EQ(std::pair(first[i], firstIds[i]), wanted[i]) << count;
    }
}

class KnownPoints : public testing::Test {
protected:
    static constexpr int kTokens = 300, kDimensions = 6, kListed = 12;

    void SetUp() override {
        torch::manual_seed(4);
        table_ = torch::randn({kTokens, kDimensions});
        rounding_.emplace(table_, torch::Tensor());
        const auto found = rounding_->nearest(table_, kListed);
        for (int v = 0; v < kTokens; ++v)
            known_.learn(static_cast<size_t>(v), table_[v].data_ptr<float>(), found.tokens[v].data_ptr<std::int32_t>(),
                         found.distances[v].data_ptr<float>());
    }
    std::span<const std::int32_t> around(int token, const torch::Tensor& latent, size_t k) const {
        return known_.around(static_cast<size_t>(token), latent.data_ptr<float>(), k);
    }

    torch::Tensor table_;
    std::optional<Rounding> rounding_;
    Neighbourhoods known_{kTokens, kDimensions, kListed, false};
};

TEST_F(KnownPoints, AnswerOnlyWhatTheySurelyKnow) {
    const size_t k = 3;
    int answers = 0, silent = 0;
    for (int v = 0; v < kTokens; ++v)
        for (const double far : {0.02, 0.1, 0.3, 1.0, 3.0}) {
            const auto latent = table_[v] + far * torch::randn({kDimensions});
            const auto candidates = around(v, latent, k);
            if (candidates.empty()) {
                ++silent;
                continue;
            }
            ++answers;
            const auto nearest = rounding_->nearest(latent.unsqueeze(0), k).tokens;
            for (const auto token : std::span(nearest.data_ptr<std::int32_t>(), k))
                EXPECT_NE(std::find(candidates.begin(), candidates.end(), token), candidates.end())
                    << "token " << v << ", " << far << " away";
        }
    EXPECT_GT(answers, kTokens); // near ones, nearly always
    EXPECT_GT(silent, kTokens);  // far ones
}

TEST_F(KnownPoints, AreSilentOnOtherPointsAndOnNoNumbers) {
    EXPECT_TRUE(Neighbourhoods(1, kDimensions, kListed, false).around(0, table_[0].data_ptr<float>(), 1).empty()) << "not learned";
    EXPECT_TRUE(around(0, torch::full({kDimensions}, std::nanf("")), 1).empty());
    EXPECT_EQ(around(0, table_[0], 1).front(), 0);
    EXPECT_EQ(known_.of(7).front(), 7);
}

TEST(L2, IsTheDistanceForAnySize) {
    torch::manual_seed(5);
    for (const int size : {1, 7, 8, 13, 32}) {
        const auto a = torch::randn({size}), b = torch::randn({size});
        EXPECT_NEAR(l2(a.data_ptr<float>(), b.data_ptr<float>(), static_cast<size_t>(size)), (a - b).norm().item<float>(), 1e-5);
    }
}

} // namespace
} // namespace diffuscope
