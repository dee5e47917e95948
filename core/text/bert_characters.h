// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Character classes as HuggingFace's tokenizers has them for BERT. Its tables are Unicode 8's; the system's
/// are newer, so that what has been added or moved since is put back. A model's ids then do not depend on the
/// system.
namespace diffuscope::bert {

/// Removed from the text: control, format and private-use characters, but not tab and line ends.
bool isControl(char32_t point);
/// A word by itself. ASCII symbols such as $, + and ^ count too.
bool isPunctuation(char32_t point);
/// Removed with the accents: nonspacing marks.
bool isAccent(char32_t point);
/// Set apart by spaces: CJK ideographs.
bool isChinese(char32_t point);

} // namespace diffuscope::bert
