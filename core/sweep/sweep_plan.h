// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/recipe.h"

namespace diffuscope {

/// One point of a sweep: what differs between its rows.
struct SweepSetting {
    std::string solver;
    int steps = 0;
    std::string spacing = "time-uniform";
    Mode mode = Mode::Faithful;

    bool operator==(const SweepSetting&) const = default;
};

/// A grid of settings over the rows of a pair file, each with several seeds.
struct SweepPlan {
    std::string input;     ///< pair file {"src", "trg"}
    std::size_t limit = 0; ///< its first rows only; 0: all
    Recipe base;           ///< all that the grid leaves alone: model, temperature, candidates…; seeds count up from its seed
    std::vector<std::string> solvers;
    std::vector<int> steps;
    std::vector<std::string> spacings{"time-uniform"};
    std::vector<Mode> modes{Mode::Faithful};
    std::vector<SweepSetting> extra; ///< settings beside the grid, as one slow reference
    int seeds = 1;
    int batch = 32;       ///< sentences computed together
    int resamples = 1000; ///< of the bootstrap

    bool operator==(const SweepPlan&) const = default;
};

nlohmann::json toJson(const SweepSetting& setting);
/// {"input", "limit", "base", "solvers", "steps", "spacings", "modes", "extra", "seeds", "batch", "resamples"}; `base` is a
/// recipe.
nlohmann::json toJson(const SweepPlan& plan);
/// Unknown keys are refused, missing ones keep their defaults; throws Error naming the key.
SweepPlan sweepPlanFromJson(const nlohmann::json& json);
/// {"solver", "steps"}, with "spacing" and "mode" where they are not the usual ones; other keys are passed over. Throws
/// Error, or the JSON library's exception for values of the wrong kind.
SweepSetting sweepSettingFromJson(const nlohmann::json& json);

/// What a study over the rows of a file computes of a recipe with seed number `seed` (0 …): its sources are still empty, it has no edits,
/// which belong to one run of one source, and no candidates that nobody chooses among.
Recipe recipeOfSeed(Recipe recipe, int seed);

/// The grid, solver by solver, then what is beside it; each setting once. The spacing `custom` is one setting whatever the plan's steps
/// are: those of the base's times.
std::vector<SweepSetting> settingsOf(const SweepPlan& plan);
/// What a run of the setting computes with seed number `seed` (0 … seeds − 1): recipeOfSeed of the base, with the setting.
Recipe recipeOf(const SweepPlan& plan, const SweepSetting& setting, int seed);
/// Refuses, with a sentence that names the option, an empty grid, unknown names, and numbers outside their range. A
/// setting that one solver cannot take is no fault of the plan: the sweep marks its row. (In diffuscope_core: it asks the
/// table of solvers.)
void validate(const SweepPlan& plan);

/// The settings of DiffuSeq-v2's figure of quality against speed (Gong et al. 2023, figure 3): ancestral sampling with all
/// `diffusionSteps`, and DPM-Solver++ 2M at 1 to 100 steps, as released and faithful.
std::vector<SweepSetting> publishedFigure(int diffusionSteps);

} // namespace diffuscope
