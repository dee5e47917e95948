// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/text/temporary_folder.h"

#include "core/text/sentencepiece_trainer.h"

#include <torch/script.h>

#include <algorithm>

using namespace diffuscope;

// LibTorch brings its own protobuf. With a SentencePiece that shares names with it, this program crashes
// before main.
TEST(SentencePieceWithTorch, LiveInOneProcess) {
    const auto product = torch::matmul(torch::eye(4), torch::ones({4, 4}));
    EXPECT_EQ(product.sum().item<float>(), 16.0F);

    std::vector<std::string> lines;
    for (int i = 0; i < 50; ++i) lines.push_back("a table for " + std::to_string(i) + " in <city> today");
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "sentencepiece.model";
    SentencePieceOptions options;
    options.vocabSize = 60;
    options.userDefinedSymbols = {"<city>"};
    const auto tokenizer = trainSentencePiece(lines, options, file);
    const auto ids = openTokenizer(folder.path())->encode("a table in <city>");
    EXPECT_EQ(tokenizer->decode(ids), "a table in <city>");

    const auto tensor = torch::tensor(std::vector<std::int64_t>(ids.begin(), ids.end()));
    EXPECT_EQ(tensor.max().item<std::int64_t>(), std::ranges::max(ids));
}
