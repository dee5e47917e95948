// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/text/temporary_folder.h"

#include "core/error.h"
#include "core/text/sentencepiece_trainer.h"
#include "core/text/tokenizer.h"

using namespace diffuscope;
using test::contentOf;
using test::dataFolder;

TEST(TokenizerFiles, NamesAFolderWithoutTokenizer) {
    const test::TemporaryFolder folder;
    EXPECT_ERROR_SAYING(openTokenizer(folder.path()), folder.path().string());
    EXPECT_ERROR_SAYING(openTokenizer(folder.path() / "nowhere"), "nowhere");
}

TEST(TokenizerFiles, NamesADamagedFile) {
    const test::TemporaryFolder folder;
    folder.write("tokenizer.json", "{\"model\": ");
    EXPECT_ERROR_SAYING(openTokenizer(folder.path()), "tokenizer.json is not valid JSON");
    folder.write("tokenizer.json", "[]");
    EXPECT_ERROR_SAYING(openTokenizer(folder.path()), "tokenizer.json");
    folder.write("tokenizer.json", R"({"model": {"type": "BPE"}})");
    EXPECT_ERROR_SAYING(openTokenizer(folder.path()), "BPE");
    folder.write("tokenizer.json", R"({"model": {"type": "WordPiece", "vocab": {"a": 1000000000}},
        "normalizer": {"type": "BertNormalizer"}, "pre_tokenizer": {"type": "BertPreTokenizer"}})");
    EXPECT_ERROR_SAYING(openTokenizer(folder.path()), "1000000000");
    folder.write("tokenizer.json", R"({"model": {"type": "WordPiece", "vocab": {"a": "b"}},
        "normalizer": {"type": "BertNormalizer"}, "pre_tokenizer": {"type": "BertPreTokenizer"}})");
    EXPECT_ERROR_SAYING(openTokenizer(folder.path()), "tokenizer.json");
}

TEST(TokenizerFiles, NamesAMissingSpecialToken) {
    const test::TemporaryFolder folder;
    folder.write("vocab.txt", "[PAD]\n[UNK]\n[CLS]\nword\n");
    EXPECT_ERROR_SAYING(openTokenizer(folder.path()), "[SEP]");
    folder.write("vocab.txt", "");
    EXPECT_ERROR_SAYING(openTokenizer(folder.path()), "vocab.txt");
}

TEST(TokenizerFiles, AreSavedByteForByte) {
    const test::TemporaryFolder folder;
    const auto source = dataFolder("tiny");
    openTokenizer(source)->save(folder.path());
    for (const char* name : {"vocab.txt", "tokenizer.json", "tokenizer_config.json"})
        EXPECT_EQ(contentOf(folder.path() / name), contentOf(source / name)) << name;
    EXPECT_EQ(openTokenizer(folder.path())->encode("to go"), openTokenizer(source)->encode("to go"));
    EXPECT_ERROR_SAYING(openTokenizer(source)->save(folder.path() / "nowhere"), "nowhere");
}

TEST(TokenizerFiles, NameAModelThatThisBuildCannotOpen) {
    const test::TemporaryFolder folder;
    folder.write("sentencepiece.model", "x");
    EXPECT_ERROR_SAYING(openTokenizer(folder.path()), "sentencepiece.model");
    if (!haveSentencePiece()) {
        EXPECT_ERROR_SAYING(openTokenizer(folder.path()), "DIFFUSCOPE_SENTENCEPIECE");
    }
}
