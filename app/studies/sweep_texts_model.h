// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/generated_rows.h"

#include <QAbstractTableModel>

namespace diffuscope {

/// What a setting generated, row by row, with the words that the reference does not have in the same order.
class SweepTextsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Row, Bleu, Text, Reference, Source, ColumnCount };
    static constexpr int kSortRole = Qt::UserRole; ///< SentenceDelegate::kDifferenceRole is the next

    using QAbstractTableModel::QAbstractTableModel;

    void setTexts(GeneratedRows texts);
    const GeneratedRows& texts() const { return texts_; }
    /// Of one row, 0 … 1.
    double bleu(int row) const { return bleu_.at(static_cast<size_t>(row)); }
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString display(size_t row, int column) const;

    GeneratedRows texts_;
    std::vector<double> bleu_;
};

} // namespace diffuscope
