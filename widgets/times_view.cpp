// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/times_view.h"

#include "widgets/number_text.h"
#include "widgets/time_edits.h"

#include <QAction>
#include <QComboBox>
#include <QUndoStack>
#include <algorithm>
#include <qcustomplot.h>

namespace diffuscope {
namespace {

constexpr int kCurvePoints = 240;                             ///< of ᾱ and σ
constexpr double kRoomBelow = 0.09;                           ///< of the height, so that handles stand free of the axis
constexpr double kFaintest = 0.3;                             ///< of ᾱ and σ, which stand behind
constexpr double kDivision[]{1.0, 0.99, 0.9, 0.5, 0.1, 0.01}; ///< times named on the axis above

QVector<double> vector(const std::vector<double>& values) { return {values.begin(), values.end()}; }

} // namespace

TimesView::TimesView(QWidget* parent)
    : PlotView(parent), choice_(addChoice(2)), alphaBar_(plot()->addGraph(plot()->xAxis, plot()->yAxis2)),
      sigma_(plot()->addGraph(plot()->xAxis, plot()->yAxis2)), bars_(plot()->addGraph()), stems_(plot()->addGraph()),
      handles_(plot()->addGraph()), chosen_(new QCPItemTracer(plot())), edits_(std::make_unique<QUndoStack>()) {
    plot()->yAxis2->setVisible(true);
    plot()->xAxis2->setVisible(true);
    // The axis above follows the one below; zoomed by itself as well it would name wrong times.
    connect(plot()->xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), plot()->xAxis2,
            qOverload<const QCPRange&>(&QCPAxis::setRange));
    bars_->setLineStyle(QCPGraph::lsStepLeft);
    stems_->setLineStyle(QCPGraph::lsImpulse);
    handles_->setLineStyle(QCPGraph::lsNone);
    for (auto* graph : {stems_, handles_}) graph->removeFromLegend();
    chosen_->setLayer(marks());
    chosen_->setStyle(QCPItemTracer::tsCircle);
    chosen_->setSelectable(false);
    chosen_->setVisible(false);
    createActions();
    finishSetup();
}

TimesView::~TimesView() = default;

TimesView::Measure TimesView::measure() const { return choice_->currentIndex() == 1 ? Measure::Error : Measure::Size; }
void TimesView::setMeasure(Measure measure) { choice_->setCurrentIndex(measure == Measure::Error); }

void TimesView::setSchedule(const NoiseSchedule& schedule) {
    schedule_ = schedule;
    auto ticks = QSharedPointer<QCPAxisTickerText>::create();
    for (const double t : kDivision) ticks->addTick(schedule.lambda(t), QLocale().toString(t));
    plot()->xAxis2->setTicker(ticks);
    QVector<double> lambdas, alphaBar, sigma;
    const double from = schedule.lambda(1.0), to = schedule.lambda(1.0 / schedule.steps());
    for (int i = 0; i <= kCurvePoints; ++i) {
        const double lambda = from + (to - from) * i / kCurvePoints;
        const double share = 1.0 / (1.0 + std::exp(-2.0 * lambda)); // α² of a variance-preserving process
        lambdas << lambda;
        alphaBar << share;
        sigma << std::sqrt(1.0 - share);
    }
    alphaBar_->setData(lambdas, alphaBar, true);
    sigma_->setData(lambdas, sigma, true);
    updateActions();
    invalidate();
}

void TimesView::setProfile(const ErrorProfile& profile) {
    profile_ = profile;
    invalidate();
}

void TimesView::setParting(const std::vector<int>& tokens) {
    parting_ = tokens;
    invalidate();
}

std::vector<double> TimesView::errors() const { return profile_.times.empty() ? std::vector<double>() : localErrors(profile_, times_); }

std::vector<double> TimesView::heights() const {
    if (measure() == Measure::Size) return stepSizes(*schedule_, times_);
    return profile_.times.empty() ? std::vector<double>(times_.size() - 1, 0.0) : errors();
}

