// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/train_config.h"

#include "core/error.h"

#include <algorithm>

namespace diffuscope {
namespace {

/// Delexicalised short pairs, 32-dimensional normalised embeddings: where a CPU's evening goes furthest.
TrainConfig tiny() {
    TrainConfig c;
    c.model.seqLen = 64;
    c.model.embeddingDim = 32;
    c.model.timeDim = 64;
    c.model.hiddenSize = 160;
    c.model.layers = 4;
    c.model.heads = 4;
    c.model.intermediateSize = 640;
    c.model.maxPositions = 128;
    c.loss.regRate = 0.0;
    c.loss.anchorWeight = 1.0;
    c.loss.paddingWeight = 0.3;
    c.batch.tokens = 1024;
    c.batch.longestPair = 56;
    c.batch.cutLong = false;
    c.batch.longestCanvas = 64;
    return c;
}

TrainConfig small() {
    auto c = tiny();
    c.model.hiddenSize = 256;
    c.model.layers = 8;
    c.model.heads = 8;
    c.model.intermediateSize = 1024;
    c.learningRate = 1e-3;
    c.warmupSteps = 1000;
    c.batch.tokens = 32768;
    c.batch.longestPair = 64;
    return c;
}

/// Gong et al. 2023, section 4 and the released scripts.
TrainConfig paper() {
    TrainConfig c;
    c.model.dropout = 0.1;
    c.learningRate = 1e-4;
    c.warmupSteps = 0;
    c.gradientClip = -1.0;
    c.emaRate = 0.9999;
    c.normaliseEmbeddings = false;
    c.batch.tokens = 128 * 1024;
    c.batch.shortestCanvas = 128;
    return c;
}

void requireAtMost(const char* name, int value, const char* limitName, int limit) {
    if (value > limit)
        throw Error(translatable("core", "The %1 (%2 tokens) must not be longer than the %3 (%4)."),
                    {name, std::to_string(value), limitName, std::to_string(limit)});
}

} // namespace

TrainConfig trainPreset(const std::string& name) {
    TrainConfig config;
    if (name == "tiny") config = tiny();
    else if (name == "small") config = small();
    else if (name == "paper") config = paper();
    else throw Error(translatable("core", "Unknown preset '%1'; known are tiny, small and paper."), {name});
    config.preset = name;
    return config;
}

nlohmann::json toJson(const TrainConfig& c) {
    return {{"preset", c.preset},
            {"learning_rate", c.learningRate},
            {"warmup_steps", c.warmupSteps},
            {"weight_decay", c.weightDecay},
            {"gradient_clip", c.gradientClip},
            {"ema_rate", c.emaRate},
            {"normalise_embeddings", c.normaliseEmbeddings},
            {"loss_aware_times", c.lossAwareTimes},
            {"seed", c.seed},
            {"from", (c.from / "").parent_path().filename().string()}, // also of a path that ends in a slash
            {"tokens_a_batch", c.batch.tokens},
            {"longest_pair", c.batch.longestPair},
            {"cut_long", c.batch.cutLong},
            {"shortest_canvas", c.batch.shortestCanvas},
            {"longest_canvas", c.batch.longestCanvas},
            {"reg_rate", c.loss.regRate},
            {"anchor_weight", c.loss.anchorWeight},
            {"padding_weight", c.loss.paddingWeight}};
}

void setCanvas(TrainConfig& config, int tokens) {
    auto& batch = config.batch;
    const bool fixed = batch.shortestCanvas == batch.longestCanvas;
    batch.shortestCanvas = fixed ? tokens : std::min(batch.shortestCanvas, tokens);
    batch.longestPair = std::min(batch.longestPair, tokens);
    batch.longestCanvas = config.model.seqLen = tokens;
    config.model.maxPositions = std::max(config.model.maxPositions, tokens);
}

void validate(const TrainConfig& config) {
    const auto& batch = config.batch;
    const auto& model = config.model;
    validate(model);
    requireAtMost(translatable("core", "shortest canvas"), batch.shortestCanvas, translatable("core", "longest canvas"),
                  batch.longestCanvas);
    requireAtMost(translatable("core", "longest pair"), batch.longestPair, translatable("core", "longest canvas"), batch.longestCanvas);
    requireAtMost(translatable("core", "longest canvas"), batch.longestCanvas, translatable("core", "network's canvas"), model.seqLen);
    if (batch.longestPair < 1 || batch.tokens < 1) throw Error(translatable("core", "Pairs and batches must have at least one token."));
    if (model.dropout < 0 || model.dropout >= 1) throw Error(translatable("core", "The dropout must be at least 0 and less than 1."));
}

nlohmann::json identityOf(const TrainConfig& config, const PreparedData& data) {
    auto options = toJson(config);
    options.erase("learning_rate"); // a run that diverges goes on with a lower one
    return {{"model", toJson(config.model)},
            {"options", options},
            {"pairs", data.train.size()},
            {"tokens", data.train.ids.size()},
            {"vocabulary", data.pieces}};
}

} // namespace diffuscope
