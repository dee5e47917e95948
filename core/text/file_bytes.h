// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace diffuscope {

/// File name to content: what a tokenizer was opened from, kept to be saved again without loss.
using FileBytes = std::map<std::string, std::string>;

/// Whether there is such a file or folder. It does not throw: where one may not look, or a name is too long, there is none.
bool isThere(const std::filesystem::path& path);

/// The whole file. Throws Error naming it.
std::string readFileBytes(const std::filesystem::path& file);

/// Lets `write` write a file beside this one and then renames it, so that a reader sees the old content or the new, never half of
/// it. What `write` throws goes on; nothing of the file beside is left behind. Throws Error naming the file.
void replaceFile(const std::filesystem::path& file, const std::function<void(const std::filesystem::path& beside)>& write);

/// As replaceFile.
void writeFileBytes(const std::filesystem::path& file, std::string_view bytes);

/// Each of the files, into an existing folder. Throws Error.
void writeFiles(const std::filesystem::path& folder, const FileBytes& files);

/// JSON in the file's own order. Throws Error naming the file.
nlohmann::ordered_json parseJson(const std::string& bytes, const std::filesystem::path& file);

} // namespace diffuscope
