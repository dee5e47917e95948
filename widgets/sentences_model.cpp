// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sentences_model.h"

#include "widgets/number_text.h"

#include <QFont>
#include <algorithm>

namespace diffuscope {
namespace {

QVariant alignment(int column) {
    const bool centred = column == SentencesModel::Chosen || column == SentencesModel::Sample;
    return QVariant::fromValue(centred ? Qt::Alignment(Qt::AlignCenter) : Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace

void SentencesModel::setTrace(const std::shared_ptr<const Trace>& trace) {
    const bool sameRun = trace_ && trace && trace_->header == trace->header;
    if (!sameRun) beginResetModel();
    trace_ = trace;
    if (!sameRun) {
        style_ = trace ? pieceStyle(*trace->header->pieces) : PieceStyle::Words;
        endResetModel();
    } else if (rowCount() > 0) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

void SentencesModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

bool SentencesModel::isChosen(int row) const {
    return trace_ && std::find(trace_->chosen.begin(), trace_->chosen.end(), row) != trace_->chosen.end();
}

QString SentencesModel::sentence(int row) const {
    if (!trace_ || row < 0 || row >= trace_->batch()) return {};
    if (static_cast<size_t>(row) < trace_->sentences.size())
        return QString::fromStdString(trace_->sentences[static_cast<size_t>(row)].text);
    if (trace_->steps.empty()) return {};
    return roundedText(*trace_, static_cast<int>(trace_->steps.size()) - 1, row, style_);
}

QString SentencesModel::source(int row) const {
    if (!trace_ || row < 0 || row >= trace_->batch()) return {};
    const auto& sources = trace_->header->recipe.sources;
    const auto index = static_cast<size_t>(trace_->header->rows[static_cast<size_t>(row)].source);
    return index < sources.size() ? QString::fromStdString(sources[index]) : QString();
}

int SentencesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !trace_ ? 0 : trace_->batch();
}

int SentencesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SentencesModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !trace_) return {};
    switch (role) {
    case Qt::DisplayRole:
        return display(index.row(), index.column());
    case Qt::ToolTipRole:
        return toolTip(index.row(), index.column());
    case Qt::AccessibleTextRole:
        if (index.column() == Chosen) return isChosen(index.row()) ? tr("chosen") : tr("not chosen");
        return display(index.row(), index.column());
    case Qt::FontRole: {
        if (index.column() != Text) return {};
        QFont font;
        font.setItalic(!trace_->finished()); // not final yet
        font.setBold(isChosen(index.row()));
        return font;
    }
    case Qt::TextAlignmentRole:
        return alignment(index.column());
    default:
        return {};
    }
}

QVariant SentencesModel::display(int row, int column) const {
    switch (column) {
    case Chosen:
        return isChosen(row) ? QStringLiteral("★") : QString();
    case Source:
        return source(row);
    case Sample:
        return QString::number(trace_->header->rows[static_cast<size_t>(row)].sample + 1);
    default:
        return sentence(row);
    }
}

QString SentencesModel::toolTip(int row, int column) const {
    switch (column) {
    case Chosen:
        return isChosen(row) ? tr("The chosen candidate of its source") : QString();
    case Sample:
        return tr("Number of the candidate; each has its own noise");
    default:
        return plainTip(display(row, column).toString());
    }
}

QVariant SentencesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    const QStringList titles = {QStringLiteral("★"), tr("Source"), tr("Sample"), tr("Sentence")};
    const QStringList tips = {
        tr("Chosen candidate: least Bayes risk if the recipe asks for it, else the first"),
        tr("The sentence that was typed"), tr("Number of the candidate; each has its own noise"),
        tr("The generated sentence; in italics while the run is under way")};
    if (role == Qt::DisplayRole) return titles[section];
    if (role == Qt::ToolTipRole) return tips[section];
    if (role == Qt::TextAlignmentRole) return alignment(section);
    return {};
}

} // namespace diffuscope
