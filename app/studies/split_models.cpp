// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/split_models.h"

#include "widgets/lane_mark.h"
#include "widgets/number_text.h"

namespace diffuscope {
namespace {

template <class Model> void tellAll(Model& model) {
    emit model.headerDataChanged(Qt::Horizontal, 0, Model::ColumnCount - 1);
    if (model.rowCount() > 0) emit model.dataChanged(model.index(0, 0), model.index(model.rowCount() - 1, Model::ColumnCount - 1));
}

QVariant aligned(bool left) { return QVariant::fromValue((left ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter); }

} // namespace

void LaneSplitsModel::setLanes(std::vector<LaneSplit> lanes, bool dark) {
    const bool another = lanes.size() != lanes_.size();
    if (another) beginResetModel();
    lanes_ = std::move(lanes);
    dark_ = dark;
    if (another) endResetModel();
    else tellAll(*this);
}

void LaneSplitsModel::retranslate() { tellAll(*this); }
int LaneSplitsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(lanes_.size()); }
int LaneSplitsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString LaneSplitsModel::display(int row, int column) const {
    const auto& lane = lanes_[static_cast<size_t>(row)];
    if (column == Lane) return lane.name;
    if (!lane.split) return column == Solver ? lane.state : QString();
    switch (column) {
    case Solver: return numberText(lane.split->solver, 3);
    case Rounding: return numberText(lane.split->rounding, 3);
    default: return tr("%1 of %2").arg(lane.split->flips).arg(lane.split->positions.size());
    }
}

QVariant LaneSplitsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const int row = index.row(), column = index.column();
    const auto& lane = lanes_[static_cast<size_t>(row)];
    switch (role) {
    case Qt::DisplayRole: return display(row, column);
    case Qt::DecorationRole: return column == Lane ? QVariant(laneIcon(row, dark_)) : QVariant();
    case Qt::TextAlignmentRole: return aligned(column == Lane);
    case Qt::ToolTipRole:
        return plainTip(column == Lane ? lane.name + (lane.note.isEmpty() ? QString() : u'\n' + lane.note)
                                       : headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString());
    default: return {};
    }
}

QVariant LaneSplitsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    const QStringList titles{tr("Lane"), tr("Solver error"), tr("Rounding error"), tr("Flips")};
    const QStringList tips{tr("Solver and steps; a click makes it the current lane"),
                           tr("How far the run ended from its reference run of many fine steps: L2 distance of the final latents, mean "
                              "over the positions where text is "
                              "generated, in lengths of the embedding space"),
                           tr("How far the run's final latents are from the nearest embeddings: L2 distance, mean over the same positions"),
                           tr("Positions whose final token is another one than the reference's, of all where text is generated")};
    if (role == Qt::DisplayRole) return titles[section];
    if (role == Qt::ToolTipRole) return tips[section];
    if (role == Qt::TextAlignmentRole) return aligned(section == Lane);
    return {};
}

void FlipsModel::setFlips(std::vector<Flip> flips) {
    beginResetModel();
    flips_ = std::move(flips);
    endResetModel();
}

void FlipsModel::retranslate() { tellAll(*this); }
int FlipsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(flips_.size()); }
int FlipsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant FlipsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& one = flip(index.row());
    const bool text = index.column() == Token || index.column() == Reference;
    if (role == Qt::TextAlignmentRole) return aligned(text);
    if (role == Qt::ToolTipRole) return headerData(index.column(), Qt::Horizontal, role);
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
    case Position: return one.position;
    case Token: return one.token;
    case Reference: return one.referenceToken;
    case LeftAt: return one.step;
    default: return numberText(one.lambda, 2);
    }
}

QVariant FlipsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    const QStringList titles{tr("Position"), tr("Token"), tr("Reference"), tr("Left at step"), tr("λ")};
    const QStringList tips{tr("Place on the canvas"), tr("What the lane says there at the end"),
                           tr("What the reference run says there at the end"),
                           tr("The lane's step from which on its token is never again that of the reference at the nearest λ"),
                           tr("Noise level of that step: log(α/σ)")};
    if (role == Qt::DisplayRole) return titles[section];
    if (role == Qt::ToolTipRole) return plainTip(tips[section]);
    if (role == Qt::TextAlignmentRole) return aligned(section == Token || section == Reference);
    return {};
}

} // namespace diffuscope
