// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/warm_start.h"

#include "core/engine/bundled.h"
#include "core/error.h"
#include "core/model/transformer_net.h"

#include <array>

namespace diffuscope {
namespace {

constexpr std::array kTokenizerFiles{"sentencepiece.model", "vocab.txt", "tokenizer.json", "tokenizer_config.json", "vocab.json"};

/// The same ids must mean the same words: weights belong to one tokenizer.
void requireSameTokenizer(const std::filesystem::path& model, const std::filesystem::path& data) {
    for (const char* name : kTokenizerFiles) {
        const bool inModel = std::filesystem::exists(model / name), inData = std::filesystem::exists(data / name);
        if (inModel && inData && readFileBytes(model / name) != readFileBytes(data / name))
            throw Error("The data in '" + data.string() + "' was prepared with another tokenizer than that of the model in '" +
                        model.string() + "'; training cannot start from its weights.");
    }
}

std::string layerName(int layer) { return "input_transformers.layer." + std::to_string(layer) + "."; }

void stackLayers(StateDict& tensors, int have, int want) {
    const int more = want - have;
    const auto given = tensors;
    for (int layer = have; layer < want; ++layer) {
        const auto from = layerName(std::max(0, have - more) + (layer - have) % have);
        for (const auto& [name, tensor] : given)
            if (name.rfind(from, 0) == 0) tensors.emplace_back(layerName(layer) + name.substr(from.size()), tensor);
    }
}

} // namespace

StateDict warmStart(const std::filesystem::path& folder, const std::filesystem::path& data, const ModelConfig& config) {
    requireSameTokenizer(folder, data);
    auto model = readNativeModel(folder);
    if (model.config.layers > config.layers)
        throw Error("The model in '" + folder.string() + "' has " + std::to_string(model.config.layers) + " layers; a network of " +
                    std::to_string(config.layers) + " cannot start from it.");
    stackLayers(model.tensors, model.config.layers, config.layers);
    if (config.selfCondition && !model.config.selfCondition)
        model.tensors.emplace_back(kSelfConditionName, torch::zeros({config.hiddenSize, config.embeddingDim}));
    return std::move(model.tensors);
}

FileBytes tokenizerFiles(const std::filesystem::path& folder) {
    FileBytes files;
    for (const char* name : kTokenizerFiles)
        if (std::filesystem::exists(folder / name)) files[name] = readFileBytes(folder / name);
    if (const auto samples = modelSamples(folder); std::filesystem::exists(samples))
        files[samples.filename().string()] = readFileBytes(samples);
    return files;
}

void writeTokenizer(const FileBytes& files, const std::filesystem::path& folder) {
    for (const auto& [name, bytes] : files)
        if (!std::filesystem::exists(folder / name) || readFileBytes(folder / name) != bytes) writeFileBytes(folder / name, bytes);
}

} // namespace diffuscope
