// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/bert_characters.h"

#include "core/text/unicode.h"

#include <algorithm>
#include <array>

namespace diffuscope::bert {
namespace {

struct Range {
    char32_t first;
    char32_t last;
};

template <std::size_t Size> bool isIn(const std::array<Range, Size>& ranges, char32_t point) {
    return std::ranges::any_of(ranges, [&](Range range) { return point >= range.first && point <= range.last; });
}

// Holds every mark, punctuation and format character of Unicode 9 to 18 and none of Unicode 8.
constexpr std::array<Range, 46> newerThanUnicode8{{
    {0x5C8, 0x5C9},     {0x61D, 0x61D},     {0x7FD, 0x7FD},     {0x890, 0x8E2},     {0x9FD, 0x9FE},     {0xA76, 0xA76},
    {0xAFA, 0xAFF},     {0xB53, 0xB55},     {0xC04, 0xC3C},     {0xC77, 0xC77},     {0xC84, 0xC84},     {0xD00, 0xD00},
    {0xD3B, 0xD3C},     {0xD81, 0xD81},     {0xEBA, 0xEBA},     {0xECE, 0xECE},     {0x180F, 0x1886},   {0x1ABF, 0x1AF0},
    {0x1B4E, 0x1B4F},   {0x1B7D, 0x1B7F},   {0x1DF6, 0x1DFB},   {0x2E43, 0x2E63},   {0xA82C, 0xA82C},   {0xA8C5, 0xA8C5},
    {0xA8FF, 0xA8FF},   {0xA9BD, 0xA9BD},   {0x10D24, 0x10F89}, {0x11070, 0x11074}, {0x110C2, 0x110CD}, {0x111C9, 0x111C9},
    {0x111CF, 0x111CF}, {0x1123E, 0x11241}, {0x1133B, 0x1133B}, {0x113BB, 0x1145E}, {0x11660, 0x1166C}, {0x116B9, 0x116B9},
    {0x1182F, 0x11FFF}, {0x12FF1, 0x12FF2}, {0x13430, 0x13455}, {0x1611E, 0x1612F}, {0x16D6D, 0x16F4F}, {0x16FE2, 0x16FE4},
    {0x1CF00, 0x1D128}, {0x1D25B, 0x1D25C}, {0x1E000, 0x1E6F5}, {0x1E944, 0x1E95F},
}};

bool isNewer(char32_t point) { return point >= 0x5C8 && isIn(newerThanUnicode8, point); }

} // namespace

bool isControl(char32_t point) {
    if (point == U'\t' || point == U'\n' || point == U'\r') return false;
    return unicode::isControl(point) && !isNewer(point);
}

bool isPunctuation(char32_t point) {
    if (point < 0x80)
        return (point >= U'!' && point <= U'/') || (point >= U':' && point <= U'@') || (point >= U'[' && point <= U'`') ||
               (point >= U'{' && point <= U'~');
    if (point == 0x166D || point == 0x111C9) return true; // moved to another category later
    return unicode::isPunctuation(point) && !isNewer(point);
}

bool isAccent(char32_t point) {
    if (point == 0x1734 || point == 0x1171E) return true; // moved to another category later
    return unicode::isNonspacingMark(point) && !isNewer(point);
}

bool isChinese(char32_t point) {
    // HuggingFace's list, with 2B920 where Google's own code has 2B820.
    constexpr std::array<Range, 8> blocks{{{0x4E00, 0x9FFF},
                                           {0x3400, 0x4DBF},
                                           {0x20000, 0x2A6DF},
                                           {0x2A700, 0x2B73F},
                                           {0x2B740, 0x2B81F},
                                           {0x2B920, 0x2CEAF},
                                           {0xF900, 0xFAFF},
                                           {0x2F800, 0x2FA1F}}};
    return point >= 0x3400 && isIn(blocks, point);
}

} // namespace diffuscope::bert
