// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/dialogue_acts.h"

#include <algorithm>
#include <cctype>

namespace diffuscope {
namespace {

bool isWordByte(char c) { return std::isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80; }
char lower(char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const auto at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + separator.size());
    }
}

DialogueAct parseAct(std::string_view text) {
    const auto equals = text.find(" = ");
    if (equals == std::string_view::npos) return {text, "", {}};
    const auto left = text.substr(0, equals);
    return {text.substr(0, equals + 3), std::string(left.substr(left.rfind(' ') + 1)), split(text.substr(equals + 3), " , ")};
}

} // namespace

std::vector<DialogueAct> parseActs(std::string_view source) {
    std::vector<DialogueAct> acts;
    for (const auto text : split(source, " ; ")) acts.push_back(parseAct(text));
    return acts;
}

bool isBooleanValue(std::string_view value) { return value == "True" || value == "False" || value == "dontcare"; }

size_t findWords(std::string_view text, std::string_view value, size_t from) {
    if (value.empty()) return std::string_view::npos;
    for (size_t at = from; at + value.size() <= text.size(); ++at) {
        const bool same = std::equal(value.begin(), value.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                                     [](char a, char b) { return lower(a) == lower(b); });
        if (!same) continue;
        const size_t end = at + value.size();
        const bool startsWord = at == 0 || !isWordByte(text[at - 1]) || !isWordByte(value.front());
        const bool endsWord = end == text.size() || !isWordByte(text[end]) || !isWordByte(value.back());
        if (startsWord && endsWord) return at;
    }
    return std::string_view::npos;
}

} // namespace diffuscope
