// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/step_plot.h"

#include "widgets/number_text.h"
#include "widgets/whole_ticker.h"

#include <QComboBox>
#include <algorithm>
#include <cmath>
#include <limits>
#include <qcustomplot.h>

namespace diffuscope {
namespace {

constexpr size_t kDotsUpTo = 60; ///< steps; more dots would run into each other

} // namespace

StepPlot::StepPlot(QWidget* parent) : PlotView(parent), choice_(addChoice(3)), now_(addMark()), hover_(addMark()) {}

StepPlot::Axis StepPlot::axis() const { return static_cast<Axis>(std::max(0, choice_->currentIndex())); }
void StepPlot::setAxis(Axis axis) { choice_->setCurrentIndex(static_cast<int>(axis)); }

std::vector<double> StepPlot::values(const QString& key) const {
    const auto found = std::find_if(curves_.begin(), curves_.end(), [&](const auto& curve) { return key == QLatin1String(curve.key); });
    return found == curves_.end() ? std::vector<double>() : found->values;
}

QCPGraph* StepPlot::addCurve(const char* key, int colour, bool right) {
    auto* p = plot();
    if (right) {
        p->yAxis2->setVisible(true);
        // Curves of both axes move and grow together.
        p->axisRect()->setRangeDragAxes({p->xAxis}, {p->yAxis, p->yAxis2});
        p->axisRect()->setRangeZoomAxes({p->xAxis}, {p->yAxis, p->yAxis2});
    }
    auto* graph = p->addGraph(p->xAxis, right ? p->yAxis2 : p->yAxis);
    curves_.push_back({graph, key, colour, {}});
    return graph;
}

double StepPlot::placeOf(int step) const {
    switch (axis()) {
    case Axis::Time: return record(step).t;
    case Axis::Lambda: return record(step).lambda;
    case Axis::Step: break;
    }
    return record(step).index;
}

void StepPlot::setCurve(QCPGraph* curve, const std::vector<double>& values) {
    const auto found = std::find_if(curves_.begin(), curves_.end(), [curve](const auto& c) { return c.graph == curve; });
    found->values = values;
    QVector<double> x, y;
    for (size_t i = 0; i < values.size(); ++i) {
        x << placeOf(static_cast<int>(i));
        // A gap where there is no number; infinity would stretch the axis over all.
        y << (std::isfinite(values[i]) ? values[i] : std::numeric_limits<double>::quiet_NaN());
    }
    curve->setData(x, y);
    curve->setScatterStyle(values.size() <= kDotsUpTo ? QCPScatterStyle(QCPScatterStyle::ssDisc, 4) : QCPScatterStyle());
}

void StepPlot::rebuild() {
    const QStringList labels{tr("step"), tr("time t"), tr("λ = log(α/σ)")};
    plot()->xAxis->setLabel(labels[static_cast<int>(axis())]);
    plot()->xAxis->setTicker(axis() == Axis::Step ? QSharedPointer<QCPAxisTicker>(new WholeTicker)
                                                  : QSharedPointer<QCPAxisTicker>::create());
}

void StepPlot::rescale() {
    auto* p = plot();
    p->xAxis->setRangeReversed(axis() == Axis::Time); // noise at the left, as everywhere
    double first = placeOf(0), end = placeOf(steps() - 1);
    // Room for what is still to come, so that the picture does not shrink with every step.
    if (plannedSteps() > steps() && axis() == Axis::Step) end = plannedSteps() - 1;
    if (plannedSteps() > steps() && axis() == Axis::Time) end = trace()->header->times.back();
    if (first > end) std::swap(first, end);
    p->xAxis->setRange(first, first < end ? end : first + 1);
    p->xAxis->scaleRange(1.04);
    for (auto* axis : {p->yAxis, p->yAxis2}) axis->setRange(rangeOf(axis));
    for (auto* axis : {p->yAxis, p->yAxis2}) axis->scaleRange(1.1);
}

QCPRange StepPlot::rangeOf(const QCPAxis* axis) const {
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (const auto& curve : curves_)
        for (const double value : curve.values)
            if (curve.graph->valueAxis() == axis && curve.graph->visible() && std::isfinite(value))
                low = std::min(low, value), high = std::max(high, value);
    if (low < high) return {low, high};
    // Flat, or nothing yet: from 0 on. QCustomPlot would keep the range, which would grow with every frame.
    const double only = low == high ? low : 0.0;
    return {std::min(0.0, 2 * only), only == 0 ? 1.0 : std::max(0.0, 2 * only)};
}

void StepPlot::mark(Place now, Place hover) {
    const auto put = [this](QCPItemStraightLine* line, int step) {
        line->setVisible(step >= 0);
        if (step < 0) return;
        line->point1->setCoords(placeOf(step), 0);
        line->point2->setCoords(placeOf(step), 1);
    };
    put(now_, now.step);
    put(hover_, hover.step);
}

void StepPlot::recolour(const GridTheme& theme) const {
    now_->setPen(QPen(theme.accent, 1.5));
    hover_->setPen(QPen(theme.accent, 1, Qt::DashLine));
    for (const auto& curve : curves_) curve.graph->setPen(QPen(seriesColour(curve.colour, theme.dark), 1.6));
}

void StepPlot::retranslate() {
    const QStringList names{tr("against the step"), tr("against time t"), tr("against λ")};
    for (int i = 0; i < names.size(); ++i) choice_->setItemText(i, names[i]);
    choice_->setAccessibleName(tr("Horizontal axis"));
    choice_->setToolTip(tr("t: time, 1 = noise, 0 = data. λ = log(α/σ): half the log signal-to-noise ratio."));
}

PlotView::Place StepPlot::placeAt(double x, double) const {
    int best = 0;
    for (int step = 1; step < steps(); ++step)
        if (std::abs(placeOf(step) - x) < std::abs(placeOf(best) - x)) best = step;
    return {best, -1};
}

QString StepPlot::valueAt(Place place) const {
    const auto at = static_cast<size_t>(place.step);
    QStringList parts{tr("step %1").arg(record(place.step).index)};
    for (const auto& curve : curves_)
        if (curve.graph->visible() && at < curve.values.size())
            parts << QStringLiteral("%1 %2").arg(curve.graph->name(), numberText(curve.values[at], 3));
    return parts.join(QStringLiteral(" · "));
}

QString StepPlot::dataTable() const {
    QString text = QStringLiteral("step\tt\tlambda");
    for (const auto& curve : curves_) text += u'\t' + QLatin1String(curve.key);
    text += u'\n';
    for (int i = 0; i < steps(); ++i) {
        text += QStringLiteral("%1\t%2\t%3").arg(record(i).index).arg(plainNumber(record(i).t), plainNumber(record(i).lambda));
        for (const auto& curve : curves_)
            text += u'\t' + plainNumber(static_cast<size_t>(i) < curve.values.size() ? curve.values[static_cast<size_t>(i)] : std::nan(""));
        text += u'\n';
    }
    return text;
}

} // namespace diffuscope
