// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/added_tokens.h"
#include "core/text/file_bytes.h"
#include "core/text/wordpiece_normalizer.h"

#include <unordered_set>

namespace diffuscope {

/// What BertTokenizerFast's files say.
struct WordPieceSpec {
    std::vector<std::string> pieces; ///< by id, added tokens included
    std::vector<AddedToken> added;
    std::unordered_set<TokenId> beside; ///< ids of added tokens that the model's own vocabulary lacks: no word is cut into them
    WordPieceNormalizer normalizer;
    std::string continuationPrefix = "##";
    std::size_t longestWord = 100; ///< in code points; a longer word is unknown
    bool cleanUp = true;           ///< no space before . , ? ! when decoding
    std::string pad = "[PAD]";
    std::string cls = "[CLS]";
    std::string sep = "[SEP]";
    std::string unk = "[UNK]";
    std::filesystem::path source; ///< the file with the vocabulary, for messages
    FileBytes files;
};

/// Reads tokenizer.json, or vocab.txt where there is none, and the flags in tokenizer_config.json, which win.
/// Throws Error naming the file at fault.
WordPieceSpec readWordPiece(const std::filesystem::path& folder);

} // namespace diffuscope
