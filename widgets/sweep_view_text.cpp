// SPDX-License-Identifier: GPL-3.0-or-later
// What the plot of a sweep says, and what a person does with it.
#include "widgets/metric_names.h"
#include "widgets/number_text.h"
#include "widgets/sweep_view.h"

#include <QComboBox>
#include <QKeyEvent>
#include <algorithm>
#include <cmath>
#include <qcustomplot.h>

namespace diffuscope {
namespace {

constexpr double kNear = 20; ///< pixels; farther away no point is meant

QString withInterval(const Estimate& estimate, int decimals) {
    const auto value = numberText(estimate.value, decimals);
    return std::isnan(estimate.low)
               ? value
               : QStringLiteral("%1 (%2–%3)").arg(value, numberText(estimate.low, decimals), numberText(estimate.high, decimals));
}

/// A mean over sentences: not always a whole number.
QString evaluationsText(double evaluations) {
    const int whole = qRound(evaluations);
    return whole == evaluations ? SweepView::tr("%n evaluation(s)", nullptr, whole)
                                : SweepView::tr("%1 evaluations").arg(QLocale().toString(evaluations, 'g', 6));
}

} // namespace

int SweepView::rowAt(double x, double y) const {
    const auto* p = plot();
    const QPointF mouse(p->xAxis->coordToPixel(x), p->yAxis->coordToPixel(y));
    double nearest = kNear;
    int found = -1;
    for (const std::size_t i : shownByCost()) {
        const QPointF at(p->xAxis->coordToPixel(costOf(rows_[i])), p->yAxis->coordToPixel(estimateOf(rows_[i]).value));
        const double distance = std::hypot(at.x() - mouse.x(), at.y() - mouse.y());
        if (!(distance < nearest)) continue;
        nearest = distance;
        found = static_cast<int>(i);
    }
    return found;
}

QString SweepView::nameOf(const SweepSetting& setting) const {
    const auto title = titles_.find(setting.solver);
    QStringList parts{title == titles_.end() ? QString::fromStdString(setting.solver) : title->second};
    const auto differs = [this](auto part) {
        return std::any_of(rows_.begin(), rows_.end(),
                           [&](const SweepRow& row) { return row.setting.*part != rows_.front().setting.*part; });
    };
    if (setting.mode == Mode::AsReleased) parts << tr("as released");
    else if (differs(&SweepSetting::mode)) parts << tr("faithful");
    if (differs(&SweepSetting::spacing)) parts << QString::fromStdString(setting.spacing);
    return parts.join(QStringLiteral(" · "));
}

QString SweepView::describe(const SweepRow& row) const {
    const auto metric = metricName(this->metric().toStdString());
    return tr("%1, %n step(s): %2 %3 · %4 · %5 s a sentence", nullptr, row.setting.steps)
        .arg(nameOf(row.setting), metric.title, withInterval(estimateOf(row), metric.decimals), evaluationsText(row.evaluations),
             QLocale().toString(row.secondsPerSentence, 'g', 3));
}

QString SweepView::valueAt(Place) const {
    if (current_ >= 0) return describe(rows_[static_cast<size_t>(current_)]);
    const auto best = front();
    return best.empty() ? QString() : tr("Best: %1").arg(describe(rows_[best.back()]));
}

QString SweepView::valueUnder(double x, double y) const {
    const int row = rowAt(x, y);
    return row < 0 ? QString() : describe(rows_[static_cast<size_t>(row)]);
}

void SweepView::clicked(double x, double y) {
    const int row = rowAt(x, y);
    if (row < 0) return;
    setCurrent(row);
    emit rowChosen(row);
}

void SweepView::keyPressEvent(QKeyEvent* event) {
    const auto order = shownByCost();
    const int sideways = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && current_ >= 0) return emit rowChosen(current_);
    if (order.empty() || sideways == 0) return event->ignore();
    const auto at = std::find(order.begin(), order.end(), static_cast<std::size_t>(current_));
    const auto place =
        at == order.end() ? 0 : std::clamp<std::ptrdiff_t>(at - order.begin() + sideways, 0, static_cast<std::ptrdiff_t>(order.size()) - 1);
    setCurrent(static_cast<int>(order[static_cast<size_t>(place)]));
    emit rowPointed(current_);
}

QString SweepView::dataTable() const {
    const auto best = front();
    QString table = QStringLiteral("solver\tmode\tspacing\tsteps\tevaluations\tseconds_per_sentence\tmetric\tvalue\tlow\thigh\tpareto\n");
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const auto& row = rows_[i];
        if (!isShown(row)) continue;
        const auto estimate = estimateOf(row);
        table += QStringList{QString::fromStdString(row.setting.solver),
                             QLatin1String(toString(row.setting.mode)),
                             QString::fromStdString(row.setting.spacing),
                             QString::number(row.setting.steps),
                             plainNumber(row.evaluations),
                             plainNumber(row.secondsPerSentence),
                             metric(),
                             plainNumber(estimate.value),
                             plainNumber(estimate.low),
                             plainNumber(estimate.high),
                             QString::number(std::count(best.begin(), best.end(), i))}
                     .join(u'\t') +
                 u'\n';
    }
    return table;
}

void SweepView::retranslate() {
    for (int i = 0; i < metric_->count(); ++i) metric_->setItemText(i, metricName(metric_->itemData(i).toString().toStdString()).title);
    cost_->setItemText(0, tr("against evaluations"));
    cost_->setItemText(1, tr("against seconds"));
    metric_->setAccessibleName(tr("Metric"));
    metric_->setToolTip(tr("What is measured of the generated texts."));
    cost_->setAccessibleName(tr("Cost"));
    cost_->setToolTip(tr("Evaluations of the network, or seconds of wall time, for each sentence."));
    setWindowTitle(tr("Quality and cost"));
    setToolTip(
        tr("Each point is a setting: its metric over all rows and seeds, with the 95 % interval of a bootstrap over the rows of the file. "
           "Ringed: the Pareto front, the settings that no cheaper or equally cheap one beats. Dashed: as released. Click a point for its "
           "sentences; "
           "arrow keys walk along the points, Return opens one."));
}

QString SweepView::figureTitle() const { return tr("Quality of the samplers against their cost"); }

nlohmann::json SweepView::figureMetadata() const {
    auto rows = nlohmann::json::array();
    for (const auto& row : rows_) rows.push_back(toJson(row));
    return {{"plan", plan_}, {"rows", rows}};
}

} // namespace diffuscope
