// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/native_model.h"
#include "core/text/file_bytes.h"

namespace diffuscope {

/// The weights of the native model in `folder` for a network of `config` to start training with. Layers that it has
/// more than the model are copies of the model's last ones (Gong et al. 2019, 'progressively stacking'); a
/// self-condition that the model lacks is 0, so that the network starts as the model was.
/// Throws Error when the data was prepared with another tokenizer, or the network has fewer layers.
StateDict warmStart(const std::filesystem::path& folder, const std::filesystem::path& data, const ModelConfig& config);

/// The samples (modelSamples) and whatever tokenizer files are in a folder.
FileBytes tokenizerFiles(const std::filesystem::path& folder);
/// Writes these files, each whole or not at all; one that is there already stays untouched.
void writeTokenizer(const FileBytes& files, const std::filesystem::path& folder);

} // namespace diffuscope
