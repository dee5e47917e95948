// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/model_info.h"

#include "core/error.h"

namespace diffuscope {
namespace {

/// Calls visit(name, member) for every field, so that reading and writing cannot drift apart.
template <class Config, class Visit> void eachField(Config& config, Visit visit) {
    visit("vocab_size", config.vocabSize);
    visit("seq_len", config.seqLen);
    visit("hidden_dim", config.embeddingDim);
    visit("hidden_t_dim", config.timeDim);
    visit("hidden_size", config.hiddenSize);
    visit("num_hidden_layers", config.layers);
    visit("num_attention_heads", config.heads);
    visit("intermediate_size", config.intermediateSize);
    visit("max_position_embeddings", config.maxPositions);
    visit("layer_norm_eps", config.layerNormEps);
    visit("diffusion_steps", config.diffusionSteps);
    visit("noise_schedule", config.noiseSchedule);
    visit("rescale_timesteps", config.rescaleTimesteps);
    visit("learned_mean_embed", config.absorbingState);
    visit("denoise", config.discreteNoise);
    visit("denoise_rate", config.denoiseRate);
    visit("dropout", config.dropout);
    visit("self_condition", config.selfCondition);
}

} // namespace

nlohmann::json toJson(const ModelConfig& config) {
    nlohmann::json json;
    eachField(config, [&](const char* name, const auto& value) { json[name] = value; });
    return json;
}

ModelConfig modelConfigFromJson(const nlohmann::json& json) {
    ModelConfig config;
    std::string current;
    try {
        eachField(config, [&](const char* name, auto& value) {
            current = name;
            if (json.contains(name)) json.at(name).get_to(value);
        });
    } catch (const nlohmann::json::exception&) {
        throw Error(translatable("core", "config.json: '%1' has a value of the wrong kind."), {current});
    }
    try {
        validate(config);
    } catch (const Error& problem) {
        throw Error(translatable("core", "config.json: %1"), {problem.wording()});
    }
    return config;
}

void validate(const ModelConfig& c) {
    const auto positive = [](const char* name, int value) {
        if (value < 1) throw Error(translatable("core", "'%1' must be at least 1, not %2."), {name, std::to_string(value)});
    };
    positive("vocab_size", c.vocabSize);
    positive("seq_len", c.seqLen);
    positive("hidden_dim", c.embeddingDim);
    positive("hidden_t_dim", c.timeDim);
    positive("hidden_size", c.hiddenSize);
    positive("num_hidden_layers", c.layers);
    positive("num_attention_heads", c.heads);
    positive("intermediate_size", c.intermediateSize);
    positive("diffusion_steps", c.diffusionSteps);
    if (c.hiddenSize % c.heads != 0)
        throw Error(translatable("core", "'hidden_size' (%1) must be a multiple of 'num_attention_heads' (%2)."),
                    {std::to_string(c.hiddenSize), std::to_string(c.heads)});
    if (c.seqLen > c.maxPositions)
        throw Error(translatable("core", "'seq_len' (%1) must not be larger than 'max_position_embeddings' (%2)."),
                    {std::to_string(c.seqLen), std::to_string(c.maxPositions)});
}

nlohmann::json toJson(const ModelInfo& info) {
    return {{"name", info.name},
            {"folder", info.folder},
            {"format", info.format},
            {"tokenizer", info.tokenizer},
            {"parameters", info.parameters},
            {"absorbing_norm", info.absorbingNorm},
            {"embedding_norm", info.embeddingNorm},
            {"config", toJson(info.config)},
            {"text_processor", info.textProcessor},
            {"recommended", info.recommended},
            {"training", info.training}};
}

} // namespace diffuscope
