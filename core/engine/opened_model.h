// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/native_model.h"
#include "core/text/text_processor.h"
#include "core/text/tokenizer.h"

namespace diffuscope {

/// A model folder, opened: network on its device, tokenizer, text processor, and what people are told of it.
struct OpenedModel {
    TransformerNet net{nullptr};
    ModelInfo info;
    std::shared_ptr<const Tokenizer> tokenizer;
    std::shared_ptr<const TextProcessor> processor;
};

/// Opens a native or an official folder. Throws Error naming what is wrong: no model in there, a damaged file, a
/// tokenizer whose size does not fit the weights, a device that is not there.
OpenedModel openModel(const std::filesystem::path& folder, const std::string& device, torch::ScalarType type = torch::kFloat32);

} // namespace diffuscope
