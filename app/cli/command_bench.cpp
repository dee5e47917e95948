// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/recipe_options.h"
#include "core/engine/bundled.h"
#include "core/engine/denoiser.h"
#include "core/engine/engine.h"
#include "core/engine/opened_model.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <iomanip>
#include <sstream>

namespace diffuscope::cli {
namespace {

struct Options {
    std::string model = "bundled", device = "cpu";
    int batch = 8, rounds = 7, threads = 0;
};

/// Seconds of the quickest of some rounds, for work that is timed in turns with what it is compared with: a busy
/// machine disturbs both alike, and the quickest round least.
struct Timed {
    const char* name;
    std::function<void()> work;
    double seconds = 1e300;
};

void timeInTurns(std::vector<Timed>& all, int rounds) {
    for (auto& one : all) one.work();
    for (int round = 0; round < rounds; ++round)
        for (auto& one : all) {
            const auto start = std::chrono::steady_clock::now();
            one.work();
            one.seconds = std::min(one.seconds, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
        }
}

void finish(const torch::Device& device) {
    if (device.is_cuda()) torch::cuda::synchronize();
}

/// The matrix products of one network evaluation and nothing else, on the shapes of the model.
std::function<void()> matrixProducts(const ModelConfig& c, int batch, const torch::Device& device) {
    const auto options = torch::TensorOptions(device);
    const std::int64_t tokens = std::int64_t{batch} * c.seqLen, h = c.hiddenSize, wide = c.intermediateSize, heads = c.heads;
    auto x = torch::randn({tokens, h}, options), y = torch::randn({tokens, wide}, options),
         e = torch::randn({tokens, c.embeddingDim}, options);
    auto square = torch::randn({h, h}, options), up = torch::randn({h, wide}, options), in = torch::randn({c.embeddingDim, h}, options);
    auto q = torch::randn({batch * heads, c.seqLen, h / heads}, options),
         scores = torch::randn({batch * heads, c.seqLen, c.seqLen}, options);
    return [=, layers = c.layers] {
        const torch::NoGradGuard guard;
        for (int layer = 0; layer < layers; ++layer) {
            for (int projection = 0; projection < 4; ++projection) torch::mm(x, square);
            torch::bmm(q, q.transpose(1, 2));
            torch::bmm(scores, q);
            torch::mm(x, up);
            torch::mm(y, up.t());
        }
        torch::mm(e, in);
        torch::mm(x, square);
        torch::mm(x, square);
        torch::mm(x, in.t());
        finish(device);
    };
}

double productFlops(const ModelConfig& c, int batch) {
    const double tokens = double(batch) * c.seqLen, h = c.hiddenSize;
    const double layer = 4 * h * h + 2 * h * c.intermediateSize + 2.0 * c.seqLen * h;
    return 2 * tokens * (c.layers * layer + 2 * h * h + 2 * h * c.embeddingDim);
}

nlohmann::json row(const char* name, double value, const char* unit, const char* baseline, double ratio) {
    return {{"name", name}, {"value", value}, {"unit", unit}, {"baseline", baseline}, {"ratio", ratio}};
}

std::vector<Timed> works(const Options& o, const OpenedModel& model, Engine& engine, Recipe recipe) {
    const torch::Device device(o.device);
    const auto& config = model.info.config;
    auto denoiser = std::make_shared<NetDenoiser>(model.net);
    const auto time = denoiser->embedTimes(std::array{500.0});
    const auto x = torch::randn({o.batch, config.seqLen, config.embeddingDim}, device);
    const auto run = [&engine](Recipe r, bool steps, bool latents) {
        return [&engine, r, options = TraceOptions{steps, latents, 8, false}] { engine.run(r, options); };
    };
    return {{"products", matrixProducts(config, o.batch, device)},
            {"network",
             [=] {
                 const torch::NoGradGuard guard;
                 denoiser->predict(x, time, {});
                 finish(device);
             }},
            {"plain", run(recipe, false, false)},
            {"traced", run(recipe, true, true)}};
}

std::string line(const nlohmann::json& r) {
    std::ostringstream text;
    text << std::left << std::setw(34) << r.at("name").get<std::string>() << std::right << std::fixed << std::setprecision(3)
         << std::setw(10) << r.at("value").get<double>() << ' ' << std::left << std::setw(9) << r.at("unit").get<std::string>()
         << std::setprecision(2) << r.at("ratio").get<double>() << " × " << r.at("baseline").get<std::string>();
    return text.str();
}

int bench(const Options& o, const Output& output) {
    if (o.threads > 0) torch::set_num_threads(o.threads);
    const auto model = openModel(modelFolder(o.model), o.device);
    Engine engine(o.model, o.device);
    // What people run: the model's own recommendation, on a sentence as long as theirs.
    Recipe recipe;
    recipe.steps = 20;
    auto json = toJson(recipe);
    json.update(model.info.recommended);
    recipe = recipeFromJson(json);
    recipe.model = o.model;
    recipe.device = o.device;
    recipe.sources = {"restaurants : confirm restaurant_name = Oak & Fire ; confirm city = San Jose ; confirm time = 11:30 am"};
    recipe.samples = o.batch;
    auto timed = works(o, model, engine, recipe);
    timeInTurns(timed, o.rounds);
    const double products = timed[0].seconds, network = timed[1].seconds;
    const double plain = timed[2].seconds / recipe.steps, traced = timed[3].seconds / recipe.steps;
    const auto rows = nlohmann::json::array(
        {row("matrix products of an evaluation", 1e3 * products, "ms", "itself", 1.0),
         row("rate of the products", productFlops(model.info.config, o.batch) / products / 1e9, "GFLOP/s", "itself", 1.0),
         row("network evaluation", 1e3 * network, "ms", "matrix products of an evaluation", network / products),
         row("solver step, as recommended", 1e3 * plain, "ms", "network evaluation", plain / network),
         row("solver step, traced", 1e3 * traced, "ms", "solver step, as recommended", traced / plain)});
    for (const auto& r : rows) output.text(line(r));
    if (output.json) output.print(rows);
    return 0;
}

} // namespace

Command addBench(CLI::App& program, Output& output) {
    auto* app = program.add_subcommand("bench", "Times of a step, as ratios to what the machine can do at best");
    auto o = std::make_shared<Options>();
    app->add_option("--model", o->model, modelHelp())->capture_default_str();
    app->add_option("--batch", o->batch, "Sequences computed together")->capture_default_str()->check(CLI::Range(1, 1024));
    app->add_option("--rounds", o->rounds, "Rounds; the quickest counts")->capture_default_str()->check(CLI::Range(1, 1000));
    app->add_option("--threads", o->threads, "CPU threads (default: all)");
    app->add_option("--device", o->device, "cpu or cuda")->capture_default_str();
    return {app, [&output, o] { return bench(*o, output); }};
}

} // namespace diffuscope::cli
