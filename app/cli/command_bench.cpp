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
    int rounds = 7, threads = 0;
    RecipeOptions sampler;
};

/// Work that is timed in turns with what it is compared with: a busy machine disturbs neighbours in a round alike.
struct Timed {
    const char* name;
    std::function<void()> work;
    std::vector<double> seconds = {}; ///< of each round

    double quickest() const { return *std::min_element(seconds.begin(), seconds.end()); }
};

void timeInTurns(std::vector<Timed>& all, int rounds) {
    for (auto& one : all) one.work();
    for (int round = 0; round < rounds; ++round)
        for (auto& one : all) {
            const auto start = std::chrono::steady_clock::now();
            one.work();
            one.seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
        }
}

/// The median of the rounds' ratios: what disturbs one round moves it little.
double ratio(const Timed& of, const Timed& to) {
    std::vector<double> ratios;
    for (std::size_t round = 0; round < of.seconds.size(); ++round) ratios.push_back(of.seconds[round] / to.seconds[round]);
    const auto middle = ratios.begin() + std::ssize(ratios) / 2;
    std::nth_element(ratios.begin(), middle, ratios.end());
    return *middle;
}

void finish(const torch::Device& device) {
    if (device.is_cuda()) torch::cuda::synchronize();
}

struct Shape {
    std::int64_t batch, length; ///< sequences computed together, tokens of each
};

/// The matrix products of one network evaluation and nothing else.
std::function<void()> matrixProducts(const ModelConfig& c, const Shape& shape, const torch::Device& device) {
    const auto options = torch::TensorOptions(device);
    const auto batch = shape.batch, length = shape.length;
    const std::int64_t tokens = batch * length, h = c.hiddenSize, wide = c.intermediateSize, heads = c.heads;
    auto x = torch::randn({tokens, h}, options), y = torch::randn({tokens, wide}, options),
         e = torch::randn({tokens, c.embeddingDim}, options);
    auto square = torch::randn({h, h}, options), up = torch::randn({h, wide}, options), in = torch::randn({c.embeddingDim, h}, options);
    auto q = torch::randn({batch * heads, length, h / heads}, options), scores = torch::randn({batch * heads, length, length}, options);
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

double productFlops(const ModelConfig& c, const Shape& shape) {
    const double length = double(shape.length), tokens = double(shape.batch) * length, h = c.hiddenSize;
    const double layer = 4 * h * h + 2 * h * c.intermediateSize + 2.0 * length * h;
    return 2 * tokens * (c.layers * layer + 2 * h * h + 2 * h * c.embeddingDim);
}

nlohmann::json row(const char* name, double value, const char* unit, const char* baseline, double ratio) {
    return {{"name", name}, {"value", value}, {"unit", unit}, {"baseline", baseline}, {"ratio", ratio}};
}

std::vector<Timed> works(const OpenedModel& model, Engine& engine, const Recipe& recipe, const Shape& shape) {
    const torch::Device device(recipe.device);
    const auto& config = model.info.config;
    auto denoiser = std::make_shared<NetDenoiser>(model.net);
    const auto time = denoiser->embedTimes(std::array{500.0});
    const auto x = torch::randn({shape.batch, shape.length, config.embeddingDim}, device);
    const auto run = [&](bool steps, bool latents) {
        return [&engine, recipe, options = TraceOptions{steps, latents, 8, false}] { engine.run(recipe, options); };
    };
    return {{"products", matrixProducts(config, shape, device)},
            {"network",
             [=] {
                 const torch::NoGradGuard guard;
                 denoiser->predict(x, time, {});
                 finish(device);
             }},
            {"plain", run(false, false)},
            {"traced", run(true, true)}};
}

std::string line(const nlohmann::json& r) {
    std::ostringstream text;
    text << std::left << std::setw(34) << r.at("name").get<std::string>() << std::right << std::fixed << std::setprecision(3)
         << std::setw(10) << r.at("value").get<double>() << ' ' << std::left << std::setw(9) << r.at("unit").get<std::string>()
         << std::setprecision(3) << r.at("ratio").get<double>() << " × " << r.at("baseline").get<std::string>();
    return text.str();
}

/// What people run unless told otherwise: the model's own recommendation, on a sentence as long as theirs.
Recipe recipeOf(const Options& o, const ModelInfo& info) {
    auto recipe = o.sampler.overRecommended(info);
    recipe.sources = {"restaurants : confirm restaurant_name = Oak & Fire ; confirm city = San Jose ; confirm time = 11:30 am"};
    return recipe;
}

int bench(const Options& o, const Output& output) {
    if (o.threads > 0) torch::set_num_threads(o.threads);
    const auto modelName = o.sampler.model("bundled"), device = o.sampler.device("cpu");
    const auto model = openModel(modelFolder(modelName), device);
    Engine engine(modelName, device);
    const auto recipe = recipeOf(o, model.info);
    const auto first = engine.run(recipe, {false, false, 1, false});
    const Shape shape{std::ssize(first.header->rows), static_cast<std::int64_t>(first.header->length)};
    auto timed = works(model, engine, recipe, shape);
    timeInTurns(timed, o.rounds);
    const auto &products = timed[0], &network = timed[1], &plain = timed[2], &traced = timed[3];
    const double steps = first.header->steps, rate = productFlops(model.info.config, shape) / products.quickest() / 1e9;
    const auto rows = nlohmann::json::array(
        {row("matrix products of an evaluation", 1e3 * products.quickest(), "ms", "itself", 1.0),
         row("rate of the products", rate, "GFLOP/s", "itself", 1.0),
         row("network evaluation", 1e3 * network.quickest(), "ms", "matrix products of an evaluation", ratio(network, products)),
         row("solver step", 1e3 * plain.quickest() / steps, "ms", "network evaluation", ratio(plain, network) / steps),
         row("solver step, traced", 1e3 * traced.quickest() / steps, "ms", "solver step", ratio(traced, plain))});
    for (const auto& r : rows) output.text(line(r));
    if (output.json) output.print(rows);
    return 0;
}

} // namespace

Command addBench(CLI::App& program, Output& output) {
    auto* app = program.add_subcommand("bench", "Times of a step, as ratios to what the machine can do at best");
    auto o = std::make_shared<Options>();
    app->add_option("--rounds", o->rounds, "Rounds: times are of the quickest, ratios the median")
        ->capture_default_str()
        ->check(CLI::Range(1, 1000));
    app->add_option("--threads", o->threads, "CPU threads (default: all)");
    o->sampler.addTo(*app);
    o->sampler.addSamplerTo(*app);
    return {app, [&output, o] { return bench(*o, output); }};
}

} // namespace diffuscope::cli
