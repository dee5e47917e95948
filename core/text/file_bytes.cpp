// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/file_bytes.h"

#include "core/error.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>
#include <system_error>

namespace diffuscope {

std::string readFileBytes(const std::filesystem::path& file) {
    if (!std::filesystem::exists(file)) throw Error("There is no file " + file.string() + ".");
    std::ifstream stream(file, std::ios::binary);
    if (!stream || std::filesystem::is_directory(file)) throw Error("Cannot open " + file.string() + " for reading.");
    std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    if (stream.bad()) throw Error("Cannot read " + file.string() + " to its end.");
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
    throw Error("Cannot write " + file.string() + ": " + failed.message() + ".");
}

void writeFileBytes(const std::filesystem::path& file, std::string_view bytes) {
    replaceFile(file, [&](const std::filesystem::path& beside) {
        std::ofstream stream(beside, std::ios::binary | std::ios::trunc);
        stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        stream.close();
        if (!stream) throw Error("Cannot write " + file.string() + ": is the folder there, writable and not full?");
    });
}

void writeFiles(const std::filesystem::path& folder, const FileBytes& files) {
    for (const auto& [name, bytes] : files) writeFileBytes(folder / name, bytes);
}

nlohmann::ordered_json parseJson(const std::string& bytes, const std::filesystem::path& file) {
    try {
        return nlohmann::ordered_json::parse(bytes);
    } catch (const nlohmann::json::exception& problem) {
        throw Error(file.string() + " is not valid JSON: " + problem.what());
    }
}

} // namespace diffuscope
