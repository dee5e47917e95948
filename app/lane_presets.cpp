// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lane_presets.h"

#include "core/solvers/solver_table.h"

#include <algorithm>

namespace diffuscope {
namespace {

/// What does not belong to the solver stays: source, candidates and their choice, noise and what is made of it.
Recipe plain(const Recipe& recipe) {
    Recipe lane;
    lane.model = recipe.model;
    lane.sources = recipe.sources;
    lane.seed = recipe.seed;
    lane.samples = recipe.samples;
    lane.canvas = recipe.canvas;
    lane.temperature = recipe.temperature;
    lane.interpolate = recipe.interpolate;
    lane.mbr = recipe.mbr;
    lane.rerank = recipe.rerank;
    return lane;
}

} // namespace

std::vector<Recipe> releasedAgainstFaithful(const Recipe& recipe) {
    const auto& solver = findSolver(recipe.solver);
    auto released = solver.faithful && solver.asReleased ? recipe : plain(recipe);
    released.mode = Mode::AsReleased;
    auto faithful = released;
    faithful.mode = Mode::Faithful;
    return {released, faithful};
}

std::vector<Recipe> ancestralAgainstSolver(const Recipe& recipe, int diffusionSteps) {
    auto ancestral = plain(recipe), solver = plain(recipe);
    ancestral.solver = "ancestral";
    ancestral.steps = std::min(2000, diffusionSteps);
    solver.solver = "dpmpp-2m";
    solver.steps = 10;
    return {ancestral, solver};
}

} // namespace diffuscope
