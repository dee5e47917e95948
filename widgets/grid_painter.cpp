// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/grid_painter.h"

#include "widgets/grid_legend.h"
#include "widgets/number_text.h"
#include "widgets/pieces.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace diffuscope {

struct GridPainter::Frame {
    QPainter& painter;
    const GridViewModel& model;
    const GridGeometry& geometry;
    const GridMetrics& metrics;
    const GridStyle& style;

    const Trace& trace() const { return *model.trace(); }
};

namespace {

constexpr double padding = 3; // at the left and right of a token

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TokenGrid)
};

QRectF inner(const QRectF& cell) { return cell.adjusted(0, 0, -1, -1); }

} // namespace

void GridPainter::paint(QPainter& painter, const GridViewModel& model, const GridGeometry& geometry, const GridMetrics& metrics,
                        const GridStyle& style) {
    if (labelWidth_ != geometry.cellWidth || labelFont_ != metrics.font) {
        clear();
        labelWidth_ = geometry.cellWidth;
        labelFont_ = metrics.font;
    }
    const Frame frame{painter, model, geometry, metrics, style};
    painter.save();
    if (!geometry.source.isEmpty()) paintSource(frame);
    paintHeader(frame);
    paintGutter(frame);
    paintCells(frame);
    if (style.hover) paintHover(frame);
    if (style.showCursor) paintCursor(frame);
    if (!geometry.legend.isEmpty()) paintLegend(painter, model, geometry, metrics, style);
    painter.restore();
}

void GridPainter::clear() { labels_.clear(); }

void GridPainter::paintSource(const Frame& frame) {
    auto& painter = frame.painter;
    const auto& area = frame.geometry.source;
    const QFontMetricsF font(frame.metrics.font);
    const auto& canvas = frame.trace().header->rows[static_cast<size_t>(frame.model.row())].canvas;
    painter.setFont(frame.metrics.smallFont);
    painter.setPen(frame.style.theme.faint);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, Words::tr("source"));
    double x = frame.geometry.body.left();
    painter.setFont(frame.metrics.font);
    for (const int position : frame.model.sourcePositions()) {
        const QString piece = displayPiece(frame.trace().piece(canvas[static_cast<size_t>(position)]));
        const double width = std::ceil(font.horizontalAdvance(piece)) + 2 * padding + 2;
        const bool last = position == frame.model.sourcePositions().back();
        // Always leaves room for the dots that say that there is more.
        if (x + width > area.right() - (last ? 0.0 : 16.0)) {
            painter.setPen(frame.style.theme.faint);
            painter.drawText(QRectF(x, area.top(), 16, area.height()), Qt::AlignCenter, QStringLiteral("…"));
            return;
        }
        const QRectF chip(x, area.top() + 1, width, area.height() - 2);
        painter.fillRect(chip, frame.style.theme.source);
        painter.setPen(frame.style.theme.text);
        painter.drawText(chip, Qt::AlignCenter, piece);
        x += width + 2;
    }
}

void GridPainter::paintHeader(const Frame& frame) {
    auto& painter = frame.painter;
    const auto& geometry = frame.geometry;
    painter.save();
    painter.setFont(frame.metrics.smallFont);
    painter.setPen(frame.style.theme.faint);
    const QRectF left(geometry.gutter.left(), geometry.header.top(), frame.metrics.stepWidth, geometry.header.height());
    painter.drawText(left, Qt::AlignRight | Qt::AlignVCenter, Words::tr("step"));
    painter.drawText(left.translated(frame.metrics.lambdaWidth, 0), Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("λ"));
    painter.setClipRect(geometry.header, Qt::IntersectClip);
    for (int column = geometry.firstColumn(); column <= geometry.lastColumn(); ++column) {
        const int position = frame.model.positions()[static_cast<size_t>(column)];
        const bool current = frame.style.showCursor && position == frame.model.position();
        painter.setFont(current ? frame.metrics.smallBold : frame.metrics.smallFont);
        painter.setPen(current ? frame.style.theme.text : frame.style.theme.faint);
        QRectF area = geometry.cell(0, column);
        area.setTop(geometry.header.top());
        area.setHeight(geometry.header.height());
        painter.drawText(area, Qt::AlignCenter, QString::number(position));
    }
    painter.restore();
}

