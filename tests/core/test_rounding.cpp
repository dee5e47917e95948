// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rounding/repeated_search.h"
#include "core/rounding/rounding.h"

#include <cmath>
#include <gtest/gtest.h>

namespace diffuscope {
namespace {

TEST(Rounding, AgreesWithTheDirectComputation) {
    torch::manual_seed(1);
    // Tokens and neighbours: groups taken together by eight, by three, and fewer groups than neighbours.
    for (const auto& [size, k] : {std::pair{1536, 9}, {1536, 1}, {300, 6}, {40, 9}}) {
        const auto table = torch::randn({size, 16}), z = torch::randn({5, 7, 16});
        const auto nearest = Rounding(table, {}).nearest(z, k);
        const auto [distances, ids] = torch::cdist(z.flatten(0, 1), table).topk(k, 1, false, true);
        EXPECT_TRUE(torch::equal(nearest.tokens.flatten(0, 1).to(torch::kInt64), ids)) << k << " of " << size;
        EXPECT_TRUE(torch::allclose(nearest.distances.flatten(0, 1), distances, 1e-5, 1e-5)) << k << " of " << size;
        EXPECT_EQ(nearest.tokens.sizes(), (std::vector<std::int64_t>{5, 7, k}));
    }
}

TEST(Rounding, SmallDistancesAreExact) {
    torch::manual_seed(6);
    const auto table = torch::randn({300, 32});
    const auto z = table + 1e-4 * torch::randn_like(table);
    const auto found = Rounding(table, {}).nearest(z, 1);
    EXPECT_TRUE(torch::equal(found.tokens.flatten(), torch::arange(300, torch::kInt32)));
    EXPECT_TRUE(torch::allclose(found.distances.flatten(), (z - table).norm(2, 1), 1e-4, 0));
}

TEST(Rounding, TiesGoToTheLowerId) {
    const auto table = torch::tensor({{1.0f, 0.0f}, {1.0f, 0.0f}, {-1.0f, 0.0f}});
    const auto nearest = Rounding(table, {}).nearest(torch::tensor({{1.0f, 0.0f}}), 2);
    EXPECT_EQ(nearest.tokens[0][0].item<int>(), 0);
    EXPECT_EQ(nearest.tokens[0][1].item<int>(), 1);
    EXPECT_FLOAT_EQ(nearest.distances[0][0].item<float>(), 0.0f);
}

TEST(Rounding, MoreNeighboursThanTokensGivesAllTokens) {
    EXPECT_EQ(Rounding(torch::randn({3, 2}), {}).nearest(torch::randn({4, 2}), 9).tokens.size(1), 3);
}

TEST(Rounding, ClampMovesToAnEmbedding) {
    const auto table = torch::tensor({{0.0f, 0.0f}, {10.0f, 0.0f}});
    EXPECT_TRUE(torch::equal(Rounding(table, {}).clamp(torch::tensor({{{7.0f, 3.0f}}})), table[1].view({1, 1, 2})));
}

TEST(Rounding, DistanceToTheAbsorbingState) {
    const Rounding rounding(torch::randn({4, 2}), torch::tensor({3.0f, 4.0f}));
    EXPECT_NEAR(rounding.distanceToAbsorbing(torch::zeros({1, 2})).item<double>(), 5.0, 1e-6);
    EXPECT_FALSE(Rounding(torch::randn({4, 2}), {}).distanceToAbsorbing(torch::zeros({1, 2})).defined());
    const auto asked = rounding.nearest(torch::zeros({2, 3, 2}), 1, Rounding::Ask::TokensAndAbsorbing).toAbsorbing;
    EXPECT_TRUE(torch::allclose(asked, torch::full({2, 3}, 5.0f)));
    EXPECT_FALSE(rounding.nearest(torch::zeros({1, 2}), 1).toAbsorbing.defined());
}

/// What the search from nothing says of each step of a walk that begins in leaps and ends in creeping, while some latents lie
/// near changing tokens and others are thrown to one point now and again.
void expectAgreement(const torch::Tensor& table, const torch::Tensor& absorbing, int k) {
    const Rounding fresh(table, absorbing);
    RepeatedSearch search(fresh, {{1}, {k, Rounding::Ask::TokensAndAbsorbing}});
    auto z = torch::randn({3, 40, table.size(1)});
    for (double leap = 2.0; leap > 1e-4; leap *= 0.7) {
        z = z + leap * torch::randn_like(z);
        z.slice(1, 0, 5).copy_(table.slice(0, 0, 5)); // an anchored source
        const auto tokens = torch::randint(table.size(0), {3, 10}, torch::kInt64);
        z.slice(1, 5, 15).copy_(table.index_select(0, tokens.flatten()).view({3, 10, -1}) + leap * z.slice(1, 5, 15) / 10);
        if (absorbing.defined())
            z.slice(1, 15, 25).masked_fill_(torch::rand({3, 10, 1}) < 0.5, 0).add_(absorbing * z.slice(1, 15, 25).eq(0));
        const auto other = z.flip(1); // looked at beside it, with a question of its own
        const auto& both = search.nearest({other, z});
        const auto& found = both.at(1);
        EXPECT_LE(torch::tensor(both.at(0).tokens, torch::kInt32).ne(fresh.nearest(other, 1).tokens.flatten()).sum().item<int>(), 2)
            << leap;
        EXPECT_TRUE(both.at(0).toAbsorbing.empty()) << "not asked for";
        const auto all = fresh.nearest(z, k, Rounding::Ask::TokensAndAbsorbing);
        const auto each = static_cast<std::int64_t>(found.tokens.size());
        ASSERT_EQ(each, all.tokens.numel());
        // Two tokens at the same distance but for the last bits may change places.
        EXPECT_LE(torch::tensor(found.tokens, torch::kInt32).ne(all.tokens.flatten()).sum().item<int>(), 2) << leap;
        EXPECT_TRUE(torch::allclose(torch::tensor(found.distances), all.distances.flatten(), 1e-5, 1e-6)) << leap;
        EXPECT_EQ(found.toAbsorbing.empty(), !absorbing.defined());
        if (absorbing.defined()) {
            EXPECT_TRUE(torch::allclose(torch::tensor(found.toAbsorbing), all.toAbsorbing.flatten(), 1e-5, 1e-5)) << leap;
        }
    }
}

TEST(RepeatedSearch, SaysAtEveryStepWhatASearchFromNothingSays) {
    torch::manual_seed(2);
    const auto table = torch::randn({200, 12});
    expectAgreement(table, torch::randn({12}), 1);
    expectAgreement(table, {}, 8);
    expectAgreement(torch::randn({6, 12}), {}, 6); // all tokens there are
}

std::vector<std::int32_t> tokensOf(RepeatedSearch& search, const torch::Tensor& z) { return search.nearest({z}).front().tokens; }

TEST(RepeatedSearch, TiesGoToTheLowerId) {
    const Rounding rounding(torch::tensor({{1.0f, 0.0f}, {-1.0f, 0.0f}, {9.0f, 0.0f}}), {});
    RepeatedSearch search(rounding, {{2}});
    EXPECT_EQ(tokensOf(search, torch::tensor({{{0.5f, 0.0f}}})), (std::vector<std::int32_t>{0, 1}));
    EXPECT_EQ(tokensOf(search, torch::tensor({{{-0.1f, 0.0f}}})), (std::vector<std::int32_t>{1, 0}));
    EXPECT_EQ(tokensOf(search, torch::tensor({{{0.0f, 0.0f}}})), (std::vector<std::int32_t>{0, 1}));
}

TEST(RepeatedSearch, ALatentThatIsNoNumberIsNoAnswerForItsSuccessor) {
    const Rounding rounding(torch::tensor({{1.0f, 0.0f}, {-1.0f, 0.0f}}), {});
    RepeatedSearch search(rounding, {{1}});
    EXPECT_TRUE(std::isnan(search.nearest({torch::full({1, 1, 2}, std::nanf(""))}).front().distances.front()));
    EXPECT_EQ(tokensOf(search, torch::tensor({{{-0.9f, 0.0f}}})), (std::vector<std::int32_t>{1}));
    EXPECT_EQ(tokensOf(search, torch::tensor({{{0.9f, 0.0f}, {-0.9f, 0.0f}}})), (std::vector<std::int32_t>{0, 1})) << "another shape";
}

} // namespace
} // namespace diffuscope
