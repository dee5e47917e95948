// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/trace.h"

namespace diffuscope {

/// What splitError() holds a run against: the ODE that it follows, from its draw, in `steps` steps of faithful DPM-Solver++ 2M, even
/// in λ. What alters the prediction (interpolation, clamp) and the end is the run's; noise on the way and edits are left out.
Recipe referenceRecipe(const Recipe& recipe, int steps);

/// Without what splitError() never looks at: hundreds of steps of latents would fill the memory.
Trace withoutInnerLatents(Trace trace);

} // namespace diffuscope
