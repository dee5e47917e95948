// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace diffuscope {

/// Whether a SentencePiece model's normalization tables stay within their bounds. SentencePiece itself
/// follows them unchecked, so that a damaged or hostile file would crash the program when text is encoded.
bool hasSoundTables(std::string_view model);

} // namespace diffuscope
