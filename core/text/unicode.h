// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

/// The few Unicode facts that the tokenizers need.
namespace diffuscope::unicode {

/// Code points of UTF-8 text; an ill-formed byte becomes U+FFFD.
std::u32string fromUtf8(std::string_view text);
std::string toUtf8(std::u32string_view text);
void appendUtf8(std::string& text, char32_t point);

/// Unicode's White_Space property.
bool isWhitespace(char32_t point);
/// What Python's str.split() splits at: white space and the four information separators.
bool isPythonSpace(char32_t point);
/// General category P.
bool isPunctuation(char32_t point);
/// Control, format or private use (Cc, Cf, Co).
bool isControl(char32_t point);
/// Nonspacing mark (Mn).
bool isNonspacingMark(char32_t point);
/// Letter, mark, decimal digit or connector: what a regular expression's \w matches.
bool isWordCharacter(char32_t point);

/// Full lower case without regard to neighbours or language.
std::u32string lowerCase(std::u32string_view text);
/// Canonical decomposition (NFD).
std::u32string decompose(std::u32string_view text);

} // namespace diffuscope::unicode
