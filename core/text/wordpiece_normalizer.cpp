// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/wordpiece_normalizer.h"

#include "core/text/bert_characters.h"
#include "core/text/unicode.h"

#include <utility>

namespace diffuscope {
namespace {

std::u32string clean(std::u32string_view text) {
    std::u32string cleaned;
    cleaned.reserve(text.size());
    for (const char32_t point : text) {
        if (point == 0 || point == U'\uFFFD' || bert::isControl(point)) continue;
        cleaned.push_back(unicode::isWhitespace(point) ? U' ' : point);
    }
    return cleaned;
}

std::u32string spaceChinese(std::u32string_view text) {
    std::u32string spaced;
    spaced.reserve(text.size());
    for (const char32_t point : text) {
        if (bert::isChinese(point)) {
            spaced += {U' ', point, U' '};
        } else {
            spaced.push_back(point);
        }
    }
    return spaced;
}

} // namespace

std::u32string WordPieceNormalizer::normalize(std::string_view text) const {
    std::u32string points = unicode::fromUtf8(text);
    if (cleanText) points = clean(points);
    if (spaceChineseCharacters) points = spaceChinese(points);
    if (stripAccents) {
        points = unicode::decompose(points);
        std::erase_if(points, bert::isAccent);
    }
    if (lowerCase) points = unicode::lowerCase(points);
    return points;
}

std::vector<std::u32string> splitWords(std::u32string_view text) {
    std::vector<std::u32string> words;
    std::u32string word;
    const auto finish = [&] {
        if (!word.empty()) words.push_back(std::exchange(word, {}));
    };
    for (const char32_t point : text) {
        if (unicode::isWhitespace(point)) {
            finish();
        } else if (bert::isPunctuation(point)) {
            finish();
            words.emplace_back(1, point);
        } else {
            word.push_back(point);
        }
    }
    finish();
    return words;
}

} // namespace diffuscope
