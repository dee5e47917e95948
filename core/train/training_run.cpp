// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/training_run.h"

#include "core/engine/cancelled.h"
#include "core/error.h"
#include "core/model/native_model.h"
#include "core/train/prepare.h"
#include "core/train/trainer.h"

#include <algorithm>

namespace diffuscope {
namespace {

constexpr double kMostValidationMinutes = 20;

std::filesystem::path planFile(const std::filesystem::path& output) { return output / "plan.json"; }

/// Calls visit(name, member) for every field, so that writing and reading cannot drift apart.
template <class Plan, class Visit> void eachField(Plan& plan, Visit visit) {
    visit("train", plan.train);
    visit("valid", plan.valid);
    visit("output", plan.output);
    visit("preset", plan.preset);
    visit("device", plan.device);
    visit("minutes", plan.minutes);
    visit("vocab_size", plan.vocabSize);
    visit("seed", plan.seed);
    visit("delexicalize", plan.delexicalize);
    visit("absorbing", plan.absorbing);
    visit("discrete_noise", plan.discreteNoise);
    visit("self_condition", plan.selfCondition);
}

PrepareOptions prepareOptionsOf(const TrainingPlan& plan) {
    PrepareOptions options;
    options.train = plan.train;
    options.valid = plan.valid;
    options.output = plan.prepared();
    options.vocabSize = plan.vocabSize;
    options.delexicalize = plan.delexicalize;
    return options;
}

TrainConfig trainConfigOf(const TrainingPlan& plan) {
    auto config = trainPreset(plan.preset);
    config.device = plan.device;
    config.minutes = plan.minutes;
    config.seed = static_cast<std::uint64_t>(plan.seed);
    config.model.absorbingState = plan.absorbing;
    config.model.discreteNoise = plan.discreteNoise && plan.absorbing;
    config.model.selfCondition = plan.selfCondition;
    return config;
}

} // namespace

nlohmann::json toJson(const TrainingPlan& plan) {
    nlohmann::json json;
    eachField(plan, [&](const char* name, const auto& value) { json[name] = value; });
    return json;
}

TrainingPlan trainingPlanFromJson(const nlohmann::json& json) {
    TrainingPlan plan;
    try {
        eachField(plan, [&](const char* name, auto& value) {
            if (json.contains(name)) json.at(name).get_to(value);
        });
    } catch (const nlohmann::json::exception&) {
        throw Error(translatable("core", "The plan of the training has a value of the wrong kind."));
    }
    return plan;
}

std::optional<TrainingPlan> TrainingPlan::of(const std::filesystem::path& output) try {
    if (output.empty() || !std::filesystem::exists(planFile(output))) return std::nullopt;
    auto plan = trainingPlanFromJson(readJsonFile(planFile(output)));
    plan.output = output; // it may have been moved
    return plan;
} catch (const std::exception&) {
    return std::nullopt; // of another version: it does not go on
}

bool TrainingPlan::goesOn() const { return of(output).has_value() && std::filesystem::exists(output / "checkpoint" / "position.json"); }
bool TrainingPlan::hasModel() const { return !output.empty() && isNativeModel(output); }

void runTraining(const TrainingPlan& plan, const TrainingCallbacks& callbacks, const std::stop_token& stop) {
    const auto stopped = [&stop] {
        if (stop.stop_requested()) throw Cancelled{};
    };
    try {
        if (!plan.goesOn()) {
            prepareData(prepareOptionsOf(plan), [&](const std::string&) { stopped(); });
            writeJsonFile(planFile(plan.output), toJson(plan));
        }
        stopped();
    } catch (const Cancelled&) {
        return; // before there was anything to save
    }
    Trainer trainer(trainConfigOf(plan), readPreparedData(plan.prepared()), plan.output);
    if (callbacks.onTraining) callbacks.onTraining(trainer.usedPairs(), trainer.allPairs());
    TrainCallbacks during;
    during.validateMinutes = std::min(kMostValidationMinutes, plan.minutes / 10); // the curve of a short run has points too
    if (callbacks.onLine) during.onReport = [&](const TrainReport& report) { callbacks.onLine(report.line, report.secondsLeft); };
    trainer.run(during, stop);
}

} // namespace diffuscope
