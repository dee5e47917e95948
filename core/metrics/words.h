// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace diffuscope {

/// The words between white space, as Python's str.split() gives them: any Unicode white space separates.
std::vector<std::string> splitAtWhiteSpace(std::string_view text);

/// Without white space at both ends, as Python's str.strip().
std::string trimmed(std::string_view text);

/// The words of the 13a tokenisation: mteval-v13a.pl of NIST's 2009 evaluation, as sacreBLEU has it (Post 2018).
/// ASCII punctuation stands alone, but apostrophes, hyphens that follow no digit, and stops and commas between digits.
std::vector<std::string> tokenize13a(std::string_view text);

/// Each code point but white space, as UTF-8.
std::vector<std::string> nonSpaceCharacters(std::string_view text);

} // namespace diffuscope
