// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/native_model.h"

namespace diffuscope {

/// A folder as the published training leaves it: ema_*.pt or model*.pt (a state_dict), training_args.json, the BERT
/// config.json if any (bert-base-uncased's sizes otherwise) and the tokenizer's files.
bool isOfficialModel(const std::filesystem::path& folder);
/// Reads the newest EMA checkpoint, else the newest plain one. Executes nothing. Throws Error.
StoredModel readOfficialModel(const std::filesystem::path& folder);
/// Writes ema_0.9999_000000.pt, training_args.json and config.json, which the published code loads. Of a self-conditioned
/// model that matrix is left out: the published network has none, and the model was trained to do without as well.
void writeOfficialModel(const std::filesystem::path& folder, const StoredModel& model);

/// One .pt file with a state_dict (zip layout of torch.save).
StateDict readTorchFile(const std::filesystem::path& path);
void writeTorchFile(const std::filesystem::path& path, const StateDict& tensors);

} // namespace diffuscope
