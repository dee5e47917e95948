// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <string_view>

namespace diffuscope {

class PlotView;

/// A kind of plot: its name on the command line and in saved layouts, and how to make one. A new view is a line here.
struct PlotKind {
    std::string_view name;
    std::unique_ptr<PlotView> (*make)();
};

std::span<const PlotKind> plotTable();

} // namespace diffuscope
