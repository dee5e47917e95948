// SPDX-License-Identifier: GPL-3.0-or-later
// What a run costs: a budget is kept, whatever the recipe adds to the solver's steps, and a source's length costs nothing.
#include "core/engine/engine.h"
#include "core/engine/sampling.h"
#include "core/error.h"
#include "core/model/native_model.h"
#include "core/model/official_model.h"
#include "tests/text/temporary_folder.h"

#include <cmath>

namespace diffuscope {
namespace {

const auto kTiny = test::dataFolder("tiny");

Recipe recipe(const std::string& solver, int evaluations) {
    Recipe r;
    r.sources = {"what date?"};
    r.solver = solver;
    r.evaluations = evaluations;
    r.canvas = 16;
    return r;
}

struct Spent {
    int steps, evaluations;
    bool operator==(const Spent&) const = default;
};
std::ostream& operator<<(std::ostream& out, const Spent& spent) { return out << spent.evaluations << " in " << spent.steps << " steps"; }

Spent spent(Engine& engine, const Recipe& r) {
    const auto trace = engine.run(r);
    EXPECT_EQ(trace.steps.size(), static_cast<size_t>(trace.header->steps) + 1) << r.solver;
    return {trace.header->steps, trace.evaluations};
}

TEST(Budget, CountsWhatDiscreteNoiseMakesAnew) {
    Engine engine(kTiny);
    for (const char* solver : {"unipc", "unipc-3", "unipc-bh1", "unipc-3-bh1", "sa-solver"}) {
        auto r = recipe(solver, 10);
        EXPECT_EQ(spent(engine, r), (Spent{10, 10})) << solver;
        r.absorbRate = 0.5;
        EXPECT_EQ(spent(engine, r), (Spent{5, 9})) << solver;
        r.evaluations = 1;
        EXPECT_EQ(spent(engine, r), (Spent{1, 1})) << solver;
    }
    auto other = recipe("dpmpp-2m", 10);
    other.absorbRate = 0.5;
    EXPECT_EQ(spent(engine, other), (Spent{10, 10}));
}

TEST(Budget, CountsTheDenoisingEvaluation) {
    Engine engine(kTiny);
    for (const auto& [solver, budget, steps, evaluations] : std::vector<std::tuple<const char*, int, int, int>>{{"dpmpp-2m", 7, 6, 7},
                                                                                                                {"heun", 7, 3, 7},
                                                                                                                {"heun", 8, 3, 7},
                                                                                                                {"dpmpp-2s", 7, 3, 7},
                                                                                                                {"dpm-3s", 10, 4, 10},
                                                                                                                {"ancestral", 5, 4, 5}})
        for (const char* spacing : {"time-uniform", "log-snr"}) {
            auto r = recipe(solver, budget);
            r.spacing = spacing;
            r.denoiseToZero = true;
            EXPECT_EQ(spent(engine, r), (Spent{steps, evaluations})) << solver << ", " << spacing;
        }
    auto r = recipe("unipc", 10);
    r.denoiseToZero = true;
    r.absorbRate = 0.5;
    EXPECT_EQ(spent(engine, r), (Spent{5, 10}));
}

TEST(Budget, AModelWithoutAnAbsorbingStateHasNoDiscreteNoiseToPayFor) {
    const test::TemporaryFolder folder;
    auto model = readOfficialModel(kTiny);
    model.config.absorbingState = model.config.discreteNoise = false;
    std::erase_if(model.tensors, [](const auto& tensor) { return tensor.first == "mean_embed"; });
    writeNativeModel(folder.path(), model);
    for (const char* name : {"vocab.txt", "tokenizer.json", "tokenizer_config.json"})
        std::filesystem::copy_file(kTiny / name, folder.path() / name);
    Engine engine(folder.path());
    auto r = recipe("unipc", 10);
    r.absorbRate = 0.5;
    EXPECT_EQ(spent(engine, r), (Spent{10, 10}));
    r.edits = {{2, 0, 12, Edit::Kind::Renoise, ""}};
    EXPECT_EQ(spent(engine, r), (Spent{10, 11})) << "an edit takes its step's evaluation anew";
}

TEST(Budget, OneThatCannotBeKeptIsRefused) {
    Engine engine(kTiny);
    EXPECT_ERROR_SAYING(engine.run(recipe("dpm-adaptive", 10)), "'dpm-adaptive' keeps to no budget");
    EXPECT_ERROR_SAYING(engine.run(recipe("restart", 10)), "'restart' keeps to no budget");
    EXPECT_ERROR_SAYING(engine.run(recipe("heun", 1)), "'evaluations' must be at least 2 for this recipe, not 1");
    auto r = recipe("dpm-3s", 1);
    EXPECT_EQ(spent(engine, r), (Spent{1, 1}));
    r.denoiseToZero = true;
    EXPECT_ERROR_SAYING(engine.run(r), "'evaluations' must be at least 2 for this recipe, not 1");
    r = recipe("restart", 10);
    r.spacing = "custom";
    r.times = {1.0, 0.5, 0.1};
    EXPECT_EQ(spent(engine, r).steps, 2) << "a list of times decides the steps by itself";
}

TEST(Budget, AListOfTimesAsksForTheStepsThatTheRunTakes) {
    Engine engine(kTiny);
    for (const char* solver : {"dpmpp-2m", "ancestral", "dpm-2s"}) {
        auto r = recipe(solver, 0);
        r.spacing = "custom";
        r.times = {1.0, 0.5, 0.1, 0.0005};
        EXPECT_EQ(stepsOf(r), spent(engine, r).steps) << solver;
    }
}

TEST(Budget, ARunWhoseTimesCoincideTakesFewerSteps) {
    Engine engine(kTiny);
    for (const char* solver : {"dpm-2s", "dpm-3s", "dpmpp-2s", "dpmpp-3s"}) {
        auto r = recipe(solver, 20);
        r.spacing = "polyexponential";
        r.rho = 100; // λ is at its end after a third of the way
        const auto got = spent(engine, r);
        EXPECT_GE(got.steps, 1) << solver;
        EXPECT_LT(got.steps, stepsOf(r)) << solver;
        EXPECT_LE(got.evaluations, 20) << solver;
    }
}

TEST(Adaptive, TheEvaluationsOfSeveralBatchesAreTheirMean) {
    Engine engine(kTiny);
    auto r = recipe("dpm-adaptive", 0);
    r.canvas = 0;
    r.spacing = "log-snr";
    r.steps = 1;
    r.samples = 32; // as many rows as are computed together when nobody watches
    TraceOptions none;
    none.steps = false;
    const std::vector<std::string> sources{"what date?", "what", "what date and what date and what date?"};
    double sum = 0.0;
    for (const auto& source : sources) {
        r.sources = {source};
        sum += engine.run(r, none).evaluations;
    }
    r.sources = sources;
    EXPECT_EQ(engine.run(r, none).evaluations, static_cast<int>(std::lround(sum / 3))) << "not the most of them";
}

/// Each position by itself: data ~ N(0, 1/4).
class GaussianDenoiser : public Denoiser {
public:
    explicit GaussianDenoiser(const NoiseSchedule& schedule) : schedule_(schedule) {}
    torch::Tensor embedTimes(std::span<const double> inputs) override {
        return torch::tensor(std::vector<double>(inputs.begin(), inputs.end()), torch::kFloat64);
    }
    torch::Tensor predict(const torch::Tensor& x, const torch::Tensor& time, const torch::Tensor&) override {
        const double t = (time.item<double>() + 1.0) / schedule_.steps();
        const double a = schedule_.alpha(t), s = schedule_.sigma(t);
        return 0.25 * a / (0.25 * a * a + s * s) * x;
    }
    torch::Tensor table() const override { return torch::eye(2, torch::kFloat64); }
    torch::Tensor logits(const torch::Tensor& x) const override { return x; }
    torch::Tensor absorbing() const override { return {}; }

private:
    const NoiseSchedule& schedule_;
};

/// The same draw at every position.
class EqualDraws : public DrawSource {
public:
    explicit EqualDraws(int length) : length_(length) {}
    torch::Tensor initial() override { return torch::tensor({1.5, -0.3}, torch::kFloat64).expand({1, length_, 2}).clone(); }
    torch::Tensor normal(int) override { return initial(); }
    torch::Tensor absorbed(int, double) override { return torch::zeros({1, length_}, torch::kBool); }

private:
    int length_;
};

TEST(Adaptive, TheLengthOfTheSourceChangesNothing) {
    const auto schedule = NoiseSchedule::sqrt(2000);
    GaussianDenoiser denoiser(schedule);
    ModelConfig config;
    config.rescaleTimesteps = false;
    config.diffusionSteps = schedule.steps();
    auto r = recipe("dpm-adaptive", 0);
    r.spacing = "log-snr";
    r.steps = 2;
    r.tolerance = 1e-3;
    const auto run = [&](int sourceLength) {
        const int length = sourceLength + 1;
        auto target = torch::zeros({1, length}, torch::kBool);
        target[0][sourceLength] = true;
        const SamplingTask task{schedule, denoiser, config, torch::zeros({1, length}, torch::kInt64), target};
        EqualDraws draws(length);
        int evaluations = 0;
        const auto end = sampleLatents(task, r, draws, [&](const SampledStep& step) { evaluations = step.evaluations; });
        return std::pair(evaluations, end[0][sourceLength]);
    };
    const auto [none, alone] = run(0);
    const auto [some, beside] = run(60);
    EXPECT_GT(none, 10);
    EXPECT_EQ(some, none);
    EXPECT_LT((alone - beside).abs().max().item<double>(), 1e-12);
}

} // namespace
} // namespace diffuscope
