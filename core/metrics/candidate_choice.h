// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

namespace diffuscope {

/// Index of the candidate to show for `source`. With `rerank` only those with the fewest slotErrors are looked at (the
/// reranker of data-to-text generation, e.g. Dušek & Jurčíček 2016, arXiv 1606.05491); with `mbr` mbrChoice decides
/// among what is left, otherwise its first is taken. 0 for no candidates.
size_t chooseCandidate(const std::string& source, std::span<const std::string> candidates, bool rerank, bool mbr);

} // namespace diffuscope
