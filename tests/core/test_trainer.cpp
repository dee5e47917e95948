// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/model/native_model.h"
#include "core/train/trainer.h"
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
    Trainer(smallConfig(24), copyTask(folder.path()), folder.path() / "whole").run({}, {});
    {
        std::stop_source stop;
        TrainCallbacks callbacks;
        callbacks.onReport = [&](const TrainReport&) { stop.request_stop(); };
        Trainer(smallConfig(24), copyTask(folder.path()), folder.path() / "parts").run(callbacks, stop.get_token());
    }
    Trainer resumed(smallConfig(24), copyTask(folder.path()), folder.path() / "parts");
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

TEST_F(TrainerTest, AnotherSizeDoesNotResume) {
    Trainer(smallConfig(2), copyTask(folder.path()), folder.path() / "m").run({}, {});
    auto config = smallConfig(4);
    config.model.hiddenSize = 64;
    EXPECT_THROW(Trainer(config, copyTask(folder.path()), folder.path() / "m"), Error);
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

} // namespace
} // namespace diffuscope
