// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/sweep_plan.h"

#include "core/error.h"

#include <algorithm>
#include <set>

namespace diffuscope {
namespace {

/// Calls visit(name, member) for every field: one list for reading, writing and refusing unknown keys.
template <class P, class Visit> void eachField(P& p, Visit visit) {
    visit("input", p.input);
    visit("limit", p.limit);
    visit("base", p.base);
    visit("solvers", p.solvers);
    visit("steps", p.steps);
    visit("spacings", p.spacings);
    visit("modes", p.modes);
    visit("extra", p.extra);
    visit("seeds", p.seeds);
    visit("batch", p.batch);
    visit("resamples", p.resamples);
}

template <class T> nlohmann::json asJson(const T& value) { return value; }
nlohmann::json asJson(Mode mode) { return toString(mode); }
nlohmann::json asJson(const Recipe& recipe) { return toJson(recipe); }
nlohmann::json asJson(const SweepSetting& setting) { return toJson(setting); }
template <class T> nlohmann::json asJson(const std::vector<T>& values) {
    auto json = nlohmann::json::array();
    for (const auto& value : values) json.push_back(asJson(value));
    return json;
}

template <class T> void read(const nlohmann::json& json, T& value) { json.get_to(value); }
void read(const nlohmann::json& json, Mode& mode) { mode = modeFromString(json.get<std::string>()); }
void read(const nlohmann::json& json, Recipe& recipe) { recipe = recipeFromJson(json); }
void read(const nlohmann::json& json, SweepSetting& setting) { setting = sweepSettingFromJson(json); }
template <class T> void read(const nlohmann::json& json, std::vector<T>& values) {
    values.clear();
    for (const auto& one : json.get_ref<const nlohmann::json::array_t&>()) read(one, values.emplace_back());
}

} // namespace

nlohmann::json toJson(const SweepSetting& setting) {
    return {{"solver", setting.solver}, {"steps", setting.steps}, {"spacing", setting.spacing}, {"mode", toString(setting.mode)}};
}

nlohmann::json toJson(const SweepPlan& plan) {
    nlohmann::json json;
    eachField(plan, [&](const char* name, const auto& value) { json[name] = asJson(value); });
    return json;
}

SweepSetting sweepSettingFromJson(const nlohmann::json& json) {
    SweepSetting setting;
    json.at("solver").get_to(setting.solver);
    json.at("steps").get_to(setting.steps);
    if (json.contains("spacing")) json.at("spacing").get_to(setting.spacing);
    if (json.contains("mode")) read(json.at("mode"), setting.mode);
    return setting;
}

SweepPlan sweepPlanFromJson(const nlohmann::json& json) {
    if (!json.is_object()) throw Error(translatable("core", "The plan of a sweep must be a JSON object."));
    SweepPlan plan;
    std::set<std::string> known;
    eachField(plan, [&](const char* name, auto& value) {
        known.insert(name);
        if (!json.contains(name)) return;
        try {
            read(json.at(name), value);
        } catch (const nlohmann::json::exception&) {
            throw Error(translatable("core", "The sweep's '%1' has a value of the wrong kind."), {name});
        }
    });
    for (const auto& item : json.items())
        if (!known.count(item.key())) throw Error(translatable("core", "The sweep has an unknown key '%1'."), {item.key()});
    return plan;
}

Recipe recipeOfSeed(Recipe recipe, int seed) {
    recipe.sources.clear();
    recipe.edits.clear();
    if (!recipe.mbr && !recipe.rerank) recipe.samples = 1; // the first is the one that is chosen
    recipe.seed += static_cast<std::uint64_t>(seed);
    return recipe;
}

std::vector<SweepSetting> settingsOf(const SweepPlan& plan) {
    std::vector<SweepSetting> all;
    const auto add = [&](const SweepSetting& setting) {
        if (std::find(all.begin(), all.end(), setting) == all.end()) all.push_back(setting);
    };
    const std::vector<int> listed{std::max(1, static_cast<int>(plan.base.times.size())) - 1};
    for (const auto& solver : plan.solvers)
        for (const Mode mode : plan.modes)
            for (const auto& spacing : plan.spacings)
                for (const int steps : spacing == "custom" ? listed : plan.steps) add({solver, steps, spacing, mode});
    for (const auto& setting : plan.extra) add(setting);
    return all;
}

Recipe recipeOf(const SweepPlan& plan, const SweepSetting& setting, int seed) {
    auto recipe = recipeOfSeed(plan.base, seed);
    recipe.solver = setting.solver;
    recipe.steps = setting.steps;
    recipe.evaluations = 0;
    recipe.spacing = setting.spacing;
    recipe.mode = setting.mode;
    return recipe;
}

std::vector<SweepSetting> publishedFigure(int diffusionSteps) {
    std::vector<SweepSetting> settings{{"ancestral", diffusionSteps, "time-uniform", Mode::Faithful}};
    for (const Mode mode : {Mode::AsReleased, Mode::Faithful})
        for (const int steps : {1, 2, 5, 10, 20, 50, 100}) settings.push_back({"dpmpp-2m", steps, "time-uniform", mode});
    return settings;
}

} // namespace diffuscope
