// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace diffuscope {

/// What BERT's tokenizer does to text before it looks words up: Devlin et al., 2019, as HuggingFace
/// tokenizers' BertNormalizer and BertPreTokenizer define it.
struct WordPieceNormalizer {
    bool cleanText = true;              ///< control characters out, every white space to a space
    bool spaceChineseCharacters = true; ///< a space on either side of each CJK ideograph
    bool stripAccents = true;
    bool lowerCase = true;

    std::u32string normalize(std::string_view text) const;
};

/// Splits at white space, which is dropped, and around each punctuation mark, which is kept as a word.
std::vector<std::u32string> splitWords(std::u32string_view text);

} // namespace diffuscope
