// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/model_info.h"
#include "core/model/transformer_net.h"

#include <filesystem>

namespace diffuscope {

using StateDict = std::vector<std::pair<std::string, torch::Tensor>>;

/// A model as its files hold it. In a native folder: model.safetensors with the published tensor names, config.json with the network's sizes
/// and, beside them, "name", "text_processor", "recommended" and "training". The tokenizer's file lies there too.
struct StoredModel {
    ModelConfig config;
    nlohmann::json document; ///< the whole config.json
    StateDict tensors;
};

bool isNativeModel(const std::filesystem::path& folder);
/// Throws Error with a sentence that names the file at fault.
StoredModel readNativeModel(const std::filesystem::path& folder);
/// Writes weights and config.json into the folder (made if need be), each whole or not at all. Neither is replaced before the weights,
/// which take the room, are written.
void writeNativeModel(const std::filesystem::path& folder, const StoredModel& model);

/// Parses a JSON file; Error names it.
nlohmann::json readJsonFile(const std::filesystem::path& path);
/// Writes beside and renames: never half a file.
void writeJsonFile(const std::filesystem::path& path, const nlohmann::json& json);

} // namespace diffuscope
