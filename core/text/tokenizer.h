// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace diffuscope {

using TokenId = std::int32_t;

/// The four tokens that every canvas needs. A word list calls them [PAD], [START], [END], [UNK].
struct SpecialTokens {
    TokenId pad = 0;
    TokenId cls = 0;
    TokenId sep = 0;
    TokenId unk = 0;

    bool operator==(const SpecialTokens&) const = default;
};

/// Text to token ids and back. Immutable, so one object may serve several threads.
class Tokenizer {
public:
    Tokenizer() = default;
    Tokenizer(const Tokenizer&) = delete;
    Tokenizer& operator=(const Tokenizer&) = delete;
    virtual ~Tokenizer();

    /// Ids of the text with the start mark before and the end mark after it: [CLS] … [SEP], or [START] …
    /// [END].
    virtual std::vector<TokenId> encode(std::string_view text) const = 0;

    /// Text of the ids, as the tokenizer's own library writes it. Padding at the end is dropped, ids outside
    /// the vocabulary are passed over. With keepSpecial the marks are written too, as the published code
    /// does.
    virtual std::string decode(std::span<const TokenId> ids, bool keepSpecial = false) const = 0;

    /// The vocabulary's own spelling of one token, for display. Throws Error when id is outside the
    /// vocabulary.
    virtual const std::string& piece(TokenId id) const = 0;
    /// The id of exactly this spelling.
    virtual std::optional<TokenId> find(std::string_view piece) const = 0;

    /// Number of ids, special ones included.
    virtual TokenId size() const = 0;
    virtual SpecialTokens special() const = 0;
    /// "sentencepiece", "wordpiece" or "word-list".
    virtual std::string kind() const = 0;

    /// Writes the files it was opened from into an existing folder, byte for byte. Throws Error.
    virtual void save(const std::filesystem::path& folder) const = 0;
};

/// Opens the tokenizer of a model folder: sentencepiece.model, tokenizer.json or vocab.txt, or vocab.json;
/// the first of these that is there. Throws Error, naming the file that is missing or cannot be read.
std::shared_ptr<const Tokenizer> openTokenizer(const std::filesystem::path& folder);

} // namespace diffuscope
