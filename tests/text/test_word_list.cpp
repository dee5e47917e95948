// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/text/temporary_folder.h"

#include "core/error.h"
#include "core/text/tokenizer.h"

using namespace diffuscope;

namespace {

using Ids = std::vector<TokenId>;

constexpr auto words = R"({"[START]": 0, "[END]": 1, "[UNK]": 2, "[PAD]": 3, "hel@@": 4, "lo": 5, "w__": 6, "é": 7})";

TEST(WordList, SplitsAtWhiteSpace) {
    const test::TemporaryFolder folder;
    folder.write("vocab.json", words);
    const auto tokenizer = openTokenizer(folder.path());
    EXPECT_EQ(tokenizer->kind(), "word-list");
    EXPECT_EQ(tokenizer->size(), 8);
    EXPECT_EQ(tokenizer->special(), (SpecialTokens{.pad = 3, .cls = 0, .sep = 1, .unk = 2}));
    EXPECT_EQ(tokenizer->encode("  hel@@ lo\té other\n"), (Ids{0, 4, 5, 7, 2, 1}));
    EXPECT_EQ(tokenizer->encode(""), (Ids{0, 1}));
}

TEST(WordList, JoinsContinuedWords) {
    const test::TemporaryFolder folder;
    folder.write("vocab.json", words);
    const auto tokenizer = openTokenizer(folder.path());
    const Ids ids{0, 4, 5, 6, 7, 2, 1, 3, 3};
    EXPECT_EQ(tokenizer->decode(ids, true), "[START] hello wé [UNK] [END]");
    EXPECT_EQ(tokenizer->decode(ids), "hello wé [UNK]");
}

TEST(WordList, RefusesWhatIsNoList) {
    const test::TemporaryFolder folder;
    folder.write("vocab.json", R"({"a": 0})");
    EXPECT_ERROR_SAYING(openTokenizer(folder.path()), "[PAD]");
    folder.write("vocab.json", R"({"a": 12})");
    EXPECT_ERROR_SAYING(openTokenizer(folder.path()), "vocab.json");
    folder.write("vocab.json", R"({"a": "b"})");
    EXPECT_ERROR_SAYING(openTokenizer(folder.path()), "whole number");
    folder.write("vocab.json", "[1]");
    EXPECT_ERROR_SAYING(openTokenizer(folder.path()), "object");
}

} // namespace
