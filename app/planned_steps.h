// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/recipe.h"
#include "core/error.h"

#include <algorithm>

namespace diffuscope {

/// Steps that a recipe will take, as far as that can be said before it runs; 1 of one that its run will refuse.
inline int plannedSteps(const Recipe& recipe) {
    try {
        return std::max(1, stepsOf(recipe));
    } catch (const Error&) {
        return 1;
    }
}

} // namespace diffuscope
