// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/common_noise.h"

#include "core/solvers/solver_table.h"

namespace diffuscope {

bool drawsInSteps(const Recipe& recipe) {
    if (recipe.absorbRate > 0 && recipe.solver != "ancestral") return true;
    const auto& info = findSolver(recipe.solver);
    if (!info.stochastic) return false;
    if (info.heeds("eta") && recipe.eta == 0) return false;
    if (info.heeds("sde_eta") && recipe.sdeEta == 0) return false;
    if (info.heeds("restarts") && recipe.restarts == 0) return false;
    return recipe.noiseScale > 0 || (recipe.solver == "ancestral" && recipe.discreteNoise);
}

bool sameGrid(const Recipe& a, const Recipe& b) {
    if (a.spacing != b.spacing || a.rho != b.rho) return false;
    if (a.spacing == "custom" ? a.times != b.times : a.steps != b.steps || a.evaluations != b.evaluations) return false;
    // A budget of evaluations buys another number of steps at another price.
    if (a.spacing != "custom" && a.evaluations > 0 && evaluationPrice(a) != evaluationPrice(b)) return false;
    // Ancestral sampling puts its steps on the model's own, and some solvers place theirs as they go.
    const auto& ofA = findSolver(a.solver);
    const auto& ofB = findSolver(b.solver);
    if (ofA.name == ofB.name) return a.restarts == b.restarts || !ofA.heeds("restarts");
    const auto own = [](const SolverInfo& info) { return info.name == "ancestral" || info.evaluationsPerStep == 0; };
    return !own(ofA) && !own(ofB);
}

CommonNoise commonNoise(const Recipe& a, const Recipe& b) {
    CommonNoise noise;
    if (a.model != b.model) noise.initial = NoiseDifference::Model;
    else if (a.seed != b.seed) noise.initial = NoiseDifference::Seed;
    else if (a.canvas != b.canvas) noise.initial = NoiseDifference::Canvas;
    const bool ofA = drawsInSteps(a), ofB = drawsInSteps(b);
    if (!ofA && !ofB) return noise;
    if (ofA != ofB) noise.steps = NoiseDifference::OneDraws;
    else if (noise.initial != NoiseDifference::None) noise.steps = noise.initial;
    else if (!sameGrid(a, b)) noise.steps = NoiseDifference::Grid;
    return noise;
}

const char* toString(NoiseDifference difference) {
    switch (difference) {
    case NoiseDifference::None: return "";
    case NoiseDifference::Model: return "The models differ, and with them the size of what is drawn.";
    case NoiseDifference::Seed: return "The seeds differ.";
    case NoiseDifference::Canvas: return "The canvases differ in size.";
    case NoiseDifference::OneDraws: return "Only one of the solvers adds noise in its steps.";
    case NoiseDifference::Grid: return "Both add noise in their steps, but at other times.";
    }
    return "";
}

} // namespace diffuscope
