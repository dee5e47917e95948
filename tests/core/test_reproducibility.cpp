// SPDX-License-Identifier: GPL-3.0-or-later
// What a run's bits depend on: its recipe, and nothing of how it is cut, batched or threaded.
#include "core/engine/opened_model.h"
#include "core/engine/sampling.h"
#include "core/text/packing.h"

#include <gtest/gtest.h>
#include <sstream>

namespace diffuscope {
namespace {

constexpr int kLength = 24;

class Reproducibility : public testing::Test {
protected:
    Reproducibility()
        : model(openModel(std::filesystem::path(DIFFUSCOPE_TEST_DATA) / "tiny", "cpu")),
          schedule(NoiseSchedule::named(model.info.config.noiseSchedule, model.info.config.diffusionSteps)), denoiser(model.net) {}

    static Recipe recipe(std::string_view solver) {
        Recipe r;
        r.solver = solver;
        r.steps = 6;
        r.spacing = "log-snr";
        r.seed = 3;
        r.eta = 0.5;
        r.absorbRate = 0.2;
        r.tolerance = 0.5;
        return r;
    }

    /// Samples of one sentence, with these numbers.
    torch::Tensor run(const Recipe& recipe, const std::vector<int>& samples, std::vector<SampledStep>* seen = nullptr,
                      const std::vector<SampledStep>& past = {}) {
        const auto special = model.tokenizer->special();
        const auto canvas = packSource(model.tokenizer->encode("what date?"), kLength, special.sep, special.pad);
        const auto rows = static_cast<std::int64_t>(samples.size());
        const auto ids =
            torch::tensor(std::vector<std::int64_t>(canvas.ids.begin(), canvas.ids.end())).expand({rows, kLength}).contiguous();
        const auto target =
            torch::tensor(std::vector<std::int64_t>(canvas.target.begin(), canvas.target.end())).expand({rows, kLength}) != 0;
        const SamplingTask task{schedule, denoiser, model.info.config, ids, target};
        CounterDraws draws(recipe.seed, samples, kLength, model.info.config.embeddingDim, denoiser.table().options());
        return sampleLatents(
            task, recipe, draws,
            [&](const SampledStep& step) {
                if (seen) seen->push_back(step);
            },
            past);
    }

    OpenedModel model;
    NoiseSchedule schedule;
    NetDenoiser denoiser;
};

double difference(const torch::Tensor& a, const torch::Tensor& b) { return (a - b).abs().max().item<double>(); }

TEST_F(Reproducibility, ARunSplitAtAnyStepComesToTheSameEnd) {
    for (const auto& info : solverTable())
        for (const auto mode : {Mode::Faithful, Mode::AsReleased}) {
            if (mode == Mode::AsReleased && !info.asReleased) continue;
            auto r = recipe(info.name);
            r.mode = mode;
            std::vector<SampledStep> steps;
            const auto whole = run(r, {0, 1}, &steps);
            for (size_t cut = 1; cut + 1 < steps.size(); ++cut) {
                std::vector<SampledStep> rest;
                const auto end = run(r, {0, 1}, &rest, {steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(cut) + 1});
                EXPECT_TRUE(torch::equal(end, whole))
                    << info.name << ", " << toString(mode) << ", cut at " << cut << ": " << difference(end, whole);
                ASSERT_EQ(rest.size(), steps.size() - cut - 1) << info.name;
                EXPECT_EQ(rest.front().index, static_cast<int>(cut) + 1);
                EXPECT_TRUE(torch::equal(rest.front().x, steps[cut + 1].x)) << info.name;
            }
        }
}

TEST_F(Reproducibility, SameRecipeSameBitsWhateverRanBefore) {
    for (const auto& info : solverTable()) {
        const auto first = run(recipe(info.name), {0, 1});
        run(recipe("heun"), {5});
        EXPECT_TRUE(torch::equal(run(recipe(info.name), {0, 1}), first)) << info.name;
    }
}

TEST_F(Reproducibility, DrawsDependOnTheSampleAlone) {
    for (const auto& info : solverTable()) {
        if (info.name == "dpm-adaptive") continue; // may take other steps where a rounding tips the scale
        std::vector<SampledStep> alone, among;
        auto r = recipe(info.name);
        r.spacing = "time-uniform";
        run(r, {2}, &alone);
        run(r, {0, 7, 2, 1}, &among);
        for (size_t i = 0; i < alone.size(); ++i) {
            EXPECT_TRUE(i > 0 || torch::equal(alone[0].x[0], among[0].x[2])) << info.name << ": the same initial bits";
            // Long steps of some magnify a last bit; another draw would be 0.1 apart and more.
            EXPECT_LT(difference(alone[i].x[0], among[i].x[2]), 0.02) << info.name << ", step " << i;
            EXPECT_TRUE(!alone[i].absorbed.defined() || torch::equal(alone[i].absorbed[0], among[i].absorbed[2])) << info.name;
        }
    }
}

TEST_F(Reproducibility, TheBitsBesideOtherRowsAndWithOtherThreads) {
    // Measured, not promised: a matrix product may round differently in another shape. What is promised is the bound.
    const auto r = recipe("dpmpp-2m");
    const auto two = run(r, {2, 9})[0];
    std::string report;
    const auto compare = [&](const std::string& what, const torch::Tensor& x) {
        const double apart = difference(x, two);
        EXPECT_LT(apart, 1e-4) << what;
        std::ostringstream text;
        text << what << ": ";
        if (apart == 0) text << "the same bits";
        else text << "to " << apart;
        report += text.str() + "\n";
    };
    compare("1 row against 2", run(r, {2})[0]);
    for (const int rows : {3, 4, 5, 8, 16, 32}) {
        std::vector<int> samples(static_cast<size_t>(rows), 9);
        samples.back() = 2;
        compare(std::to_string(rows) + " rows against 2", run(r, samples)[rows - 1]);
    }
    const int threads = at::get_num_threads();
    for (const int count : {1, 2, 3}) {
        at::set_num_threads(count);
        compare(std::to_string(count) + " threads", run(r, {2, 9})[0]);
    }
    at::set_num_threads(threads);
    RecordProperty("bits", report);
    std::cout << report;
}

} // namespace
} // namespace diffuscope
