// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/tokenizer.h"

#include "core/error.h"
#include "core/text/sentencepiece_tokenizer.h"
#include "core/text/word_list_tokenizer.h"
#include "core/text/wordpiece_tokenizer.h"

namespace diffuscope {

Tokenizer::~Tokenizer() = default;

std::shared_ptr<const Tokenizer> openTokenizer(const std::filesystem::path& folder) {
    const auto has = [&](const char* name) { return std::filesystem::is_regular_file(folder / name); };
    if (has("sentencepiece.model")) return openSentencePiece(folder / "sentencepiece.model");
    if (has("tokenizer.json") || has("vocab.txt")) return openWordPiece(folder);
    if (has("vocab.json")) return openWordList(folder / "vocab.json");
    throw Error(translatable("core", "No tokenizer in %1: it needs sentencepiece.model, tokenizer.json, vocab.txt or vocab.json."),
                {folder.string()});
}

} // namespace diffuscope
