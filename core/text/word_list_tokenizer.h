// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/tokenizer.h"

namespace diffuscope {

/// Opens vocab.json, a JSON object from word to id with [START], [END], [UNK] and [PAD], as the published
/// training writes it. Text is split at white space; decoding joins the parts that "@@ " or "__ " continue.
/// Throws Error naming the file.
std::shared_ptr<const Tokenizer> openWordList(const std::filesystem::path& file);

} // namespace diffuscope
