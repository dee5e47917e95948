// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/added_tokens.h"
#include "core/text/unicode.h"

#include <gtest/gtest.h>

using namespace diffuscope;

TEST(Unicode, ReplacesIllFormedBytes) {
    EXPECT_EQ(unicode::fromUtf8("a\xFFz"), U"a\uFFFDz");
    EXPECT_EQ(unicode::fromUtf8("\xE2\x82"), U"\uFFFD\uFFFD");
    EXPECT_EQ(unicode::toUtf8(U"é🙂"), "é🙂");
}

TEST(Unicode, LowerCasesAndDecomposes) {
    EXPECT_EQ(unicode::lowerCase(U"ÀΣİ"), U"àσi\u0307");
    EXPECT_EQ(unicode::decompose(U"é한"), U"e\u0301\u1112\u1161\u11AB");
    EXPECT_EQ(unicode::decompose(U""), U"");
    // One code point may decompose to four: more than the first guess at the buffer.
    const std::u32string many(100, U'\u1F82');
    EXPECT_EQ(unicode::decompose(many).size(), 400u);
}

TEST(Unicode, KnowsWhitespace) {
    for (const char32_t point : U" \t\n\v\f\r\u0085\u00A0\u1680\u2003\u2028\u2029\u202F\u205F\u3000")
        EXPECT_EQ(unicode::isWhitespace(point), point != 0) << std::hex << static_cast<unsigned>(point);
    EXPECT_FALSE(unicode::isWhitespace(U'\u200B'));
    EXPECT_TRUE(unicode::isPythonSpace(U'\x1C'));
}

TEST(AddedTokens, TakesTheLongestOfTheLeftmost) {
    const AddedTokens tokens({{.content = "<a>", .id = 1}, {.content = "<a><b>", .id = 2}});
    const auto parts = tokens.split("x<a><b><a>y");
    ASSERT_EQ(parts.size(), 4u);
    EXPECT_EQ(parts[0].text, "x");
    EXPECT_EQ(parts[1].id, 2);
    EXPECT_EQ(parts[2].id, 1);
    EXPECT_EQ(parts[3].text, "y");
}

TEST(AddedTokens, HonoursWordsAndStripping) {
    const AddedTokens tokens(
        {{.content = "city", .id = 1, .singleWord = true}, {.content = "[M]", .id = 2, .leftStrip = true, .rightStrip = true}});
    const auto parts = tokens.split("citycity city a  [M]\n b");
    ASSERT_EQ(parts.size(), 5u);
    EXPECT_EQ(parts[0].text, "citycity ");
    EXPECT_EQ(parts[1].id, 1);
    EXPECT_EQ(parts[2].text, " a");
    EXPECT_EQ(parts[3].id, 2);
    EXPECT_EQ(parts[4].text, "b");
}
