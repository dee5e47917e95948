// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/bundled.h"

#include "core/error.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

namespace diffuscope {
namespace {

const std::string kFirst = "bundled", kOthers = "bundled/";
constexpr const char* kFirstData = "sgd-nlg"; ///< what the default model was trained on

/// The folders in a folder by name, but one of them first.
std::vector<std::string> foldersIn(const std::filesystem::path& folder, const std::string& first) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.is_directory()) names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end(),
              [&](const auto& a, const auto& b) { return std::pair(a != first, a) < std::pair(b != first, b); });
    return names;
}

} // namespace

std::filesystem::path resourceFolder() {
    if (const char* set = std::getenv("DIFFUSCOPE_RESOURCES"); set && *set) return set;
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
    for (auto folder = program; !folder.empty(); folder = folder.parent_path()) {
        for (const auto& candidate : {folder / "share" / "diffuscope", folder / "resources"})
            if (std::filesystem::exists(candidate / "models")) return candidate;
        if (folder == folder.root_path()) break;
    }
    throw Error(translatable("core", "The program's resources were not found beside it; set DIFFUSCOPE_RESOURCES to their folder."));
}

std::vector<std::string> bundledModels() try {
    auto names = foldersIn(resourceFolder() / "models", "default");
    for (auto& name : names) name = name == "default" ? kFirst : kOthers + name;
    return names;
} catch (const std::exception&) {
    return {kFirst};
}

std::vector<std::filesystem::path> bundledData() try {
    const auto data = resourceFolder() / "data";
    std::vector<std::filesystem::path> files;
    for (const auto& set : foldersIn(data, kFirstData))
        for (const char* split : {"valid", "test"})
            if (const auto file = data / set / (std::string(split) + ".jsonl.gz"); std::filesystem::exists(file)) files.push_back(file);
    return files;
} catch (const std::exception&) {
    return {};
}

std::filesystem::path dataFor(const std::string& model, const std::filesystem::path& file) try {
    const auto shipped = bundledData();
    if (std::find(shipped.begin(), shipped.end(), file) == shipped.end()) return file;
    std::ifstream config(modelFolder(model) / "config.json");
    const auto set = nlohmann::json::parse(config).value("data", std::string());
    const auto own = resourceFolder() / "data" / set / file.filename();
    return std::find(shipped.begin(), shipped.end(), own) == shipped.end() ? file : own;
} catch (const std::exception&) {
    return file; // a model that cannot be read says so where it is opened
}

bool isBundled(const std::string& model) { return model == kFirst || model.rfind(kOthers, 0) == 0; }

std::filesystem::path modelFolder(const std::string& model) {
    if (!isBundled(model)) return model;
    return resourceFolder() / "models" / (model == kFirst ? "default" : model.substr(kOthers.size()));
}

std::filesystem::path modelSamples(const std::filesystem::path& folder) { return folder / "samples.jsonl"; }

} // namespace diffuscope
