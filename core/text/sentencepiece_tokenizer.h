// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/tokenizer.h"

namespace diffuscope {

/// Opens a SentencePiece model that has padding, unknown, start (as [CLS]) and end (as [SEP]) pieces.
/// Throws Error naming the file, or saying that this build has no SentencePiece.
std::shared_ptr<const Tokenizer> openSentencePiece(const std::filesystem::path& file);

} // namespace diffuscope
