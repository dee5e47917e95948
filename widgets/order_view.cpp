// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/order_view.h"

#include "widgets/number_text.h"

#include <QComboBox>
#include <algorithm>
#include <array>
#include <cmath>
#include <qcustomplot.h>

namespace diffuscope {
namespace {

constexpr std::array kSpacings{"log-snr", "time-uniform", "time-quadratic", "karras", "beta"};
constexpr double kLeastError = 1e-16; ///< an error of 0 has no place on a logarithmic axis

QString scientific(double value) { return QString::number(value, 'e', 1); }

/// Powers of ten as such: the locale's "1E-02" would not be typeset.
class PowerTicker : public QCPAxisTickerLog {
protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override {
        const int power = static_cast<int>(std::floor(std::log10(tick) + 1e-9));
        return QStringLiteral("%1e%2").arg(tick / std::pow(10.0, power), 0, 'g', 2).arg(power);
    }
};

bool isReleased(const OrderRow& row) { return row.mode == "as-released"; }

} // namespace

OrderView::OrderView(QWidget* parent) : PlotView(parent), choice_(addChoice(static_cast<int>(kSpacings.size()))) {
    for (int i = 0; i < choice_->count(); ++i) choice_->setItemData(i, QLatin1String(kSpacings[static_cast<size_t>(i)]));
    for (auto* axis : {plot()->xAxis, plot()->yAxis}) {
        axis->setScaleType(QCPAxis::stLogarithmic);
        axis->setTicker(QSharedPointer<PowerTicker>::create());
        axis->ticker()->setTickCount(4);
        axis->setNumberFormat(QStringLiteral("eb"));
        axis->setNumberPrecision(0);
    }
    plot()->addGraph(); // until there are rows: a plot that has a curve has a legend
    finishSetup();
}

QString OrderView::spacing() const { return choice_->currentData().toString(); }

void OrderView::setSpacing(const QString& spacing) {
    if (const int index = choice_->findData(spacing); index >= 0) choice_->setCurrentIndex(index);
}

void OrderView::setSolver(const QString& solver) {
    if (solver == solver_) return;
    solver_ = solver;
    invalidate();
}

void OrderView::setRows(const QString& spacing, const std::vector<OrderRow>& rows, int total) {
    if (spacing != this->spacing()) return;
    rowsOf_ = spacing;
    rows_ = rows;
    total_ = total;
    invalidate();
}

void OrderView::prepare() {
    if (rowsOf_ == spacing() || !isVisible()) return;
    rowsOf_ = spacing();
    rows_.clear();
    total_ = 0;
    emit wanted(spacing());
}

QString OrderView::unavailable() const {
    if (!rows_.empty()) return {};
    return tr("Measuring the orders of the solvers…");
}

void OrderView::addSeries(const OrderRow& row, Role role) {
    QVector<double> x, y;
    for (size_t i = 0; i < row.errors.size(); ++i) {
        x << 1.0 / row.evaluations[i];
        y << std::max(kLeastError, std::isfinite(row.errors[i]) ? row.errors[i] : std::nan(""));
    }
    auto* graph = plot()->addGraph();
    graph->setData(x, y, false);
    graph->setName(describe(row));
    if (role == Role::Other) graph->removeFromLegend();
    series_.push_back({graph, role});
}

void OrderView::rebuild() {
    plot()->clearGraphs();
    series_.clear();
    const auto chosen = solver_.toStdString();
    for (const auto& row : rows_)
        if (row.solver != chosen) addSeries(row, Role::Other);
    for (const auto& row : rows_) // last: over the others
        if (row.solver == chosen) addSeries(row, isReleased(row) ? Role::Released : Role::Faithful);
    recolour(GridTheme::fromPalette(palette()));
    rearrangeLegend();
}

void OrderView::rescale() {
    auto* p = plot();
    p->rescaleAxes();
    for (auto* axis : {p->xAxis, p->yAxis}) axis->scaleRange(1.15, std::sqrt(axis->range().lower * axis->range().upper));
}

void OrderView::recolour(const GridTheme& theme) const {
    for (const auto& [graph, role] : series_) {
        if (role == Role::Other) {
            graph->setPen(QPen(mixed(theme.background, theme.text, 0.28), 0.8));
            continue;
        }
        const bool released = role == Role::Released;
        const auto colour = seriesColour(released ? 1 : 0, theme.dark);
        graph->setPen(QPen(colour, 2.0, released ? Qt::DashLine : Qt::SolidLine));
        graph->setScatterStyle(QCPScatterStyle(released ? QCPScatterStyle::ssSquare : QCPScatterStyle::ssDisc, QPen(colour, 1.5),
                                               QBrush(theme.background), 6));
    }
}

QString OrderView::describe(const OrderRow& row) const {
    const auto name = QString::fromStdString(row.solver) + (isReleased(row) ? QStringLiteral(" · ") + tr("as released") : QString());
    return row.expected > 0 ? tr("%1: order %2, expected %3").arg(name, numberText(row.measured, 2)).arg(row.expected)
                            : tr("%1: slope %2, no order").arg(name, numberText(row.measured, 2));
}

QString OrderView::summary() const {
    QStringList parts;
    for (const auto& row : rows_)
        if (row.solver == solver_.toStdString()) parts << describe(row);
    if (static_cast<int>(rows_.size()) < total_) parts << tr("measured %1 of %2").arg(rows_.size()).arg(total_);
    else if (parts.isEmpty()) parts << tr("%1 is not measured with this spacing").arg(solver_);
    return parts.join(QStringLiteral(" · "));
}

QString OrderView::valueUnder(double x, double y) const {
    auto* p = plot();
    const QPointF mouse(p->xAxis->coordToPixel(x), p->yAxis->coordToPixel(y));
    double nearest = 20; // pixels; farther away nothing is meant
    QString text;
    for (const auto& row : rows_)
        for (size_t i = 0; i < row.errors.size(); ++i) {
            const QPointF at(p->xAxis->coordToPixel(1.0 / row.evaluations[i]),
                             p->yAxis->coordToPixel(std::max(kLeastError, row.errors[i])));
            const double distance = std::hypot(at.x() - mouse.x(), at.y() - mouse.y());
            if (!(distance < nearest)) continue;
            nearest = distance;
            text =
                tr("%1 · %n evaluation(s) · error %2", nullptr, qRound(row.evaluations[i])).arg(describe(row), scientific(row.errors[i]));
        }
    return text;
}

QString OrderView::dataTable() const {
    QString text = QStringLiteral("solver\tmode\tschedule\tspacing\texpected\tmeasured\tsteps\tevaluations\terror\n");
    for (const auto& row : rows_)
        for (size_t i = 0; i < row.errors.size(); ++i)
            text += QStringList{QString::fromStdString(row.solver),  QString::fromStdString(row.mode), QString::fromStdString(row.schedule),
                                QString::fromStdString(row.spacing), QString::number(row.expected),    plainNumber(row.measured),
                                QString::number(row.steps[i]),       plainNumber(row.evaluations[i]),  plainNumber(row.errors[i])}
                        .join(u'\t') +
                    u'\n';
    return text;
}

void OrderView::retranslate() {
    const QStringList names{tr("even in λ (log-SNR)"), tr("even in time"), tr("quadratic in time"), tr("Karras (ρ = 7)"), tr("beta")};
    for (int i = 0; i < names.size(); ++i) choice_->setItemText(i, names[i]);
    choice_->setAccessibleName(tr("Spacing of the steps"));
    choice_->setToolTip(tr("Where on the schedule the steps lie."));
    setWindowTitle(tr("Order"));
    plot()->xAxis->setLabel(tr("step size (1 / evaluations)"));
    plot()->yAxis->setLabel(tr("error at the end"));
    setToolTip(
        tr("A problem with a closed form under the model's schedule (sqrt), in double precision: a mixture of three Gaussians for solvers "
           "without "
           "noise, where the error is the root mean square over eight starting points; two Gaussians for those with noise, where it is the "
           "distance of mean and deviation. Step size: one part of the run, 1 / network evaluations. The slope of the line is the "
           "solver's order; a line that does not fall has none. Faint: the other solvers."));
}

QString OrderView::figureTitle() const { return tr("Order of convergence of the solvers"); }

} // namespace diffuscope
