// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sentences_model.h"

#include "widgets/lane_difference.h"
#include "widgets/lane_mark.h"
#include "widgets/number_text.h"

#include <QFont>
#include <algorithm>

namespace diffuscope {
namespace {

QVariant alignment(int column) {
    const bool centred = column == SentencesModel::Chosen || column == SentencesModel::Sample || column == SentencesModel::Lane;
    return QVariant::fromValue(centred ? Qt::Alignment(Qt::AlignCenter) : Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace

void SentencesModel::setTraces(const Traces& traces, int current) {
    std::vector<Line> lines;
    int rows = 0;
    for (const auto& trace : traces) rows = std::max(rows, trace ? trace->batch() : 0);
    for (int row = 0; row < rows; ++row)
        for (size_t lane = 0; lane < traces.size(); ++lane)
            if (traces[lane] && row < traces[lane]->batch()) lines.push_back({static_cast<int>(lane), row});
    const auto headerOf = [](const auto& trace) { return trace ? trace->header : nullptr; };
    const bool sameRuns = std::equal(traces.begin(), traces.end(), traces_.begin(), traces_.end(),
                                     [&](const auto& a, const auto& b) { return headerOf(a) == headerOf(b); });
    if (!sameRuns) beginResetModel();
    traces_ = traces;
    lines_ = std::move(lines);
    current_ = current;
    if (!sameRuns) {
        styles_.clear();
        for (const auto& trace : traces) styles_.push_back(trace ? pieceStyle(*trace->header->pieces) : PieceStyle::Words);
        endResetModel();
    } else if (rowCount() > 0) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

void SentencesModel::retranslate() { emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1); }

bool SentencesModel::severalSources() const {
    const auto first = source(0);
    for (int line = 1; line < rowCount(); ++line)
        if (source(line) != first) return true;
    return false;
}

int SentencesModel::lineOf(int lane, int row) const {
    const auto found = std::find(lines_.begin(), lines_.end(), Line{lane, row});
    return found == lines_.end() ? -1 : static_cast<int>(found - lines_.begin());
}

bool SentencesModel::isChosen(int line) const {
    if (line < 0 || line >= rowCount()) return false;
    const auto& chosen = traceOf(line).chosen;
    return std::find(chosen.begin(), chosen.end(), rowOf(line)) != chosen.end();
}

QString SentencesModel::sentence(int line) const {
    if (line < 0 || line >= rowCount()) return {};
    const auto& trace = traceOf(line);
    if (const auto row = static_cast<size_t>(rowOf(line)); row < trace.sentences.size())
        return QString::fromStdString(trace.sentences[row].text);
    if (trace.steps.empty()) return {};
    return roundedText(trace, static_cast<int>(trace.steps.size()) - 1, rowOf(line), styles_[static_cast<size_t>(laneOf(line))]);
}

QString SentencesModel::source(int line) const {
    if (line < 0 || line >= rowCount()) return {};
    const auto& header = *traceOf(line).header;
    const auto index = static_cast<size_t>(header.rows[static_cast<size_t>(rowOf(line))].source);
    return index < header.recipe.sources.size() ? QString::fromStdString(header.recipe.sources[index]) : QString();
}

QString SentencesModel::rounded(int step, int row) const {
    return roundedText(*traces_[static_cast<size_t>(current_)], step, row, styles_[static_cast<size_t>(current_)]);
}

WordRanges SentencesModel::differences(int line) const {
    const int reference = lineOf(current_, rowOf(line));
    return reference < 0 || reference == line ? WordRanges() : differingWords(sentence(line), sentence(reference));
}

int SentencesModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(lines_.size()); }

int SentencesModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant SentencesModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    switch (role) {
    case Qt::DisplayRole: return display(index.row(), index.column());
    case Qt::ToolTipRole: return toolTip(index.row(), index.column());
    case SentenceDelegate::kDifferenceRole: return index.column() == Text ? QVariant::fromValue(differences(index.row())) : QVariant();
    case Qt::AccessibleTextRole:
        if (index.column() == Chosen) return isChosen(index.row()) ? tr("chosen") : tr("not chosen");
        return display(index.row(), index.column());
    case Qt::FontRole: {
        if (index.column() != Text) return {};
        QFont font;
        font.setItalic(!traceOf(index.row()).finished()); // not final yet
        font.setBold(isChosen(index.row()));
        return font;
    }
    case Qt::TextAlignmentRole: return alignment(index.column());
    default: return {};
    }
}

QVariant SentencesModel::display(int line, int column) const {
    switch (column) {
    case Chosen: return isChosen(line) ? QStringLiteral("★") : QString();
    case Lane: return laneName(laneOf(line));
    case Source: return source(line);
    case Sample: return QString::number(traceOf(line).header->rows[static_cast<size_t>(rowOf(line))].sample + 1);
    default: return sentence(line);
    }
}

QString SentencesModel::toolTip(int line, int column) const {
    switch (column) {
    case Chosen: return isChosen(line) ? tr("The chosen candidate of its source") : QString();
    case Lane: return tr("The lane that made it");
    case Sample: return tr("Number of the candidate; each has its own noise");
    default: break;
    }
    const auto text = display(line, column).toString();
    const auto marked = column == Text ? differences(line).size() : 0;
    return plainTip(
        marked == 0
            ? text
            : text + u'\n' +
                  tr("Underlined: %n word(s) that lane %1 does not say there", nullptr, static_cast<int>(marked)).arg(laneName(current_)));
}

QVariant SentencesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    const QStringList titles = {QStringLiteral("★"), tr("Lane"), tr("Source"), tr("Sample"), tr("Sentence")};
    const QStringList tips = {tr("Chosen candidate: least Bayes risk if the recipe asks for it, else the first"),
                              tr("The lane that made it"), tr("The sentence that was typed"),
                              tr("Number of the candidate; each has its own noise"),
                              tr("The generated sentence; in italics while the run is under way")};
    if (role == Qt::DisplayRole) return titles[section];
    if (role == Qt::ToolTipRole) return tips[section];
    if (role == Qt::TextAlignmentRole) return alignment(section);
    return {};
}

} // namespace diffuscope
