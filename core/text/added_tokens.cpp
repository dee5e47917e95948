// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/added_tokens.h"

#include "core/text/unicode.h"

#include <algorithm>

namespace diffuscope {
namespace {

/// A regular expression's \w of the library that tokenizers are written with: zero-width joiners join words.
bool isOfWord(char32_t point) { return unicode::isWordCharacter(point) || point == U'\u200C' || point == U'\u200D'; }

bool endsInWord(std::string_view text) {
    const auto points = unicode::fromUtf8(text.substr(text.size() - std::min<std::size_t>(text.size(), 4)));
    return !points.empty() && isOfWord(points.back());
}

bool startsInWord(std::string_view text) {
    const auto points = unicode::fromUtf8(text.substr(0, 4));
    return !points.empty() && isOfWord(points.front());
}

std::size_t whitespaceBefore(std::string_view text) {
    const auto points = unicode::fromUtf8(text);
    std::size_t keep = points.size();
    while (keep > 0 && unicode::isWhitespace(points[keep - 1])) --keep;
    return unicode::toUtf8(std::u32string_view(points).substr(keep)).size();
}

std::size_t whitespaceAfter(std::string_view text) {
    const auto points = unicode::fromUtf8(text);
    std::size_t count = 0;
    while (count < points.size() && unicode::isWhitespace(points[count])) ++count;
    return unicode::toUtf8(std::u32string_view(points).substr(0, count)).size();
}

} // namespace

AddedTokens::AddedTokens(std::vector<AddedToken> tokens) : tokens_(std::move(tokens)) {
    std::erase_if(tokens_, [](const AddedToken& token) { return token.content.empty(); });
    std::ranges::stable_sort(tokens_, std::ranges::greater{}, [](const AddedToken& token) { return token.content.size(); });
}

const AddedToken* AddedTokens::at(std::string_view text, std::size_t position) const {
    const auto found =
        std::ranges::find_if(tokens_, [&](const AddedToken& token) { return text.substr(position).starts_with(token.content); });
    return found == tokens_.end() ? nullptr : &*found;
}

std::vector<AddedTokens::Part> AddedTokens::split(std::string_view text) const {
    std::vector<Part> parts;
    std::size_t start = 0;
    const auto addText = [&](std::size_t end) {
        if (end > start) parts.push_back({text.substr(start, end - start), std::nullopt});
    };
    for (std::size_t position = 0; position < text.size();) {
        const AddedToken* token = at(text, position);
        if (!token) {
            ++position;
            continue;
        }
        const std::size_t end = position + token->content.size();
        if (token->singleWord && (endsInWord(text.substr(0, position)) || startsInWord(text.substr(end)))) {
            position = end;
            continue;
        }
        // White space that the token before took along may be a part of this one as well.
        std::size_t from = std::max(start, position);
        std::size_t to = std::max(from, end);
        if (token->leftStrip) from -= whitespaceBefore(text.substr(start, from - start));
        if (token->rightStrip) to += whitespaceAfter(text.substr(to));
        addText(from);
        parts.push_back({text.substr(from, to - from), token->id});
        start = to;
        position = end;
    }
    addText(text.size());
    return parts;
}

} // namespace diffuscope
