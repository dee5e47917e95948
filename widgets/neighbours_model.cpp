// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/neighbours_model.h"

#include "core/engine/trace_analysis.h"
#include "widgets/number_text.h"
#include "widgets/pieces.h"

#include <limits>

namespace diffuscope {

void NeighboursModel::setCell(const std::shared_ptr<const Trace>& trace, int step, int row, int position) {
    const int before = rowCount();
    const int now = trace ? trace->header->neighbours : 0;
    if (trace == trace_ && step == step_ && row == row_ && position == position_) return;
    // Same size: the selection and the scroll position stay while the person steps through.
    if (before != now) beginResetModel();
    trace_ = trace;
    step_ = step;
    row_ = row;
    position_ = position;
    known_ = false;
    if (before != now) endResetModel();
    else if (now > 0) emit dataChanged(index(0, 0), index(now - 1, ColumnCount - 1));
}

void NeighboursModel::retranslate() { emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1); }

int NeighboursModel::rowCount(const QModelIndex& parent) const { return parent.isValid() || !trace_ ? 0 : trace_->header->neighbours; }

int NeighboursModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant NeighboursModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !trace_) return {};
    switch (role) {
    case Qt::DisplayRole: return display(index.row(), index.column());
    case Qt::UserRole: return number(index.row(), index.column());
    case Qt::ToolTipRole: return headerData(index.column(), Qt::Horizontal, Qt::ToolTipRole);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(index.column() == Token ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant NeighboursModel::display(int k, int column) const {
    switch (column) {
    case Rank: return QString::number(k + 1);
    case Token: return displayPiece(trace_->piece(trace_->token(step_, row_, position_, k)));
    case Distance: return numberText(distance(k), 3);
    case Probability: return numberText(probability(k), 3);
    default: return k == 0 ? QString() : u'+' + numberText(distance(k) - distance(0), 3);
    }
}

QVariant NeighboursModel::number(int k, int column) const {
    switch (column) {
    case Rank: return k + 1;
    case Token: return trace_->token(step_, row_, position_, k);
    case Distance: return static_cast<double>(distance(k));
    case Probability: return probability(k);
    default: return static_cast<double>(distance(k) - distance(0));
    }
}

double NeighboursModel::probability(int k) const {
    if (!known_) probabilities_ = headProbabilities(*trace_, step_, row_, position_);
    known_ = true;
    const auto token = static_cast<size_t>(trace_->token(step_, row_, position_, k));
    return token < probabilities_.size() ? probabilities_[token] : std::numeric_limits<double>::quiet_NaN();
}

QVariant NeighboursModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    const QStringList titles = {tr("#"), tr("Token"), tr("Distance"), tr("Farther by"), tr("P")};
    const QStringList tips = {
        tr("Rank by distance, 1 = nearest"), tr("Token of the vocabulary"),
        tr("L2 distance of the x₀ prediction to the token's embedding, in lengths of the embedding space"),
        tr("How much farther than the nearest token; the second line is the margin"),
        trace_ && !trace_->header->headBias.empty()
            ? tr("Probability of the token among the whole vocabulary: softmax(lm_head(x₀)), 0 … 1")
            : tr("Probability of the token among the whole vocabulary: softmax(E·x₀), 0 … 1; this trace lacks lm_head's bias")};
    if (role == Qt::DisplayRole) return titles[section];
    if (role == Qt::ToolTipRole) return tips[section];
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(section == Token ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    return {};
}

} // namespace diffuscope
