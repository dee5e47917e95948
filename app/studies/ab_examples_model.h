// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/ab_test.h"
#include "widgets/sentence_delegate.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <memory>

namespace diffuscope {

/// The examples of an A/B test with what one metric says of each. Words that the other text has not are marked (see
/// SentenceDelegate).
class AbExamplesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Row, Difference, ScoreA, ScoreB, TextA, TextB, Reference, Source, ColumnCount };
    static constexpr int kSortRole = Qt::UserRole + 2; ///< a number or a text; NaN where there is no number

    using QAbstractTableModel::QAbstractTableModel;

    void setResult(std::shared_ptr<const AbResult> result, const QString& nameOfA, const QString& nameOfB);
    /// By its place in the result's metrics.
    void setMetric(int metric);
    int metric() const { return metric_; }
    void retranslate();

    const AbExample& example(int row) const { return result_->examples[static_cast<size_t>(row)]; }
    /// b − a of the metric; NaN where there is none.
    double difference(int row) const;
    /// Words of b's text that are not in a's, and the other way round.
    WordRanges differences(int row, bool ofB) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    double score(int row, bool ofB) const;
    std::string metricKey() const;
    QString textOf(int row, bool ofB) const;
    QString display(int row, int column) const;
    QVariant sortKey(int row, int column) const;

    std::shared_ptr<const AbResult> result_;
    int metric_ = 0;
    QString a_ = QStringLiteral("A"), b_ = QStringLiteral("B");
};

/// Sorts examples; those without a figure come last whichever end is first.
class AbExamplesOrder : public QSortFilterProxyModel {
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
};

} // namespace diffuscope
