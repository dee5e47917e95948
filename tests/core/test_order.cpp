// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/solvers/order_certificate.h"
#include "core/solvers/order_problem.h"
#include "core/solvers/solver_table.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

namespace diffuscope {
namespace {

class Order : public testing::TestWithParam<std::string_view> {};

TEST_P(Order, IsMeasuredAsTheTableSays) {
    for (const auto& one : orderCases(GetParam())) {
        const auto row = measureOrder(one);
        EXPECT_TRUE(row.ok) << row.solver << ", " << row.schedule << ", " << row.spacing << ", " << row.mode << ": expected "
                            << row.expected << ", measured " << row.measured;
        EXPECT_EQ(row.errors.size(), row.evaluations.size());
        EXPECT_EQ(row.errors.size(), 3u);
    }
}

std::vector<std::string_view> names() {
    std::vector<std::string_view> all;
    for (const auto& info : solverTable()) all.push_back(info.name);
    return all;
}

INSTANTIATE_TEST_SUITE_P(EverySolver, Order, testing::ValuesIn(names()), [](const auto& info) {
    std::string name(info.param);
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

TEST(OrderProblem, TheSolutionSolvesTheOde) {
    // On the flow itself: there and back, in two pieces, and for one Gaussian, where it is linear.
    const auto schedule = NoiseSchedule::sqrt(2000);
    const MixtureProblem mixture;
    for (const double y : {-1.7, 0.0, 0.4, 2.1}) {
        const double half = mixture.solution(schedule, y, 0.9, 0.3);
        EXPECT_NEAR(mixture.solution(schedule, half, 0.3, 0.05), mixture.solution(schedule, y, 0.9, 0.05), 1e-12);
        EXPECT_NEAR(mixture.solution(schedule, half, 0.3, 0.9), y, 1e-12);
    }
    const MixtureProblem gaussian{{1.0}, {0.7}, 0.4};
    const double scale = std::sqrt(gaussian.variance(schedule, 0.1) / gaussian.variance(schedule, 0.8));
    EXPECT_NEAR(gaussian.solution(schedule, 1.5, 0.8, 0.1), gaussian.mean(schedule, 0.1) + scale * (1.5 - gaussian.mean(schedule, 0.8)),
                1e-12);
}

TEST(OrderCases, UnknownSolversAreRefused) { EXPECT_THROW(orderCases("runge"), Error); }

} // namespace
} // namespace diffuscope
