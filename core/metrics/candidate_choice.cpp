// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/candidate_choice.h"

#include "core/metrics/mbr.h"
#include "core/metrics/slot_accuracy.h"
#include "core/metrics/words.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace diffuscope {
namespace {

/// Words that stand twice in a row, as where two places settled for the same one.
int doubledWords(const std::string& text) {
    const auto words = splitAtWhiteSpace(text);
    int count = 0;
    for (size_t i = 1; i < words.size(); ++i) count += words[i] == words[i - 1];
    return count;
}

std::vector<size_t> withFewestErrors(std::span<const std::string> sources, std::span<const std::string> candidates) {
    std::vector<std::pair<int, int>> errors; // a value that is missing outweighs any doubled words
    for (size_t i = 0; i < candidates.size(); ++i) errors.emplace_back(slotErrors(sources[i], candidates[i]), doubledWords(candidates[i]));
    const auto fewest = *std::min_element(errors.begin(), errors.end());
    std::vector<size_t> kept;
    for (size_t i = 0; i < errors.size(); ++i)
        if (errors[i] == fewest) kept.push_back(i);
    return kept;
}

} // namespace

size_t chooseCandidate(std::span<const std::string> sources, std::span<const std::string> candidates, bool rerank, bool mbr) {
    if (candidates.empty()) return 0;
    std::vector<size_t> kept(candidates.size());
    std::iota(kept.begin(), kept.end(), size_t{0});
    if (rerank) kept = withFewestErrors(sources, candidates);
    if (!mbr) return kept.front();
    std::vector<std::string> texts;
    for (const size_t i : kept) texts.push_back(candidates[i]);
    return kept[mbrChoice(texts)];
}

} // namespace diffuscope
