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

void writeFileBytes(const std::filesystem::path& file, std::string_view bytes) {
    const std::filesystem::path part = file.string() + ".part";
    {
        std::ofstream stream(part, std::ios::binary | std::ios::trunc);
        stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        stream.close();
        if (!stream) {
            std::error_code ignored;
            std::filesystem::remove(part, ignored);
            throw Error("Cannot write " + file.string() + ": is the folder there, writable and not full?");
        }
    }
    std::error_code failed;
    std::filesystem::rename(part, file, failed);
    if (failed) throw Error("Cannot write " + file.string() + ": " + failed.message() + ".");
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
