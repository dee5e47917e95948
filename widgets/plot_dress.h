// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCustomPlot;
class QFont;

namespace diffuscope {

struct GridTheme;

/// Axes, legend and background in a theme's colours.
void dressPlot(QCustomPlot& plot, const GridTheme& theme);
/// One font for every text of a plot.
void setPlotFont(QCustomPlot& plot, const QFont& font);

} // namespace diffuscope
