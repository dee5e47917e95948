// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/error_rows.h"
#include "app/cli/grid_options.h"
#include "app/cli/interrupt.h"
#include "app/cli/progress.h"
#include "app/cli/recipe_options.h"
#include "core/compare/common_noise.h"
#include "core/compare/reference_run.h"
#include "core/compare/times_design.h"
#include "core/engine/engine.h"
#include "core/error.h"
#include "core/sweep/engine_generator.h"
#include "core/text/pairs.h"

#include <set>

namespace diffuscope::cli {
namespace {

struct Options {
    std::string text, input;
    size_t limit = 0;
    int referenceSteps = 500, batch = 8;
    GridOptions grid;
    RecipeOptions sampler;
};

std::vector<std::string> sourcesOf(const Options& o) {
    if (o.text.empty() == o.input.empty()) throw Error("Give either a sentence or --input with a pair file.");
    return o.input.empty() ? std::vector{o.text} : firstSources(o.input, o.limit > 0 ? o.limit : SIZE_MAX);
}

/// A file's sources that fit on the canvas, as in a sweep; how many are left out is said. A sentence by itself is refused where it runs.
std::vector<std::string> fittingOf(std::vector<std::string> sources, const Options& o, Engine& engine, int canvas, const Output& output) {
    if (o.input.empty()) return sources;
    const EngineGenerator generator(engine);
    const auto skipped = std::erase_if(sources, [&](const auto& source) { return generator.misfit(source, canvas).has_value(); });
    if (sources.empty()) throw Error("No source of '" + o.input + "' fits on the canvas.");
    if (skipped > 0) output.log(std::to_string(skipped) + " rows were left out: their source does not fit on the canvas.");
    return sources;
}

SweepPlan planOf(const Options& o, const ModelInfo& info) {
    SweepPlan plan;
    plan.base = o.sampler.overRecommended(info);
    plan.base.mbr = plan.base.rerank = false; // every candidate is split, none is chosen
    if (!o.sampler.gives("samples")) plan.base.samples = 1;
    o.grid.fill(plan);
    return plan;
}

std::vector<Recipe> lanesOf(const SweepPlan& plan, const std::vector<SweepSetting>& settings, const std::vector<std::string>& sources) {
    std::vector<Recipe> lanes;
    for (const auto& setting : settings) {
        lanes.push_back(recipeOf(plan, setting, 0));
        lanes.back().samples = plan.base.samples;
        lanes.back().sources = sources;
    }
    return lanes;
}

/// Before minutes are spent: what cannot run is refused, and what a split holds beside solver and rounding is said.
void look(const std::vector<Recipe>& lanes, const Output& output) {
    std::set<std::string> notes;
    for (const auto& lane : lanes) {
        validate(lane);
        if (drawsInSteps(lane))
            notes.insert(lane.solver + " draws noise at its steps, which the reference does not: its solver error holds that noise too.");
        if (lane.mode == Mode::AsReleased)
            notes.insert(lane.solver + " runs as released: its solver error holds what that does otherwise than the ODE.");
    }
    for (const auto& note : notes) output.log(note);
}

Trace traced(Engine& engine, const Recipe& recipe, const Output& output, const std::stop_token& stop) {
    return withoutInnerLatents(runTraced(engine, recipe, telling(output, recipe.solver + ": step"), stop));
}

/// The rows of some sources, added to those of each setting.
void split(Engine& engine, const std::vector<Recipe>& lanes, const std::vector<SweepSetting>& settings, const Options& o,
           const Output& output, const std::stop_token& stop, std::vector<nlohmann::json>& rows) {
    std::vector<Trace> traces;
    for (const auto& lane : lanes) traces.push_back(traced(engine, lane, output, stop));
    // One serves all: it depends on nothing that a setting says.
    const auto reference = traced(engine, referenceRecipe(lanes.front(), o.referenceSteps), output, stop);
    for (size_t i = 0; i < lanes.size(); ++i)
        for (int row = 0; row < reference.batch(); ++row) rows[i].push_back(errorRow(settings[i], traces[i], reference, row));
}

void printForPeople(const std::vector<nlohmann::json>& rows, const Output& output) {
    output.text(errorHead());
    for (const auto& ofSetting : rows) {
        output.text(errorLine(ofSetting));
        if (ofSetting.size() == 1)
            for (const auto& flip : ofSetting.front().at("flips")) output.text(flipLine(flip));
    }
}

int errors(const Options& o, const Output& output) {
    const Interrupt interrupt;
    auto all = sourcesOf(o);
    Engine engine(o.sampler.model("bundled"), o.sampler.device("cpu"));
    const auto plan = planOf(o, engine.info());
    const auto sources = fittingOf(std::move(all), o, engine, plan.base.canvas, output);
    const auto settings = settingsOf(plan);
    look(lanesOf(plan, settings, sources), output);
    std::vector<nlohmann::json> rows(settings.size(), nlohmann::json::array());
    for (auto from = sources.begin(); from != sources.end();) {
        const auto to = from + std::min<std::ptrdiff_t>(o.batch, sources.end() - from);
        split(engine, lanesOf(plan, settings, {from, to}), settings, o, output, interrupt.token(), rows);
        from = to;
    }
    if (!output.json) {
        printForPeople(rows, output);
        return 0;
    }
    auto json = nlohmann::json::array();
    for (const auto& ofSetting : rows) json.insert(json.end(), ofSetting.begin(), ofSetting.end());
    output.print(json);
    return 0;
}

} // namespace

Command addErrors(CLI::App& program, Output& output) {
    auto* app = program.add_subcommand("errors", "How much of a sampler's distance from a fine reference run is its solver's, how much the "
                                                 "rounding's, and which tokens flip; what is not given comes from the model's "
                                                 "recommendation");
    auto o = std::make_shared<Options>();
    app->add_option("TEXT", o->text, "Source sentence");
    app->add_option("--input", o->input, "Pair file: one source a row; figures for people are means over them");
    app->add_option("--limit", o->limit, "First rows of --input only")->check(CLI::NonNegativeNumber);
    app->add_option("--reference-steps", o->referenceSteps,
                    "Steps of the reference: faithful DPM-Solver++ 2M from the same noise, even in λ")
        ->check(CLI::Range(20, 5000))
        ->capture_default_str();
    app->add_option("--batch", o->batch, "Sources computed together; their latents are held at once")
        ->check(CLI::Range(1, 4096))
        ->capture_default_str();
    o->grid.addTo(*app);
    o->sampler.addTo(*app);
    for (const char* choice : {"--mbr", "--rerank"}) app->remove_option(app->get_option(choice)); // none is chosen
    return {app, [&output, o] { return errors(*o, output); }};
}

} // namespace diffuscope::cli
