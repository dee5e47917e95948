// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sweep_view.h"

#include "widgets/decade_ticker.h"
#include "widgets/metric_names.h"

#include <QComboBox>
#include <algorithm>
#include <array>
#include <cmath>
#include <qcustomplot.h>

namespace diffuscope {
namespace {

constexpr std::array kShapes{QCPScatterStyle::ssDisc, QCPScatterStyle::ssDiamond, QCPScatterStyle::ssTriangle,
                             QCPScatterStyle::ssTriangleInverted};

QString text(std::string_view value) { return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size())); }

} // namespace

SweepView::SweepView(QWidget* parent)
    : PlotView(parent), metric_(addChoice(static_cast<int>(sweepMetrics().size()))), cost_(addChoice(2)),
      marker_(new QCPItemTracer(plot())) {
    for (int i = 0; i < metric_->count(); ++i) metric_->setItemData(i, text(sweepMetrics()[static_cast<size_t>(i)]));
    plot()->xAxis->setScaleType(QCPAxis::stLogarithmic);
    plot()->xAxis->setTicker(QSharedPointer<DecadeTicker>::create());
    marker_->setLayer(marks());
    marker_->setStyle(QCPItemTracer::tsCircle);
    marker_->setSize(15);
    marker_->setSelectable(false);
    marker_->setVisible(false);
    plot()->addGraph(); // until there are rows: a plot that has a curve has a legend
    finishSetup();
}

QString SweepView::metric() const { return metric_->currentData().toString(); }

void SweepView::setMetric(const QString& name) {
    if (const int index = metric_->findData(name); index >= 0) metric_->setCurrentIndex(index);
}

SweepView::Cost SweepView::cost() const { return cost_->currentIndex() == 0 ? Cost::Evaluations : Cost::Seconds; }
void SweepView::setCost(Cost cost) { cost_->setCurrentIndex(cost == Cost::Evaluations ? 0 : 1); }

void SweepView::setRows(const std::vector<SweepRow>& rows, const nlohmann::json& plan) {
    rows_ = rows;
    plan_ = plan;
    if (current_ >= static_cast<int>(rows_.size())) current_ = -1;
    invalidate();
}

void SweepView::setTitles(std::map<std::string, QString> titles) {
    titles_ = std::move(titles);
    invalidate();
}

void SweepView::setCurrent(int row) {
    if (row == current_) return;
    current_ = row < static_cast<int>(rows_.size()) ? row : -1;
    requestFrame();
}

double SweepView::costOf(const SweepRow& row) const { return cost() == Cost::Evaluations ? row.evaluations : row.secondsPerSentence; }
Estimate SweepView::estimateOf(const SweepRow& row) const { return row.metric(metric().toStdString()); }

bool SweepView::isShown(const SweepRow& row) const {
    return row.error.empty() && costOf(row) > 0 && std::isfinite(costOf(row)) && std::isfinite(estimateOf(row).value);
}

std::vector<std::size_t> SweepView::shownByCost() const {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < rows_.size(); ++i)
        if (isShown(rows_[i])) order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return costOf(rows_[a]) < costOf(rows_[b]); });
    return order;
}

std::vector<std::size_t> SweepView::front() const {
    const auto name = metric().toStdString();
    std::vector<double> costs, qualities;
    for (const auto& row : rows_) {
        costs.push_back(isShown(row) ? costOf(row) : std::nan(""));
        qualities.push_back(qualityOf(name, estimateOf(row).value));
    }
    return paretoFront(costs, qualities);
}

QString SweepView::unavailable() const {
    if (std::any_of(rows_.begin(), rows_.end(), [this](const SweepRow& row) { return isShown(row); })) return {};
    if (rows_.empty())
        return tr("Choose solvers and steps and press “Run sweep”: each setting becomes a point here as soon as it is measured.");
    return tr("No setting has a figure of this metric yet.");
}

std::vector<SweepView::Series> SweepView::seriesOf() const {
    std::vector<Series> all;
    for (const std::size_t i : shownByCost()) {
        auto setting = rows_[i].setting;
        setting.steps = 0;
        auto known = std::find_if(all.begin(), all.end(), [&](const Series& one) { return one.setting == setting; });
        if (known == all.end()) known = all.insert(all.end(), Series{setting, {}});
        known->rows.push_back(i);
    }
    // In the order of the rows, so that colours stay while the sweep goes on.
    std::stable_sort(all.begin(), all.end(), [](const Series& a, const Series& b) {
        return *std::min_element(a.rows.begin(), a.rows.end()) < *std::min_element(b.rows.begin(), b.rows.end());
    });
    std::vector<std::string> solvers;
    for (auto& one : all) {
        auto at = std::find(solvers.begin(), solvers.end(), one.setting.solver);
        if (at == solvers.end()) at = solvers.insert(solvers.end(), one.setting.solver);
        one.colour = static_cast<int>(at - solvers.begin());
    }
    return all;
}

