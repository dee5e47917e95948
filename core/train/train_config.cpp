// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/train_config.h"

#include "core/error.h"

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

} // namespace

TrainConfig trainPreset(const std::string& name) {
    TrainConfig config;
    if (name == "tiny") config = tiny();
    else if (name == "small") config = small();
    else if (name == "paper") config = paper();
    else throw Error("Unknown preset '" + name + "'; known are tiny, small and paper.");
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
            {"from", c.from.filename().string()},
            {"tokens_a_batch", c.batch.tokens},
            {"longest_pair", c.batch.longestPair},
            {"longest_canvas", c.batch.longestCanvas},
            {"reg_rate", c.loss.regRate},
            {"anchor_weight", c.loss.anchorWeight},
            {"padding_weight", c.loss.paddingWeight}};
}

} // namespace diffuscope
