// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/recipe.h"

namespace diffuscope {

/// The recipe as the published code computes it, and as the solver's paper defines it; a solver that has one of them only
/// gives way to DPM-Solver++ 2M.
std::vector<Recipe> releasedAgainstFaithful(const Recipe& recipe);

/// Ancestral sampling at every one of the model's diffusion steps, at most 2,000, and DPM-Solver++ 2M in 10 steps.
std::vector<Recipe> ancestralAgainstSolver(const Recipe& recipe, int diffusionSteps);

} // namespace diffuscope
