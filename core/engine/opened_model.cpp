// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/opened_model.h"

#include "core/error.h"
#include "core/model/device.h"
#include "core/model/official_model.h"

namespace diffuscope {
namespace {

StoredModel readModel(const std::filesystem::path& folder, std::string& format) {
    if (!std::filesystem::is_directory(folder)) throw Error(translatable("core", "'%1' is not a folder."), {folder.string()});
    if (isNativeModel(folder)) {
        format = "native";
        return readNativeModel(folder);
    }
    if (isOfficialModel(folder)) {
        format = "official";
        return readOfficialModel(folder);
    }
    throw Error(translatable("core", "'%1' holds no model: there is neither model.safetensors nor a checkpoint (ema_*.pt, model*.pt)."),
                {folder.string()});
}

std::string nameOf(const std::filesystem::path& folder, const nlohmann::json& document) {
    const auto path = std::filesystem::weakly_canonical(folder);
    return document.value("name", path.filename().string());
}

} // namespace

OpenedModel openModel(const std::filesystem::path& folder, const std::string& device, torch::ScalarType type) {
    OpenedModel model;
    auto& info = model.info;
    const auto stored = readModel(folder, info.format);
    model.tokenizer = openTokenizer(folder);
    if (model.tokenizer->size() > stored.config.vocabSize)
        throw Error(
            translatable("core", "The tokenizer in '%1' has %2 tokens, the model's embeddings only %3; they do not belong together."),
            {folder.string(), std::to_string(model.tokenizer->size()), std::to_string(stored.config.vocabSize)});
    info.textProcessor = stored.document.value("text_processor", nlohmann::json());
    model.processor = textProcessorFromJson(info.textProcessor);
    model.net = TransformerNet(stored.config);
    model.net->loadStateDict(stored.tensors);
    model.net->to(deviceNamed(device), type);
    model.net->eval();
    for (auto& parameter : model.net->parameters()) parameter.set_requires_grad(false);

    info.name = nameOf(folder, stored.document);
    info.folder = folder.string();
    info.tokenizer = model.tokenizer->kind() + ", " + std::to_string(model.tokenizer->size()) + " tokens";
    info.config = stored.config;
    info.recommended = stored.document.value("recommended", nlohmann::json::object());
    info.training = stored.document.value("training", nlohmann::json::object());
    for (const auto& parameter : model.net->parameters()) info.parameters += parameter.numel();
    info.embeddingNorm = model.net->embeddings().norm(2, 1).mean().item<double>();
    if (model.net->absorbing().defined()) info.absorbingNorm = model.net->absorbing().norm().item<double>();
    return model;
}

} // namespace diffuscope
