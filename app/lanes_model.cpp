// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lanes_model.h"

#include "app/lane_list.h"
#include "core/metrics/nltk_bleu.h"
#include "core/metrics/slot_accuracy.h"
#include "widgets/lane_difference.h"
#include "widgets/lane_mark.h"
#include "widgets/number_text.h"
#include "widgets/pieces.h"

#include <QFont>

namespace diffuscope {
namespace {

QString orDash(const std::optional<double>& value, int decimals) { return value ? numberText(*value, decimals) : QStringLiteral("–"); }

} // namespace

void LanesModel::set(const std::vector<Recipe>& lanes, const Traces& traces, int current, int row) {
    const bool another = lanes.size() != lanes_.size();
    if (another) beginResetModel();
    lanes_ = lanes;
    traces_ = traces;
    traces_.resize(lanes.size());
    current_ = current;
    row_ = row;
    if (another) endResetModel();
    else if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void LanesModel::setDark(bool dark) { dark_ = dark; }

void LanesModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

std::shared_ptr<const Trace> LanesModel::trace(int lane) const {
    const auto& trace = traces_[static_cast<size_t>(lane)];
    return trace && row_ < trace->batch() ? trace : nullptr;
}

std::optional<std::string> LanesModel::reference(int lane) const {
    const auto run = trace(lane);
    if (!run) return std::nullopt;
    const auto source = static_cast<size_t>(run->header->rows[static_cast<size_t>(row_)].source);
    const auto found = references_.find(run->header->recipe.sources.at(source));
    return found == references_.end() ? std::nullopt : std::optional(found->second);
}

QString LanesModel::sentence(int lane) const {
    const auto run = trace(lane);
    if (!run || run->steps.empty()) return {};
    if (run->finished()) return QString::fromStdString(run->sentences[static_cast<size_t>(row_)].text);
    return roundedText(*run, static_cast<int>(run->steps.size()) - 1, row_, pieceStyle(*run->header->pieces));
}

std::optional<double> LanesModel::bleu(int lane) const {
    const auto known = reference(lane);
    if (!known || !trace(lane)->finished()) return std::nullopt;
    return sentenceBleuMethod4(sentence(lane).toStdString(), *known);
}

std::optional<double> LanesModel::slotAccuracy(int lane) const {
    const auto known = reference(lane);
    if (!known || !trace(lane)->finished()) return std::nullopt;
    const auto run = trace(lane);
    const std::array candidate{sentence(lane).toStdString()}, wanted{*known};
    const std::array source{run->header->recipe.sources.at(static_cast<size_t>(run->header->rows[static_cast<size_t>(row_)].source))};
    return diffuscope::slotAccuracy(candidate, wanted, source);
}

std::optional<int> LanesModel::differing(int lane) const {
    const auto run = trace(lane), other = current_ < rowCount() ? trace(current_) : nullptr;
    if (lane == current_ || !run || !other) return std::nullopt;
    return differingTokens(*run, *other, row_);
}

int LanesModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(lanes_.size()); }
int LanesModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant LanesModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const int lane = index.row(), column = index.column();
    switch (role) {
    case Qt::DisplayRole: return display(lane, column);
    case Qt::DecorationRole: return column == Lane ? QVariant(laneIcon(lane, dark_)) : QVariant();
    case Qt::ToolTipRole:
        return plainTip(column == Lane || column == Text ? display(lane, column) : headerData(column, Qt::Horizontal, role).toString());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((column == Lane || column == Text ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::FontRole: {
        QFont font;
        font.setBold(column == Lane && lane == current_ && rowCount() > 1);
        font.setItalic(column == Text && trace(lane) && !trace(lane)->finished()); // not final yet
        return font;
    }
    default: return {};
    }
}

QString LanesModel::display(int lane, int column) const {
    const auto run = trace(lane);
    switch (column) {
    case Lane:
        return laneName(lane) + QStringLiteral("  ") + laneTitle(lanes_[static_cast<size_t>(lane)], run ? &run->header->recipe : nullptr);
    case Evaluations: return run && !run->steps.empty() ? QLocale().toString(run->steps.back()->evaluations) : QStringLiteral("–");
    case Seconds: return run && !run->steps.empty() ? numberText(run->seconds, 2) : QStringLiteral("–");
    case Bleu: return orDash(bleu(lane), 3);
    case Slots: return orDash(slotAccuracy(lane), 2);
    case Differing: return differing(lane) ? QString::number(*differing(lane)) : QStringLiteral("–");
    default: return sentence(lane);
    }
}

QVariant LanesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    const QStringList titles{tr("Lane"), tr("Evaluations"), tr("Seconds"), tr("BLEU"), tr("Slots"), tr("Differ"), tr("Sentence")};
    const QStringList tips{
        tr("Solver and steps"),
        tr("How often the network was asked for x₀, for each candidate"),
        tr("Wall time of the lane's run in seconds, all candidates together, beside the other lanes"),
        tr("Sentence BLEU of the published evaluation (NLTK, up to 4-grams, smoothing method 4), 0 to 1, against the example's reference"),
        tr("Share of the source's slot values said word for word in the reference that the sentence says too, any case, 0 to 1"),
        tr("Tokens that differ from the current lane's at the newest step, up to the end mark"),
        tr("The sentence of the candidate that is chosen in the list of sentences")};
    if (role == Qt::DisplayRole) return titles[section];
    if (role == Qt::ToolTipRole) return plainTip(tips[section]);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == Lane || section == Text ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    return {};
}

} // namespace diffuscope
