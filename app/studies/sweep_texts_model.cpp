// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/sweep_texts_model.h"

#include "core/metrics/nltk_bleu.h"
#include "widgets/lane_difference.h"
#include "widgets/number_text.h"
#include "widgets/sentence_delegate.h"

namespace diffuscope {

void SweepTextsModel::setTexts(GeneratedRows texts) {
    beginResetModel();
    texts_ = std::move(texts);
    bleu_.clear();
    for (size_t i = 0; i < texts_.candidates.size(); ++i) bleu_.push_back(sentenceBleuMethod4(texts_.candidates[i], texts_.references[i]));
    endResetModel();
}

void SweepTextsModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int SweepTextsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(texts_.candidates.size()); }
int SweepTextsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString SweepTextsModel::display(size_t row, int column) const {
    switch (column) {
    case Row: return QString::number(row + 1);
    case Bleu: return numberText(bleu_[row], 3);
    case Text: return QString::fromStdString(texts_.candidates[row]);
    case Reference: return QString::fromStdString(texts_.references[row]);
    default: return QString::fromStdString(texts_.sources[row]);
    }
}

QVariant SweepTextsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto row = static_cast<size_t>(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return display(row, column);
    case Qt::ToolTipRole:
        return plainTip(column > Bleu ? display(row, column) : headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    case Qt::TextAlignmentRole: return QVariant::fromValue((column <= Bleu ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case kSortRole:
        if (column == Row) return index.row();
        return column == Bleu ? QVariant(bleu_[row]) : QVariant(display(row, column));
    case SentenceDelegate::kDifferenceRole:
        if (column != Text) return {};
        return QVariant::fromValue(WordRanges(differingWords(display(row, Text), display(row, Reference))));
    default: return {};
    }
}

QVariant SweepTextsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    const QStringList titles{tr("Row"), tr("BLEU"), tr("Generated"), tr("Reference"), tr("Source")};
    const QStringList tips{tr("Place among the rows of the file whose source fits on the canvas"),
                           tr("Sentence BLEU of the published evaluation (NLTK, up to 4-grams, smoothing method 4), 0 to 1"),
                           tr("What the setting generated; underlined: words that the reference does not have, or in another order"),
                           tr("What people said"), tr("What was to be said")};
    if (role == Qt::DisplayRole) return titles[section];
    if (role == Qt::ToolTipRole) return plainTip(tips[section]);
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue((section <= Bleu ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

} // namespace diffuscope
