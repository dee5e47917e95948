// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/best_times.h"
#include "core/error.h"
#include "tests/text/temporary_folder.h"
#include "tests/widgets/latent_trace.h"

#include <algorithm>
#include <cmath>

namespace diffuscope {
namespace {

/// A finished run of one target position and one dimension, whose prediction is `prediction(λ)` at λ = 0, 1, 2, …, and
/// whose t falls evenly from 1 to 0.
std::shared_ptr<Trace> fineRun(int steps, double (*prediction)(double)) {
    auto header = test::sampleHeader(steps, 2, 1, 1);
    header->dimensions = 1;
    auto trace = std::make_shared<Trace>();
    trace->header = header;
    for (int i = 0; i <= steps; ++i) {
        auto step = std::make_shared<TraceStep>();
        step->index = i;
        step->lambda = i;
        step->t = header->times[static_cast<size_t>(i)];
        step->x0 = std::vector<std::uint16_t>{0, test::half(static_cast<float>(prediction(i)))};
        trace->steps.push_back(step);
    }
    trace->sentences = {{"", {}}};
    return trace;
}

TEST(EqualErrorTimes, StepsGoWhereTheErrorIs) {
    // The prediction moves by 2^−4 a step between λ 0 and 4 and by 2^6 from there on; with e^λ the needs of the intervals are
    // √(e^{i + ½} · change).
    const auto run = fineRun(8, [](double lambda) { return lambda <= 4 ? lambda / 16 : 0.25 + 64 * (lambda - 4); });
    const auto times = equalErrorTimes(*run, 4);
    std::vector<double> needs;
    for (int i = 0; i < 8; ++i) needs.push_back(std::sqrt(std::exp((i < 7 ? i : 6) + 0.5) * (i < 4 ? 0.0625 : 64.0)));
    double all = 0;
    for (const double need : needs) all += need;
    ASSERT_EQ(times.size(), 5u);
    EXPECT_EQ(times.front(), 1.0);
    EXPECT_EQ(times.back(), 0.0);
    for (size_t k = 0; k + 1 < times.size(); ++k) {
        double share = 0; // needs between two times, read off the intervals
        for (int i = 0; i < 8; ++i) {
            const double from = 1.0 - i / 8.0, to = from - 0.125;
            share += needs[static_cast<size_t>(i)] * std::max(0.0, std::min(times[k], from) - std::max(times[k + 1], to)) * 8;
        }
        EXPECT_NEAR(share, all / 4, 0.02 * all) << "up to what the least density adds";
    }
    EXPECT_LT(times[1], 0.5) << "three of four steps lie where the prediction moves";
}

TEST(EqualErrorTimes, AStillRunIsCutEvenlyInLambda) {
    const auto times = equalErrorTimes(*fineRun(4, [](double) { return 1.0; }), 2);
    EXPECT_EQ(times, (std::vector<double>{1.0, 0.5, 0.0}));
    EXPECT_EQ(equalErrorTimes(*fineRun(4, [](double) { return 1.0; }), 1).size(), 2u);
}

TEST(EqualErrorTimes, RunsThatCannotBeMeasuredAreRefused) {
    const auto run = fineRun(4, [](double) { return 1.0; });
    EXPECT_ERROR_SAYING(equalErrorTimes(*run, 0), "at least 1");
    EXPECT_ERROR_SAYING(equalErrorTimes(*test::beginning(*run, 3), 2), "finished");
    EXPECT_ERROR_SAYING(equalErrorTimes(*test::sampleTrace(), 2), "latents");
}

TEST(LocalErrors, AreEqualForTheirTimesAndGrowWithAStepsWidth) {
    const auto run = fineRun(8, [](double lambda) { return lambda <= 4 ? lambda / 16 : 0.25 + 64 * (lambda - 4); });
    const auto profile = errorProfile(*run);
    const auto equal = localErrors(profile, equalErrorTimes(profile, 4));
    ASSERT_EQ(equal.size(), 4u);
    for (const double error : equal) EXPECT_NEAR(error, equal.front(), 1e-9 * equal.front());
    // A step alone over the intervals 2 and 3, which lie above the least density: the needs of both, squared.
    const double need = std::sqrt(std::exp(2.5) * 0.0625) + std::sqrt(std::exp(3.5) * 0.0625);
    const auto errors = localErrors(profile, {0.75, 0.5, 0.0});
    EXPECT_NEAR(errors[0], 0.5 * need * need, 1e-3 * need * need) << "halves hold 11 bits";
    EXPECT_GT(errors[1], 100 * errors[0]) << "the prediction moves there";
    EXPECT_NEAR(std::sqrt(errors[0]) + std::sqrt(errors[1]), std::sqrt(localErrors(profile, {0.75, 0.0})[0]), 1e-9);
    EXPECT_EQ(localErrors(profile, {2.0, 1.0})[0], 0.0) << "outside the run";
    EXPECT_ERROR_SAYING(errorProfile(*test::sampleTrace()), "latents");
}

TEST(SearchTimes, FindsTheLeastError) {
    const std::vector<double> wanted{1.0, 0.7, 0.2, 0.0};
    const auto error = [&](const std::vector<double>& times) {
        double sum = 0;
        for (size_t i = 0; i < times.size(); ++i) sum += std::abs(times[i] - wanted[i]);
        return sum;
    };
    TimesSearch search;
    search.rounds = 30;
    std::vector<double> errors;
    search.onBetter = [&](const auto&, double one) { errors.push_back(one); };
    const auto found = searchTimes({1.0, 0.5, 0.4, 0.0}, error, search);
    EXPECT_EQ(found.front(), 1.0);
    EXPECT_EQ(found.back(), 0.0);
    EXPECT_NEAR(found[1], 0.7, 0.01);
    EXPECT_NEAR(found[2], 0.2, 0.01);
    EXPECT_NEAR(errors.front(), 0.4, 1e-12);
    EXPECT_TRUE(std::is_sorted(errors.rbegin(), errors.rend())) << "every one better than the last";
}

TEST(SearchTimes, StopsAndRefuses) {
    std::stop_source stop;
    TimesSearch search;
    search.stop = stop.get_token();
    stop.request_stop();
    int runs = 0;
    const auto error = [&](const std::vector<double>&) { return double(++runs); };
    EXPECT_EQ(searchTimes({1.0, 0.5, 0.0}, error, search), (std::vector<double>{1.0, 0.5, 0.0}));
    EXPECT_EQ(runs, 1);
    EXPECT_ERROR_SAYING(searchTimes({0.5, 0.5}, error), "that fall");
    EXPECT_ERROR_SAYING(searchTimes({1.0}, error), "at least 2");
}

} // namespace
} // namespace diffuscope