void TimesView::rebuild() {
    const auto lambdas = lambdasOf(*schedule_, times_);
    auto tops = heights();
    std::vector<double> stems{tops.front()};
    for (size_t i = 0; i + 1 < tops.size(); ++i) stems.push_back(std::max(tops[i], tops[i + 1]));
    stems.push_back(tops.back());
    tops.push_back(tops.back()); // where the last step ends
    bars_->setData(vector(lambdas), vector(tops), true);
    stems_->setData(vector(lambdas), vector(stems), true);
    handles_->setData(vector(lambdas), QVector<double>(static_cast<qsizetype>(lambdas.size()), 0.0), true);
    plot()->yAxis->setLabel(measure() == Measure::Size ? tr("step size Δλ") : tr("local error (L2)"));
    bars_->setName(measure() == Measure::Size ? tr("Δλ of each step") : tr("local error of each step"));
    rearrangeLegend();
}

void TimesView::rescale() {
    const double from = schedule_->lambda(1.0), to = schedule_->lambda(1.0 / schedule_->steps());
    plot()->xAxis->setRange(from, to);
    plot()->xAxis->scaleRange(1.06);
    const auto tops = heights();
    const double top = *std::max_element(tops.begin(), tops.end());
    const double span = top > 0 ? 1.1 * top : 1.0;
    plot()->yAxis->setRange(-kRoomBelow * span, span);
    plot()->yAxis2->setRange(-kRoomBelow, 1.0 + 0.02);
}

void TimesView::mark(Place, Place) {
    const bool any = selected_ >= 0 && selected_ < static_cast<int>(times_.size());
    chosen_->setVisible(any);
    if (any) chosen_->position->setCoords(schedule_->lambda(times_[static_cast<size_t>(selected_)]), 0.0);
}

void TimesView::recolour(const GridTheme& theme) const {
    const auto colour = seriesColour(0, theme.dark);
    alphaBar_->setPen(QPen(mixed(theme.background, seriesColour(2, theme.dark), 2 * kFaintest), 1.2));
    sigma_->setPen(QPen(mixed(theme.background, seriesColour(4, theme.dark), 2 * kFaintest), 1.2, Qt::DashLine));
    bars_->setPen(QPen(colour, 1.2));
    bars_->setBrush(QBrush(mixed(theme.background, colour, kFaintest)));
    stems_->setPen(QPen(colour, 0.8));
    handles_->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, QPen(colour, 1.6), QBrush(theme.background), 9));
    chosen_->setPen(QPen(theme.accent, 2));
    chosen_->setBrush(QBrush(theme.accent));
    chosen_->setSize(11);
}

QString TimesView::unavailable() const {
    if (!schedule_) return tr("Open a model: its noise schedule is the axis on which the times lie.");
    return times_.size() < 2 ? tr("Choose times to start from.") : QString();
}

QString TimesView::describeTime(int index) const {
    const double t = times_[static_cast<size_t>(index)];
    return tr("time %1 of %2 · t %3 · λ %4")
        .arg(index)
        .arg(times_.size() - 1)
        .arg(QLocale().toString(t, 'g', 4), numberText(schedule_->lambda(t), 2));
}

QString TimesView::describeStep(int step) const {
    const auto at = static_cast<size_t>(step);
    const double from = times_[at], to = times_[at + 1];
    QStringList parts{tr("step %1 of %2").arg(step + 1).arg(times_.size() - 1),
                      tr("t %1 → %2").arg(QLocale().toString(from, 'g', 3), QLocale().toString(to, 'g', 3)),
                      tr("Δλ %1").arg(numberText(schedule_->lambda(to) - schedule_->lambda(from), 2))};
    if (const auto local = errors(); !local.empty()) parts << tr("local error %1").arg(QLocale().toString(local[at], 'g', 2));
    if (parting_.size() == times_.size() && parting_[at + 1] > 0) parts << tr("%n token(s) part here", nullptr, parting_[at + 1]);
    return parts.join(QStringLiteral(" · "));
}

