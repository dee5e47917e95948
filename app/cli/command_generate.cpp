// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/interrupt.h"
#include "app/cli/recipe_options.h"
#include "core/engine/engine.h"
#include "core/engine/trace_io.h"
#include "core/error.h"
#include "core/model/native_model.h"
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
    size_t limit = 0;
    RecipeOptions sampler;
};

/// The recipe in a file: itself, or what `generate --json` printed.
std::optional<Recipe> givenRecipe(const Options& o) {
    if (o.recipe.empty()) return std::nullopt;
    const auto json = readJsonFile(o.recipe);
    return recipeFromJson(json.is_object() && json.contains("recipe") ? json.at("recipe") : json);
}

Recipe recipeOf(const Options& o, const std::optional<Recipe>& given, const ModelInfo& info, std::vector<std::string> sources) {
    auto recipe = given ? o.sampler.over(*given) : o.sampler.overRecommended(info);
    recipe.sources = std::move(sources);
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
        results.push_back(
            {{"source", recipe.sources[i]}, {"samples", samples}, {"chosen", trace.sentences[static_cast<size_t>(trace.chosen[i])].text}});
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
    for (const auto& file : {o.output, o.trace}) requireWritable(file);
    const auto given = givenRecipe(o);
    const auto rows = rowsOf(o, given);
    const auto fallback = given.value_or(Recipe{});
    Engine engine(o.sampler.model(fallback.model), o.sampler.device(fallback.device));
    std::vector<std::string> sources;
    for (const auto& row : rows) sources.push_back(row.source);
    const auto recipe = recipeOf(o, given, engine.info(), std::move(sources));
    TraceOptions options;
    options.steps = options.latents = !o.trace.empty();
    options.equalRowsOnce = true;
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
    app->add_option("--limit", o->limit, "First rows of --input only")->check(CLI::NonNegativeNumber);
    o->sampler.addSamplerTo(*app);
    o->sampler.addTo(*app);
    app->add_option("--recipe", o->recipe, "Recipe to start from: a JSON file of one, or what --json printed; other options change it");
    app->add_option("--output", o->output, "Write rows {recover, reference, source}");
    app->add_option("--trace", o->trace, "Write the run, step by step, as safetensors");
    return {app, [&output, o] { return generate(*o, output); }};
}

} // namespace diffuscope::cli
