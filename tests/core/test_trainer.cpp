// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/model/native_model.h"
#include "core/model/safetensors.h"
#include "core/train/trainer.h"
#include "core/train/warm_start.h"
#include "tests/text/temporary_folder.h"

#include <fstream>
#include <gtest/gtest.h>

namespace diffuscope {
namespace {

constexpr int kVocabulary = 24;

/// A task that a small network learns in seconds: say the source's word again.
PreparedData copyTask(const std::filesystem::path& folder) {
    PreparedData data;
    for (int i = 0; i < kVocabulary; ++i) data.pieces.push_back("w" + std::to_string(i));
    data.cls = 2;
    data.sep = 3;
    for (int i = 0; i < 400; ++i) {
        const int word = 4 + i % (kVocabulary - 4);
        data.train.add({2, word, 3}, {2, word, word, word, word, 3});
        if (i < 20) data.valid.add({2, word, 3}, {2, word, word, word, word, 3});
    }
    data.folder = folder;
    return data;
}

TrainConfig smallConfig(int steps) {
    auto c = trainPreset("tiny");
    c.model.embeddingDim = 16;
    c.model.hiddenSize = 32;
    c.model.intermediateSize = 64;
    c.model.layers = 1;
    c.model.heads = 2;
    c.model.timeDim = 16;
    c.model.seqLen = c.batch.longestCanvas = 12;
    c.model.diffusionSteps = 50;
    c.batch.longestPair = 10;
    c.batch.tokens = 240;
    c.learningRate = 5e-3;
    c.warmupSteps = 10;
    c.logSteps = 10;
    c.steps = steps;
    c.seed = 3;
    return c;
}

std::vector<nlohmann::json> logOf(const std::filesystem::path& folder) {
    std::ifstream in(folder / "train.jsonl");
    std::vector<nlohmann::json> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(nlohmann::json::parse(line));
    return lines;
}

class TrainerTest : public testing::Test {
protected:
    test::TemporaryFolder folder;
};

TEST_F(TrainerTest, LearnsAndLeavesACompleteModel) {
    Trainer(smallConfig(150), copyTask(folder.path()), folder.path() / "m").run({}, {});
    const auto lines = logOf(folder.path() / "m");
    ASSERT_GE(lines.size(), 15u);
    const auto& last = *std::find_if(lines.rbegin(), lines.rend(), [](const auto& line) { return line.contains("nll"); });
    EXPECT_LT(last.at("nll").get<double>(), 0.5 * lines.front().at("nll").get<double>());
    EXPECT_LT(lines.back().at("valid_nll").get<double>(), lines.front().at("nll").get<double>());
    EXPECT_NEAR(lines.back().at("valid_token_bleu").get<double>(), 100.0, 20.0) << "it generates what it learned";
    const auto model = readNativeModel(folder.path() / "m");
    EXPECT_EQ(model.config.vocabSize, kVocabulary);
    EXPECT_EQ(model.document.at("training").at("steps"), 150);
    for (const auto& [name, tensor] : model.tensors)
        if (name == "word_embedding.weight") {
            EXPECT_EQ(tensor.scalar_type(), torch::kFloat16) << "half the bytes in the file";
            EXPECT_TRUE(torch::allclose(tensor.to(torch::kFloat32).norm(2, 1), torch::full({kVocabulary}, 4.0), 1e-3, 1e-3))
                << "rows have length √D";
        }
}

TEST_F(TrainerTest, ResumingGivesTheSameBitsAsNeverStopping) {
    auto config = smallConfig(24);
    config.model.diffusionSteps = 5; // so few that each has its losses when it stops, and they do not decide the draws yet
    Trainer(config, copyTask(folder.path()), folder.path() / "whole").run({}, {});
    {
        std::stop_source stop;
        TrainCallbacks callbacks;
        callbacks.onReport = [&](const TrainReport&) { stop.request_stop(); };
        Trainer(config, copyTask(folder.path()), folder.path() / "parts").run(callbacks, stop.get_token());
    }
    Trainer resumed(config, copyTask(folder.path()), folder.path() / "parts");
    EXPECT_EQ(resumed.position().step, 10) << "stopped after the first report";
    resumed.run({}, {});
    const auto whole = readNativeModel(folder.path() / "whole").tensors, parts = readNativeModel(folder.path() / "parts").tensors;
    ASSERT_EQ(whole.size(), parts.size());
    for (size_t i = 0; i < whole.size(); ++i) EXPECT_TRUE(torch::equal(whole[i].second, parts[i].second)) << whole[i].first;
}

TEST_F(TrainerTest, AblationsTrainToo) {
    auto config = smallConfig(12);
    config.model.absorbingState = config.model.discreteNoise = false;
    Trainer(config, copyTask(folder.path()), folder.path() / "m").run({}, {});
    const auto model = readNativeModel(folder.path() / "m");
    EXPECT_FALSE(model.config.absorbingState);
    EXPECT_TRUE(std::none_of(model.tensors.begin(), model.tensors.end(), [](const auto& t) { return t.first == "mean_embed"; }));
}

TEST_F(TrainerTest, AnotherRunDoesNotResume) {
    const auto data = copyTask(folder.path());
    const auto output = folder.path() / "m";
    Trainer(smallConfig(2), data, output).run({}, {});
    const auto expectRefusal = [&](const char* sentence, auto change) {
        auto config = smallConfig(4);
        auto other = data;
        change(config, other);
        EXPECT_ERROR_SAYING(Trainer(config, other, output), sentence);
    };
    expectRefusal("'model/hidden_size' is 32, not 64", [](auto& c, auto&) { c.model.hiddenSize = 64; });
    expectRefusal("'model/num_hidden_layers' is 1, not 2", [](auto& c, auto&) { c.model.layers = 2; });
    expectRefusal("'model/denoise' is true, not false", [](auto& c, auto&) { c.model.discreteNoise = false; });
    expectRefusal("'model/learned_mean_embed' is true, not false", [](auto& c, auto&) { c.model.absorbingState = false; });
    expectRefusal("'options/loss_aware_times' is true, not false", [](auto& c, auto&) { c.lossAwareTimes = false; });
    expectRefusal("'options/seed' is 3, not 4", [](auto& c, auto&) { c.seed = 4; });
    expectRefusal("'options/tokens_a_batch' is 240, not 120", [](auto& c, auto&) { c.batch.tokens = 120; });
    expectRefusal("'options/from' is \"\", not \"m\"", [&](auto& c, auto&) { c.from = output / ""; });
    expectRefusal("'vocabulary/7' is \"w7\", not \"x\"", [](auto&, auto& d) { d.pieces[7] = "x"; });
    expectRefusal("'model/vocab_size' is 24, not 25", [](auto&, auto& d) { d.pieces.push_back("x"); });
    expectRefusal("'pairs' is 400, not 401", [](auto&, auto& d) { d.train.add({2, 4, 3}, {2, 4, 3}); });
}

TEST_F(TrainerTest, HowLongAndHowFastMayChange) {
    Trainer(smallConfig(2), copyTask(folder.path()), folder.path() / "m").run({}, {});
    auto config = smallConfig(4);
    config.learningRate = 1e-3;
    config.logSteps = config.saveMinutes = 1;
    config.amp = false;
    Trainer resumed(config, copyTask(folder.path()), folder.path() / "m");
    EXPECT_EQ(resumed.position().step, 2);
}

TEST_F(TrainerTest, ACheckpointThatDoesNotFitIsRefusedInWords) {
    const auto output = folder.path() / "m";
    const auto resume = [&] { Trainer(smallConfig(4), copyTask(folder.path()), output); };
    Trainer(smallConfig(2), copyTask(folder.path()), output).run({}, {});
    const auto state = output / "checkpoint" / "state.safetensors";
    auto file = readSafetensors(state);
    for (auto& [name, tensor] : file.tensors)
        if (name == "ema") tensor = tensor.slice(0, 1);
    writeSafetensors(state, file);
    EXPECT_ERROR_SAYING(resume(), "'ema' of another size");
    std::filesystem::remove(output / "checkpoint" / "run.json");
    EXPECT_ERROR_SAYING(resume(), "earlier version");
}

TEST_F(TrainerTest, WhatCannotBeTrainedIsRefusedInWords) {
    const auto expectRefusal = [&](const char* sentence, auto change) {
        auto config = smallConfig(1);
        change(config);
        EXPECT_ERROR_SAYING(Trainer(config, copyTask(folder.path()), folder.path() / "m"), sentence);
    };
    expectRefusal("longest pair (13 tokens) must not be longer than the longest canvas (12)", [](auto& c) { c.batch.longestPair = 13; });
    expectRefusal("shortest canvas (13 tokens)", [](auto& c) { c.batch.shortestCanvas = 13; });
    expectRefusal("longest canvas (20 tokens) must not be longer than the network's canvas (12)",
                  [](auto& c) { c.batch.longestCanvas = 20; });
    expectRefusal("'seq_len' (200) must not be larger than 'max_position_embeddings' (128)",
                  [](auto& c) { c.model.seqLen = c.batch.longestCanvas = 200; });
    expectRefusal("'hidden_size' (32) must be a multiple of 'num_attention_heads' (3)", [](auto& c) { c.model.heads = 3; });
    expectRefusal("at least one token", [](auto& c) { c.batch.tokens = 0; });
    expectRefusal("dropout", [](auto& c) { c.model.dropout = 1.5; });
    expectRefusal("not 'tpu'", [](auto& c) { c.device = "tpu"; });
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "m"));
}

