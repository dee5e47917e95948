// SPDX-License-Identifier: GPL-3.0-or-later
// The token grid as text, and the search in it.
#include "widgets/number_text.h"
#include "widgets/pieces.h"
#include "widgets/token_grid.h"

#include <QClipboard>
#include <QGuiApplication>
#include <algorithm>

namespace diffuscope {
namespace {

/// The vocabulary's own spelling, without what would break a table.
QString plainPiece(const std::string& piece) { return QString::fromStdString(piece).replace(u'\t', u' ').replace(u'\n', u' '); }

/// Text that LaTeX prints as it is.
QString latexText(const QString& text) {
    QString result;
    for (const QChar c : text) {
        if (c == u'\\') result += QStringLiteral("\\textbackslash{}");
        else if (c == u'~') result += QStringLiteral("\\textasciitilde{}");
        else if (c == u'^') result += QStringLiteral("\\textasciicircum{}");
        else if (c == u'<') result += QStringLiteral("\\textless{}"); // bare, the usual fonts print ¡ and ¿
        else if (c == u'>') result += QStringLiteral("\\textgreater{}");
        else if (c == u'|') result += QStringLiteral("\\textbar{}");
        else if (c == QChar(0x2423) || c == QChar(0x2581)) result += QStringLiteral("\\textvisiblespace{}");
        else if (QStringLiteral("#$%&_{}").contains(c)) result += QStringLiteral("\\") + c;
        else result += c;
    }
    return result;
}

} // namespace

void TokenGrid::copyText() {
    if (model_.empty()) return;
    const auto& trace = *model_.trace();
    QGuiApplication::clipboard()->setText(roundedText(trace, step(), row(), pieceStyle(*trace.header->pieces)));
}

QStringList TokenGrid::tokenLine(int step) const {
    const auto& trace = *model_.trace();
    QStringList fields;
    for (const int position : model_.positions()) fields << plainPiece(trace.piece(trace.token(step, row(), position)));
    return fields;
}

void TokenGrid::copyTable() {
    if (model_.empty()) return;
    const auto& trace = *model_.trace();
    QStringList lines;
    QStringList fields = {QStringLiteral("step"), QStringLiteral("t"), QStringLiteral("lambda")};
    for (const int position : model_.positions()) fields << QString::number(position);
    lines << fields.join(u'\t');
    for (int step = 0; step < model_.recordedSteps(); ++step) {
        const auto& record = *trace.steps[static_cast<size_t>(step)];
        fields = QStringList{QString::number(record.index), plainNumber(record.t), plainNumber(record.lambda)} + tokenLine(step);
        lines << fields.join(u'\t');
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
}

void TokenGrid::copyLatex() {
    if (model_.empty()) return;
    const auto& trace = *model_.trace();
    const auto line = [](const QStringList& fields) {
        return QStringLiteral("  ") + fields.join(QStringLiteral(" & ")) + QStringLiteral(" \\\\\n");
    };
    QStringList fields{QStringLiteral("step"), QStringLiteral("$\\lambda$")};
    for (const int position : model_.positions()) fields << QString::number(position);
    QString text = QStringLiteral("\\begin{tabular}{rr%1}\n").arg(QString(static_cast<int>(model_.positions().size()), u'l')) +
                   line(fields) + QStringLiteral("  \\hline\n");
    for (int row = 0; row < model_.rowCount() && model_.band(row).shown < model_.recordedSteps(); ++row) {
        const int step = model_.band(row).shown;
        const auto& record = *trace.steps[static_cast<size_t>(step)];
        fields = {QString::number(record.index), QStringLiteral("$%1$").arg(record.lambda, 0, 'f', 2)};
        for (const auto& token : tokenLine(step)) fields << latexText(token);
        text += line(fields);
    }
    QGuiApplication::clipboard()->setText(text + QStringLiteral("\\end{tabular}\n"));
}

void TokenGrid::setSearch(const QString& text) {
    if (text == search_) return;
    search_ = text;
    updateFound();
    repaintSoon();
}

void TokenGrid::updateFound() {
    found_.clear();
    if (search_.isEmpty() || !model_.trace()) return;
    const auto& pieces = *model_.trace()->header->pieces;
    // A space at the beginning asks for the beginning of a word: some vocabularies write it as '▁', in the others it is what
    // every piece begins with that is not marked as going on ('##').
    const bool marked = pieceStyle(pieces) == PieceStyle::SentencePiece;
    const bool first = !marked && search_.startsWith(u' ');
    const QString wanted = first ? search_.mid(1) : QString(search_).replace(u' ', QChar(0x2581));
    for (const auto& piece : pieces) {
        const auto text = QString::fromStdString(piece);
        found_.push_back(first ? text.startsWith(wanted, Qt::CaseInsensitive) : text.contains(wanted, Qt::CaseInsensitive));
    }
}

bool TokenGrid::isFound(int step, int position) const {
    const auto token = model_.trace()->token(step, row(), position);
    return token >= 0 && static_cast<size_t>(token) < found_.size() && found_[static_cast<size_t>(token)];
}

int TokenGrid::foundCount() const {
    int count = 0;
    if (model_.empty() || found_.empty()) return count;
    for (int step = 0; step < model_.recordedSteps(); ++step)
        for (const int position : model_.positions()) count += isFound(step, position);
    return count;
}

bool TokenGrid::findNext(bool backwards) {
    if (model_.empty() || found_.empty() || model_.positions().empty()) return false;
    const auto columns = static_cast<std::int64_t>(model_.positions().size());
    const std::int64_t cells = columns * model_.recordedSteps();
    const std::int64_t here = step() * columns + std::max(0, model_.columnOfPosition(position()));
    for (std::int64_t i = 1; i <= cells; ++i) {
        const auto cell = (here + (backwards ? cells - i : i)) % cells;
        const int step = static_cast<int>(cell / columns);
        const int position = model_.positions()[static_cast<size_t>(cell % columns)];
        if (!isFound(step, position)) continue;
        moveTo(step, position);
        return true;
    }
    return false;
}

} // namespace diffuscope
