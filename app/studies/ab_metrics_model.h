// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/ab_test.h"

#include <QAbstractTableModel>
#include <memory>

namespace diffuscope {

/// How surely a difference is one: what is less likely than this by chance is marked.
inline constexpr double kSignificant = 0.05;

/// The metrics of an A/B test, one a line.
class AbMetricsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Metric, OfA, OfB, Difference, P, Wins, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// `nameOfA`, `nameOfB`: the lanes' letters.
    void setResult(std::shared_ptr<const AbResult> result, const QString& nameOfA, const QString& nameOfB);
    void retranslate();
    bool significant(int row) const { return of(row).estimate.p < kSignificant; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    const MetricComparison& of(int row) const { return result_->metrics[static_cast<size_t>(row)].corpus; }
    QString display(int row, int column) const;
    QString toolTip(int row, int column) const;

    std::shared_ptr<const AbResult> result_;
    QString a_ = QStringLiteral("A"), b_ = QStringLiteral("B");
};

} // namespace diffuscope
