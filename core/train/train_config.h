// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diffusion/losses.h"
#include "core/train/dataset.h"

#include <filesystem>

namespace diffuscope {

/// Everything that decides a training run. Presets fill it; the command line changes single fields.
struct TrainConfig {
    std::string preset = "tiny";
    ModelConfig model;
    LossOptions loss;
    BatchOptions batch;
    double learningRate = 2e-3;
    int warmupSteps = 300;
    double weightDecay = 0.0;
    double gradientClip = 1.0; ///< 2-norm; ≤ 0: off
    double emaRate = 0.999;
    bool normaliseEmbeddings = true; ///< rows of E at length √D; folded into the weights when saved
    bool lossAwareTimes = true;
    std::uint64_t seed = 0;
    std::filesystem::path from; ///< native model whose weights training starts with; empty: random ones
    std::int64_t steps = 0;     ///< optimizer steps in all; 0: by minutes
    double minutes = 0;         ///< training time in all, over all sittings
    int saveMinutes = 5;
    int logSteps = 50;
    std::string device = "cpu";
    bool amp = true; ///< bfloat16 autocast where the device is quicker in it (hasQuickBfloat16)
};

/// "tiny" (CPU, an evening), "small" (a GPU, minutes) or "paper" (the published sizes and loss).
/// Throws Error for another name.
TrainConfig trainPreset(const std::string& name);
nlohmann::json toJson(const TrainConfig& config);
/// Makes `tokens` the longest canvas: the network gets positions for it, and what the preset has beyond it comes down to it.
void setCanvas(TrainConfig& config, int tokens);
/// Throws Error when no network can be trained like that. The model's vocabulary must be known.
void validate(const TrainConfig& config);
/// What a run that goes on must have in common with the one that stopped: the data, the network and all options but how long it
/// trains, how fast it learns, on which device, in which arithmetic, and how often it reports and saves.
nlohmann::json identityOf(const TrainConfig& config, const PreparedData& data);

} // namespace diffuscope
