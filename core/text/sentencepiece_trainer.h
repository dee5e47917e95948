// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/tokenizer.h"

namespace diffuscope {

/// How a SentencePiece model is trained: a unigram model with [PAD] 0, [UNK] 1, [CLS] 2, [SEP] 3 and no byte
/// fallback.
struct SentencePieceOptions {
    /// Number of pieces, special and user-defined ones included. A small corpus may give fewer.
    TokenId vocabSize = 4000;
    /// Always one piece each, such as <city>.
    std::vector<std::string> userDefinedSymbols;
    /// The part of all characters in the text that get a piece of their own; rarer ones become [UNK].
    double characterCoverage = 1.0;
    /// NFKC with case folding instead of NFKC alone.
    bool lowerCase = false;
};

/// Trains on one thread, so that the same lines and options give the same file, and writes it to output
/// (usually FOLDER/sentencepiece.model; the folder must exist). Returns the model opened. Blocks for seconds
/// to minutes. Throws Error when there is no text, vocabSize is too small for the text's characters, or a
/// symbol is unusable.
std::shared_ptr<const Tokenizer> trainSentencePiece(std::span<const std::string> lines, const SentencePieceOptions& options,
                                                    const std::filesystem::path& output);

/// False in a build without SentencePiece, where opening and training throw.
bool haveSentencePiece();

} // namespace diffuscope
