// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace diffuscope {

/// What corpus chrF sums over sentences, by n-gram order.
struct ChrfStatistics {
    static constexpr size_t kOrder = 6;
    std::array<size_t, kOrder> candidate{}; ///< character n-grams there, of sentences whose reference has any
    std::array<size_t, kOrder> reference{};
    std::array<size_t, kOrder> matches{};

    ChrfStatistics& operator+=(const ChrfStatistics& other);
};

ChrfStatistics chrfStatistics(std::string_view candidate, std::string_view reference);

/// chrF2 (Popović 2015, 2016): the F-measure of character n-grams up to 6, white space left out, recall counted with
/// β = 2, precision and recall averaged over the orders; with sacreBLEU's defaults. 0 … 100.
double chrf(const ChrfStatistics& statistics);

/// Of the corpus, one reference each; both spans have the same length.
double corpusChrf(std::span<const std::string> candidates, std::span<const std::string> references);

/// sacreBLEU's own name for this configuration of it.
constexpr std::string_view kChrfSignature = "nrefs:1|case:mixed|eff:yes|nc:6|nw:0|space:no|version:2.6.0";

} // namespace diffuscope
