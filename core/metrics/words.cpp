// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/words.h"

#include "core/text/unicode.h"

#include <algorithm>
#include <utility>

namespace diffuscope {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isStop(char c) { return c == '.' || c == ','; }

/// ASCII punctuation that always stands alone; not . , - '
bool isSeparate(char c) {
    return (c >= '{' && c <= '~') || (c >= '[' && c <= '`') || (c >= ' ' && c <= '&') || (c >= '(' && c <= '+') || (c >= ':' && c <= '@') ||
           c == '/';
}

void replaceAll(std::string& text, std::string_view from, std::string_view to) {
    for (size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) text.replace(at, from.size(), to);
}

/// Puts spaces around one of two neighbours wherever `matches` holds. A pair that matched is used up, as in a regular
/// expression's substitution, which decides what "..." becomes.
template <class Matches> std::string spacePairs(const std::string& text, bool spaceSecond, Matches matches) {
    std::string result;
    for (size_t i = 0; i < text.size(); ++i) {
        if (i + 1 == text.size() || !matches(text[i], text[i + 1])) {
            result += text[i];
            continue;
        }
        if (spaceSecond) (((result += text[i]) += ' ') += text[i + 1]) += ' ';
        else (((result += ' ') += text[i]) += ' ') += text[i + 1];
        ++i;
    }
    return result;
}

} // namespace

std::vector<std::string> splitAtWhiteSpace(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char32_t point : unicode::fromUtf8(text)) {
        if (!unicode::isPythonSpace(point)) unicode::appendUtf8(word, point);
        else if (!word.empty()) words.push_back(std::exchange(word, {}));
    }
    if (!word.empty()) words.push_back(std::move(word));
    return words;
}

std::string trimmed(std::string_view text) {
    const auto points = unicode::fromUtf8(text);
    const auto first = std::find_if_not(points.begin(), points.end(), unicode::isPythonSpace);
    const auto last = std::find_if_not(points.rbegin(), std::make_reverse_iterator(first), unicode::isPythonSpace).base();
    return unicode::toUtf8({first, last});
}

// Byte by byte is enough: every character that a rule names is ASCII, and no byte of a longer sequence is.
std::vector<std::string> tokenize13a(std::string_view text) {
    std::string line = trimmed(text);
    replaceAll(line, "<skipped>", "");
    replaceAll(line, "-\n", "");
    replaceAll(line, "\n", " ");
    for (const auto& [entity, character] : {std::pair{"&quot;", "\""}, {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}})
        replaceAll(line, entity, character);
    std::string spaced = " ";
    for (const char c : line) {
        if (isSeparate(c)) ((spaced += ' ') += c) += ' ';
        else spaced += c;
    }
    spaced += ' ';
    spaced = spacePairs(spaced, true, [](char a, char b) { return !isDigit(a) && isStop(b); });
    spaced = spacePairs(spaced, false, [](char a, char b) { return isStop(a) && !isDigit(b); });
    spaced = spacePairs(spaced, true, [](char a, char b) { return isDigit(a) && b == '-'; });
    return splitAtWhiteSpace(spaced);
}

std::vector<std::string> nonSpaceCharacters(std::string_view text) {
    std::vector<std::string> characters;
    for (const char32_t point : unicode::fromUtf8(text)) {
        if (unicode::isPythonSpace(point)) continue;
        unicode::appendUtf8(characters.emplace_back(), point);
    }
    return characters;
}

} // namespace diffuscope
