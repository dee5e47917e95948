// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/recipe.h"

#include "core/error.h"

#include <cmath>
#include <set>
#include <sstream>

namespace diffuscope {
namespace {

/// Calls visit(name, member) for every field: one list for reading, writing and refusing unknown keys.
template <class R, class Visit> void eachField(R& r, Visit visit) {
    visit("model", r.model);
    visit("sources", r.sources);
    visit("solver", r.solver);
    visit("steps", r.steps);
    visit("evaluations", r.evaluations);
    visit("spacing", r.spacing);
    visit("rho", r.rho);
    visit("times", r.times);
    visit("mode", r.mode);
    visit("seed", r.seed);
    visit("samples", r.samples);
    visit("temperature", r.temperature);
    visit("interpolate", r.interpolate);
    visit("eta", r.eta);
    visit("sde_eta", r.sdeEta);
    visit("s_noise", r.noiseScale);
    visit("tolerance", r.tolerance);
    visit("restarts", r.restarts);
    visit("discrete_noise", r.discreteNoise);
    visit("absorb_rate", r.absorbRate);
    visit("denoise_to_zero", r.denoiseToZero);
    visit("rounding_clamp", r.roundingClamp);
    visit("canvas", r.canvas);
    visit("mbr", r.mbr);
    visit("rerank", r.rerank);
    visit("device", r.device);
    visit("edits", r.edits);
}

std::string textOf(double value) {
    std::ostringstream text;
    text << value;
    return text.str();
}

void requireRange(const char* name, double value, double low, double high) {
    if (std::isfinite(value) && value >= low && value <= high) return;
    throw Error(translatable("core", "The option '%1' must lie between %2 and %3, not %4."),
                {name, textOf(low), textOf(high), textOf(value)});
}

} // namespace

const char* toString(Mode mode) { return mode == Mode::Faithful ? "faithful" : "as-released"; }

Mode modeFromString(const std::string& name) {
    if (name == "faithful") return Mode::Faithful;
    if (name == "as-released") return Mode::AsReleased;
    throw Error(translatable("core", "The mode must be 'faithful' or 'as-released', not '%1'."), {name});
}

static void to_json(nlohmann::json& json, Mode mode) { json = toString(mode); }
static void from_json(const nlohmann::json& json, Mode& mode) { mode = modeFromString(json.get<std::string>()); }

nlohmann::json toJson(const Recipe& recipe) {
    nlohmann::json json;
    eachField(recipe, [&](const char* name, const auto& value) { json[name] = value; });
    return json;
}

Recipe recipeFromJson(const nlohmann::json& json) {
    if (!json.is_object()) throw Error(translatable("core", "A recipe must be a JSON object."));
    Recipe recipe;
    std::set<std::string> known;
    eachField(recipe, [&](const char* name, auto& value) {
        known.insert(name);
        if (!json.contains(name)) return;
        try {
            json.at(name).get_to(value);
        } catch (const nlohmann::json::exception&) {
            throw Error(translatable("core", "The recipe's '%1' has a value of the wrong kind."), {name});
        }
    });
    for (const auto& item : json.items())
        if (!known.count(item.key())) throw Error(translatable("core", "The recipe has an unknown key '%1'."), {item.key()});
    return recipe;
}

void validate(const Recipe& recipe) {
    requireRange("steps", recipe.steps, 1, 100000);
    requireRange("samples", recipe.samples, 1, 1000);
    requireRange("temperature", recipe.temperature, 0, 10);
    requireRange("interpolate", recipe.interpolate, 0, 10);
    requireRange("eta", recipe.eta, 0, 1);
    requireRange("sde_eta", recipe.sdeEta, 0, 1);
    requireRange("s_noise", recipe.noiseScale, 0, 2);
    requireRange("tolerance", recipe.tolerance, 1e-6, 1);
    requireRange("restarts", recipe.restarts, 0, 100);
    requireRange("absorb_rate", recipe.absorbRate, 0, 1);
    requireRange("evaluations", recipe.evaluations, 0, 300000);
    requireRange("rho", recipe.rho, 0, 100);
    requireRange("canvas", recipe.canvas, 0, 100000);
    if (recipe.sources.empty()) throw Error(translatable("core", "There is no source sentence; type one first."), Error::Cause::Source);
    for (const auto& source : recipe.sources)
        if (source.find_first_not_of(" \t\r\n") == std::string::npos)
            throw Error(translatable("core", "The source sentence is empty; type one first."), Error::Cause::Source);
    for (const auto& edit : recipe.edits)
        if (edit.row < 0 || edit.row >= static_cast<int>(recipe.sources.size()) * recipe.samples)
            throw Error(translatable("core", "The edit of row %1 is outside the run's rows."), {std::to_string(edit.row)});
    if (recipe.device != "cpu" && recipe.device != "cuda")
        throw Error(translatable("core", "The device must be 'cpu' or 'cuda', not '%1'."), {recipe.device});
}

} // namespace diffuscope
