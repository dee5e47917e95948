// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/recipe.h"

namespace diffuscope {

/// Why two runs do not see the same random draws.
enum class NoiseDifference {
    None,
    Model, ///< another model may have another size of canvas and embedding
    Seed,
    Canvas,
    OneDraws, ///< one solver adds noise in its steps, the other does not
    Grid      ///< both do, at other times: draws belong to a step's number, and would meet another noise level
};

/// Draws depend on (seed, candidate, step, place) alone, so equal ones are equal in both runs, whatever the solvers.
/// Temperature and s_noise scale draws; they do not change them.
struct CommonNoise {
    NoiseDifference initial = NoiseDifference::None; ///< of the noise that the runs begin with
    NoiseDifference steps = NoiseDifference::None;   ///< of the noise in their steps; None too when neither adds any
};

/// Whether a run draws noise after its start. This and what follows throw Error for an unknown solver. (In
/// diffuscope_core: they ask the table of solvers.)
bool drawsInSteps(const Recipe& recipe);
/// Whether the steps of one number have the same time in both runs.
bool sameGrid(const Recipe& a, const Recipe& b);
CommonNoise commonNoise(const Recipe& a, const Recipe& b);
/// A sentence for people; "" for None.
const char* toString(NoiseDifference difference);

} // namespace diffuscope
