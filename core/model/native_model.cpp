// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/native_model.h"

#include "core/error.h"
#include "core/model/safetensors.h"
#include "core/text/file_bytes.h"

#include <fstream>

namespace diffuscope {
namespace {

constexpr const char* kWeights = "model.safetensors";
constexpr const char* kConfig = "config.json";

} // namespace

bool isNativeModel(const std::filesystem::path& folder) { return isThere(folder / kWeights); }

nlohmann::json readJsonFile(const std::filesystem::path& path) {
    std::ifstream in(path);
    if (!in) throw Error(translatable("core", "'%1' cannot be opened."), {path.string()});
    try {
        return nlohmann::json::parse(in);
    } catch (const nlohmann::json::exception&) {
        throw Error(translatable("core", "'%1' is not valid JSON."), {path.string()});
    }
}

void writeJsonFile(const std::filesystem::path& path, const nlohmann::json& json) { writeFileBytes(path, json.dump(2) + '\n'); }

StoredModel readNativeModel(const std::filesystem::path& folder) {
    StoredModel model;
    model.document = readJsonFile(folder / kConfig);
    model.config = modelConfigFromJson(model.document);
    model.tensors = readSafetensors(folder / kWeights).tensors;
    return model;
}

void writeNativeModel(const std::filesystem::path& folder, const StoredModel& model) {
    std::filesystem::create_directories(folder);
    auto document = model.document.is_object() ? model.document : nlohmann::json::object();
    document.update(toJson(model.config));
    TensorFile file;
    file.tensors = model.tensors;
    file.metadata = {{"format", "pt"}};
    replaceFile(folder / kWeights, [&](const std::filesystem::path& beside) {
        writeSafetensors(beside, file);
        // Only now, and still before the weights: without them no folder is taken for a model.
        writeJsonFile(folder / kConfig, document);
    });
}

} // namespace diffuscope
