// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/native_model.h"

#include "core/error.h"
#include "core/model/safetensors.h"

#include <fstream>

namespace diffuscope {
namespace {

constexpr const char* kWeights = "model.safetensors";
constexpr const char* kConfig = "config.json";

} // namespace

bool isNativeModel(const std::filesystem::path& folder) { return std::filesystem::exists(folder / kWeights); }

nlohmann::json readJsonFile(const std::filesystem::path& path) {
    std::ifstream in(path);
    if (!in) throw Error("'" + path.string() + "' cannot be opened.");
    try {
        return nlohmann::json::parse(in);
    } catch (const nlohmann::json::exception&) {
        throw Error("'" + path.string() + "' is not valid JSON.");
    }
}

void writeJsonFile(const std::filesystem::path& path, const nlohmann::json& json) {
    const auto partial = std::filesystem::path(path).concat(".part");
    {
        std::ofstream out(partial);
        out << json.dump(2) << '\n';
        out.flush();
        if (!out) throw Error("'" + path.string() + "' could not be written; is the disk full or the folder read-only?");
    }
    std::filesystem::rename(partial, path);
}

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
    writeJsonFile(folder / kConfig, document);
    writeSafetensors(folder / kWeights, file);
}

} // namespace diffuscope
