// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/rouge.h"

#include "core/metrics/ngrams.h"
#include "core/text/unicode.h"

#include <algorithm>

namespace diffuscope {
namespace {

std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> words;
    bool inside = false;
    for (const char32_t point : unicode::lowerCase(unicode::fromUtf8(text))) {
        const bool kept = (point >= U'a' && point <= U'z') || (point >= U'0' && point <= U'9');
        if (kept && !inside) words.emplace_back();
        if (kept) words.back() += char(point);
        inside = kept;
    }
    return words;
}

size_t longestCommonSubsequence(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::vector<size_t> row(b.size() + 1);
    for (const auto& word : a) {
        size_t diagonal = 0;
        for (size_t j = 0; j < b.size(); ++j) {
            const size_t above = row[j + 1];
            row[j + 1] = word == b[j] ? diagonal + 1 : std::max(above, row[j]);
            diagonal = above;
        }
    }
    return row.back();
}

double fMeasure(size_t matches, size_t candidate, size_t reference) {
    return matches == 0 ? 0.0 : 2.0 * double(matches) / double(candidate + reference);
}

double ofNgrams(const std::vector<std::string>& candidate, const std::vector<std::string>& reference, size_t n) {
    const NgramCounts c(candidate, n), r(reference, n);
    return fMeasure(c.matches(r), c.total(), r.total());
}

} // namespace

Rouge rouge(std::string_view candidate, std::string_view reference) {
    const auto c = words(candidate), r = words(reference);
    return {ofNgrams(c, r, 1), ofNgrams(c, r, 2), fMeasure(longestCommonSubsequence(c, r), c.size(), r.size())};
}

} // namespace diffuscope
