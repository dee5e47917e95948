// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lane_titles.h"

#include "app/lane_list.h"

#include <algorithm>

namespace diffuscope {

QStringList laneTitles(const std::vector<Recipe>& ran) {
    const bool several = std::any_of(ran.begin(), ran.end(), [&](const Recipe& recipe) { return recipe.model != ran.front().model; });
    QStringList titles;
    for (const auto& recipe : ran) titles << (several ? laneTitle(recipe) : laneSummary(recipe));
    return titles;
}

} // namespace diffuscope
