// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/tokenizer.h"

#include <functional>
#include <unordered_map>

namespace diffuscope {

/// Token spellings by id and ids by spelling. A spelling given twice is found at its last id, as Python's
/// dictionaries have it; an empty spelling is an id that nothing maps to.
class Vocabulary {
public:
    Vocabulary() = default;
    explicit Vocabulary(std::vector<std::string> pieces);

    TokenId size() const { return static_cast<TokenId>(pieces_.size()); }
    bool contains(TokenId id) const { return id >= 0 && id < size(); }
    /// Throws Error when id is outside.
    const std::string& piece(TokenId id) const;
    std::optional<TokenId> find(std::string_view piece) const;
    /// As find, but throws Error saying that the file lacks the token.
    TokenId require(std::string_view piece, const std::filesystem::path& file) const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    std::vector<std::string> pieces_;
    std::unordered_map<std::string, TokenId, Hash, std::equal_to<>> ids_;
};

} // namespace diffuscope