TEST_F(TrainerTest, DataAndModelMayShareAFolder) {
    folder.write("vocab.txt", "a b c");
    Trainer(smallConfig(1), copyTask(folder.path()), folder.path()).run({}, {});
    EXPECT_TRUE(isNativeModel(folder.path()));
    EXPECT_EQ(test::contentOf(folder.path() / "vocab.txt"), "a b c");
}

TEST_F(TrainerTest, ValidationPairsThatAreAllTooLongGiveNoScores) {
    auto data = copyTask(folder.path());
    data.valid = {};
    data.valid.add({2, 4, 4, 4, 4, 4, 4, 3}, {2, 4, 4, 4, 4, 4, 4, 3});
    Trainer(smallConfig(1), data, folder.path() / "m").run({}, {});
    for (const auto& line : logOf(folder.path() / "m")) EXPECT_FALSE(line.contains("valid_nll")) << line;
    EXPECT_TRUE(readNativeModel(folder.path() / "m").document.at("training").at("scores").is_null());
}

TEST_F(TrainerTest, ScoresStayUntilTheNextValidation) {
    const auto output = folder.path() / "m";
    const auto scores = [&] { return readNativeModel(output).document.at("training").at("scores"); };
    Trainer(smallConfig(1), copyTask(folder.path()), output).run({}, {});
    const auto first = scores();
    ASSERT_TRUE(first.contains("valid_nll"));
    std::stop_source stop;
    stop.request_stop();
    Trainer(smallConfig(2), copyTask(folder.path()), output).run({}, stop.get_token());
    EXPECT_EQ(scores(), first) << "it goes on, and is stopped before it validates";
}

