// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/file_bytes.h"

#include "core/error.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>
#include <system_error>

namespace diffuscope {

bool isThere(const std::filesystem::path& path) {
    std::error_code ignored;
    return std::filesystem::exists(path, ignored);
}

std::string readFileBytes(const std::filesystem::path& file) {
    if (!std::filesystem::exists(file)) throw Error(translatable("core", "There is no file %1."), {file.string()});
    std::ifstream stream(file, std::ios::binary);
    if (!stream || std::filesystem::is_directory(file)) throw Error(translatable("core", "Cannot open %1 for reading."), {file.string()});
    std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    if (stream.bad()) throw Error(translatable("core", "Cannot read %1 to its end."), {file.string()});
    return bytes;
}

void replaceFile(const std::filesystem::path& file, const std::function<void(const std::filesystem::path&)>& write) {
    const std::filesystem::path beside = file.string() + ".part";
    std::error_code failed, ignored;
    try {
        write(beside);
    } catch (...) {
        std::filesystem::remove(beside, ignored);
        throw;
    }
    std::filesystem::rename(beside, file, failed);
    if (!failed) return;
    std::filesystem::remove(beside, ignored);
    throw Error(translatable("core", "Cannot write %1: %2."), {file.string(), failed.message()});
}

void writeFileBytes(const std::filesystem::path& file, std::string_view bytes) {
    replaceFile(file, [&](const std::filesystem::path& beside) {
        std::ofstream stream(beside, std::ios::binary | std::ios::trunc);
        stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        stream.close();
        if (!stream) throw Error(translatable("core", "Cannot write %1: is the folder there, writable and not full?"), {file.string()});
    });
}

void writeFiles(const std::filesystem::path& folder, const FileBytes& files) {
    for (const auto& [name, bytes] : files) writeFileBytes(folder / name, bytes);
}

nlohmann::ordered_json parseJson(const std::string& bytes, const std::filesystem::path& file) {
    try {
        return nlohmann::ordered_json::parse(bytes);
    } catch (const nlohmann::json::exception& problem) {
        throw Error(translatable("core", "%1 is not valid JSON: %2"), {file.string(), problem.what()});
    }
}

} // namespace diffuscope
