// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/text/temporary_folder.h"

#include "core/error.h"
#include "core/text/sentencepiece_trainer.h"

#include <algorithm>

using namespace diffuscope;
using test::contentOf;

namespace {

using Ids = std::vector<TokenId>;

SentencePieceOptions withSize(TokenId size) {
    SentencePieceOptions options;
    options.vocabSize = size;
    return options;
}

SentencePieceOptions withSymbols(std::vector<std::string> symbols) {
    SentencePieceOptions options;
    options.userDefinedSymbols = std::move(symbols);
    return options;
}

std::vector<std::string> corpus() {
    std::vector<std::string> lines;
    const std::vector<std::string> places{"table", "ride", "room", "ticket", "flight", "seat"};
    const std::vector<std::string> days{"Monday", "Tuesday", "the weekend", "tomorrow", "8 March"};
    for (const auto& place : places)
        for (const auto& day : days) {
            lines.push_back("Please book a " + place + " in <city> for " + day + ".");
            lines.push_back("Your " + place + " is booked, is there anything else on " + day + "?");
        }
    return lines;
}

SentencePieceOptions options() {
    auto options = withSymbols({"<city>", "<a,b>", "<\">"});
    options.vocabSize = 120;
    return options;
}

TEST(SentencePiece, TrainsEncodesAndDecodes) {
    const test::TemporaryFolder folder;
    const auto tokenizer = trainSentencePiece(corpus(), options(), folder.path() / "sentencepiece.model");
    EXPECT_TRUE(haveSentencePiece());
    EXPECT_EQ(tokenizer->kind(), "sentencepiece");
    EXPECT_LE(tokenizer->size(), 120);
    EXPECT_GT(tokenizer->size(), 50);
    EXPECT_EQ(tokenizer->special(), (SpecialTokens{.pad = 0, .cls = 2, .sep = 3, .unk = 1}));
    for (const auto& [id, piece] : {std::pair{0, "[PAD]"}, {1, "[UNK]"}, {2, "[CLS]"}, {3, "[SEP]"}, {4, "<city>"}})
        EXPECT_EQ(tokenizer->piece(id), piece);

    for (const std::string& line : corpus()) {
        Ids ids = tokenizer->encode(line);
        EXPECT_EQ(ids.front(), 2);
        EXPECT_EQ(ids.back(), 3);
        ids.insert(ids.end(), 3, 0);
        EXPECT_EQ(tokenizer->decode(ids), line);
        EXPECT_EQ(tokenizer->decode(ids, true), "[CLS] " + line + " [SEP]");
    }
}

TEST(SentencePiece, KeepsUserDefinedSymbolsWhole) {
    const test::TemporaryFolder folder;
    const auto tokenizer = trainSentencePiece(corpus(), options(), folder.path() / "sentencepiece.model");
    for (const char* symbol : {"<city>", "<a,b>", "<\">"}) {
        const auto id = tokenizer->find(symbol);
        ASSERT_TRUE(id) << symbol;
        const Ids ids = tokenizer->encode("book " + std::string(symbol) + "for");
        EXPECT_EQ(std::ranges::count(ids, *id), 1) << symbol;
        EXPECT_EQ(tokenizer->decode(ids), "book " + std::string(symbol) + "for");
    }
    EXPECT_EQ(tokenizer->find("<nothing>"), std::nullopt);
    EXPECT_EQ(tokenizer->find("[UNK]"), 1);
}

TEST(SentencePiece, MarksInTheTextAreOnlyText) {
    const test::TemporaryFolder folder;
    const auto tokenizer = trainSentencePiece(corpus(), options(), folder.path() / "sentencepiece.model");
    const Ids ids = tokenizer->encode("[SEP] \xFF 北");
    EXPECT_EQ(std::ranges::count(ids, 3), 1);
    EXPECT_GE(std::ranges::count(ids, 1), 1);
    EXPECT_EQ(tokenizer->encode(""), (Ids{2, 3}));
    EXPECT_EQ(tokenizer->decode(Ids{}), "");
    EXPECT_EQ(tokenizer->decode(Ids{-1, 4, 9999}), "<city>");
    EXPECT_ERROR_SAYING(tokenizer->piece(9999), "9999");
}

TEST(SentencePiece, GivesTheSameFileTwice) {
    const test::TemporaryFolder folder;
    const auto first = trainSentencePiece(corpus(), options(), folder.path() / "a.model");
    trainSentencePiece(corpus(), options(), folder.path() / "b.model");
    EXPECT_EQ(contentOf(folder.path() / "a.model"), contentOf(folder.path() / "b.model"));

    first->save(folder.path());
    EXPECT_EQ(contentOf(folder.path() / "a.model"), contentOf(folder.path() / "sentencepiece.model"));
    EXPECT_EQ(openTokenizer(folder.path())->encode("a table"), first->encode("a table"));
}

TEST(SentencePiece, FoldsCaseWhenAsked) {
    const test::TemporaryFolder folder;
    auto folded = options();
    folded.lowerCase = true;
    const auto tokenizer = trainSentencePiece(corpus(), folded, folder.path() / "sentencepiece.model");
    EXPECT_EQ(tokenizer->decode(tokenizer->encode("PLEASE book")), "please book");
}

TEST(SentencePiece, RefusesWhatItCannotTrainOn) {
    const test::TemporaryFolder folder;
    const auto output = folder.path() / "sentencepiece.model";
    const auto train = [&](std::vector<std::string> lines, SentencePieceOptions chosen) { trainSentencePiece(lines, chosen, output); };
    EXPECT_ERROR_SAYING(train({}, options()), "no text");
    EXPECT_ERROR_SAYING(train({" ", "\x01", "<city> <city>"}, options()), "no text");
    EXPECT_ERROR_SAYING(train(corpus(), withSize(4)), "no room");
    EXPECT_ERROR_SAYING(train(corpus(), withSize(10)), "10 pieces");
    EXPECT_ERROR_SAYING(train(corpus(), withSize(10)), "on this text: Vocabulary size"); // and no place in SentencePiece's source
    EXPECT_ERROR_SAYING(train(corpus(), withSymbols({"a b"})), "a b");
    EXPECT_ERROR_SAYING(train(corpus(), withSymbols({"x", "x"})), "twice");
    EXPECT_ERROR_SAYING(train(corpus(), withSymbols({"[CLS]"})), "[CLS]");
    auto sparse = options();
    sparse.characterCoverage = 0.5;
    EXPECT_ERROR_SAYING(train(corpus(), sparse), "0.98");
    EXPECT_FALSE(std::filesystem::exists(output));
    EXPECT_ERROR_SAYING(trainSentencePiece(corpus(), options(), folder.path() / "nowhere" / "x.model"), "nowhere");
}

TEST(SentencePiece, NamesADamagedModel) {
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "sentencepiece.model";
    trainSentencePiece(corpus(), options(), file);
    const std::string good = contentOf(file);
    // The middle of the file is in the normalization tables, which SentencePiece would follow out of bounds.
    std::string scribbled = good;
    scribbled.replace(good.size() / 2, 4000, 4000, '\x7F');
    for (const std::string& bytes : {std::string(), std::string("not a model"), good.substr(0, good.size() / 2), scribbled}) {
        folder.write("sentencepiece.model", bytes);
        EXPECT_ERROR_SAYING(openTokenizer(folder.path()), "sentencepiece.model");
    }
}

} // namespace
