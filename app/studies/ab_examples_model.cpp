// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/ab_examples_model.h"

#include "app/error_sentence.h"
#include "widgets/lane_difference.h"
#include "widgets/metric_names.h"
#include "widgets/number_text.h"

#include <QFont>
#include <cmath>
#include <limits>

namespace diffuscope {
namespace {

bool isText(int column) { return column >= AbExamplesModel::TextA; }

} // namespace

void AbExamplesModel::setResult(std::shared_ptr<const AbResult> result, const QString& nameOfA, const QString& nameOfB) {
    beginResetModel();
    result_ = std::move(result);
    a_ = nameOfA;
    b_ = nameOfB;
    metric_ = 0;
    endResetModel();
}

void AbExamplesModel::setMetric(int metric) {
    if (metric == metric_ || metric < 0) return;
    metric_ = metric;
    retranslate();
}

void AbExamplesModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

double AbExamplesModel::score(int row, bool ofB) const {
    if (metric_ >= static_cast<int>(result_->metrics.size())) return std::numeric_limits<double>::quiet_NaN();
    const auto& metric = result_->metrics[static_cast<size_t>(metric_)];
    return (ofB ? metric.b : metric.a)[static_cast<size_t>(row)];
}

double AbExamplesModel::difference(int row) const { return score(row, true) - score(row, false); }

std::string AbExamplesModel::metricKey() const {
    return metric_ < static_cast<int>(result_->metrics.size()) ? result_->metrics[static_cast<size_t>(metric_)].corpus.metric
                                                               : std::string();
}

QString AbExamplesModel::textOf(int row, bool ofB) const {
    const auto& one = example(row);
    const auto& text = ofB ? one.b : one.a;
    if (text.empty() && !one.error.empty()) return QStringLiteral("⚠ ") + translated(one.error);
    return QString::fromStdString(text);
}

WordRanges AbExamplesModel::differences(int row, bool ofB) const {
    if (!example(row).error.empty()) return {};
    return differingWords(textOf(row, ofB), textOf(row, !ofB));
}

int AbExamplesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !result_ ? 0 : static_cast<int>(result_->examples.size());
}
int AbExamplesModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant AbExamplesModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const int row = index.row(), column = index.column();
    switch (role) {
    case Qt::DisplayRole: return display(row, column);
    case kSortRole: return sortKey(row, column);
    case SentenceDelegate::kDifferenceRole:
        return column == TextA || column == TextB ? QVariant::fromValue(differences(row, column == TextB)) : QVariant();
    case Qt::ToolTipRole: return isText(column) ? plainTip(display(row, column)) : headerData(column, Qt::Horizontal, role);
    case Qt::TextAlignmentRole: return QVariant::fromValue((isText(column) ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::FontRole: {
        QFont font;
        font.setItalic(!example(row).error.empty() && isText(column));
        return font;
    }
    default: return {};
    }
}

QString AbExamplesModel::display(int row, int column) const {
    const auto& one = example(row);
    switch (column) {
    case Row: {
        const auto number = QString::number(one.row + 1);
        return result_->plan.seeds > 1 ? QStringLiteral("%1 · %2").arg(number).arg(one.seed + 1) : number;
    }
    case Difference: {
        const double value = difference(row);
        return (value > 0 ? QStringLiteral("+") : QString()) + metricText(metricKey(), value);
    }
    case ScoreA: return metricText(metricKey(), score(row, false));
    case ScoreB: return metricText(metricKey(), score(row, true));
    case TextA: return textOf(row, false);
    case TextB: return textOf(row, true);
    case Reference: return QString::fromStdString(one.pair.target);
    default: return QString::fromStdString(one.pair.source);
    }
}

QVariant AbExamplesModel::sortKey(int row, int column) const {
    switch (column) {
    case Row: return static_cast<double>(example(row).row) + example(row).seed / static_cast<double>(result_->plan.seeds);
    case Difference: return difference(row);
    case ScoreA: return score(row, false);
    case ScoreB: return score(row, true);
    default: return display(row, column);
    }
}

QVariant AbExamplesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    const bool seeds = result_ && result_->plan.seeds > 1;
    const auto metric = result_ ? metricName(metricKey()).title : QString();
    const QStringList titles{seeds ? tr("Row · seed") : tr("Row"),
                             QStringLiteral("%1 − %2").arg(b_, a_),
                             a_,
                             b_,
                             tr("Text of %1").arg(a_),
                             tr("Text of %1").arg(b_),
                             tr("Reference"),
                             tr("Source")};
    const QStringList tips{seeds ? tr("Number of the row in the data file, and of the seed, from 1")
                                 : tr("Number of the row in the data file, from 1"),
                           tr("%1 of lane %2 minus that of lane %3, of this text by itself").arg(metric, b_, a_),
                           tr("%1 of lane %2's text by itself").arg(metric, a_),
                           tr("%1 of lane %2's text by itself").arg(metric, b_),
                           tr("What lane %1 generated; underlined: words that lane %2 does not say there").arg(a_, b_),
                           tr("What lane %1 generated; underlined: words that lane %2 does not say there").arg(b_, a_),
                           tr("What the data file says for the source"),
                           tr("What both lanes were given")};
    if (role == Qt::DisplayRole) return titles[section];
    if (role == Qt::ToolTipRole) return plainTip(tips[section]);
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue((isText(section) ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    return {};
}

bool AbExamplesOrder::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const auto a = left.data(AbExamplesModel::kSortRole), b = right.data(AbExamplesModel::kSortRole);
    if (a.typeId() != QMetaType::Double) return QString::localeAwareCompare(a.toString(), b.toString()) < 0;
    const double x = a.toDouble(), y = b.toDouble();
    if (std::isnan(x) || std::isnan(y))
        return sortOrder() == Qt::AscendingOrder ? std::isnan(y) && !std::isnan(x) : std::isnan(x) && !std::isnan(y);
    return x < y;
}

} // namespace diffuscope
