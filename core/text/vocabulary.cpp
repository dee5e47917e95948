// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/vocabulary.h"

#include "core/error.h"

namespace diffuscope {

Vocabulary::Vocabulary(std::vector<std::string> pieces) : pieces_(std::move(pieces)) {
    ids_.reserve(pieces_.size());
    for (std::size_t id = 0; id < pieces_.size(); ++id)
        if (!pieces_[id].empty()) ids_.insert_or_assign(pieces_[id], static_cast<TokenId>(id));
}

const std::string& Vocabulary::piece(TokenId id) const {
    if (!contains(id))
        throw Error(translatable("core", "Token id %1 is outside the vocabulary of %2 tokens: does the tokenizer belong to this model?"),
                    {std::to_string(id), std::to_string(size())});
    return pieces_[static_cast<std::size_t>(id)];
}

std::optional<TokenId> Vocabulary::find(std::string_view piece) const {
    const auto found = ids_.find(piece);
    if (found == ids_.end()) return std::nullopt;
    return found->second;
}

TokenId Vocabulary::require(std::string_view piece, const std::filesystem::path& file) const {
    if (const auto id = find(piece)) return *id;
    throw Error(translatable("core", "%1 has no token %2, which a model's canvas needs: is it another program's vocabulary?"),
                {file.string(), std::string(piece)});
}

} // namespace diffuscope
