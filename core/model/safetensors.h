// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <stop_token>
#include <string>
#include <torch/torch.h>
#include <utility>
#include <vector>

namespace diffuscope {

/// Contents of a .safetensors file: tensors in file order, and the free text in its `__metadata__`.
struct TensorFile {
    std::vector<std::pair<std::string, torch::Tensor>> tensors;
    std::map<std::string, std::string> metadata;

    bool has(const std::string& name) const;
    /// Throws Error naming the file when there is no such tensor.
    const torch::Tensor& at(const std::string& name) const;

    std::filesystem::path path; ///< where it was read from, for messages
};

/// Throws Error for a file that is missing, cut short or not safetensors; Cancelled when it was told to stop. Reads types
/// F64 … U8 and BOOL.
TensorFile readSafetensors(const std::filesystem::path& path, const std::stop_token& stop = {});
/// Writes beside `path` first and renames, so that a reader never sees half a file. Throws Cancelled when it was told to
/// stop; what `path` held before stays then.
void writeSafetensors(const std::filesystem::path& path, const TensorFile& file, const std::stop_token& stop = {});

} // namespace diffuscope
