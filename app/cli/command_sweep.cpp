// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/grid_options.h"
#include "app/cli/interrupt.h"
#include "app/cli/progress.h"
#include "app/cli/recipe_options.h"
#include "core/error.h"
#include "core/sweep/engine_generator.h"
#include "core/text/file_bytes.h"

#include <cmath>
#include <iomanip>
#include <sstream>

namespace diffuscope::cli {
namespace {

/// What the command line says; what it leaves out comes from the model's recommendation, then from Recipe.
struct Options {
    std::string input, output, csv;
    GridOptions grid;
    bool figure = false;
    size_t limit = 0;
    int seeds = 1, batch = 32, resamples = 1000;
    RecipeOptions sampler;
};

SweepPlan planOf(const Options& o, const ModelInfo& info) {
    SweepPlan plan;
    plan.input = o.input;
    plan.limit = o.limit;
    // The paper's figure is of plain samples: one candidate, no dials.
    plan.base = o.figure ? o.sampler.over(Recipe{}) : o.sampler.overRecommended(info);
    o.grid.fill(plan);
    if (o.figure && o.grid.solvers.empty()) plan.solvers.clear();
    if (o.figure && o.grid.steps.empty()) plan.steps.clear();
    if (o.figure) plan.extra = publishedFigure(info.config.diffusionSteps);
    plan.seeds = o.seeds;
    plan.batch = o.batch;
    plan.resamples = o.resamples;
    validate(plan);
    return plan;
}

std::string headLine() {
    std::ostringstream text;
    text << std::left << std::setw(18) << "solver" << std::setw(12) << "mode" << std::setw(16) << "spacing" << std::right << std::setw(6)
         << "steps" << std::setw(7) << "evals" << std::setw(12) << "s/sentence";
    for (const auto name : sweepMetrics()) text << "  " << std::left << std::setw(24) << name;
    return text.str();
}

std::string cell(const Estimate& estimate) {
    if (std::isnan(estimate.value)) return "–";
    std::ostringstream text;
    text << std::fixed << std::setprecision(estimate.value < 2 ? 3 : 2) << estimate.value << " [" << estimate.low << ", " << estimate.high
         << ']';
    return text.str();
}

std::string line(const SweepRow& row) {
    std::ostringstream text;
    text << std::left << std::setw(18) << row.setting.solver << std::setw(12) << toString(row.setting.mode) << std::setw(16)
         << row.setting.spacing << std::right << std::setw(6) << row.setting.steps;
    if (!row.error.empty()) {
        text << "  " << row.error.text();
        return text.str();
    }
    text << std::setw(7) << row.evaluations << std::setw(12) << std::setprecision(3) << row.secondsPerSentence;
    for (const auto name : sweepMetrics()) text << "  " << std::left << std::setw(24) << cell(row.metric(name));
    return text.str();
}

std::string describe(const SweepProgress& p) {
    std::ostringstream text;
    text << p.setting.solver << ", " << p.setting.steps << " steps (setting " << std::min(p.settingsDone + 1, p.settings) << " of "
         << p.settings << ")  " << p.sentencesDone << " of " << p.sentences << " sentences  " << std::fixed << std::setprecision(0)
         << 100 * p.share << " %";
    if (!std::isnan(p.secondsLeft)) text << "  " << std::ceil(p.secondsLeft) << " s left";
    return text.str();
}

int sweep(const Options& o, const Output& output) {
    const Interrupt interrupt;
    requireWritable(o.csv); // the store sees to itself
    Engine engine(o.sampler.model("bundled"), o.sampler.device("cpu"));
    EngineGenerator generator(engine);
    const auto plan = planOf(o, engine.info());
    SweepControl control;
    control.stop = interrupt.token();
    control.store = o.output;
    std::vector<SweepRow> rows;
    const auto writeCsv = [&] {
        if (!o.csv.empty()) writeFileBytes(o.csv, toCsv(rows));
    };
    control.onRow = [&](const SweepRow& row) {
        if (rows.empty()) output.text(headLine());
        output.text(line(row));
        rows.push_back(row);
        writeCsv();
    };
    Pace pace;
    size_t skipped = 0;
    control.onProgress = [&](const SweepProgress& progress) {
        skipped = progress.skipped;
        if (pace.isTime()) output.progress(describe(progress));
    };
    runSweep(plan, generator, control);
    if (skipped > 0) output.log(std::to_string(skipped) + " rows were left out: their source does not fit on the canvas.");
    auto json = nlohmann::json::array();
    for (const auto& row : rows) json.push_back(toJson(row));
    if (output.json) output.print(json);
    return 0;
}

} // namespace

Command addSweep(CLI::App& program, Output& output) {
    auto* app =
        program.add_subcommand("sweep", "Quality and speed of solvers over a grid, with 95 % intervals; what is not given comes from "
                                        "the model's recommendation");
    auto o = std::make_shared<Options>();
    app->add_option("--input", o->input, "Pair file: one source and reference a row")->required();
    o->grid.addTo(*app);
    app->add_flag("--published-figure", o->figure,
                  "Also the settings of the paper's figure: ancestral with all steps, DPM-Solver++ 2M at 1 to 100 "
                  "steps as released and faithful; all is sampled plainly then, without the model's recommendation");
    app->add_option("--seeds", o->seeds, "Seeds of each setting from --seed on, pooled")->capture_default_str();
    app->add_option("--limit", o->limit, "First rows of --input only")->check(CLI::NonNegativeNumber);
    app->add_option("--batch", o->batch, "Sentences computed together")->capture_default_str();
    app->add_option("--resamples", o->resamples, "Resamples of the bootstrap")->capture_default_str();
    app->add_option("--output", o->output, "Keep finished batches there; started again on the same file, the sweep goes on");
    app->add_option("--csv", o->csv, "Write the rows as comma-separated values");
    o->sampler.addTo(*app);
    return {app, [&output, o] { return sweep(*o, output); }};
}

} // namespace diffuscope::cli
