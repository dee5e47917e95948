// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

namespace diffuscope {

/// Index of the candidate to show; `sources` are what each was made from (the same, unless a run was edited on the way).
/// With `rerank` only those with the fewest slotErrors are looked at (the reranker of data-to-text generation, e.g. Dušek &
/// Jurčíček 2016, arXiv 1606.05491) and, of these, those with the fewest words that stand twice in a row; with `mbr`
/// mbrChoice decides among what is left, otherwise its first is taken. 0 for no candidates.
size_t chooseCandidate(std::span<const std::string> sources, std::span<const std::string> candidates, bool rerank, bool mbr);

} // namespace diffuscope
