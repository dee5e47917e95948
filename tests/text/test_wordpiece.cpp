// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/text/temporary_folder.h"

#include "core/error.h"
#include "core/text/tokenizer.h"

#include <algorithm>
#include <nlohmann/json.hpp>

using namespace diffuscope;
using test::contentOf;
using test::dataFolder;

namespace {

using Ids = std::vector<TokenId>;

class RecordedEncodings : public testing::TestWithParam<const char*> {};

TEST_P(RecordedEncodings, AreReproducedExactly) {
    const auto folder = dataFolder(GetParam());
    const auto tokenizer = openTokenizer(folder);
    const auto cases = nlohmann::json::parse(contentOf(folder / "encodings.json"));
    ASSERT_FALSE(cases.empty());
    for (const auto& item : cases) {
        const auto text = item.at("text").get<std::string>();
        const auto ids = item.at("ids").get<Ids>();
        EXPECT_EQ(tokenizer->encode(text), ids) << text;
        EXPECT_EQ(tokenizer->decode(ids, true), item.at("decoded").get<std::string>());
    }
}

INSTANTIATE_TEST_SUITE_P(BertTokenizerFast, RecordedEncodings, testing::Values("tiny", "bert-base-uncased"),
                         [](const auto& info) { return std::string(info.param).substr(0, 4); });

TEST(WordPiece, SaysWhatItIs) {
    const auto tokenizer = openTokenizer(dataFolder("bert-base-uncased"));
    EXPECT_EQ(tokenizer->kind(), "wordpiece");
    EXPECT_EQ(tokenizer->size(), 30522);
    EXPECT_EQ(tokenizer->special(), (SpecialTokens{.pad = 0, .cls = 101, .sep = 102, .unk = 100}));
    EXPECT_EQ(tokenizer->piece(101), "[CLS]");
    EXPECT_EQ(tokenizer->find("table"), 2795);
    EXPECT_EQ(tokenizer->find("not a piece"), std::nullopt);
    EXPECT_ERROR_SAYING(tokenizer->piece(30522), "30522");
    EXPECT_ERROR_SAYING(tokenizer->piece(-1), "-1");
}

TEST(WordPiece, LeavesMarksAndPaddingOut) {
    const auto tokenizer = openTokenizer(dataFolder("bert-base-uncased"));
    Ids ids = tokenizer->encode("a table, please");
    ids.insert(ids.end(), 5, tokenizer->special().pad);
    EXPECT_EQ(tokenizer->decode(ids), "a table, please");
    EXPECT_EQ(tokenizer->decode(ids, true), "[CLS] a table, please [SEP]");
    EXPECT_EQ(tokenizer->decode(Ids{}), "");
    EXPECT_EQ(tokenizer->decode(Ids{2795, -3, 99999}), "table");
}

// Punctuation of Unicode 9 and later is part of a word for BertTokenizerFast, whatever the system's Unicode
// says.
TEST(WordPiece, HasTheSameCharacterClassesOnEverySystem) {
    const auto tokenizer = openTokenizer(dataFolder("bert-base-uncased"));
    EXPECT_EQ(tokenizer->encode("ab\u2E45ed"), (Ids{101, 100, 102}));
    EXPECT_EQ(tokenizer->encode("ab\u2E42ed"), (Ids{101, 11113, 100, 3968, 102}));
}

TEST(WordPiece, KeepsCaseWhenTheConfigurationSaysSo) {
    const test::TemporaryFolder folder;
    folder.write("vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\nCafé\ncafe\n");
    EXPECT_EQ(openTokenizer(folder.path())->encode("Café"), (Ids{2, 5, 3}));
    folder.write("tokenizer_config.json", R"({"do_lower_case": false})");
    EXPECT_EQ(openTokenizer(folder.path())->encode("Café"), (Ids{2, 4, 3}));
}

TEST(WordPiece, FindsAddedTokensInTheText) {
    auto json = nlohmann::json::parse(contentOf(dataFolder("tiny") / "tokenizer.json"));
    const auto size = json["model"]["vocab"].size();
    json["added_tokens"].push_back({{"id", size}, {"content", "<City>"}, {"special", false}});
    const test::TemporaryFolder folder;
    folder.write("tokenizer.json", json.dump());
    const auto tokenizer = openTokenizer(folder.path());
    const auto id = static_cast<TokenId>(size);
    EXPECT_EQ(tokenizer->size(), id + 1);
    const Ids ids = tokenizer->encode("to<City>.");
    EXPECT_EQ(ids, (Ids{2, 119, id, 16, 3}));
    EXPECT_EQ(tokenizer->decode(ids), "to <City>.");
}

/// The tiny model's tokenizer with further added tokens, whose ids follow its own. Returns the first of these.
TokenId writeWithAdded(const test::TemporaryFolder& folder, std::vector<nlohmann::json> tokens) {
    auto json = nlohmann::json::parse(contentOf(dataFolder("tiny") / "tokenizer.json"));
    const auto size = json["model"]["vocab"].size();
    for (auto id = size; auto& token : tokens) {
        token["id"] = id++;
        json["added_tokens"].push_back(token);
    }
    folder.write("tokenizer.json", json.dump());
    return static_cast<TokenId>(size);
}

// Words are cut into the pieces of the model's own vocabulary alone.
TEST(WordPiece, NoWordIsCutIntoAddedTokens) {
    const test::TemporaryFolder folder;
    const auto id = writeWithAdded(folder, {{{"content", "covid"}, {"normalized", false}}});
    const auto tokenizer = openTokenizer(folder.path());
    const auto without = openTokenizer(dataFolder("tiny"));
    EXPECT_EQ(tokenizer->encode("covid"), (Ids{2, id, 3}));
    for (const char* text : {"Covid", "COVID19"}) EXPECT_EQ(tokenizer->encode(text), without->encode(text)) << text;
}

TEST(WordPiece, TwoAddedTokensMayShareTheWhiteSpaceBetweenThem) {
    const test::TemporaryFolder folder;
    const auto id =
        writeWithAdded(folder, {{{"content", "<x>"}, {"normalized", true}, {"rstrip", true}}, {{"content", "日本"}, {"normalized", true}}});
    const auto tokenizer = openTokenizer(folder.path());
    EXPECT_EQ(tokenizer->encode("<x>日本"), (Ids{2, id, id + 1, 3})) << "ideographs are set apart by spaces";
    EXPECT_EQ(tokenizer->encode("<x> <x>日本"), (Ids{2, id, id, id + 1, 3}));
}

TEST(WordPiece, ATokenThatIsAWordByItselfTouchesNoJoiner) {
    const test::TemporaryFolder folder;
    const auto id = writeWithAdded(folder, {{{"content", "covid"}, {"single_word", true}}});
    const auto tokenizer = openTokenizer(folder.path());
    const auto has = [&](const std::string& text) {
        const auto ids = tokenizer->encode(text);
        return std::find(ids.begin(), ids.end(), id) != ids.end();
    };
    EXPECT_TRUE(has("a covid."));
    for (const char* text : {"covids", "covid\u200D", "\u200Ccovid"}) EXPECT_FALSE(has(text)) << text;
}

} // namespace
