// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCPAxisRect;
class QCPLayoutGrid;
class QCustomPlot;
class QFont;

namespace diffuscope {

struct GridTheme;

/// Axes, legend and background in a theme's colours.
void dressPlot(QCustomPlot& plot, const GridTheme& theme);
/// One font for every text of a plot.
void setPlotFont(QCustomPlot& plot, const QFont& font);
/// Puts `side` to the right of the plot's axes, in a grid of their own, so that the legend below has the whole width.
/// Returns the grid, which belongs to the plot.
QCPLayoutGrid* placeBeside(QCustomPlot& plot, QCPAxisRect* side);

} // namespace diffuscope