void SweepView::rebuild() {
    plot()->clearPlottables();
    series_.clear();
    addFront();
    for (auto& series : seriesOf()) addSeries(std::move(series));
    plot()->xAxis->setLabel(cost() == Cost::Evaluations ? tr("evaluations of the network a sentence, all candidates")
                                                        : tr("seconds a sentence"));
    plot()->yAxis->setLabel(metricName(metric().toStdString()).title);
    recolour(GridTheme::fromPalette(palette()));
    rearrangeLegend();
}

void SweepView::addFront() {
    QVector<double> x, y;
    for (const std::size_t i : front()) {
        x << costOf(rows_[i]);
        y << estimateOf(rows_[i]).value;
    }
    front_ = plot()->addGraph();
    front_->setData(x, y, true);
    front_->setName(tr("Pareto front"));
}

void SweepView::addSeries(Series series) {
    QVector<double> x, y, minus, plus;
    for (const std::size_t i : series.rows) {
        const auto estimate = estimateOf(rows_[i]);
        x << costOf(rows_[i]);
        y << estimate.value;
        minus << (std::isnan(estimate.low) ? 0.0 : std::max(0.0, estimate.value - estimate.low));
        plus << (std::isnan(estimate.high) ? 0.0 : std::max(0.0, estimate.high - estimate.value));
    }
    series.bars = new QCPErrorBars(plot()->xAxis, plot()->yAxis);
    series.graph = plot()->addGraph();
    series.graph->setData(x, y, true);
    series.graph->setName(nameOf(series.setting));
    series.bars->removeFromLegend();
    series.bars->setDataPlottable(series.graph);
    series.bars->setData(minus, plus);
    series.bars->setWhiskerWidth(5);
    series_.push_back(std::move(series));
}

void SweepView::recolour(const GridTheme& theme) const {
    std::vector<std::string> spacings;
    for (const auto& series : series_) {
        const bool released = series.setting.mode == Mode::AsReleased;
        const auto colour = seriesColour(series.colour, theme.dark);
        auto at = std::find(spacings.begin(), spacings.end(), series.setting.spacing);
        if (at == spacings.end()) at = spacings.insert(spacings.end(), series.setting.spacing);
        const auto shape = kShapes[static_cast<size_t>(at - spacings.begin()) % kShapes.size()];
        series.graph->setPen(QPen(colour, 1.6, released ? Qt::DashLine : Qt::SolidLine));
        series.graph->setScatterStyle(QCPScatterStyle(released ? QCPScatterStyle::ssSquare : shape, QPen(colour, 1.5),
                                                      QBrush(released ? theme.background : colour), 6));
        series.bars->setPen(QPen(mixed(theme.background, colour, 0.6), 1.0));
    }
    if (front_) {
        const auto colour = mixed(theme.background, theme.text, 0.45);
        front_->setLineStyle(QCPGraph::lsStepLeft);
        front_->setPen(QPen(colour, 1.0, Qt::DotLine));
        front_->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(colour, 1.0), QBrush(Qt::NoBrush), 12));
    }
    marker_->setPen(QPen(theme.accent, 2.0));
}

void SweepView::rescale() {
    double least = std::numeric_limits<double>::infinity(), most = 0, low = least, high = -least;
    for (const auto& row : rows_) {
        if (!isShown(row)) continue;
        const auto estimate = estimateOf(row);
        least = std::min(least, costOf(row));
        most = std::max(most, costOf(row));
        low = std::min({low, estimate.value, std::isnan(estimate.low) ? estimate.value : estimate.low});
        high = std::max({high, estimate.value, std::isnan(estimate.high) ? estimate.value : estimate.high});
    }
    const double wider = std::max(1.25, std::pow(most / least, 0.06));
    const double margin = high > low ? 0.06 * (high - low) : std::max(0.1, 0.1 * std::abs(high));
    plot()->xAxis->setRange(least / wider, most * wider);
    plot()->yAxis->setRange(low - margin, high + margin);
}

void SweepView::mark(Place, Place) {
    const bool there = current_ >= 0 && isShown(rows_[static_cast<size_t>(current_)]);
    marker_->setVisible(there);
    if (!there) return;
    const auto& row = rows_[static_cast<size_t>(current_)];
    marker_->position->setCoords(costOf(row), estimateOf(row).value);
}

} // namespace diffuscope
