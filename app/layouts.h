// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <span>
#include <string_view>
#include <vector>

class QDockWidget;
class QMainWindow;

namespace diffuscope {

/// A named arrangement of docks, by their names; docks that share a place are its tabs.
struct DockLayout {
    using Tabs = std::vector<std::string_view>;
    std::string_view name;    ///< "explore", "compare", "study", "train", "figure"
    std::string_view left;    ///< what stands at the left; empty: nothing
    std::vector<Tabs> right;  ///< from top to bottom
    std::vector<Tabs> bottom; ///< from left to right
    int rightWidth = 0;       ///< pixels, where the window has room
    int bottomHeight = 0;
};

std::span<const DockLayout> dockLayouts();

/// Places the docks of a window: those that the layout names, the rest hidden. `find` gives the dock of a name, or
/// nullptr where there is none (a layout may name docks of a later version).
void applyLayout(QMainWindow& window, const DockLayout& layout, const std::vector<QDockWidget*>& all,
                 const std::function<QDockWidget*(std::string_view)>& find);

} // namespace diffuscope
