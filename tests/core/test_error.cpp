// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"

#include <gtest/gtest.h>
#include <map>

namespace diffuscope {
namespace {

/// Into a language whose words stand in another order.
std::string inGerman(const std::string& pattern) {
    static const std::map<std::string, std::string> known{{"'%1' has %2.", "%2 hat „%1“."}, {"no rows", "keine Zeilen"}};
    const auto found = known.find(pattern);
    return found == known.end() ? pattern : found->second;
}

TEST(Error, SaysItsPatternFilledIn) {
    const Error error("The option '%1' must lie between %2 and %3, not %4.", {"steps", "1", "100", "0"});
    EXPECT_STREQ(error.what(), "The option 'steps' must lie between 1 and 100, not 0.");
    EXPECT_EQ(error.wording().pattern, "The option '%1' must lie between %2 and %3, not %4.");
    ASSERT_EQ(error.wording().arguments.size(), 4u);
    EXPECT_EQ(error.wording().arguments[3].text(), "0");
}

TEST(Error, APlainSentenceStaysAsItIs) {
    const Error error(std::string("100 %1 of '%2' %"));
    EXPECT_STREQ(error.what(), "100 %1 of '%2' %");
    EXPECT_EQ(error.cause(), Error::Cause::General);
    EXPECT_TRUE(error.wording().arguments.empty());
}

TEST(Error, KeepsItsCause) {
    EXPECT_EQ(Error("Empty.", Error::Cause::Source).cause(), Error::Cause::Source);
    const Error error("'%1' is empty.", {"it"}, Error::Cause::Source);
    EXPECT_EQ(error.cause(), Error::Cause::Source);
    EXPECT_STREQ(error.what(), "'it' is empty.");
}

TEST(Wording, FillsInWhatLooksLikeAPlaceOnlyOnce) {
    EXPECT_EQ(Wording("'%1' and '%2', 5 %, %3 %", {"%2", "%1"}).text(), "'%2' and '%1', 5 %, %3 %");
}

TEST(Wording, IsTranslatedWithTheSentencesInIt) {
    const Wording inner("'%1' has %2.", {"a.json", translatable("core", "no rows")});
    const Wording outer("Row %1: %2", {"7", inner});
    EXPECT_EQ(outer.text(), "Row 7: 'a.json' has no rows.");
    EXPECT_EQ(outer.text(inGerman), "Row 7: keine Zeilen hat „a.json“.");
}

TEST(Wording, IsEmptyWithoutText) {
    EXPECT_TRUE(Wording().empty());
    EXPECT_EQ(Wording().text(), "");
    EXPECT_FALSE(Wording("a").empty());
}

} // namespace
} // namespace diffuscope
