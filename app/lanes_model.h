// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/trace.h"

#include <QAbstractTableModel>
#include <map>
#include <memory>
#include <optional>

namespace diffuscope {

/// One line for each lane: what it cost, what it says, and how good that is where the source is an example whose answer
/// is known. Sentences are those of one row of the batch.
class LanesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Lane, Evaluations, Seconds, Bleu, Slots, Differing, Text, ColumnCount };
    using Traces = std::vector<std::shared_ptr<const Trace>>;

    using QAbstractTableModel::QAbstractTableModel;

    /// What people said for a source.
    void setReferences(std::map<std::string, std::string> references) { references_ = std::move(references); }
    /// `traces`: of each lane; nullptr: it has not run.
    void set(const std::vector<Recipe>& lanes, const Traces& traces, int current, int row);
    void setDark(bool dark);
    void retranslate();

    /// Of the lane's run; nothing where the source is no example, or there is no run.
    std::optional<std::string> reference(int lane) const;
    QString sentence(int lane) const;
    /// 0 … 1; nothing without a reference.
    std::optional<double> bleu(int lane) const;
    std::optional<double> slotAccuracy(int lane) const;
    /// Tokens of the sentence that differ from the current lane's; nothing for that lane itself.
    std::optional<int> differing(int lane) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::shared_ptr<const Trace> trace(int lane) const;
    QString display(int lane, int column) const;

    std::map<std::string, std::string> references_;
    std::vector<Recipe> lanes_;
    Traces traces_;
    int current_ = 0, row_ = 0;
    bool dark_ = false;
};

} // namespace diffuscope
