// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot_dress.h"

#include "widgets/palette.h"

#include <qcustomplot.h>

namespace diffuscope {
namespace {

/// Every axis of a plot, those of its colour scales as well.
QList<QCPAxis*> axesOf(QCustomPlot& plot) {
    QList<QCPAxis*> axes;
    for (auto* rect : plot.axisRects()) axes += rect->axes();
    for (auto* scale : plot.findChildren<QCPColorScale*>()) axes << scale->axis();
    return axes;
}

} // namespace

void dressPlot(QCustomPlot& plot, const GridTheme& theme) {
    const QPen line(theme.faint), grid(theme.line);
    plot.setBackground(QBrush(theme.background));
    for (auto* rect : plot.axisRects()) rect->setBackground(QBrush(theme.background));
    for (auto* axis : axesOf(plot)) {
        for (auto set : {&QCPAxis::setBasePen, &QCPAxis::setTickPen, &QCPAxis::setSubTickPen}) (axis->*set)(line);
        axis->setTickLabelColor(theme.text);
        axis->setLabelColor(theme.text);
        axis->grid()->setPen(grid);
        axis->grid()->setZeroLinePen(grid);
    }
    plot.legend->setBrush(Qt::NoBrush);
    plot.legend->setBorderPen(Qt::NoPen);
    plot.legend->setTextColor(theme.text);
}

void setPlotFont(QCustomPlot& plot, const QFont& font) {
    plot.setFont(font);
    plot.legend->setFont(font);
    for (auto* axis : axesOf(plot)) {
        axis->setTickLabelFont(font);
        axis->setLabelFont(font);
    }
    for (int i = 0; i < plot.itemCount(); ++i)
        if (auto* text = qobject_cast<QCPItemText*>(plot.item(i))) text->setFont(font);
}

QCPLayoutGrid* placeBeside(QCustomPlot& plot, QCPAxisRect* side) {
    auto* grid = new QCPLayoutGrid;
    auto* main = plot.axisRect();
    plot.plotLayout()->take(main);
    plot.plotLayout()->addElement(0, 0, grid);
    grid->addElement(0, 0, main);
    grid->addElement(0, 1, side);
    grid->setColumnStretchFactor(0, 5);
    grid->setColumnStretchFactor(1, 2);
    grid->setColumnSpacing(2);
    return grid;
}

} // namespace diffuscope
