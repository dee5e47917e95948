// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/tokenizer.h"

namespace diffuscope {

/// A token that is recognised in the text as it stands, before any normalizing or splitting: [MASK], <city>.
struct AddedToken {
    std::string content;
    TokenId id = 0;
    bool special = false;    ///< left out when decoding without marks
    bool normalized = false; ///< looked for in the normalized text, not in the raw one
    bool singleWord = false; ///< only where no letter or digit touches it
    bool leftStrip = false;  ///< takes the white space before it along
    bool rightStrip = false; ///< takes the white space after it along
};

/// Cuts text at added tokens: the leftmost first, of those that start together the longest.
class AddedTokens {
public:
    AddedTokens() = default;
    explicit AddedTokens(std::vector<AddedToken> tokens);

    /// Either a stretch of text between tokens (no id), or a token.
    struct Part {
        std::string_view text;
        std::optional<TokenId> id;
    };
    /// The parts point into text.
    std::vector<Part> split(std::string_view text) const;

    const std::vector<AddedToken>& tokens() const { return tokens_; }

private:
    const AddedToken* at(std::string_view text, std::size_t position) const;

    std::vector<AddedToken> tokens_; // longest first
};

} // namespace diffuscope
