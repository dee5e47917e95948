// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/recipe.h"

#include <QStringList>
#include <vector>

namespace diffuscope {

/// What lanes that ran are called side by side: with their models (laneTitle()) where they ran on several, else without.
QStringList laneTitles(const std::vector<Recipe>& ran);

} // namespace diffuscope
