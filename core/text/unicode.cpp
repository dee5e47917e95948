// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/unicode.h"

#include "core/error.h"

#include <utf8proc.h>

#include <array>
#include <vector>

namespace diffuscope::unicode {
namespace {

utf8proc_category_t category(char32_t point) { return utf8proc_category(static_cast<utf8proc_int32_t>(point)); }

} // namespace

std::u32string fromUtf8(std::string_view text) {
    std::u32string points;
    points.reserve(text.size());
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    for (std::size_t at = 0; at < text.size();) {
        utf8proc_int32_t point = 0;
        const auto length = utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(text.size() - at), &point);
        points.push_back(length > 0 ? static_cast<char32_t>(point) : U'\uFFFD');
        at += length > 0 ? static_cast<std::size_t>(length) : 1;
    }
    return points;
}

void appendUtf8(std::string& text, char32_t point) {
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(point), bytes.data());
    text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
}

std::string toUtf8(std::u32string_view text) {
    std::string bytes;
    bytes.reserve(text.size());
    for (const char32_t point : text) appendUtf8(bytes, point);
    return bytes;
}

bool isWhitespace(char32_t point) {
    if (point == U' ' || (point >= U'\t' && point <= U'\r') || point == U'\u0085') return true;
    if (point < 0x80) return false;
    const auto kind = category(point);
    return kind == UTF8PROC_CATEGORY_ZS || kind == UTF8PROC_CATEGORY_ZL || kind == UTF8PROC_CATEGORY_ZP;
}

bool isPythonSpace(char32_t point) { return isWhitespace(point) || (point >= 0x1C && point <= 0x1F); }

bool isPunctuation(char32_t point) {
    const auto kind = category(point);
    return kind >= UTF8PROC_CATEGORY_PC && kind <= UTF8PROC_CATEGORY_PO;
}

bool isControl(char32_t point) {
    const auto kind = category(point);
    return kind == UTF8PROC_CATEGORY_CC || kind == UTF8PROC_CATEGORY_CF || kind == UTF8PROC_CATEGORY_CO;
}

bool isNonspacingMark(char32_t point) { return category(point) == UTF8PROC_CATEGORY_MN; }

bool isWordCharacter(char32_t point) {
    const auto kind = category(point);
    return (kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_NL) || kind == UTF8PROC_CATEGORY_PC;
}

std::u32string lowerCase(std::u32string_view text) {
    std::u32string lower;
    lower.reserve(text.size());
    for (const char32_t point : text) {
        // The one letter whose lower case is two code points in every language.
        if (point == U'\u0130') {
            lower += U"i\u0307";
            continue;
        }
        lower.push_back(static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(point))));
    }
    return lower;
}

std::u32string decompose(std::u32string_view text) {
    const std::string bytes = toUtf8(text);
    const auto* data = reinterpret_cast<const utf8proc_uint8_t*>(bytes.data());
    const auto length = static_cast<utf8proc_ssize_t>(bytes.size());
    std::vector<utf8proc_int32_t> points(text.size() + text.size() / 4 + 8);
    for (;;) {
        const auto needed =
            utf8proc_decompose(data, length, points.data(), static_cast<utf8proc_ssize_t>(points.size()), UTF8PROC_DECOMPOSE);
        if (needed < 0) throw Error(translatable("core", "Cannot decompose text: %1."), {utf8proc_errmsg(needed)});
        const bool fits = static_cast<std::size_t>(needed) <= points.size();
        points.resize(static_cast<std::size_t>(needed));
        if (fits) return {points.begin(), points.end()};
    }
}

} // namespace diffuscope::unicode
