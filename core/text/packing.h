// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace diffuscope {

/// A pair as the network sees it: `[CLS] w_x [SEP] [SEP] [CLS] w_y [SEP] [PAD]…`, exactly as the published code packs it.
struct Canvas {
    std::vector<std::int32_t> ids;    ///< [seq_len]
    std::vector<std::uint8_t> target; ///< [seq_len] 1 where text is generated (padding included), 0 where the source is anchored
    bool cut = false;                 ///< the pair was too long and lost tokens
};

/// source, target: encodings with their start and end marks. Tokens are dropped from the end of the longer one (of
/// both when equally long) until the pair fits.
Canvas packPair(std::span<const std::int32_t> source, std::span<const std::int32_t> target, int seqLen, std::int32_t sep, std::int32_t pad);
/// For generation: the target part is all padding. Throws Error when the source leaves no room for a target.
Canvas packSource(std::span<const std::int32_t> source, int seqLen, std::int32_t sep, std::int32_t pad);
/// The generated ids of a row: from the first target position (start marks left out) to the first end mark or padding.
std::vector<std::int32_t> generatedIds(std::span<const std::int32_t> ids, std::span<const std::uint8_t> target, std::int32_t sep,
                                       std::int32_t pad);

} // namespace diffuscope
