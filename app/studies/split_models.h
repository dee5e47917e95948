// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/error_split.h"

#include <QAbstractTableModel>
#include <memory>
#include <optional>

namespace diffuscope {

/// What is known of a lane's distance from its reference run.
struct LaneSplit {
    QString name;                    ///< "A  Euler · 10 steps"
    std::optional<ErrorSplit> split; ///< nothing while there is no reference
    QString state;                   ///< instead of figures: what it waits for
    QString note;                    ///< what the split holds beside solver and rounding; may be empty
};

/// One line for each lane.
class LaneSplitsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Lane, Solver, Rounding, Flips, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setLanes(std::vector<LaneSplit> lanes, bool dark);
    const std::vector<LaneSplit>& lanes() const { return lanes_; }
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString display(int row, int column) const;

    std::vector<LaneSplit> lanes_;
    bool dark_ = false;
};

/// A token that the lane says otherwise than its reference.
struct Flip {
    int position = 0; ///< on the canvas
    QString token, referenceToken;
    int record = 0;      ///< index into the lane's trace
    int step = 0;        ///< the step's own number
    double lambda = 0.0; ///< log(α/σ) there
};

/// The flipped tokens of one lane, in reading order.
class FlipsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Position, Token, Reference, LeftAt, Lambda, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setFlips(std::vector<Flip> flips);
    const Flip& flip(int row) const { return flips_[static_cast<size_t>(row)]; }
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<Flip> flips_;
};

} // namespace diffuscope
