// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/training_plan.h"

#include "core/error.h"
#include "core/model/native_model.h"
#include "core/text/file_bytes.h"

namespace diffuscope {
namespace {

std::filesystem::path planFile(const std::filesystem::path& output) { return output / "plan.json"; }

/// Calls visit(name, member) for every field, so that writing and reading cannot drift apart.
template <class Plan, class Visit> void eachField(Plan& plan, Visit visit) {
    visit("train", plan.train);
    visit("valid", plan.valid);
    visit("data", plan.data);
    visit("output", plan.output);
    visit("from", plan.from);
    visit("preset", plan.preset);
    visit("device", plan.device);
    visit("minutes", plan.minutes);
    visit("steps", plan.steps);
    visit("validate_minutes", plan.validateMinutes);
    visit("vocab_size", plan.vocabSize);
    visit("seed", plan.seed);
    visit("delexicalize", plan.delexicalize);
    visit("absorbing", plan.absorbing);
    visit("discrete_noise", plan.discreteNoise);
    visit("self_condition", plan.selfCondition);
    visit("changes", plan.changes);
}

template <class T> nlohmann::json asJson(const T& value) { return value; }
nlohmann::json asJson(const PresetChanges& changes) { return toJson(changes); }
template <class T> void read(const nlohmann::json& json, T& value) { json.get_to(value); }
void read(const nlohmann::json& json, PresetChanges& changes) { changes = presetChangesFromJson(json); }

} // namespace

nlohmann::json toJson(const TrainingPlan& plan) {
    nlohmann::json json;
    eachField(plan, [&](const char* name, const auto& value) { json[name] = asJson(value); });
    return json;
}

TrainingPlan trainingPlanFromJson(const nlohmann::json& json) {
    TrainingPlan plan;
    try {
        eachField(plan, [&](const char* name, auto& value) {
            if (json.contains(name)) read(json.at(name), value);
        });
    } catch (const nlohmann::json::exception&) {
        throw Error(translatable("core", "The plan of the training has a value of the wrong kind."));
    }
    return plan;
}

std::optional<TrainingPlan> TrainingPlan::of(const std::filesystem::path& output) try {
    if (output.empty() || !isThere(planFile(output))) return std::nullopt;
    auto plan = trainingPlanFromJson(readJsonFile(planFile(output)));
    plan.output = output; // it may have been moved
    return plan;
} catch (const std::exception&) {
    return std::nullopt; // of another version: it does not go on
}

std::optional<TrainingPlan> TrainingPlan::toGoOn(const std::filesystem::path& output) {
    return lastCheckpoint(output / "checkpoint").empty() ? std::nullopt : of(output);
}

bool TrainingPlan::goesOn() const { return toGoOn(output).has_value(); }
bool TrainingPlan::hasModel() const { return !output.empty() && isNativeModel(output); }

void keepPlan(const TrainingPlan& plan) { writeJsonFile(planFile(plan.output), toJson(plan)); }

std::filesystem::path lastCheckpoint(const std::filesystem::path& folder) {
    for (const auto& place : {folder, replacedCheckpoint(folder)})
        if (isThere(place)) return place;
    return {};
}

std::filesystem::path replacedCheckpoint(const std::filesystem::path& folder) { return std::filesystem::path(folder).concat(".old"); }

} // namespace diffuscope
