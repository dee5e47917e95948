// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/interrupt.h"
#include "app/cli/progress.h"
#include "app/cli/recipe_options.h"
#include "core/compare/common_noise.h"
#include "core/compare/times_design.h"
#include "core/engine/bundled.h"
#include "core/engine/trace_io.h"
#include "core/error.h"
#include "core/text/pairs.h"

#include <iomanip>
#include <sstream>

namespace diffuscope::cli {
namespace {

struct Options {
    std::string trace, input;
    bool search = false, equalError = false, keepNoise = false;
    int fineSteps = 200, rounds = 2;
    size_t sentences = 4;
    RecipeOptions sampler;
};

std::string joined(const std::vector<double>& times) {
    std::ostringstream text;
    text.precision(17);
    for (size_t i = 0; i < times.size(); ++i) text << (i > 0 ? "," : "") << times[i];
    return text.str();
}

int lay(const Options& o, const Output& output) {
    Recipe usual;
    usual.steps = 10;
    const auto times = equalErrorTimes(readTrace(o.trace), o.sampler.over(usual).steps);
    if (output.json) output.print({{"spacing", "custom"}, {"times", times}});
    else output.text(joined(times));
    return 0;
}

/// The recipe over whose sources the times are searched.
Recipe recipeOf(const Options& o, const ModelInfo& info) {
    auto recipe = o.sampler.overRecommended(info);
    const auto samples = modelSamples(info.folder);
    if (o.input.empty() && !std::filesystem::exists(samples))
        throw Error("This model brings no sample sentences; name a pair file with --input.");
    recipe.sources = firstSources(o.input.empty() ? samples : std::filesystem::path(o.input), o.sentences);
    validate(recipe);
    if (!takesTimes(recipe)) throw Error("The solver '" + recipe.solver + "' places its steps itself, and takes no times.");
    return recipe;
}

/// What is run of the recipe; what its distance to a fine run is not good for is said.
Recipe measured(const Options& o, const Recipe& recipe, const Output& output) {
    auto base = designBase(recipe);
    if (!o.keepNoise) base = withoutStepNoise(base);
    if (drawsInSteps(base))
        output.log("This sampler draws noise at its steps: the fine run draws other noise, and part of the distance is chance.");
    else if (base.mode == Mode::AsReleased)
        output.log("As released, the sampler follows no ODE: in more steps it goes somewhere else, not only nearer.");
    return base;
}

int search(const Options& o, const Output& output) {
    const Interrupt interrupt;
    Engine engine(o.sampler.model("bundled"), o.sampler.device("cpu"));
    const auto& config = engine.info().config;
    const auto recipe = recipeOf(o, engine.info());
    auto start = timesOf(recipe, NoiseSchedule::named(config.noiseSchedule, config.diffusionSteps));
    if (start.size() < 3) throw Error("The search moves inner times; two steps are the fewest that have one.");
    const auto base = measured(o, recipe, output);
    auto fine = runFine(engine, base, o.fineSteps, telling(output, "fine run: step"), interrupt.token());
    if (o.equalError) start = equalErrorTimes(fine.profile, static_cast<int>(start.size()) - 1);
    fine = endOf(fine);
    double first = -1.0, best = -1.0;
    TimesSearch plan;
    plan.rounds = o.rounds;
    plan.stop = interrupt.token();
    plan.onBetter = [&](const std::vector<double>&, double distance) {
        if (first < 0) first = distance;
        best = distance;
    };
    const auto times = searchTimes(engine, base, fine, start, plan, telling(output, "search: run, at most"));
    std::ostringstream found;
    found << std::setprecision(4) << "Mean distance to the fine run over " << recipe.sources.size() << " sentences: " << best
          << ", at first " << first << '.';
    output.log(found.str());
    output.text(joined(times));
    if (output.json)
        output.print({{"spacing", "custom"},
                      {"times", times},
                      {"start", start},
                      {"distance", best},
                      {"first_distance", first},
                      {"stopped", interrupt.token().stop_requested()},
                      {"recipe", toJson(withTimes(recipe, times))}});
    return 0;
}

} // namespace

Command addTimes(CLI::App& program, Output& output) {
    auto* app = program.add_subcommand("times", "Times for --times of 'generate' and 'sweep': of equal local error, measured along a fine "
                                                "run, or searched for");
    auto o = std::make_shared<Options>();
    auto* kinds = app->add_option_group("Which times");
    kinds->add_option("TRACE", o->trace, "Of equal error: a run of many steps, as 'generate --trace' writes it");
    auto* searching =
        kinds->add_flag("--search", o->search,
                        "Moves one inner time after the other and keeps what brings the final states nearer to those of a fine "
                        "run; starts from the times of the recipe, and what is not given of that comes from the model's "
                        "recommendation");
    kinds->require_option(1);
    o->sampler.addSamplerTo(*app);
    o->sampler.addTo(*app);
    for (const char* choice : {"--samples", "--mbr", "--rerank"}) app->remove_option(app->get_option(choice)); // one candidate is run
    app->add_option("--input", o->input, "Pair file whose first sources the search is over (default: the model's samples)");
    app->add_option("--limit", o->sentences, "How many of them; all run in one batch")->check(CLI::Range(1, 4096))->capture_default_str();
    app->add_option("--fine-steps", o->fineSteps, "Steps of the fine run, even in λ")->check(CLI::Range(20, 5000))->capture_default_str();
    app->add_option("--rounds", o->rounds, "Rounds over all inner times, at most")->check(CLI::Range(1, 1000))->capture_default_str();
    app->add_flag("--equal-error", o->equalError, "Start from as many times of equal local error along the fine run");
    app->add_flag("--keep-noise", o->keepNoise,
                  "Measure with the noise that the sampler draws at its steps; part of every distance is chance then");
    for (auto* option : app->get_options())
        if (option->get_name() != "--help" && option->get_name() != "--steps") option->needs(searching);
    return {app, [&output, o] { return o->search ? search(*o, output) : lay(*o, output); }};
}

} // namespace diffuscope::cli
