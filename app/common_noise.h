// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/recipe.h"

#include <QString>

namespace diffuscope {

/// Says whether lanes draw the same noise, and if not, why. Noise is keyed by seed, sample and step, so that it is common
/// wherever these are.
QString noiseSentence(const std::vector<Recipe>& lanes);
/// Of some of the lanes, by number.
QString noiseSentence(const std::vector<Recipe>& lanes, const std::vector<int>& among);

} // namespace diffuscope
