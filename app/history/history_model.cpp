// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/history_model.h"

#include "app/lane_list.h"
#include "app/lane_titles.h"
#include "widgets/number_text.h"
#include "widgets/pieces.h"

#include <QLocale>

namespace diffuscope {
namespace {

bool isText(int column) { return column == HistoryModel::Lanes || column == HistoryModel::Source || column == HistoryModel::Text; }

} // namespace

void HistoryModel::add(PastRun run) {
    beginInsertRows({}, 0, 0);
    runs_.insert(runs_.begin(), std::make_unique<PastRun>(std::move(run)));
    endInsertRows();
}

PastRun HistoryModel::takeOldest() {
    const int last = rowCount() - 1;
    beginRemoveRows({}, last, last);
    auto run = std::move(*runs_.back());
    runs_.pop_back();
    endRemoveRows();
    return run;
}

void HistoryModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int HistoryModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(runs_.size()); }
int HistoryModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant HistoryModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    switch (role) {
    case Qt::DisplayRole: return display(run(index.row()), index.column());
    case Qt::ToolTipRole: return plainTip(tip(run(index.row()), index.column()));
    case Qt::TextAlignmentRole: return QVariant::fromValue((isText(index.column()) ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    default: return {};
    }
}

QString HistoryModel::display(const PastRun& run, int column) const {
    switch (column) {
    case When: return QLocale().toString(run.when.time(), QStringLiteral("HH:mm:ss"));
    case Lanes: return laneTitles(run.recipes).join(QStringLiteral(" | "));
    case Evaluations: return QLocale().toString(run.evaluations);
    case Seconds: return numberText(run.seconds, 2);
    case Source:
        return run.recipes.empty() || run.recipes.front().sources.empty() ? QString()
                                                                          : QString::fromStdString(run.recipes.front().sources.front());
    default: return run.sentence;
    }
}

QString HistoryModel::tip(const PastRun& run, int column) const {
    if (column == Source || column == Text) return display(run, column);
    QStringList lanes;
    for (const auto& recipe : run.recipes) lanes << laneTitle(recipe);
    return lanes.join(u'\n');
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    const QStringList titles{tr("Time"), tr("Lanes"), tr("Evaluations"), tr("Seconds"), tr("Source"), tr("Sentence")};
    const QStringList tips{tr("When the run ended"),
                           tr("Solver and steps of each lane"),
                           tr("How often the network was asked for x₀, for each candidate, all lanes together"),
                           tr("Wall time in seconds, all lanes together"),
                           tr("The source sentence"),
                           tr("The sentence that the first lane chose")};
    if (role == Qt::DisplayRole) return titles[section];
    if (role == Qt::ToolTipRole) return plainTip(tips[section]);
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue((isText(section) ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    return {};
}

} // namespace diffuscope
