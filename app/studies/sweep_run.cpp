// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/sweep_run.h"

#include "core/sweep/engine_generator.h"
#include "core/text/pairs.h"

#include <chrono>

namespace diffuscope {
namespace {

constexpr auto kBetweenReports = std::chrono::milliseconds(100);
constexpr std::size_t kProbeSentences = 8;
constexpr int kProbeSteps = 2;

/// Remembers the sources that do not fit.
class NotingGenerator : public EngineGenerator {
public:
    using EngineGenerator::EngineGenerator;
    std::optional<Wording> misfit(const std::string& source, int canvas) const override {
        auto why = EngineGenerator::misfit(source, canvas);
        if (why) misfits_.insert(source);
        return why;
    }
    SweepOrigin origin() const { return {model(), misfits_}; }

private:
    mutable std::set<std::string> misfits_;
};

SweepEstimate measure(const EngineJob::Context& context, const SweepPlan& plan) {
    const auto pairs = readPairs(plan.input);
    SweepEstimate estimate;
    estimate.rows = pairs.size();
    EngineGenerator generator(context.engine);
    auto recipe = recipeOf(plan, {"dpmpp-2m", kProbeSteps}, 0);
    for (const auto& pair : pairs)
        if (recipe.sources.size() < kProbeSentences && !generator.misfit(pair.source, recipe.canvas)) recipe.sources.push_back(pair.source);
    if (recipe.sources.empty()) return estimate;
    generator.generate(recipe, context.stop); // once for what the first run allocates
    const auto batch = generator.generate(recipe, context.stop);
    estimate.secondsPerEvaluation = batch.seconds / (batch.evaluations * static_cast<double>(recipe.sources.size()));
    return estimate;
}

} // namespace

SweepRun::SweepRun(QObject* parent) : QObject(parent) {
    connect(&job_, &EngineJob::finished, this, [this] {
        if (endSweep()) emit finished();
    });
    connect(&job_, &EngineJob::cancelled, this, [this] {
        if (endSweep()) emit cancelled();
    });
    connect(&job_, &EngineJob::failed, this, [this](const QString& sentence) {
        if (endSweep()) emit failed(sentence);
    });
}

bool SweepRun::endSweep() { return std::exchange(sweeping_, false); }

void SweepRun::start(const SweepPlan& plan, const std::filesystem::path& store) {
    sweeping_ = true;
    pause_.resume();
    job_.start(plan.base, [this, plan, store](const EngineJob::Context& context) { sweep(context, plan, store); });
}

void SweepRun::sweep(const EngineJob::Context& context, const SweepPlan& plan, const std::filesystem::path& store) {
    std::error_code error;
    std::filesystem::create_directories(store.parent_path(), error); // what fails shows when the store is opened
    NotingGenerator generator(context.engine);
    SweepControl control;
    control.stop = context.stop;
    control.pause = &pause_;
    control.store = store;
    control.onRow = [&](const SweepRow& row) { context.post([this, row] { emit rowReady(row); }); };
    std::optional<std::chrono::steady_clock::time_point> told;
    std::size_t settingTold = 0;
    control.onProgress = [&](const SweepProgress& progress) {
        if (!told) context.post([this, origin = generator.origin()] { emit opened(origin); });
        const auto now = std::chrono::steady_clock::now();
        // A new setting is always told: its first batch may take minutes.
        if (told && now - *told < kBetweenReports && progress.settingsDone == settingTold) return;
        told = now;
        settingTold = progress.settingsDone;
        context.post([this, progress] { emit progressed(progress); });
    };
    runSweep(plan, generator, control);
}

void SweepRun::estimate(const SweepPlan& plan) {
    if (sweeping_) return;
    job_.start(plan.base, [this, plan](const EngineJob::Context& context) {
        const auto found = measure(context, plan);
        context.post([this, found] { emit estimated(found); });
    });
}

void SweepRun::cancel() {
    if (sweeping_) job_.cancel();
}

void SweepRun::setPaused(bool paused) {
    if (paused) pause_.pause();
    else pause_.resume();
}

} // namespace diffuscope
