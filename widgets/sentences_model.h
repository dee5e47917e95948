// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/trace.h"
#include "widgets/pieces.h"
#include "widgets/sentence_delegate.h"

#include <QAbstractTableModel>
#include <memory>

namespace diffuscope {

/// One line for each row of the batch: its source and its sentence, or what the newest step rounds to. Several lanes have
/// a line each, row by row; words that the current lane does not say are marked (see SentenceDelegate).
class SentencesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Chosen, Lane, Source, Sample, Text, ColumnCount };
    using Traces = std::vector<std::shared_ptr<const Trace>>;

    using QAbstractTableModel::QAbstractTableModel;

    void setTrace(const std::shared_ptr<const Trace>& trace) { setTraces({trace}, 0); }
    /// Of all lanes; nullptr: that lane has not run.
    void setTraces(const Traces& traces, int current);
    void retranslate();

    const Traces& traces() const { return traces_; }
    int current() const { return current_; }
    bool severalLanes() const { return traces_.size() > 1; }
    bool severalSources() const;
    int laneOf(int line) const { return lines_[static_cast<size_t>(line)].lane; }
    int rowOf(int line) const { return lines_[static_cast<size_t>(line)].row; }
    /// −1: there is none.
    int lineOf(int lane, int row) const;

    bool isChosen(int line) const;
    QString sentence(int line) const;
    QString source(int line) const;
    /// What the tokens of a recorded step of the current lane round to.
    QString rounded(int step, int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Line {
        int lane, row;
        bool operator==(const Line&) const = default;
    };
    const Trace& traceOf(int line) const { return *traces_[static_cast<size_t>(laneOf(line))]; }
    WordRanges differences(int line) const;
    QVariant display(int line, int column) const;
    QString toolTip(int line, int column) const;

    Traces traces_;
    std::vector<Line> lines_;
    std::vector<PieceStyle> styles_; ///< by lane
    int current_ = 0;
};

} // namespace diffuscope
