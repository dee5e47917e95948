// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/trace.h"

#include <QAbstractTableModel>
#include <memory>
#include <vector>

namespace diffuscope {

/// The K tokens nearest to the x_0 prediction of one cell, nearest first.
class NeighboursModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Rank, Token, Distance, Farther, Probability, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// The trace must have the cell; nullptr empties the model.
    void setCell(const std::shared_ptr<const Trace>& trace, int step, int row, int position);
    /// The headers' texts again, in another language.
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    /// Qt::DisplayRole for people; Qt::UserRole the plain number or the token's id.
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QVariant display(int k, int column) const;
    QVariant number(int k, int column) const;
    /// lm_head's probability of the k-th nearest token; NaN when the run recorded no latents.
    double probability(int k) const;
    float distance(int k) const { return trace_->distance(step_, row_, position_, k); }

    std::shared_ptr<const Trace> trace_;
    int step_ = 0;
    int row_ = 0;
    int position_ = 0;
    mutable std::vector<double> probabilities_; ///< of the whole vocabulary; computed when the table is looked at
    mutable bool known_ = false;
};

} // namespace diffuscope
