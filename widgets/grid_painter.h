// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/grid_geometry.h"
#include "widgets/grid_view_model.h"
#include "widgets/lane_difference.h"
#include "widgets/palette.h"

#include <QHash>
#include <QStaticText>
#include <optional>
#include <vector>

class QPainter;

namespace diffuscope {

/// How a picture of the token grid is painted.
struct GridStyle {
    GridTheme theme;
    ColourMap map = ColourMap::Ink;
    bool showCursor = true; ///< the current step and position; figures have none
    bool focused = false;
    std::optional<GridCell> hover;            ///< marked lightly: under the mouse in some view
    const std::vector<bool>* found = nullptr; ///< by token: what was searched for
    std::optional<LaneReference> reference;   ///< cells with another token than there are marked
    bool fastText = true;                     ///< laid-out text is kept; off for vector files, where it would become paths
};

/// Paints the visible part of a token grid with any painter. Tokens' laid-out text is kept between frames.
class GridPainter {
public:
    void paint(QPainter& painter, const GridViewModel& model, const GridGeometry& geometry, const GridMetrics& metrics,
               const GridStyle& style);
    /// Forgets laid-out text: after a change of font, zoom or vocabulary.
    void clear();

private:
    struct Frame; ///< the arguments of paint(), for the functions below
    struct Label {
        QStaticText text;
        QSizeF size;
    };

    void paintSource(const Frame& frame);
    void paintHeader(const Frame& frame);
    void paintGutter(const Frame& frame);
    void paintCells(const Frame& frame);
    void paintRow(const Frame& frame, int row);
    void paintText(const Frame& frame, const QRectF& cell, std::int32_t token, const QColor& colour);
    void paintFound(const Frame& frame, const QRectF& cell, std::int32_t token);
    void paintHover(const Frame& frame);
    void paintCursor(const Frame& frame);
    const Label& label(const Frame& frame, std::int32_t token);

    QHash<std::int32_t, Label> labels_;
    double labelWidth_ = 0;
    QFont labelFont_;
};

} // namespace diffuscope
