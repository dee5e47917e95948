// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/sweep_model.h"

#include "app/error_sentence.h"
#include "app/studies/sweep_names.h"
#include "widgets/metric_names.h"
#include "widgets/number_text.h"

#include <QLocale>
#include <QSize>

namespace diffuscope {
namespace {

std::string_view metricOf(int column) { return sweepMetrics()[static_cast<std::size_t>(column - SweepModel::FirstMetric)]; }

QString interval(const Estimate& estimate, int decimals) {
    return QStringLiteral("%1 (%2–%3)")
        .arg(numberText(estimate.value, decimals), numberText(estimate.low, decimals), numberText(estimate.high, decimals));
}

QString shortNumber(double value) {
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(value, 'g', 4);
}

} // namespace

void SweepModel::setRows(const std::vector<SweepRow>& rows) {
    beginResetModel();
    rows_ = rows;
    endResetModel();
}

void SweepModel::append(const SweepRow& row) {
    beginInsertRows({}, rowCount(), rowCount());
    rows_.push_back(row);
    endInsertRows();
}

void SweepModel::setErrorColour(const QColor& colour) {
    errorColour_ = colour;
    if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::ForegroundRole});
}

void SweepModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int SweepModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(rows_.size()); }
int SweepModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : FirstMetric + static_cast<int>(sweepMetrics().size());
}

QVariant SweepModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& row = rows_[static_cast<std::size_t>(index.row())];
    const bool sentence = !row.error.empty() && index.column() >= Evaluations;
    switch (role) {
    case Qt::DisplayRole: return display(row, index.column());
    case Qt::ToolTipRole: return plainTip(tip(row, index.column()));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((index.column() == Setting || sentence ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::ForegroundRole: return sentence && errorColour_.isValid() ? QVariant(errorColour_) : QVariant();
    case Qt::SizeHintRole: return sentence ? QVariant(QSize(0, 0)) : QVariant(); // it spans all figures, and widens none
    case kSortRole: return sortKey(row, index.column());
    default: return {};
    }
}

QString SweepModel::display(const SweepRow& row, int column) const {
    if (column == Setting) return seriesTitle(row.setting);
    if (column == Steps) return QString::number(row.setting.steps);
    if (!row.error.empty()) return column == Evaluations ? translated(row.error) : QString();
    if (column == Evaluations) return shortNumber(row.evaluations);
    if (column == Seconds) return shortNumber(row.secondsPerSentence);
    const auto estimate = row.metric(metricOf(column));
    return std::isnan(estimate.value) ? QStringLiteral("–") : interval(estimate, metricName(metricOf(column)).decimals);
}

QString SweepModel::tip(const SweepRow& row, int column) const {
    if (!row.error.empty()) return translated(row.error);
    if (column > Setting)
        return headerData(column, Qt::Horizontal, Qt::DisplayRole).toString() + QStringLiteral(": ") + display(row, column);
    const auto sentences = tr("%n sentence(s)", nullptr, static_cast<int>(row.sentences));
    return settingTitle(row.setting) + u'\n' +
           (row.skipped == 0 ? sentences
                             : sentences + u'\n' +
                                   tr("%n row(s) left out: the source does not fit on the canvas", nullptr, static_cast<int>(row.skipped)));
}

QVariant SweepModel::sortKey(const SweepRow& row, int column) const {
    if (column == Setting) return seriesTitle(row.setting);
    if (column == Steps) return row.setting.steps;
    if (!row.error.empty()) return {};
    if (column == Evaluations) return row.evaluations;
    if (column == Seconds) return row.secondsPerSentence;
    const double value = row.metric(metricOf(column)).value;
    return std::isnan(value) ? QVariant() : QVariant(value);
}

QVariant SweepModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    const QStringList titles{tr("Setting"), tr("Steps"), tr("Evaluations"), tr("s / sentence")};
    const QStringList tips{tr("Solver, mode and spacing"), tr("Solver steps from noise to text"),
                           tr("How often the network was asked for x₀, for each sentence"),
                           tr("Wall time for each sentence in seconds, of batches computed together")};
    const bool metric = section >= FirstMetric;
    if (role == Qt::DisplayRole) return metric ? metricName(metricOf(section)).title : titles[section];
    if (role == Qt::ToolTipRole)
        return plainTip(metric ? tr("%1. In brackets the 95 % interval: bootstrap over the rows of the file.")
                                     .arg(metricName(metricOf(section)).definition)
                               : tips[section]);
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue((section == Setting ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    return {};
}

} // namespace diffuscope
