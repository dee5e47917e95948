// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/sweep_row.h"

#include <QAbstractTableModel>
#include <QColor>
#include <vector>

namespace diffuscope {

/// The rows of a sweep as they finish: setting, cost, and every metric with its interval. A setting that failed has its
/// sentence in the place of figures.
class SweepModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Setting, Steps, Evaluations, Seconds, FirstMetric };
    /// Gives what a column sorts by: a number, or a text; nothing where there is no figure.
    static constexpr int kSortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const std::vector<SweepRow>& rows);
    void append(const SweepRow& row);
    const std::vector<SweepRow>& rows() const { return rows_; }
    bool failed(int row) const { return !rows_.at(static_cast<std::size_t>(row)).error.empty(); }
    /// Of sentences that say what went wrong.
    void setErrorColour(const QColor& colour);
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString display(const SweepRow& row, int column) const;
    QString tip(const SweepRow& row, int column) const;
    QVariant sortKey(const SweepRow& row, int column) const;

    std::vector<SweepRow> rows_;
    QColor errorColour_;
};

} // namespace diffuscope
