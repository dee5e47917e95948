// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pieces.h"

#include <QStringList>
#include <algorithm>

namespace diffuscope {
namespace {

constexpr char wordStart[] = "\xe2\x96\x81"; // '▁', U+2581

bool startsWith(const std::string& text, const char* prefix) { return text.rfind(prefix, 0) == 0; }

// The header names padding and the end mark only; other marks are known by their usual spelling.
bool isMark(const std::string& piece) { return piece == "[CLS]" || piece == "<s>" || piece == "[START]"; }

bool isPlaceholder(const std::string& piece) { return piece.size() > 2 && piece.front() == '<' && piece.back() == '>'; }

QString join(const QStringList& pieces, PieceStyle style) {
    if (style == PieceStyle::Words) return pieces.join(u' ');
    QString text;
    for (const auto& piece : pieces) {
        if (style == PieceStyle::SentencePiece) text += piece;
        else if (piece.startsWith(u"##")) text += piece.mid(2);
        else text += (text.isEmpty() ? QString() : QStringLiteral(" ")) + piece;
    }
    return text.replace(QChar(0x2581), QChar(u' ')).trimmed();
}

} // namespace

PieceStyle pieceStyle(const std::vector<std::string>& pieces) {
    const auto any = [&](const char* prefix) {
        return std::any_of(pieces.begin(), pieces.end(), [&](const auto& piece) { return startsWith(piece, prefix); });
    };
    if (any(wordStart)) return PieceStyle::SentencePiece;
    return any("##") ? PieceStyle::WordPiece : PieceStyle::Words;
}

QString displayPiece(const std::string& piece) {
    QString text = QString::fromStdString(piece);
    for (QChar& character : text)
        if (character.unicode() < 0x20) character = QChar(0x2400 + character.unicode()); // ␀ … ␟
    text.replace(QChar(0x2581), QChar(0x2423));                                          // '▁' as '␣', which weighs less among letters
    text.replace(u' ', QChar(0x2423));
    return text.isEmpty() ? QStringLiteral("∅") : text;
}

QString roundedText(const Trace& trace, int step, int row, PieceStyle style) {
    const auto& header = *trace.header;
    const auto& own = header.rows[static_cast<size_t>(row)];
    auto values = own.values;
    QStringList pieces;
    for (int position = 0; position < header.length; ++position) {
        if (!own.target[static_cast<size_t>(position)]) continue;
        const auto token = trace.token(step, row, position);
        // An end mark before any text is the separator that opens the target, not the end of the sentence.
        if (token == header.end && !pieces.isEmpty()) break;
        const auto& piece = trace.piece(token);
        if (token == header.end || token == header.padding || isMark(piece)) continue;
        if (own.values.empty() && isPlaceholder(piece)) values.emplace(piece, piece); // all that is known of it
        pieces << QString::fromStdString(piece);
    }
    const auto text = join(pieces, style);
    return values.empty() ? text : QString::fromStdString(putValues(text.toStdString(), values));
}

} // namespace diffuscope
