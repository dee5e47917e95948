// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/words.h"

#include "core/metrics/ngrams.h"

#include <gtest/gtest.h>

namespace diffuscope {
namespace {

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : "|") + word;
    return text;
}

TEST(Words, AnyUnicodeWhiteSpaceSeparates) {
    EXPECT_EQ(joined(splitAtWhiteSpace(" a\u00A0b\u3000 c\td\n")), "a|b|c|d");
    EXPECT_TRUE(splitAtWhiteSpace(" \n").empty());
}

TEST(Words, Tokenize13aSetsPunctuationApart) {
    EXPECT_EQ(joined(tokenize13a("Hello, world!")), "Hello|,|world|!");
    EXPECT_EQ(joined(tokenize13a("It costs $3.50, don't wait...")), "It|costs|$|3.50|,|don't|wait|.|.|.");
    EXPECT_EQ(joined(tokenize13a("1,000 or 5- of a-b (see [1]/x)")), "1,000|or|5|-|of|a-b|(|see|[|1|]|/|x|)");
    EXPECT_EQ(joined(tokenize13a("3.")), "3|.");
    EXPECT_EQ(joined(tokenize13a(".5")), ".|5");
    EXPECT_EQ(joined(tokenize13a("")), "");
}

TEST(Words, Tokenize13aUndoesEntitiesAndLineBreaks) {
    EXPECT_EQ(joined(tokenize13a("a &amp; b &lt;c&gt; &quot;")), "a|&|b|<|c|>|\"");
    EXPECT_EQ(joined(tokenize13a("exam-\nple<skipped> two\nlines")), "example|two|lines");
    EXPECT_EQ(joined(tokenize13a("Straße. „Öl“,")), "Straße|.|„Öl“|,");
}

TEST(Words, CharactersAreCodePoints) { EXPECT_EQ(joined(nonSpaceCharacters("a é\u2009日")), "a|é|日"); }

TEST(Ngrams, MatchesAreClipped) {
    const NgramCounts candidate({"the", "the", "the", "cat"}, 1), reference({"the", "cat", "the"}, 1);
    EXPECT_EQ(candidate.total(), 4u);
    EXPECT_EQ(candidate.distinct(), 2u);
    EXPECT_EQ(candidate.matches(reference), 3u);
    EXPECT_EQ(reference.matches(candidate), 3u);
    EXPECT_EQ(NgramCounts({"a", "b"}, 3).total(), 0u);
}

} // namespace
} // namespace diffuscope
