// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <optional>

namespace diffuscope {

struct TrainConfig;

/// What a training run has otherwise than its preset.
struct PresetChanges {
    std::optional<double> learningRate, emaRate, anchorWeight, regRate, paddingWeight, dropout;
    std::optional<int> batchTokens, hidden, layers, heads, embedding, longestPair, canvas;
    bool uniformTimes = false;    ///< diffusion steps are drawn evenly instead of by their losses
    bool plainEmbeddings = false; ///< embeddings are not normalised
    bool noAmp = false;           ///< all in float32

    bool operator==(const PresetChanges&) const = default;
};

/// What is not changed is left out.
nlohmann::json toJson(const PresetChanges& changes);
/// Missing keys, and those that are null, change nothing. Throws the JSON library's exception for values of the wrong kind.
PresetChanges presetChangesFromJson(const nlohmann::json& json);
/// (In diffuscope_core.)
void apply(const PresetChanges& changes, TrainConfig& config);

} // namespace diffuscope
