// SPDX-License-Identifier: GPL-3.0-or-later
// The token grid on paper.
#include "widgets/token_grid.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace diffuscope {
namespace {

constexpr int rowsOnPaper = 40; ///< more would be too small to read in a column of text

struct Page {
    GridViewModel model;
    GridMetrics metrics;
    QSizeF size;

    Page(const GridViewModel& source, QFont font, bool everyStep) : model(source) {
        font.setPixelSize(9);
        font.setHintingPreference(QFont::PreferNoHinting); // widths must hold at any resolution
        model.setMaximumRows(everyStep ? 0 : rowsOnPaper);
        metrics = GridMetrics::make(font, 1.0, model);
        const GridGeometry probe = GridGeometry::make(QRectF(0, 0, 1000, 1000), metrics, model);
        const double rows = std::max(1, model.rowCount()) * rowHeight();
        size = QSizeF(1000 - probe.body.width() + std::max(320.0, probe.contentWidth()), 1000 - probe.body.height() + rows);
    }
    double rowHeight() const { return std::floor((metrics.lowestRow + metrics.highestRow) / 2); }
};

} // namespace

QSizeF TokenGrid::figureSize() const { return Page(model_, font(), everyStep_).size; }

void TokenGrid::paintFigure(QPainter& painter, const QRectF& area) const {
    const Page page(model_, font(), everyStep_);
    const double scale = std::min(area.width() / page.size.width(), area.height() / page.size.height());
    painter.save();
    painter.translate(area.topLeft());
    painter.scale(scale, scale);
    painter.setRenderHint(QPainter::TextAntialiasing);
    GridStyle style;
    style.theme = GridTheme::paper();
    style.map = map_;
    style.showCursor = false;
    style.fastText = false;
    if (model_.empty()) {
        painter.setPen(style.theme.faint);
        painter.drawText(QRectF(QPointF(), page.size), Qt::AlignCenter, emptyText());
    } else {
        const GridGeometry geometry = GridGeometry::make(QRectF(QPointF(), page.size), page.metrics, page.model);
        GridPainter().paint(painter, page.model, geometry, page.metrics, style);
    }
    painter.restore();
}

QString TokenGrid::figureTitle() const {
    if (model_.empty()) return tr("Token grid");
    const auto& header = *model_.trace()->header;
    return tr("Nearest tokens at each step: %1, %2, %n step(s)", nullptr, header.steps)
        .arg(QString::fromStdString(header.modelName), QString::fromStdString(header.recipe.solver));
}

} // namespace diffuscope
