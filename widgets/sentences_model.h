// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/trace.h"
#include "widgets/pieces.h"

#include <QAbstractTableModel>
#include <memory>

namespace diffuscope {

/// One line for each row of the batch: its source and its sentence, or what the newest step rounds to.
class SentencesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Chosen, Source, Sample, Text, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setTrace(const std::shared_ptr<const Trace>& trace);
    void retranslate();

    bool isChosen(int row) const;
    QString sentence(int row) const;
    QString source(int row) const;
    /// What the tokens of a recorded step round to.
    QString rounded(int step, int row) const { return roundedText(*trace_, step, row, style_); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QVariant display(int row, int column) const;
    QString toolTip(int row, int column) const;

    std::shared_ptr<const Trace> trace_;
    PieceStyle style_ = PieceStyle::Words;
};

} // namespace diffuscope