void GridPainter::paintGutter(const Frame& frame) {
    auto& painter = frame.painter;
    const auto& geometry = frame.geometry;
    const auto& theme = frame.style.theme;
    painter.save();
    painter.setClipRect(geometry.gutter, Qt::IntersectClip);
    const int current = frame.model.rowOfStep(frame.model.step());
    for (int row = geometry.firstRow(); row <= geometry.lastRow(); ++row) {
        const GridBand band = frame.model.band(row);
        QRectF area = geometry.cell(row, 0);
        area.setLeft(geometry.gutter.left());
        area.setWidth(frame.metrics.stepWidth);
        const bool marked = frame.style.showCursor && row == current;
        const bool recorded = band.shown < frame.model.recordedSteps();
        painter.setFont(marked ? frame.metrics.smallBold : frame.metrics.smallFont);
        painter.setPen(marked ? theme.text : recorded ? theme.faint : theme.line);
        const int number = recorded ? frame.trace().steps[static_cast<size_t>(band.shown)]->index : band.last;
        painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, QString::number(number));
        if (!recorded) continue;
        const double lambda = frame.trace().steps[static_cast<size_t>(band.shown)]->lambda;
        painter.drawText(area.translated(frame.metrics.lambdaWidth, 0), Qt::AlignRight | Qt::AlignVCenter, numberText(lambda, 1));
    }
    painter.restore();
}

void GridPainter::paintCells(const Frame& frame) {
    frame.painter.save();
    frame.painter.setClipRect(frame.geometry.body, Qt::IntersectClip);
    frame.painter.setFont(frame.metrics.font);
    for (int row = frame.geometry.firstRow(); row <= frame.geometry.lastRow(); ++row) paintRow(frame, row);
    frame.painter.restore();
}

void GridPainter::paintRow(const Frame& frame, int row) {
    auto& painter = frame.painter;
    const auto& geometry = frame.geometry;
    const auto& theme = frame.style.theme;
    const auto& cells = frame.model.cells(row);
    const double maximum = frame.model.scaleMaximum();
    const std::int32_t padToken = frame.trace().header->padding;
    const auto& reference = frame.style.reference;
    const int shown = frame.model.band(row).shown;
    const int beside = reference && !cells.empty() ? reference->beside(shown) : -1;
    for (int column = geometry.firstColumn(); column <= geometry.lastColumn(); ++column) {
        const QRectF area = inner(geometry.cell(row, column));
        if (cells.empty()) {
            painter.fillRect(area, theme.empty);
            continue;
        }
        const auto& cell = cells[static_cast<size_t>(column)];
        const bool target = frame.model.isTarget(frame.model.positions()[static_cast<size_t>(column)]);
        const QColor colour = target ? cellColour(cell, frame.model.colourBy(), maximum, frame.style) : theme.source;
        painter.fillRect(area, colour.isValid() ? colour : theme.empty);
        if (!colour.isValid()) painter.fillRect(area, QBrush(theme.line, Qt::BDiagPattern));
        const QColor ground = colour.isValid() ? colour : theme.empty;
        const QColor ink = readableOn(ground);
        const bool pad = cell.token == padToken;
        const int position = frame.model.positions()[static_cast<size_t>(column)];
        if (beside >= 0 && tokensDiffer(frame.trace(), shown, *reference->trace, beside, frame.model.row(), position))
            paintDifferenceMark(painter, area, theme); // below the text: it must not cut off the feet of letters
        paintText(frame, area, cell.token, pad ? mixed(ink, ground, 0.45) : ink);
        if (frame.style.found) paintFound(frame, area, cell.token);
        if (cell.absorbed && frame.model.colourBy() != GridColourBy::Absorbed) paintAbsorbedMark(painter, area, theme);
    }
}

