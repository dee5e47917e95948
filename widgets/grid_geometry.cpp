// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/grid_geometry.h"

#include "widgets/grid_view_model.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

namespace diffuscope {
namespace {

QFont scaled(QFont font, double factor) {
    if (font.pixelSize() > 0) font.setPixelSize(std::max(5, static_cast<int>(std::lround(font.pixelSize() * factor))));
    else font.setPointSizeF(std::max(4.0, font.pointSizeF() * factor));
    return font;
}

double sourceHeight(const GridMetrics& metrics, const GridViewModel& model) {
    const bool band = metrics.sourceBand && !model.wholeCanvas() && !model.sourcePositions().empty();
    return band ? std::ceil(QFontMetricsF(metrics.font).height() + 6) : 0.0;
}

double headerHeight(const GridMetrics& metrics) { return metrics.lineHeight + 5; }

double legendHeight(const GridMetrics& metrics) { return metrics.legendBand ? 2 * metrics.lineHeight + 4 : 0.0; }

/// Below the cells: the legend with air around it, or a bit of air alone.
double footHeight(const GridMetrics& metrics) {
    return metrics.legendBand ? legendHeight(metrics) + 2 * metrics.gap : std::round(metrics.gap / 2);
}

QRectF bodyOf(const QRectF& area, const GridMetrics& metrics, const GridViewModel& model) {
    const double source = sourceHeight(metrics, model);
    const double top = metrics.gap + (source > 0 ? source + metrics.gap : 0.0) + headerHeight(metrics);
    const double left = metrics.gap + metrics.stepWidth + metrics.lambdaWidth + metrics.gap;
    return area.adjusted(left, top, -metrics.gap, -footHeight(metrics));
}

} // namespace

GridMetrics GridMetrics::make(const QFont& base, double zoom, const GridViewModel& model) {
    GridMetrics metrics;
    metrics.font = scaled(base, zoom);
    metrics.smallFont = scaled(base, 0.88 * std::clamp(zoom, 0.85, 1.4));
    metrics.smallBold = metrics.smallFont;
    metrics.smallBold.setBold(true);
    const QFontMetricsF text(metrics.font);
    const QFontMetricsF small(metrics.smallBold);
    metrics.cellWidth = std::round(text.averageCharWidth() * 9.5);
    metrics.lowestRow = std::ceil(text.height() + 2);
    metrics.highestRow = std::ceil(text.height() * 1.7);
    const QString widest = QString::number(std::max(1000, model.totalSteps())); // a stable gutter for common runs
    metrics.stepWidth = std::ceil(std::max(small.horizontalAdvance(widest), small.horizontalAdvance(QStringLiteral("step"))) + 4);
    metrics.lambdaWidth = std::ceil(small.horizontalAdvance(QStringLiteral("−10.0")) + 8);
    metrics.lineHeight = std::ceil(small.height());
    metrics.gap = std::round(small.height() * 0.6);
    return metrics;
}

int GridGeometry::rowsThatFit(const QRectF& area, const GridMetrics& metrics, const GridViewModel& model) {
    return std::max(1, static_cast<int>(bodyOf(area, metrics, model).height() / metrics.lowestRow));
}

GridGeometry GridGeometry::make(const QRectF& area, const GridMetrics& metrics, const GridViewModel& model) {
    GridGeometry geometry;
    geometry.rows = model.rowCount();
    geometry.columns = static_cast<int>(model.positions().size());
    geometry.body = bodyOf(area, metrics, model);
    if (geometry.body.height() < 1) geometry.body.setHeight(1);
    if (geometry.body.width() < 1) geometry.body.setWidth(1);
    geometry.cellWidth = metrics.cellWidth;
    const double even = std::floor(geometry.body.height() / std::max(1, geometry.rows));
    geometry.rowHeight = std::clamp(even, metrics.lowestRow, metrics.highestRow);
    const QRectF& body = geometry.body;
    const double left = area.left() + metrics.gap;
    geometry.header = QRectF(body.left(), body.top() - headerHeight(metrics), body.width(), headerHeight(metrics));
    geometry.gutter = QRectF(left, body.top(), body.left() - left - metrics.gap, body.height());
    const double source = sourceHeight(metrics, model);
    if (source > 0) geometry.source = QRectF(left, area.top() + metrics.gap, body.right() - left, source);
    const double used = std::min(body.height(), geometry.contentHeight());
    if (metrics.legendBand) geometry.legend = QRectF(left, body.top() + used + metrics.gap, body.right() - left, legendHeight(metrics));
    return geometry;
}

QRectF GridGeometry::cell(int row, int column) const {
    return {body.left() - scrollX + column * cellWidth, body.top() - scrollY + row * rowHeight, cellWidth, rowHeight};
}

int GridGeometry::rowAt(double y) const {
    if (y < body.top() || y >= body.bottom()) return -1;
    const int row = static_cast<int>((y - body.top() + scrollY) / rowHeight);
    return row < rows ? row : -1;
}

int GridGeometry::columnAt(double x) const {
    if (x < body.left() || x >= body.right()) return -1;
    const int column = static_cast<int>((x - body.left() + scrollX) / cellWidth);
    return column < columns ? column : -1;
}

int GridGeometry::firstRow() const { return std::max(0, static_cast<int>(scrollY / rowHeight)); }
int GridGeometry::lastRow() const { return std::min(rows - 1, static_cast<int>(std::ceil((scrollY + body.height()) / rowHeight)) - 1); }
int GridGeometry::firstColumn() const { return std::max(0, static_cast<int>(scrollX / cellWidth)); }
int GridGeometry::lastColumn() const {
    return std::min(columns - 1, static_cast<int>(std::ceil((scrollX + body.width()) / cellWidth)) - 1);
}

} // namespace diffuscope