TEST_F(TrainerTest, DataPreparedAnewMeanwhileLeaveTheModelItsTokenizer) {
    folder.write("vocab.txt", "a b c");
    Trainer trainer(smallConfig(1), copyTask(folder.path()), folder.path() / "m");
    folder.write("vocab.txt", "x y z");
    trainer.run({}, {});
    EXPECT_EQ(test::contentOf(folder.path() / "m" / "vocab.txt"), "a b c");
}

TEST_F(TrainerTest, ATokenizerIsReplacedNotWrittenOver) {
    std::filesystem::create_directories(folder.path() / "m");
    const auto old = folder.write("m/vocab.txt", "old"), kept = folder.path() / "kept";
    std::filesystem::create_hard_link(old, kept);
    folder.write("vocab.txt", "new");
    writeTokenizer(tokenizerFiles(folder.path()), folder.path() / "m");
    EXPECT_EQ(test::contentOf(old), "new");
    EXPECT_EQ(test::contentOf(kept), "old") << "a reader that has it open reads it to its end";
}

TEST_F(TrainerTest, StartsFromAnotherModelsWeights) {
    Trainer(smallConfig(60), copyTask(folder.path()), folder.path() / "first").run({}, {});
    auto config = smallConfig(10);
    config.from = folder.path() / "first";
    config.learningRate = 1e-4;
    Trainer(config, copyTask(folder.path()), folder.path() / "second").run({}, {});
    const auto first = logOf(folder.path() / "first"), second = logOf(folder.path() / "second");
    EXPECT_LT(second.front().at("nll").get<double>(), 0.7 * first.front().at("nll").get<double>()) << "it does not start anew";
}

TEST_F(TrainerTest, AnotherTokenizersModelIsRefused) {
    Trainer(smallConfig(1), copyTask(folder.path()), folder.path() / "m").run({}, {});
    folder.write("m/vocab.txt", "a b c");
    folder.write("vocab.txt", "x y z");
    auto config = smallConfig(1);
    config.from = folder.path() / "m";
    EXPECT_ERROR_SAYING(Trainer(config, copyTask(folder.path()), folder.path() / "n"), "another tokenizer");
}

TEST(TrainPreset, UnknownNamesAreRefused) {
    EXPECT_EQ(trainPreset("paper").model.hiddenSize, 768);
    EXPECT_EQ(trainPreset("paper").loss.anchorWeight, 0.0) << "the published loss";
    EXPECT_THROW(trainPreset("huge"), Error);
}

TEST(SetCanvas, TakesTheRestAlong) {
    auto tiny = trainPreset("tiny");
    tiny.model.vocabSize = kVocabulary;
    setCanvas(tiny, 200);
    EXPECT_EQ(tiny.model.seqLen, 200);
    EXPECT_EQ(tiny.model.maxPositions, 200);
    EXPECT_EQ(tiny.batch.longestPair, 56);
    EXPECT_EQ(tiny.batch.shortestCanvas, 0);
    EXPECT_NO_THROW(validate(tiny));
    for (const int tokens : {64, 256}) {
        auto paper = trainPreset("paper");
        paper.model.vocabSize = kVocabulary;
        setCanvas(paper, tokens);
        EXPECT_EQ(paper.batch.longestCanvas, tokens);
        EXPECT_EQ(paper.batch.shortestCanvas, tokens) << "the published canvas is fixed";
        EXPECT_EQ(paper.batch.longestPair, std::min(tokens, 128));
        EXPECT_EQ(paper.model.maxPositions, 512);
        EXPECT_NO_THROW(validate(paper));
    }
}

} // namespace
} // namespace diffuscope