void GridPainter::paintText(const Frame& frame, const QRectF& cell, std::int32_t token, const QColor& colour) {
    const Label& laidOut = label(frame, token);
    frame.painter.setPen(colour);
    if (!frame.style.fastText) {
        frame.painter.drawText(cell, Qt::AlignCenter, laidOut.text.text());
        return;
    }
    const QPointF corner(cell.left() + (cell.width() - laidOut.size.width()) / 2, cell.top() + (cell.height() - laidOut.size.height()) / 2);
    frame.painter.drawStaticText(QPointF(std::round(corner.x()), std::round(corner.y())), laidOut.text);
}

const GridPainter::Label& GridPainter::label(const Frame& frame, std::int32_t token) {
    const auto found = labels_.constFind(token);
    if (found != labels_.constEnd()) return *found;
    const QString piece = token == frame.trace().header->padding ? QStringLiteral("·") : displayPiece(frame.trace().piece(token));
    const QFontMetricsF font(frame.metrics.font);
    Label made;
    made.text.setTextFormat(Qt::PlainText);
    made.text.setText(font.elidedText(piece, Qt::ElideRight, frame.geometry.cellWidth - 1 - 2 * padding));
    made.text.prepare(QTransform(), frame.metrics.font);
    made.size = made.text.size();
    return *labels_.insert(token, made);
}

void GridPainter::paintFound(const Frame& frame, const QRectF& cell, std::int32_t token) {
    const auto& found = *frame.style.found;
    if (token < 0 || static_cast<size_t>(token) >= found.size() || !found[static_cast<size_t>(token)]) return;
    frame.painter.setBrush(Qt::NoBrush);
    frame.painter.setPen(QPen(frame.style.theme.text, 2));
    frame.painter.drawRect(cell.adjusted(1, 1, -1, -1));
}

void GridPainter::paintHover(const Frame& frame) {
    const auto& geometry = frame.geometry;
    const int column = frame.model.columnOfPosition(frame.style.hover->position);
    const int row = frame.model.rowOfStep(frame.style.hover->step);
    if (geometry.rows == 0 || geometry.columns == 0 || (frame.style.hover->position >= 0 && column < 0)) return;
    QRectF area = inner(geometry.cell(row, std::max(0, column)));
    // A view without positions marks the whole step.
    if (column < 0) area.setWidth(geometry.contentWidth() - 1);
    frame.painter.save();
    frame.painter.setClipRect(geometry.body.adjusted(-2, -2, 2, 2), Qt::IntersectClip);
    frame.painter.setBrush(Qt::NoBrush);
    frame.painter.setPen(QPen(frame.style.theme.accent, 1, Qt::DashLine));
    frame.painter.drawRect(area);
    frame.painter.restore();
}

void GridPainter::paintCursor(const Frame& frame) {
    auto& painter = frame.painter;
    const auto& geometry = frame.geometry;
    const int row = frame.model.rowOfStep(frame.model.step());
    const int column = frame.model.columnOfPosition(frame.model.position());
    if (geometry.rows == 0 || geometry.columns == 0) return;
    const QColor accent = frame.style.theme.accent;
    painter.save();
    painter.setClipRect(geometry.body.adjusted(-2, -2, 2, 2), Qt::IntersectClip);
    painter.setBrush(Qt::NoBrush);
    QRectF line = inner(geometry.cell(row, 0));
    line.setWidth(geometry.contentWidth() - 1);
    painter.setPen(QPen(accent, 1));
    painter.drawRect(line.adjusted(-0.5, -0.5, 0.5, 0.5));
    if (column >= 0) {
        painter.setPen(QPen(accent, frame.style.focused ? 2.5 : 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawRect(inner(geometry.cell(row, column)));
    }
    painter.restore();
}

} // namespace diffuscope
