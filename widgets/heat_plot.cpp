// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heat_plot.h"

#include "core/engine/trace_analysis.h"
#include "widgets/number_text.h"
#include "widgets/plot_dress.h"
#include "widgets/whole_ticker.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <qcustomplot.h>

namespace diffuscope {
namespace {

constexpr int kGradientStops = 16;
constexpr double kSaturated = 0.12; ///< share of the cells that may share the end of the scale
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

QCPColorGradient gradient(bool dark) {
    QCPColorGradient result;
    result.clearColorStops();
    for (int i = 0; i < kGradientStops; ++i) {
        const double place = double(i) / (kGradientStops - 1);
        result.setColorStopAt(place, mapColour(ColourMap::Ink, place, dark));
    }
    result.setNanHandling(QCPColorGradient::nhTransparent);
    return result;
}

int nearest(double value, int count) { return static_cast<int>(std::lround(std::clamp(value, 0.0, std::max(0.0, count - 1.0)))); }

QCPItemRect* addBox(QCustomPlot* plot, QCPLayer* layer) {
    auto* box = new QCPItemRect(plot);
    box->setLayer(layer);
    box->setBrush(Qt::NoBrush);
    box->setVisible(false);
    return box;
}

/// From 0 to the largest value, with a little room.
void scaleFromZero(QCPAxis* axis) {
    double low = 0, high = 0;
    for (const auto* curve : axis->plottables()) {
        bool any = false;
        const auto range = curve->getValueRange(any);
        if (any) low = std::min(low, range.lower), high = std::max(high, range.upper);
    }
    axis->setRange(low, high > 0 ? high * 1.06 : 1.0);
}

} // namespace

HeatPlot::HeatPlot(QWidget* parent)
    : PlotView(parent), map_(nullptr), scale_(new QCPColorScale(plot())), now_(addBox(plot(), marks())), hover_(addBox(plot(), marks())),
      sideNow_(addMark()), sideHover_(addMark()), side_(new QCPAxisRect(plot())) {
    auto* p = plot();
    auto* main = p->axisRect();
    auto* grid = placeBeside(*p, side_);
    grid->addElement(1, 0, scale_);
    grid->setRowSpacing(0);
    map_ = new QCPColorMap(p->xAxis, p->yAxis);
    map_->setInterpolate(false);
    map_->removeFromLegend();
    scale_->setType(QCPAxis::atBottom);
    scale_->setBarWidth(8);
    map_->setColorScale(scale_);
    auto* widths = new QCPMarginGroup(p);
    auto* heights = new QCPMarginGroup(p);
    main->setMarginGroup(QCP::msLeft | QCP::msRight, widths);
    scale_->setMarginGroup(QCP::msLeft | QCP::msRight, widths);
    for (auto* rect : {main, side_}) rect->setMarginGroup(QCP::msTop | QCP::msBottom, heights);
    auto* sideSteps = side_->axis(QCPAxis::atLeft);
    sideSteps->setTickLabels(false);
    side_->axis(QCPAxis::atBottom)->ticker()->setTickCount(2);
    side_->axis(QCPAxis::atTop)->ticker()->setTickCount(2);
    side_->setRangeDrag(Qt::Vertical);
    side_->setRangeZoom(Qt::Vertical);
    for (auto* axis : {p->xAxis, p->yAxis, sideSteps}) axis->setTicker(QSharedPointer<WholeTicker>::create());
    for (auto* axis : {p->yAxis, sideSteps}) axis->setRangeReversed(true);
    const auto changed = qOverload<const QCPRange&>(&QCPAxis::rangeChanged);
    const auto set = qOverload<const QCPRange&>(&QCPAxis::setRange);
    connect(p->yAxis, changed, sideSteps, set);
    connect(sideSteps, changed, p->yAxis, set);
    main->setupFullAxesBox();
    for (auto* line : {sideNow_, sideHover_}) {
        for (auto* point : {line->point1, line->point2}) point->setAxes(side_->axis(QCPAxis::atBottom), sideSteps);
        line->setClipAxisRect(side_);
    }
}

QCPGraph* HeatPlot::addCurve(int colour, bool top) {
    auto* axis = side_->axis(top ? QCPAxis::atTop : QCPAxis::atBottom);
    axis->setVisible(true);
    axis->setTickLabels(true);
    auto* curve = plot()->addGraph(side_->axis(QCPAxis::atLeft), axis); // the step is the key, downwards
    curves_.emplace_back(curve, colour);
    return curve;
}

void HeatPlot::setCurve(QCPGraph* curve, const std::vector<double>& values) {
    QVector<double> keys, heights;
    for (size_t i = 0; i < values.size(); ++i) {
        keys << double(i);
        heights << (std::isfinite(values[i]) ? values[i] : kNaN);
    }
    curve->setData(keys, heights, true);
}

void HeatPlot::nameCurves(const QString& bottom, const QString& top) {
    side_->axis(QCPAxis::atBottom)->setLabel(bottom);
    side_->axis(QCPAxis::atTop)->setLabel(top);
}

double HeatPlot::value(int step, int index) const { return cell(step, positions_[static_cast<size_t>(index)]); }

void HeatPlot::rebuild() {
    positions_ = sentencePositions(*trace(), row());
    fillMap();
}

void HeatPlot::fillMap() {
    const int columns = static_cast<int>(positions_.size()), rows = steps();
    auto* data = map_->data();
    data->setSize(std::max(1, columns), rows);
    const int first = positions_.empty() ? 0 : positions_.front();
    data->setRange(QCPRange(first, first + std::max(0, columns - 1)), QCPRange(0, rows - 1));
    std::vector<double> known;
    if (columns == 0) data->fill(kNaN);
    for (int step = 0; step < rows; ++step)
        for (int i = 0; i < columns; ++i) {
            const double v = value(step, i);
            data->setCell(i, step, std::isfinite(v) ? v : kNaN);
            if (std::isfinite(v)) known.push_back(v);
        }
    scaleColours(known);
}

void HeatPlot::scaleColours(std::vector<double>& known) {
    if (known.empty()) known.push_back(0);
    const double low = std::min(0.0, *std::min_element(known.begin(), known.end()));
    const double high = *std::max_element(known.begin(), known.end());
    const auto most = known.begin() + static_cast<std::ptrdiff_t>((1 - kSaturated) * static_cast<double>(known.size() - 1));
    std::nth_element(known.begin(), most, known.end());
    // A few positions far above all others, such as a separator that is always sure, would leave the rest pale.
    const bool cut = fixedMaximum() <= 0 && *most > 0 && high > 2 * *most;
    const double end = fixedMaximum() > 0 ? fixedMaximum() : cut ? *most : high;
    colours_ = {low, end > low ? end : low + 1};
    map_->setDataRange({colours_.first, colours_.second});
    scale_->axis()->setLabel(cut ? tr("%1 (end of the scale: %2 and more)").arg(valueName(), numberText(end, 2)) : valueName());
}

void HeatPlot::rescale() {
    auto* p = plot();
    const double first = positions_.empty() ? 0 : positions_.front();
    p->xAxis->setRange(first - 0.5, first + std::max<double>(1.0, static_cast<double>(positions_.size())) - 0.5);
    p->yAxis->setRange(-0.5, plannedSteps() - 0.5);
    map_->setDataRange({colours_.first, colours_.second}); // the wheel over the bar of colours changes it
    rescaleCurves();
}

void HeatPlot::rescaleCurves() {
    for (const auto side : {QCPAxis::atBottom, QCPAxis::atTop}) scaleFromZero(side_->axis(side));
}

void HeatPlot::mark(Place now, Place hover) {
    const auto range = plot()->xAxis->range();
    const auto put = [&](QCPItemRect* box, QCPItemStraightLine* line, Place place) {
        line->setVisible(place.step >= 0);
        box->setVisible(place.step >= 0);
        if (place.step < 0) return;
        // A view without positions marks the whole step.
        box->topLeft->setCoords(place.position < 0 ? range.lower : place.position - 0.5, place.step - 0.5);
        box->bottomRight->setCoords(place.position < 0 ? range.upper : place.position + 0.5, place.step + 0.5);
        line->point1->setCoords(0, place.step);
        line->point2->setCoords(1, place.step);
    };
    put(now_, sideNow_, now);
    put(hover_, sideHover_, hover);
}

void HeatPlot::recolour(const GridTheme& theme) const {
    map_->setGradient(gradient(theme.dark));
    now_->setPen(QPen(theme.accent, 2));
    sideNow_->setPen(QPen(theme.accent, 1.5));
    hover_->setPen(QPen(theme.accent, 1, Qt::DashLine));
    sideHover_->setPen(QPen(theme.accent, 1, Qt::DashLine));
    for (const auto& [curve, colour] : curves_) curve->setPen(QPen(seriesColour(colour, theme.dark), 1.6));
}

void HeatPlot::retranslate() {
    plot()->xAxis->setLabel(tr("position"));
    plot()->yAxis->setLabel(tr("step"));
}

PlotView::Place HeatPlot::placeAt(double x, double y) const {
    if (positions_.empty()) return {nearest(y, steps()), -1};
    return {nearest(y, steps()), positions_[static_cast<size_t>(nearest(x - positions_.front(), static_cast<int>(positions_.size())))]};
}

QString HeatPlot::valueAt(Place place) const {
    if (place.step < 0 || place.position < 0) return {};
    const double v = cell(place.step, place.position);
    return tr("position %1, step %2: “%3”, %4 %5")
        .arg(place.position)
        .arg(record(place.step).index)
        .arg(tokenText(place.step, place.position), valueName(), numberText(v, 3));
}

QString HeatPlot::dataTable() const {
    const auto curves = curveColumns();
    QString text = QStringLiteral("step");
    for (const int position : positions_) text += u'\t' + QString::number(position);
    for (const auto& [name, values] : curves) text += u'\t' + name;
    text += u'\n';
    for (int step = 0; step < steps(); ++step) {
        text += QString::number(record(step).index);
        for (int i = 0; i < static_cast<int>(positions_.size()); ++i) text += u'\t' + plainNumber(value(step, i));
        for (const auto& [name, values] : curves)
            text += u'\t' + plainNumber(static_cast<size_t>(step) < values.size() ? values[static_cast<size_t>(step)] : kNaN);
        text += u'\n';
    }
    return text;
}

} // namespace diffuscope
