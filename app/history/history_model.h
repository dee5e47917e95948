// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/trace.h"

#include <QAbstractTableModel>
#include <QDateTime>
#include <memory>
#include <vector>

namespace diffuscope {

/// A run that ended: one lane or several on one source.
struct PastRun {
    QDateTime when;
    std::vector<Recipe> recipes; ///< of each lane
    QString sentence;            ///< what the first lane chose
    int evaluations = 0;         ///< of all lanes
    double seconds = 0.0;        ///< wall time of the run
    std::vector<quint64> keys;   ///< of each lane's trace on the shelf
};

/// The runs of the session, the newest first.
class HistoryModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { When, Lanes, Evaluations, Seconds, Source, Text, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void add(PastRun run);
    /// Drops the oldest; its traces are the caller's to drop.
    PastRun takeOldest();
    const PastRun& run(int row) const { return *runs_[static_cast<size_t>(row)]; }
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString display(const PastRun& run, int column) const;
    /// The sentences in full, else the lanes with their models.
    QString tip(const PastRun& run, int column) const;

    std::vector<std::unique_ptr<PastRun>> runs_; ///< newest first
};

} // namespace diffuscope
