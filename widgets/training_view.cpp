// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/training_view.h"

#include "widgets/decade_ticker.h"
#include "widgets/number_text.h"

#include <QComboBox>
#include <algorithm>
#include <cmath>
#include <limits>
#include <qcustomplot.h>

namespace diffuscope {
namespace {

constexpr int kQuantities = 8, kAxes = 3;
constexpr double kNear = 20;       ///< pixels; farther away nothing is meant
constexpr double kHour = 3600;     ///< seconds
constexpr double kManyDecades = 3; ///< of a quantity whose ratios matter more than its differences

double figureOf(const TrainLogLine& line, TrainingView::Quantity quantity) {
    switch (quantity) {
    case TrainingView::Quantity::CrossEntropy: return line.nll;
    case TrainingView::Quantity::Loss: return line.loss;
    case TrainingView::Quantity::Mse: return line.mse;
    case TrainingView::Quantity::GradientNorm: return line.gradientNorm;
    case TrainingView::Quantity::AbsorbingNorm: return line.absorbingNorm;
    case TrainingView::Quantity::LearningRate: return line.learningRate;
    case TrainingView::Quantity::Speed: return line.tokensPerSecond;
    case TrainingView::Quantity::Bleu: break;
    }
    return std::nan("");
}

template <class Line> double placeOf(const Line& line, TrainingView::Axis axis) {
    switch (axis) {
    case TrainingView::Axis::Steps: return static_cast<double>(line.step);
    case TrainingView::Axis::Pairs: return static_cast<double>(line.pairs);
    case TrainingView::Axis::Hours: return line.seconds / kHour;
    }
    return 0;
}

} // namespace

TrainingView::TrainingView(QWidget* parent) : PlotView(parent), quantity_(addChoice(kQuantities)), axis_(addChoice(kAxes)) {
    quantity_->setObjectName(QStringLiteral("trainingQuantity"));
    axis_->setObjectName(QStringLiteral("trainingAxis"));
    plot()->yAxis->setTicker(QSharedPointer<DecadeTicker>::create());
    plot()->addGraph(); // until there are runs: a plot that has a curve has a legend
    finishSetup();
}

TrainingView::Quantity TrainingView::quantity() const { return static_cast<Quantity>(quantity_->currentIndex()); }
void TrainingView::setQuantity(Quantity quantity) { quantity_->setCurrentIndex(static_cast<int>(quantity)); }
TrainingView::Axis TrainingView::axis() const { return static_cast<Axis>(axis_->currentIndex()); }
void TrainingView::setAxis(Axis axis) { axis_->setCurrentIndex(static_cast<int>(axis)); }

void TrainingView::setRuns(std::vector<TrainingRun> runs) {
    runs_ = std::move(runs);
    invalidate();
}

TrainingView::Curve TrainingView::trained(int run) const {
    Curve curve{run, false, {}, {}, nullptr};
    for (const auto& line : runs_[static_cast<size_t>(run)].lines) {
        curve.x << placeOf(line, axis());
        curve.y << figureOf(line, quantity());
    }
    return curve;
}

TrainingView::Curve TrainingView::validated(int run) const {
    Curve curve{run, true, {}, {}, nullptr};
    for (const auto& line : runs_[static_cast<size_t>(run)].validations) {
        curve.x << placeOf(line, axis());
        curve.y << (quantity() == Quantity::Bleu ? line.tokenBleu : line.nll);
    }
    return curve;
}

std::vector<TrainingView::Curve> TrainingView::curves() const {
    std::vector<Curve> all;
    for (int run = 0; run < static_cast<int>(runs_.size()); ++run) {
        if (quantity() != Quantity::Bleu) all.push_back(trained(run));
        if (quantity() == Quantity::Bleu || quantity() == Quantity::CrossEntropy) all.push_back(validated(run));
    }
    std::erase_if(
        all, [](const Curve& curve) { return std::none_of(curve.y.begin(), curve.y.end(), [](double y) { return std::isfinite(y); }); });
    return all;
}

QString TrainingView::unavailable() const {
    if (!curves().empty()) return {};
    const bool any = std::any_of(runs_.begin(), runs_.end(), [](const TrainingRun& run) { return !run.lines.empty(); });
    if (any) return tr("This is measured at each validation; the first is still to come.");
    return tr("Choose the pairs to learn from and press “Train”: the curves grow here while the model learns.");
}

QString TrainingView::nameOf(const Curve& curve) const {
    const auto& run = runs_[static_cast<size_t>(curve.run)].name;
    if (quantity() != Quantity::CrossEntropy) return run;
    return curve.validated ? tr("%1, validation").arg(run) : tr("%1, training").arg(run);
}

void TrainingView::rebuild() {
    plot()->clearGraphs();
    shown_ = curves();
    double least = std::numeric_limits<double>::infinity(), most = 0;
    for (auto& curve : shown_) {
        curve.graph = plot()->addGraph();
        curve.graph->setData(curve.x, curve.y, true);
        curve.graph->setName(nameOf(curve));
        for (const double y : curve.y)
            if (std::isfinite(y)) least = std::min(least, y), most = std::max(most, y);
    }
    const bool falls = quantity() == Quantity::CrossEntropy || quantity() == Quantity::Loss || quantity() == Quantity::Mse ||
                       quantity() == Quantity::GradientNorm;
    const bool ratios = falls && least > 0 && most > kManyDecades * least;
    plot()->yAxis->setScaleType(ratios ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    plot()->yAxis->setTicker(ratios ? QSharedPointer<QCPAxisTicker>(new DecadeTicker) : QSharedPointer<QCPAxisTicker>(new QCPAxisTicker));
    plot()->xAxis->setLabel(axis_->currentText());
    plot()->yAxis->setLabel(quantity_->currentText());
    recolour(GridTheme::fromPalette(palette()));
    rearrangeLegend();
}

void TrainingView::recolour(const GridTheme& theme) const {
    for (const auto& curve : shown_) {
        const auto colour = seriesColour(curve.run, theme.dark);
        const bool faint = !curve.validated && quantity() == Quantity::CrossEntropy;
        curve.graph->setPen(QPen(faint ? mixed(theme.background, colour, 0.5) : colour, faint ? 1.0 : 1.8));
        curve.graph->setScatterStyle(curve.validated
                                         ? QCPScatterStyle(QCPScatterStyle::ssDisc, QPen(colour, 1.5), QBrush(theme.background), 6)
                                         : QCPScatterStyle::ssNone);
    }
}

void TrainingView::rescale() {
    auto* p = plot();
    p->rescaleAxes();
    p->xAxis->setRangeLower(0);
    if (p->yAxis->scaleType() == QCPAxis::stLogarithmic) {
        const auto range = p->yAxis->range();
        p->yAxis->setRange(range.lower / 1.1, range.upper * 1.1);
    } else {
        const auto range = p->yAxis->range();
        p->yAxis->setRange(std::min(0.0, range.lower), range.upper > 0 ? 1.05 * range.upper : 1.0);
    }
}

QString TrainingView::summary(const TrainingRun& run) const {
    if (run.lines.empty()) return {};
    const auto& last = run.lines.back();
    QStringList parts{tr("step %1").arg(QLocale().toString(static_cast<qlonglong>(last.step))),
                      tr("%1 h").arg(numberText(last.seconds / kHour, 2)), tr("cross-entropy %1").arg(numberText(last.nll, 3))};
    if (!run.validations.empty())
        parts << tr("of validation %1, token BLEU %2")
                     .arg(numberText(run.validations.back().nll, 3), numberText(run.validations.back().tokenBleu, 1));
    return parts.join(QStringLiteral(" · "));
}

QString TrainingView::valueAt(Place) const { return runs_.empty() ? QString() : summary(runs_.front()); }

QString TrainingView::valueUnder(double x, double y) const {
    const auto* p = plot();
    const QPointF mouse(p->xAxis->coordToPixel(x), p->yAxis->coordToPixel(y));
    double nearest = kNear;
    QString text;
    for (const auto& curve : shown_)
        for (qsizetype i = 0; i < curve.x.size(); ++i) {
            const QPointF at(p->xAxis->coordToPixel(curve.x[i]), p->yAxis->coordToPixel(curve.y[i]));
            const double distance = std::hypot(at.x() - mouse.x(), at.y() - mouse.y());
            if (!(distance < nearest)) continue;
            nearest = distance;
            text = QStringLiteral("%1 · %2 %3 · %4 %5")
                       .arg(nameOf(curve), QLocale().toString(curve.x[i], 'g', 6), axis_->currentText(), quantity_->currentText(),
                            QLocale().toString(curve.y[i], 'g', 4));
        }
    return text;
}

QString TrainingView::dataTable() const {
    QString table = QStringLiteral("run\tstep\tpairs\thours\tquantity\tvalue\n");
    const auto add = [&](const QString& run, const auto& line, const char* quantity, double value) {
        if (!std::isfinite(value)) return;
        table += QStringList{run,
                             QString::number(line.step),
                             QString::number(line.pairs),
                             plainNumber(line.seconds / kHour),
                             QLatin1String(quantity),
                             plainNumber(value)}
                     .join(u'\t') +
                 u'\n';
    };
    for (const auto& run : runs_) {
        for (const auto& line : run.lines) {
            add(run.name, line, "loss", line.loss);
            add(run.name, line, "mse", line.mse);
            add(run.name, line, "nll", line.nll);
            add(run.name, line, "gradient_norm", line.gradientNorm);
            add(run.name, line, "absorbing_norm", line.absorbingNorm);
            add(run.name, line, "learning_rate", line.learningRate);
            add(run.name, line, "tokens_per_second", line.tokensPerSecond);
        }
        for (const auto& line : run.validations) {
            add(run.name, line, "valid_nll", line.nll);
            add(run.name, line, "valid_token_bleu", line.tokenBleu);
        }
    }
    return table;
}

nlohmann::json TrainingView::figureMetadata() const {
    auto runs = nlohmann::json::array();
    for (const auto& run : runs_) runs.push_back({{"name", run.name.toStdString()}, {"lines", run.lines.size()}});
    return {{"runs", runs}};
}

void TrainingView::retranslate() {
    const QStringList quantities{tr("cross-entropy (nats a token)"),
                                 tr("BLEU of sampled tokens"),
                                 tr("loss"),
                                 tr("mean squared error"),
                                 tr("norm of the gradient"),
                                 tr("‖m‖, length of the absorbing state"),
                                 tr("learning rate"),
                                 tr("tokens a second")};
    for (int i = 0; i < kQuantities; ++i) quantity_->setItemText(i, quantities[i]);
    const QStringList axes{tr("steps"), tr("pairs seen"), tr("hours")};
    for (int i = 0; i < kAxes; ++i) axis_->setItemText(i, axes[i]);
    quantity_->setAccessibleName(tr("Quantity"));
    quantity_->setToolTip(
        tr("Cross-entropy: of the true token under lm_head of the x_0 prediction, mean over target positions and diffusion "
           "steps. BLEU: of tokens sampled for validation pairs, without their texts' placeholders put back."));
    axis_->setAccessibleName(tr("Against"));
    axis_->setToolTip(tr("Optimizer steps, pairs that were learned from, or hours of training over all sittings."));
    setWindowTitle(tr("Training"));
    setToolTip(tr("Thin: means over the training pairs since the last line of the log. With marks: the averaged weights on validation "
                  "pairs. Each colour is a run."));
}

QString TrainingView::figureTitle() const { return tr("Training: %1").arg(quantity_->currentText()); }

} // namespace diffuscope
