// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/text/delexicalizer.h"

#include <gtest/gtest.h>

namespace diffuscope {
namespace {

/// `city` and `count` are open, `wifi` is not, `club` is open but rare.
Delexicalizer learned() {
    std::vector<Pair> pairs;
    for (int i = 0; i < 200; ++i) {
        const auto n = std::to_string(i);
        pairs.push_back({"hotels : offer city = Town " + n + " ; inform count = " + n + " ; inform wifi = True",
                         "In town " + n + " I found " + n + "."});
    }
    for (int i = 0; i < 20; ++i) pairs.push_back({"hotels : offer club = The Club", "The Club it is"});
    return Delexicalizer::learn(pairs);
}

TEST(Delexicalizer, LearnsWhichSlotsAreOpen) {
    const auto d = learned();
    EXPECT_EQ(d.openSlots(), (std::set<std::string>{"city", "count"}));
}

TEST(Delexicalizer, ReplacesInSourceAndTarget) {
    const auto d = learned();
    const auto processed = d.source("hotels : offer city = San Jose ; inform count = 5 ; inform wifi = True ; request check_in");
    EXPECT_EQ(processed.source, "hotels : offer<city> ; inform<count> ; inform wifi = True ; request check in");
    EXPECT_EQ(processed.values.at("<city>"), "San Jose");
    EXPECT_EQ(d.target("There are 5 in san jose, near 15th street at 5:50.", processed),
              "There are<count> in<city>, near 15th street at<count>:50.");
}

TEST(Delexicalizer, RestoresWhatItReplaced) {
    const auto d = learned();
    const auto processed = d.source("hotels : offer city = San Jose , Palo Alto ; inform count = 12");
    EXPECT_EQ(processed.source, "hotels : offer<city><city_2> ; inform<count>");
    const std::string said = "San Jose has 12, Palo Alto (San Jose) \"San Jose\".";
    EXPECT_EQ(d.restore(d.target(said, processed), processed), said);
}

TEST(Delexicalizer, RareAndUnknownSlotsShareOnePlaceholder) {
    const auto processed = learned().source("bars : offer club = Blue ; offer drink = Tea ; inform open = True");
    EXPECT_EQ(processed.source, "bars : offer club =<value> ; offer drink =<value_2> ; inform open = True");
}

TEST(Delexicalizer, ANumberedSlotHasNoPlaceholderOfAnothersSecondValue) {
    std::vector<Pair> pairs;
    for (int i = 0; i < 200; ++i)
        pairs.push_back({"trips : inform city = Paris ; inform city_2 = Rome ; inform city_9 = Bonn ; inform value_2 = Ulm",
                         "From Paris to Rome, Bonn and Ulm"});
    const auto d = Delexicalizer::learn(pairs);
    EXPECT_EQ(d.openSlots(), (std::set<std::string>{"city", "city_9"}));
    const auto symbols = d.symbols();
    EXPECT_EQ(std::set<std::string>(symbols.begin(), symbols.end()).size(), symbols.size()) << "a tokenizer refuses one given twice";
    const auto processed = d.source("trips : inform city = Paris , Nice ; inform city_2 = Rome");
    EXPECT_EQ(d.restore(d.target("From Paris and Nice to Rome", processed), processed), "From Paris and Nice to Rome");
}

TEST(Delexicalizer, AForgottenSlotIsLikeOneNeverSeen) {
    const auto d = learned().forgetting({"city", "wifi"});
    const auto processed = d.source("hotels : offer city = San Jose ; inform count = 5 ; inform wifi = True");
    EXPECT_EQ(processed.source, "hotels : offer city =<value> ; inform<count> ; inform wifi = True") << "closed slots stay closed";
    EXPECT_EQ(d.target("San Jose has 5.", processed), "<value> has<count>.");
}

TEST(Delexicalizer, TwoSlotsOfOneValueBothFindTheirPlace) {
    const auto d = learned();
    const auto processed = d.source("x : offer city = 7 ; inform count = 7");
    const auto target = d.target("7 and 7", processed);
    EXPECT_NE(target.find("<city>"), std::string::npos) << target;
    EXPECT_NE(target.find("<count>"), std::string::npos) << target;
}

TEST(Delexicalizer, LongerValuesAreReplacedFirst) {
    const auto d = learned();
    const auto processed = d.source("x : offer city = New York ; offer city = York");
    EXPECT_EQ(d.target("from York to New York", processed), "from<city_2> to<city>");
}

TEST(Delexicalizer, StrangePlaceholdersNeverFail) {
    const auto d = learned();
    const auto processed = d.source("x : offer city = Rome");
    EXPECT_EQ(d.restore("go to<city_2> by<train> < 5 >now <", processed), "go to Rome by now <");
    EXPECT_EQ(d.restore("", processed), "");
    EXPECT_EQ(d.source("").source, "");
    EXPECT_EQ(d.source("no acts at all").source, "no acts at all");
}

TEST(Delexicalizer, JsonRoundTrip) {
    const auto d = learned();
    const auto again = textProcessorFromJson(nlohmann::json::parse(d.toJson().dump()));
    EXPECT_EQ(again->toJson(), d.toJson());
    EXPECT_EQ(again->symbols(), d.symbols());
    EXPECT_THROW(textProcessorFromJson({{"kind", "translate"}}), Error);
    EXPECT_THROW(textProcessorFromJson({{"kind", "delexicalize"}}), Error);
    EXPECT_EQ(textProcessorFromJson(nullptr)->source("a = b").source, "a = b");
}

} // namespace
} // namespace diffuscope