QString TimesView::summary() const {
    const auto sizes = stepSizes(*schedule_, times_);
    const auto widest = std::max_element(sizes.begin(), sizes.end());
    return tr("%n step(s)", nullptr, static_cast<int>(sizes.size())) + QStringLiteral(" · ") +
           tr("widest: step %1, Δλ %2").arg(widest - sizes.begin() + 1).arg(numberText(*widest, 2)) + QStringLiteral(" · ") +
           tr("drag a point to move it");
}

QString TimesView::valueAt(Place) const {
    return selected_ >= 0 && selected_ < static_cast<int>(times_.size()) ? describeTime(selected_) : summary();
}

QString TimesView::valueUnder(double x, double y) const {
    if (dragging_ >= 0) return describeTime(dragging_);
    const int handle = handleUnder({qRound(plot()->xAxis->coordToPixel(x)), qRound(plot()->yAxis->coordToPixel(y))});
    if (handle >= 0) return describeTime(handle);
    for (size_t i = 0; i + 1 < times_.size(); ++i)
        if (x >= schedule_->lambda(times_[i]) && x < schedule_->lambda(times_[i + 1])) return describeStep(static_cast<int>(i));
    return {};
}

QString TimesView::dataTable() const {
    QString text = QStringLiteral("index\tt\tlambda\tlambda_step\tlocal_error\n");
    const auto lambdas = schedule_ ? lambdasOf(*schedule_, times_) : std::vector<double>();
    const auto local = lambdas.empty() ? std::vector<double>() : errors();
    for (size_t i = 0; i < lambdas.size(); ++i) {
        const double nothing = std::numeric_limits<double>::quiet_NaN();
        text += QStringList{QString::number(i), QString::number(times_[i], 'g', 10), plainNumber(lambdas[i]),
                            plainNumber(i > 0 ? lambdas[i] - lambdas[i - 1] : nothing),
                            plainNumber(i > 0 && !local.empty() ? local[i - 1] : nothing)}
                    .join(u'\t') +
                u'\n';
    }
    return text;
}

QString TimesView::figureTitle() const { return tr("Times on the λ axis"); }

void TimesView::retranslate() {
    setWindowTitle(tr("Times"));
    const QStringList names{tr("height: step size Δλ"), tr("height: local error of the step")};
    for (int i = 0; i < names.size(); ++i) choice_->setItemText(i, names[i]);
    choice_->setAccessibleName(tr("Height of the steps"));
    choice_->setToolTip(tr("Step size: width of the step in λ = log(α/σ).\nLocal error: what the step adds to the distance of the final "
                           "state, estimated along "
                           "the fine run: (∫ √(e^λ ‖dx₀/dλ‖) dλ)² / 2, in lengths of the embedding space. Steps as high as each other are "
                           "spread best."));
    plot()->xAxis->setLabel(tr("λ = log(α/σ)"));
    plot()->xAxis2->setLabel(tr("time t"));
    plot()->yAxis2->setLabel(tr("ᾱ, σ"));
    alphaBar_->setName(tr("ᾱ →"));
    sigma_->setName(tr("σ →"));
    setToolTip(
        tr("The solver’s times as points on the λ axis, noise at the left, text at the right. Drag a point to move it; its neighbours "
           "bound it. Double click among the points: a new one. ↑ ↓ choose a point, ← → move it by 0.05 in λ (with Shift: 0.005), "
           "Insert and Delete add and remove one. A token parts at the step from which on it is never again the fine run’s. Right axis: ᾱ "
           "= α², the share of signal, and σ, of noise."));
    undo_->setText(tr("&Undo"));
    redo_->setText(tr("&Redo"));
    insert_->setText(tr("Insert a &time"));
    remove_->setText(tr("&Delete the time"));
    free_->setText(tr("Let the &ends be moved"));
    if (schedule_) setSchedule(*schedule_); // numbers on the axis have another decimal mark
}

} // namespace diffuscope
