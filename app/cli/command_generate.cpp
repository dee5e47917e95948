// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/interrupt.h"
#include "core/engine/engine.h"
#include "core/engine/trace_io.h"
#include "core/error.h"
#include "core/model/native_model.h"
#include "core/solvers/solver_table.h"
#include "core/text/pairs.h"

#include <fstream>
#include <iomanip>
#include <optional>
#include <sstream>

namespace diffuscope::cli {
namespace {

/// What the command line says; what it leaves out comes from --recipe, or from the model's recommendation, then from Recipe.
struct Options {
    std::string text, input, output, trace, recipe;
    std::optional<std::string> model, device;
    std::optional<std::string> solver, spacing, mode;
    std::optional<int> steps, samples, canvas, evaluations, restarts;
    std::optional<double> temperature, interpolate, eta, noiseScale, tolerance, rho, absorbRate;
    std::vector<double> times;
    std::optional<std::uint64_t> seed;
    bool mbr = false, rerank = false, clamp = false, noDiscreteNoise = false, denoiseToZero = false;
    size_t limit = 0;
};

template <class T> void set(nlohmann::json& recipe, const char* key, const std::optional<T>& value) {
    if (value) recipe[key] = *value;
}

/// The recipe in a file: itself, or what `generate --json` printed.
std::optional<Recipe> givenRecipe(const Options& o) {
    if (o.recipe.empty()) return std::nullopt;
    const auto json = readJsonFile(o.recipe);
    return recipeFromJson(json.is_object() && json.contains("recipe") ? json.at("recipe") : json);
}

Recipe recipeOf(const Options& o, const std::optional<Recipe>& given, const ModelInfo& info, std::vector<std::string> sources) {
    auto json = toJson(given ? *given : Recipe{});
    if (!given) json.update(info.recommended);
    set(json, "model", o.model);
    set(json, "device", o.device);
    set(json, "solver", o.solver);
    set(json, "spacing", o.spacing);
    set(json, "mode", o.mode);
    set(json, "steps", o.steps);
    set(json, "samples", o.samples);
    set(json, "canvas", o.canvas);
    set(json, "temperature", o.temperature);
    set(json, "interpolate", o.interpolate);
    set(json, "evaluations", o.evaluations);
    set(json, "restarts", o.restarts);
    set(json, "s_noise", o.noiseScale);
    set(json, "tolerance", o.tolerance);
    set(json, "rho", o.rho);
    set(json, "absorb_rate", o.absorbRate);
    set(json, "seed", o.seed);
    if (!o.times.empty()) json.update({{"times", o.times}, {"spacing", "custom"}});
    // One flag for both: DDIM's η and that of the SDE solvers have different defaults, so they are two keys.
    set(json, findSolver(json.at("solver").get<std::string>()).heeds("sde_eta") ? "sde_eta" : "eta", o.eta);
    auto recipe = recipeFromJson(json);
    recipe.sources = std::move(sources);
    recipe.mbr = recipe.mbr || o.mbr;
    recipe.rerank = recipe.rerank || o.rerank;
    recipe.roundingClamp = recipe.roundingClamp || o.clamp;
    recipe.discreteNoise = recipe.discreteNoise && !o.noDiscreteNoise;
    recipe.denoiseToZero = recipe.denoiseToZero || o.denoiseToZero;
    return recipe;
}

std::vector<Pair> rowsOf(const Options& o, const std::optional<Recipe>& given) {
    if (given && o.text.empty() && o.input.empty()) {
        std::vector<Pair> rows;
        for (const auto& source : given->sources) rows.push_back({source, ""});
        return rows;
    }
    if (o.text.empty() == o.input.empty()) throw Error("Give either a sentence or --input with a pair file.");
    if (!o.text.empty()) return {{o.text, ""}};
    auto rows = readPairs(o.input);
    if (o.limit > 0 && rows.size() > o.limit) rows.resize(o.limit);
    if (rows.empty()) throw Error("'" + o.input + "' holds no rows.");
    return rows;
}

std::string namesOf(std::span<const std::string_view> names) {
    std::string all;
    for (const auto name : names) all += (all.empty() ? "" : ", ") + std::string(name);
    return all;
}

void writeRows(const std::string& path, const std::vector<Pair>& rows, const Trace& trace) {
    std::ofstream out(path);
    for (size_t i = 0; i < rows.size(); ++i)
        out << nlohmann::json{{"recover", trace.sentences[static_cast<size_t>(trace.chosen[i])].text},
                              {"reference", rows[i].target},
                              {"source", rows[i].source}}
                   .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
            << '\n';
    out.flush();
    if (!out) throw Error("'" + path + "' could not be written.");
}

nlohmann::json resultOf(const Trace& trace) {
    const auto& recipe = trace.header->recipe;
    auto results = nlohmann::json::array();
    for (size_t i = 0; i < recipe.sources.size(); ++i) {
        auto samples = nlohmann::json::array();
        for (int s = 0; s < recipe.samples; ++s)
            samples.push_back(trace.sentences[i * static_cast<size_t>(recipe.samples) + static_cast<size_t>(s)].text);
        results.push_back({{"source", recipe.sources[i]}, {"samples", samples},
                           {"chosen", trace.sentences[static_cast<size_t>(trace.chosen[i])].text}});
    }
    return {{"recipe", toJson(recipe)}, {"evaluations", trace.evaluations}, {"seconds", trace.seconds}, {"results", results}};
}

void printForPeople(const Trace& trace, const Output& output) {
    const auto& recipe = trace.header->recipe;
    std::ostringstream head;
    head << trace.header->modelName << " · " << recipe.solver << " · " << trace.header->steps << " steps · " << toString(recipe.mode)
         << " · seed " << recipe.seed << " · " << std::fixed << std::setprecision(2) << trace.seconds << " s";
    output.text(head.str());
    for (size_t row = 0; row < trace.sentences.size(); ++row) {
        const auto& info = trace.header->rows[row];
        if (info.sample == 0) output.text("\n  " + recipe.sources[static_cast<size_t>(info.source)]);
        const bool chosen = trace.chosen[static_cast<size_t>(info.source)] == static_cast<int>(row);
        output.text((chosen ? "→ " : "  ") + trace.sentences[row].text);
    }
}

int generate(const Options& o, const Output& output) {
    const Interrupt interrupt;
    const auto given = givenRecipe(o);
    const auto rows = rowsOf(o, given);
    const auto fallback = given.value_or(Recipe{});
    Engine engine(o.model.value_or(fallback.model), o.device.value_or(fallback.device));
    std::vector<std::string> sources;
    for (const auto& row : rows) sources.push_back(row.source);
    const auto recipe = recipeOf(o, given, engine.info(), std::move(sources));
    TraceOptions options;
    options.steps = options.latents = !o.trace.empty();
    const auto trace = engine.run(recipe, options, {}, interrupt.token());
    if (!o.trace.empty()) writeTrace(o.trace, trace);
    if (!o.output.empty()) writeRows(o.output, rows, trace);
    if (output.json) output.print(resultOf(trace));
    else printForPeople(trace, output);
    return 0;
}

} // namespace

Command addGenerate(CLI::App& program, Output& output) {
    auto* app = program.add_subcommand("generate", "Generate sentences; what is not given comes from the model's recommendation");
    auto o = std::make_shared<Options>();
    app->add_option("TEXT", o->text, "Source sentence");
    app->add_option("--input", o->input, "Pair file: one source a row");
    app->add_option("--limit", o->limit, "First rows of --input only");
    app->add_option("--model", o->model, "Model folder, or 'bundled' (the default)");
    app->add_option("--solver", o->solver, "See 'solvers'");
    app->add_option("--steps", o->steps, "Solver steps");
    app->add_option("--evaluations", o->evaluations, "Network evaluations to spend, instead of --steps");
    app->add_option("--spacing", o->spacing, namesOf(spacingNames()));
    app->add_option("--times", o->times, "Times of the custom spacing, falling from 1 to 1/T: 1,0.5,0.1")->delimiter(',')->allow_extra_args(false);
    app->add_option("--rho", o->rho, "Exponent of karras and polyexponential; 0: the published one");
    app->add_option("--mode", o->mode, "faithful or as-released");
    app->add_option("--seed", o->seed, "Seed of the noise");
    app->add_option("--samples", o->samples, "Candidates a source");
    app->add_option("--temperature", o->temperature, "Scale of the initial noise, 0 … 10");
    app->add_option("--interpolate", o->interpolate, "τ of softmax(lm_head / τ) · E in place of x_0; 0: off");
    app->add_option("--eta", o->eta, "Stochasticity of ddim and the SDE solvers, 0 … 1");
    app->add_option("--s-noise", o->noiseScale, "Factor of the noise that stochastic solvers add, 0 … 2");
    app->add_option("--tolerance", o->tolerance, "Relative error that dpm-adaptive allows a step, 1e-6 … 1");
    app->add_option("--restarts", o->restarts, "How often 'restart' goes back up, 0 … 100");
    app->add_flag("--denoise-to-zero", o->denoiseToZero, "End with one more x_0 prediction");
    app->add_option("--canvas", o->canvas, "Tokens on the canvas; 0: the model's");
    app->add_flag("--clamp", o->clamp, "Round x_0 to the nearest embedding at each step");
    app->add_flag("--no-discrete-noise", o->noDiscreteNoise, "Ancestral sampling without discrete noise");
    app->add_option("--absorb-rate", o->absorbRate, "Discrete noise in the other solvers, 0 (off) … 1");
    app->add_flag("--mbr", o->mbr, "Choose the candidate with the least Bayes risk");
    app->add_flag("--rerank", o->rerank, "Choose among the candidates that leave out or repeat the fewest values of the source");
    app->add_option("--device", o->device, "cpu (the default) or cuda");
    app->add_option("--recipe", o->recipe, "Recipe to start from: a JSON file of one, or what --json printed; other options change it");
    app->add_option("--output", o->output, "Write rows {recover, reference, source}");
    app->add_option("--trace", o->trace, "Write the run, step by step, as safetensors");
    return {app, [&output, o] { return generate(*o, output); }};
}

} // namespace diffuscope::cli
