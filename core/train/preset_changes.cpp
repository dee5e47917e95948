// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/preset_changes.h"

#include "core/train/train_config.h"

namespace diffuscope {
namespace {

/// Calls visit(name, member) for every field, so that writing and reading cannot drift apart.
template <class Changes, class Visit> void eachField(Changes& changes, Visit visit) {
    visit("learning_rate", changes.learningRate);
    visit("ema_rate", changes.emaRate);
    visit("anchor_weight", changes.anchorWeight);
    visit("reg_rate", changes.regRate);
    visit("padding_weight", changes.paddingWeight);
    visit("dropout", changes.dropout);
    visit("batch_tokens", changes.batchTokens);
    visit("hidden", changes.hidden);
    visit("layers", changes.layers);
    visit("heads", changes.heads);
    visit("embedding", changes.embedding);
    visit("longest_pair", changes.longestPair);
    visit("canvas", changes.canvas);
    visit("uniform_times", changes.uniformTimes);
    visit("plain_embeddings", changes.plainEmbeddings);
    visit("no_amp", changes.noAmp);
}

template <class T> void write(nlohmann::json& json, const char* name, const std::optional<T>& value) {
    if (value) json[name] = *value;
}
void write(nlohmann::json& json, const char* name, bool value) {
    if (value) json[name] = true;
}
template <class T> void read(const nlohmann::json& json, std::optional<T>& value) { value = json.get<T>(); }
void read(const nlohmann::json& json, bool& value) { json.get_to(value); }

template <class T, class Field> void change(Field& field, const std::optional<T>& value) {
    if (value) field = *value;
}

} // namespace

nlohmann::json toJson(const PresetChanges& changes) {
    auto json = nlohmann::json::object();
    eachField(changes, [&](const char* name, const auto& value) { write(json, name, value); });
    return json;
}

PresetChanges presetChangesFromJson(const nlohmann::json& json) {
    PresetChanges changes;
    eachField(changes, [&](const char* name, auto& value) {
        if (json.contains(name) && !json.at(name).is_null()) read(json.at(name), value);
    });
    return changes;
}

void apply(const PresetChanges& changes, TrainConfig& config) {
    change(config.learningRate, changes.learningRate);
    change(config.emaRate, changes.emaRate);
    change(config.loss.anchorWeight, changes.anchorWeight);
    change(config.loss.regRate, changes.regRate);
    change(config.loss.paddingWeight, changes.paddingWeight);
    change(config.model.dropout, changes.dropout);
    change(config.batch.tokens, changes.batchTokens);
    change(config.model.embeddingDim, changes.embedding);
    change(config.model.hiddenSize, changes.hidden);
    if (changes.hidden) config.model.intermediateSize = 4 * *changes.hidden;
    change(config.model.layers, changes.layers);
    change(config.model.heads, changes.heads);
    if (changes.canvas) setCanvas(config, *changes.canvas);
    change(config.batch.longestPair, changes.longestPair); // after the canvas, which may shorten it
    if (changes.uniformTimes) config.lossAwareTimes = false;
    if (changes.plainEmbeddings) config.normaliseEmbeddings = false;
    config.amp = !changes.noAmp;
}

} // namespace diffuscope
