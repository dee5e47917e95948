// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/grid_geometry.h"
#include "widgets/grid_painter.h"

#include <QString>

namespace diffuscope {

/// One line that says what the colour of a cell means, with its unit.
QString legendTitle(GridColourBy mode);
/// The full definition, for tooltips.
QString legendDefinition(GridColourBy mode);

/// The colour of a cell; invalid where the value is not a number.
QColor cellColour(const GridCellValue& cell, GridColourBy mode, double maximum, const GridStyle& style);

/// The title, and below it the scale's gradient with its ends or one swatch a category.
void paintLegend(QPainter& painter, const GridViewModel& model, const GridGeometry& geometry, const GridMetrics& metrics,
                 const GridStyle& style);

/// The corner that marks positions replaced by the absorbing state.
void paintAbsorbedMark(QPainter& painter, const QRectF& cell, const GridTheme& theme);
/// The line below a token that differs from the one in the lane with which this one is compared.
void paintDifferenceMark(QPainter& painter, const QRectF& cell, const GridTheme& theme);

} // namespace diffuscope
