// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/ngrams.h"

#include <algorithm>
#include <map>

namespace diffuscope {

NgramCounts::NgramCounts(const std::vector<std::string>& items, size_t n) {
    std::vector<std::string> grams;
    for (size_t i = 0; i + n <= items.size(); ++i) {
        auto& gram = grams.emplace_back(items[i]);
        for (size_t k = 1; k < n; ++k) (gram += ' ') += items[i + k];
    }
    total_ = grams.size();
    std::sort(grams.begin(), grams.end());
    for (auto& gram : grams) {
        if (!counts_.empty() && counts_.back().first == gram) ++counts_.back().second;
        else counts_.emplace_back(std::move(gram), 1);
    }
}

size_t NgramCounts::matches(const NgramCounts& other) const {
    size_t matches = 0;
    for (auto mine = counts_.begin(), theirs = other.counts_.begin(); mine != counts_.end() && theirs != other.counts_.end();) {
        const int order = mine->first.compare(theirs->first);
        if (order == 0) matches += std::min(mine->second, theirs->second);
        if (order <= 0) ++mine;
        if (order >= 0) ++theirs;
    }
    return matches;
}

void NgramCounts::raiseTo(const NgramCounts& other) {
    std::map<std::string, size_t> merged(counts_.begin(), counts_.end());
    for (const auto& [gram, count] : other.counts_) {
        auto& mine = merged[gram];
        mine = std::max(mine, count);
    }
    counts_.assign(merged.begin(), merged.end());
    total_ = 0;
    for (const auto& [gram, count] : counts_) total_ += count;
}

BleuNgrams::BleuNgrams(const std::vector<std::string>& words) : length(words.size()) {
    for (size_t n = 1; n <= kOrder; ++n) ofOrder[n - 1] = NgramCounts(words, n);
}

} // namespace diffuscope
