// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/difference_view.h"

#include "widgets/number_text.h"

#include <algorithm>
#include <cmath>
#include <qcustomplot.h>

namespace diffuscope {

DifferenceView::DifferenceView(QWidget* parent)
    : PlotView(parent), significant_(addSeries()), other_(addSeries()), zero_(new QCPItemStraightLine(plot())) {
    zero_->point1->setCoords(0, 0);
    zero_->point2->setCoords(0, 1);
    zero_->setLayer(QStringLiteral("grid"));
    plot()->yAxis->setRangeReversed(true);
    plot()->yAxis->setSubTicks(false);
    plot()->yAxis->grid()->setVisible(false);
    finishSetup();
}

DifferenceView::Series DifferenceView::addSeries() {
    auto* dots = plot()->addGraph(plot()->yAxis, plot()->xAxis); // lines are keys, so that a value has its place sideways
    dots->setLineStyle(QCPGraph::lsNone);
    auto* intervals = new QCPErrorBars(plot()->yAxis, plot()->xAxis);
    intervals->setDataPlottable(dots);
    intervals->setErrorType(QCPErrorBars::etValueError);
    intervals->removeFromLegend();
    intervals->setSymbolGap(0);
    return {dots, intervals};
}

void DifferenceView::setEntries(const std::vector<Entry>& entries, const QString& one, const QString& other,
                                const nlohmann::json& metadata) {
    entries_ = entries;
    metadata_ = metadata;
    a_ = one;
    b_ = other;
    retranslate();
    resetZoom();
    invalidate();
}

QString DifferenceView::unavailable() const {
    return entries_.empty() ? tr("Run the test: differences and their intervals are shown here.") : QString();
}

void DifferenceView::rebuild() {
    const auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    for (size_t i = 0; i < entries_.size(); ++i) ticker->addTick(static_cast<double>(i), entries_[i].name);
    plot()->yAxis->setTicker(ticker);
    for (const bool significant : {true, false}) {
        QVector<double> line, value, below, above;
        for (size_t i = 0; i < entries_.size(); ++i) {
            const auto& entry = entries_[i];
            if (entry.significant != significant || std::isnan(entry.value)) continue;
            line << static_cast<double>(i);
            value << entry.value;
            below << entry.value - entry.low;
            above << entry.high - entry.value;
        }
        const auto& [dots, intervals] = significant ? significant_ : other_;
        dots->setData(line, value, true);
        intervals->setData(below, above);
    }
}

void DifferenceView::rescale() {
    QCPRange all(0, 0);
    for (const auto& entry : entries_)
        if (!std::isnan(entry.low) && !std::isnan(entry.high)) all.expand(QCPRange(entry.low, entry.high));
    const double room = std::max(0.05 * all.size(), 1e-3);
    plot()->xAxis->setRange(all.lower - room, all.upper + room);
    plot()->yAxis->setRange(-0.6, static_cast<double>(entries_.size()) - 0.4);
}

void DifferenceView::recolour(const GridTheme& theme) const {
    zero_->setPen(QPen(theme.text, 1, Qt::DashLine));
    const auto dress = [&](const Series& series, const QColor& colour, bool full) {
        series.dots->setScatterStyle(
            QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(colour, 1.8), full ? QBrush(colour) : QBrush(theme.background), 9));
        series.dots->setPen(QPen(colour, 1.8));
        series.intervals->setPen(QPen(colour, 1.8));
    };
    dress(significant_, seriesColour(0, theme.dark), true);
    dress(other_, mixed(theme.background, theme.text, 0.6), false);
}

QString DifferenceView::valueUnder(double, double y) const {
    const auto line = std::lround(y);
    if (line < 0 || line >= static_cast<long>(entries_.size())) return {};
    const auto& entry = entries_[static_cast<size_t>(line)];
    return tr("%1: %2 − %3 = %4, 95 % interval %5 to %6 (of 100)")
        .arg(entry.name, b_, a_, numberText(entry.value, 2), numberText(entry.low, 2), numberText(entry.high, 2));
}

QString DifferenceView::dataTable() const {
    QString text = QStringLiteral("metric\tdifference\tlow\thigh\tsignificant\n");
    for (const auto& entry : entries_)
        text += QStringList{entry.name, plainNumber(entry.value), plainNumber(entry.low), plainNumber(entry.high),
                            QString::number(entry.significant)}
                    .join(u'\t') +
                u'\n';
    return text;
}

void DifferenceView::retranslate() {
    setWindowTitle(tr("Differences"));
    significant_.dots->setName(tr("p < 0.05"));
    other_.dots->setName(tr("may be chance"));
    plot()->xAxis->setLabel(tr("%1 − %2 (of 100)").arg(b_, a_));
    setToolTip(tr("Difference of the two lanes in each metric with its 95 % interval. Metrics that run from 0 to 1 are shown times 100. "
                  "Full dot: p is less than 0.05. Empty dot: chance alone may make such a difference."));
}

QString DifferenceView::figureTitle() const { return tr("Differences of two lanes with 95 % intervals"); }

} // namespace diffuscope
