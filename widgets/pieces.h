// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/trace.h"

#include <QString>

namespace diffuscope {

/// How a vocabulary marks where words begin.
enum class PieceStyle {
    SentencePiece, ///< '▁' before a word
    WordPiece,     ///< '##' before a continuation
    Words          ///< every token is a word
};

PieceStyle pieceStyle(const std::vector<std::string>& pieces);

/// A token as the views show it: spaces and control characters made visible, never empty.
QString displayPiece(const std::string& piece);

/// The generated text of a row as the tokens of `step` round, up to the end mark, without padding; values stand for
/// their placeholders as in the finished sentence.
QString roundedText(const Trace& trace, int step, int row, PieceStyle style);

} // namespace diffuscope
