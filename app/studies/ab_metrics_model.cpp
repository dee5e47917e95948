// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/ab_metrics_model.h"

#include "widgets/metric_names.h"
#include "widgets/number_text.h"

#include <QFont>

namespace diffuscope {
namespace {

/// With its sign: a gain is "+1.2".
QString signedText(const std::string& metric, double value) {
    const auto text = metricText(metric, value);
    return value > 0 ? QLatin1Char('+') + text : text;
}

QString intervalText(const std::string& metric, const Estimate& estimate) {
    return QStringLiteral("[%1, %2]").arg(metricText(metric, estimate.low), metricText(metric, estimate.high));
}

} // namespace

void AbMetricsModel::setResult(std::shared_ptr<const AbResult> result, const QString& nameOfA, const QString& nameOfB) {
    beginResetModel();
    result_ = std::move(result);
    a_ = nameOfA;
    b_ = nameOfB;
    endResetModel();
}

void AbMetricsModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int AbMetricsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !result_ ? 0 : static_cast<int>(result_->metrics.size());
}
int AbMetricsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant AbMetricsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const int row = index.row(), column = index.column();
    switch (role) {
    case Qt::DisplayRole: return display(row, column);
    case Qt::ToolTipRole: return plainTip(toolTip(row, column));
    case Qt::TextAlignmentRole: return QVariant::fromValue((column == Metric ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::FontRole: {
        QFont font;
        font.setBold(significant(row) && (column == Difference || column == P));
        return font;
    }
    default: return {};
    }
}

QString AbMetricsModel::display(int row, int column) const {
    const auto& one = of(row);
    const auto& [a, b, difference, p] = one.estimate;
    switch (column) {
    case Metric: return metricName(one.metric).title;
    case OfA: return metricText(one.metric, a.value);
    case OfB: return metricText(one.metric, b.value);
    case Difference: return signedText(one.metric, difference.value) + QLatin1Char(' ') + intervalText(one.metric, difference);
    case P: return numberText(p, 3) + (significant(row) ? QStringLiteral(" *") : QString());
    default: return QStringLiteral("%1 / %2 / %3").arg(one.wins).arg(one.ties).arg(one.losses);
    }
}

QString AbMetricsModel::toolTip(int row, int column) const {
    const auto& one = of(row);
    const auto header = headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    switch (column) {
    case Metric: return metricName(one.metric).definition;
    case OfA: return tr("%1: %2, 95 % interval %3").arg(header, display(row, column), intervalText(one.metric, one.estimate.a));
    case OfB: return tr("%1: %2, 95 % interval %3").arg(header, display(row, column), intervalText(one.metric, one.estimate.b));
    case P:
        return significant(row) ? tr("Less than %1: such a difference is seldom chance. Of several metrics some come below by chance.")
                                      .arg(numberText(kSignificant, 2))
                                : tr("Not less than %1: chance alone may make such a difference.").arg(numberText(kSignificant, 2));
    case Wins:
        return tr("%1 higher in %2, the same in %3, lower in %4")
            .arg(b_, tr("%n row(s)", nullptr, static_cast<int>(one.wins)), tr("%n row(s)", nullptr, static_cast<int>(one.ties)),
                 tr("%n row(s)", nullptr, static_cast<int>(one.losses)));
    default: return header + QStringLiteral(": ") + display(row, column);
    }
}

QVariant AbMetricsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    const QStringList titles{tr("Metric"), a_, b_, tr("%1 − %2 [95 %]").arg(b_, a_), tr("p"), tr("W / T / L")};
    const QStringList tips{
        tr("What is measured of the texts against the references; choose a line to sort the examples by it"),
        tr("Of lane %1, over all rows").arg(a_),
        tr("Of lane %1, over all rows").arg(b_),
        tr("Lane %1 minus lane %2, with the 95 % interval of the paired bootstrap: rows are drawn anew, the same for both lanes (Koehn "
           "2004). Bold: p is less than %3")
            .arg(b_, a_, numberText(kSignificant, 2)),
        tr("Two-sided p-value of the difference: share of the resampled differences that lie as far from their mean as it does from 0 "
           "(Riezler and Maxwell 2005). "
           "*: less than %1")
            .arg(numberText(kSignificant, 2)),
        tr("Wins / ties / losses: rows that lane %1 scores higher, the same, lower in than lane %2; seeds of a row count together")
            .arg(b_, a_)};
    if (role == Qt::DisplayRole) return titles[section];
    if (role == Qt::ToolTipRole) return plainTip(tips[section]);
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue((section == Metric ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    return {};
}

} // namespace diffuscope
