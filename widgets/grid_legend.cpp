// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/grid_legend.h"

#include "widgets/number_text.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLinearGradient>
#include <QPainter>
#include <QPolygonF>
#include <algorithm>
#include <cmath>

namespace diffuscope {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TokenGrid)
};

QString endText(double value, GridColourBy mode) {
    if (mode == GridColourBy::Committed) return numberText(value, 0);
    // Two digits, whatever the magnitude.
    return numberText(value, std::clamp(1 - static_cast<int>(std::floor(std::log10(value))), 0, 6));
}

QColor scaleColour(double value, GridColourBy mode, const GridStyle& style) {
    // Committed at step 0 must not look like not committed yet.
    const double low = mode == GridColourBy::Committed && style.map == ColourMap::Ink ? 0.25 : 0.0;
    return mapColour(style.map, low + (1 - low) * std::clamp(value, 0.0, 1.0), style.theme.dark);
}

struct Pen {
    QPainter& painter;
    const GridMetrics& metrics;
    const GridStyle& style;
    double x = 0;
    double y = 0;

    void text(const QString& text) {
        const QFontMetricsF font(metrics.smallFont);
        const double width = std::ceil(font.horizontalAdvance(text)) + 1;
        painter.setFont(metrics.smallFont);
        painter.setPen(style.theme.faint);
        painter.drawText(QRectF(x, y, width, metrics.lineHeight), Qt::AlignLeft | Qt::AlignVCenter, text);
        x += width;
    }
    QRectF box(double width) {
        const QRectF box(x, y + 2, width, metrics.lineHeight - 4);
        x += width + 6;
        return box;
    }
    void outline(const QRectF& box) {
        painter.setPen(QPen(style.theme.line, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box);
    }
    void swatch(const QColor& colour, const QString& name) {
        const QRectF area = box(metrics.lineHeight);
        painter.fillRect(area, colour);
        outline(area);
        text(name);
        x += 14;
    }
    void gradient(const QString& low, const QString& high, double width, GridColourBy mode) {
        text(low);
        x += 6;
        const QRectF area = box(width);
        QLinearGradient colours(area.topLeft(), area.topRight());
        for (int i = 0; i <= 10; ++i) colours.setColorAt(i / 10.0, scaleColour(i / 10.0, mode, style));
        painter.fillRect(area, colours);
        outline(area);
        text(high);
        x += 16;
    }
    void mark(const QString& name, void (*paint)(QPainter&, const QRectF&, const GridTheme&)) {
        const QRectF area = box(metrics.lineHeight);
        painter.fillRect(area, style.theme.empty);
        outline(area);
        paint(painter, area, style.theme);
        text(name);
        x += 14;
    }
};

} // namespace

QString legendTitle(GridColourBy mode) {
    switch (mode) {
    case GridColourBy::Margin: return Words::tr("Colour: margin between nearest and second-nearest token (L2 distance)");
    case GridColourBy::Distance: return Words::tr("Colour: distance to the nearest token (L2)");
    case GridColourBy::Changed: return Words::tr("Colour: token differs from the step before");
    case GridColourBy::Absorbed: return Words::tr("Colour: absorbing state");
    case GridColourBy::Committed: break;
    }
    return Words::tr("Colour: step of the token’s last change");
}

QString legendDefinition(GridColourBy mode) {
    switch (mode) {
    case GridColourBy::Margin:
        return Words::tr("Margin: L2 distance of the x₀ prediction to its second-nearest token embedding, minus the "
                         "distance to its nearest. Zero: undecided. Unit: lengths of the embedding space.");
    case GridColourBy::Distance:
        return Words::tr("Distance: L2 distance of the x₀ prediction to the embedding of its nearest token. "
                         "Unit: lengths of the embedding space.");
    case GridColourBy::Changed:
        return Words::tr("Changed: the nearest token of the x₀ prediction is another one than at the "
                         "recorded step before.");
    case GridColourBy::Absorbed:
        return Words::tr("Absorbed: the step replaced the position by the absorbing state m (discrete noise). "
                         "Near: m is nearer to the state than any token embedding.");
    case GridColourBy::Committed: break;
    }
    return Words::tr("Committed: from this step on the nearest token of the x₀ prediction no longer changes.");
}

QColor cellColour(const GridCellValue& cell, GridColourBy mode, double maximum, const GridStyle& style) {
    const auto& theme = style.theme;
    switch (mode) {
    case GridColourBy::Changed: return cell.changed ? theme.changed : theme.empty;
    case GridColourBy::Absorbed: return cell.absorbed ? theme.absorbed : cell.nearAbsorbing ? theme.nearAbsorbing : theme.empty;
    case GridColourBy::Committed:
        if (std::isnan(cell.value)) return theme.empty;
        break;
    default: break;
    }
    if (std::isnan(cell.value)) return {};
    // Infinite distances are as far as the scale goes.
    return scaleColour(static_cast<double>(cell.value) / maximum, mode, style);
}

void paintAbsorbedMark(QPainter& painter, const QRectF& cell, const GridTheme& theme) {
    const double size = std::clamp(cell.height() * 0.4, 5.0, 8.0);
    const QPointF corner = cell.topRight();
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.absorbed);
    painter.drawPolygon(QPolygonF({corner, corner - QPointF(size, 0), corner + QPointF(0, size)}));
}

void paintDifferenceMark(QPainter& painter, const QRectF& cell, const GridTheme& theme) {
    const double height = std::clamp(cell.height() * 0.14, 2.0, 3.0);
    // A seam of the background's colour keeps the line apart from a cell as dark as itself.
    painter.fillRect(QRectF(cell.left(), cell.bottom() - height - 1, cell.width(), height + 1), theme.background);
    painter.fillRect(QRectF(cell.left(), cell.bottom() - height, cell.width(), height), theme.different);
}

void paintLegend(QPainter& painter, const GridViewModel& model, const GridGeometry& geometry, const GridMetrics& metrics,
                 const GridStyle& style) {
    const GridColourBy mode = model.colourBy();
    Pen pen{painter, metrics, style, geometry.legend.left(), geometry.legend.top()};
    pen.text(QFontMetricsF(metrics.smallFont).elidedText(legendTitle(mode), Qt::ElideRight, geometry.legend.width() - 2));
    pen.x = geometry.legend.left();
    pen.y += metrics.lineHeight + 2;
    const double bar = std::clamp(geometry.legend.width() * 0.25, 40.0, 12 * metrics.lineHeight);
    switch (mode) {
    case GridColourBy::Changed:
        pen.swatch(style.theme.changed, Words::tr("changed"));
        pen.swatch(style.theme.empty, Words::tr("as before"));
        break;
    case GridColourBy::Absorbed:
        pen.swatch(style.theme.absorbed, Words::tr("replaced by m"));
        pen.swatch(style.theme.nearAbsorbing, Words::tr("nearest to m"));
        break;
    case GridColourBy::Committed:
        pen.gradient(Words::tr("step 0"), endText(model.scaleMaximum(), mode), bar, mode);
        pen.swatch(style.theme.empty, Words::tr("not yet"));
        break;
    default: pen.gradient(QStringLiteral("0"), endText(model.scaleMaximum(), mode), bar, mode); break;
    }
    const bool marks = model.trace() && model.trace()->header->hasAbsorbing && mode != GridColourBy::Absorbed;
    if (marks) pen.mark(Words::tr("replaced by m"), paintAbsorbedMark);
    if (style.reference) pen.mark(Words::tr("other token than lane %1").arg(style.reference->name), paintDifferenceMark);
}

} // namespace diffuscope
