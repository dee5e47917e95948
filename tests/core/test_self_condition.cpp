// SPDX-License-Identifier: GPL-3.0-or-later
// Self-conditioned networks, and the models that training starts from.
#include "core/diffusion/losses.h"
#include "core/engine/opened_model.h"
#include "core/engine/sampling.h"
#include "core/error.h"
#include "core/model/official_model.h"
#include "core/text/packing.h"
#include "core/train/autocast.h"
#include "core/train/warm_start.h"
#include "tests/text/temporary_folder.h"

#include <gtest/gtest.h>

namespace diffuscope {
namespace {

constexpr int kLength = 24;

class SelfCondition : public testing::Test {
protected:
    SelfCondition() : tiny(std::filesystem::path(DIFFUSCOPE_TEST_DATA) / "tiny"), plain(openModel(tiny, "cpu")), config(plain.info.config) {
        config.selfCondition = true;
        writeNativeModel(folder.path(), readOfficialModel(tiny));
        torch::manual_seed(1);
        net = TransformerNet(config);
        net->loadStateDict(warmStart(folder.path(), tiny, config));
    }
    void wakeUp() {
        const torch::NoGradGuard guard;
        net->named_parameters()["self_condition.weight"].normal_(0, 0.3);
    }

    test::TemporaryFolder folder;
    std::filesystem::path tiny;
    OpenedModel plain;
    ModelConfig config;
    TransformerNet net{nullptr};
};

TEST_F(SelfCondition, StartsAsTheModelWithout) {
    const auto x = torch::randn({2, kLength, config.embeddingDim}), time = net->embedTime(torch::full({1}, 400.0));
    net->eval();
    const torch::NoGradGuard guard;
    EXPECT_TRUE(torch::equal(net->forward(x, time, torch::randn_like(x)), plain.net->forward(x, time)));
    wakeUp();
    EXPECT_FALSE(torch::allclose(net->forward(x, time, torch::randn_like(x)), net->forward(x, time))) << "it looks at the last prediction";
}

TEST_F(SelfCondition, ARunSplitAtAnyStepComesToTheSameEnd) {
    wakeUp();
    const auto special = plain.tokenizer->special();
    const auto canvas = packSource(plain.tokenizer->encode("what date?"), kLength, special.sep, special.pad);
    const auto ids = torch::tensor(std::vector<std::int64_t>(canvas.ids.begin(), canvas.ids.end())).unsqueeze(0);
    const auto target = torch::tensor(std::vector<std::int64_t>(canvas.target.begin(), canvas.target.end())).unsqueeze(0) != 0;
    const auto schedule = NoiseSchedule::named(config.noiseSchedule, config.diffusionSteps);
    NetDenoiser denoiser(net);
    Recipe recipe;
    recipe.steps = 6;
    recipe.tolerance = 0.5;
    for (const auto& info : solverTable()) {
        recipe.solver = info.name;
        const auto run = [&](std::vector<SampledStep>* seen, const std::vector<SampledStep>& past) {
            CounterDraws draws(3, {0}, kLength, config.embeddingDim, denoiser.table().options());
            return sampleLatents(
                {schedule, denoiser, config, ids, target}, recipe, draws,
                [&](const SampledStep& step) {
                    if (seen) seen->push_back(step);
                },
                past);
        };
        std::vector<SampledStep> steps;
        const auto whole = run(&steps, {});
        for (size_t cut = 1; cut + 1 < steps.size(); ++cut)
            EXPECT_TRUE(torch::equal(run(nullptr, {steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(cut) + 1}), whole))
                << info.name << " at " << cut;
    }
}

TEST_F(SelfCondition, TheFirstGuessTakesNoGradientAndLeavesTheSecondItsOwn) {
    for (const bool amp : {false, true}) {
        const auto schedule = NoiseSchedule::named(config.noiseSchedule, config.diffusionSteps);
        const ForwardProcess forward(schedule, torch::kCPU);
        const auto ids = torch::randint(4, config.vocabSize, {2, kLength}), target = torch::ones({2, kLength}, torch::kBool);
        const auto shape = std::vector<std::int64_t>{2, kLength, config.embeddingDim};
        LossDraws draws{torch::randn(shape), torch::randn(shape), {}, true};
        net->zero_grad();
        {
            const Autocast autocast(amp, torch::kCPU);
            trainingLoss(*net, forward, ids, target, torch::tensor({3, 20}), draws, {}, 0).loss.mean().backward();
        }
        for (const auto& item : net->named_parameters()) {
            EXPECT_TRUE(item.value().grad().defined()) << item.key() << (amp ? " in bfloat16" : "");
            if (item.value().grad().defined() && item.key().find(".query.weight") != std::string::npos) {
                EXPECT_GT(item.value().grad().abs().max().item<double>(), 0.0) << item.key();
            }
        }
    }
}

TEST_F(SelfCondition, ThePublishedFormatLeavesTheMatrixOut) {
    wakeUp();
    writeOfficialModel(folder.path() / "official", {config, nlohmann::json::object(), net->stateDict()});
    const auto read = readOfficialModel(folder.path() / "official");
    EXPECT_FALSE(read.config.selfCondition);
    TransformerNet published(read.config);
    published->loadStateDict(read.tensors);
    published->eval();
    net->eval();
    const torch::NoGradGuard guard;
    const auto x = torch::randn({1, kLength, config.embeddingDim}), time = net->embedTime(torch::full({1}, 400.0));
    EXPECT_TRUE(torch::equal(published->forward(x, time), net->forward(x, time))) << "what the model says at a run's first step";
}

TEST_F(SelfCondition, MoreLayersAreCopiesOfTheLast) {
    auto deeper = plain.info.config;
    const int have = deeper.layers;
    deeper.layers = have + 1;
    const auto tensors = warmStart(folder.path(), tiny, deeper);
    const std::map<std::string, torch::Tensor> byName(tensors.begin(), tensors.end());
    const auto weight = [&](int layer) { return byName.at("input_transformers.layer." + std::to_string(layer) + ".output.dense.weight"); };
    EXPECT_TRUE(torch::equal(weight(have), weight(have - 1)));
    TransformerNet(deeper)->loadStateDict(tensors);
    deeper.layers = have - 1;
    EXPECT_THROW(warmStart(folder.path(), tiny, deeper), Error);
}

} // namespace
} // namespace diffuscope
