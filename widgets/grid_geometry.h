// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QRectF>

namespace diffuscope {

class GridViewModel;

/// Sizes of the token grid's parts at a zoom, in the units of the painter.
struct GridMetrics {
    QFont font;      ///< tokens
    QFont smallFont; ///< step numbers, positions, legend
    QFont smallBold; ///< the current step's number
    double cellWidth = 0;
    double lowestRow = 0; ///< rows are gathered before they get lower than this
    double highestRow = 0;
    double stepWidth = 0; ///< columns of the gutter
    double lambdaWidth = 0;
    double lineHeight = 0;  ///< of the small font
    double gap = 0;         ///< between the parts
    bool sourceBand = true; ///< the source above the cells, where it is not among the columns
    bool legendBand = true;

    static GridMetrics make(const QFont& base, double zoom, const GridViewModel& model);
};

/// Where everything is. Cells scroll in `body`; all other parts stay.
struct GridGeometry {
    QRectF source; ///< tokens of the source; empty when they are columns
    QRectF header; ///< positions above the cells
    QRectF gutter; ///< step and λ at the left of the cells
    QRectF body;
    QRectF legend;
    double cellWidth = 1;
    double rowHeight = 1;
    double scrollX = 0;
    double scrollY = 0;
    int rows = 0;
    int columns = 0;

    /// Divides an area; `rows` of the model must be known (see rowsThatFit()).
    static GridGeometry make(const QRectF& area, const GridMetrics& metrics, const GridViewModel& model);
    /// How many rows of the lowest height the area takes.
    static int rowsThatFit(const QRectF& area, const GridMetrics& metrics, const GridViewModel& model);

    double contentWidth() const { return columns * cellWidth; }
    double contentHeight() const { return rows * rowHeight; }
    QRectF cell(int row, int column) const;
    int rowAt(double y) const;    ///< −1 outside
    int columnAt(double x) const; ///< −1 outside
    int firstRow() const;
    int lastRow() const;
    int firstColumn() const;
    int lastColumn() const;
};

} // namespace diffuscope
