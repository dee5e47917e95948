// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/tokenizer.h"

namespace diffuscope {

/// Opens tokenizer.json or vocab.txt as HuggingFace's BertTokenizerFast does; ids and decoded text are the
/// same as its. Throws Error naming the file at fault.
std::shared_ptr<const Tokenizer> openWordPiece(const std::filesystem::path& folder);

} // namespace diffuscope
