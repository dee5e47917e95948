// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

namespace diffuscope {

/// Sizes and settings of a network, as config.json keeps them. Names in comments: the published arguments.
struct ModelConfig {
    int vocabSize = 0;
    int seqLen = 128;       ///< longest canvas, tokens (seq_len)
    int embeddingDim = 128; ///< D (hidden_dim)
    int timeDim = 128;      ///< width of the sinusoidal time embedding (hidden_t_dim)
    int hiddenSize = 768;   ///< width of the encoder
    int layers = 12;
    int heads = 12;
    int intermediateSize = 3072;
    int maxPositions = 512;
    double layerNormEps = 1e-12;
    int diffusionSteps = 2000; ///< T
    std::string noiseSchedule = "sqrt";
    bool rescaleTimesteps = true; ///< time input t · 1000 / T
    bool absorbingState = true;   ///< learned_mean_embed
    bool discreteNoise = true;    ///< denoise
    double denoiseRate = 0.5;
    double dropout = 0.0; ///< in training only
    /// The network also sees its own last x_0 prediction (Chen et al. 2022, arXiv 2208.04202): one matrix more than
    /// the published network has.
    bool selfCondition = false;

    bool operator==(const ModelConfig&) const = default;
};

nlohmann::json toJson(const ModelConfig& config);
/// Throws Error that names the field at fault.
ModelConfig modelConfigFromJson(const nlohmann::json& json);
/// Throws Error when there is no network of these sizes.
void validate(const ModelConfig& config);

/// What `info` prints and the window shows of an opened model. No LibTorch in here.
struct ModelInfo {
    std::string name;
    std::string folder;
    std::string format;    ///< "native" or "official"
    std::string tokenizer; ///< kind and size
    std::int64_t parameters = 0;
    double absorbingNorm = 0; ///< ‖m‖; 0 without
    double embeddingNorm = 0; ///< mean length of the word embeddings
    ModelConfig config;
    nlohmann::json textProcessor; ///< null when none
    nlohmann::json recommended;   ///< fields of Recipe that the model's makers recommend
    nlohmann::json training;      ///< training record: data, time, scores
};

nlohmann::json toJson(const ModelInfo& info);

} // namespace diffuscope
