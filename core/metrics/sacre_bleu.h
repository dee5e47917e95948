// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace diffuscope {

/// What corpus BLEU sums over sentences. Kept by sentence, resampling a corpus needs no second look at its text.
struct BleuStatistics {
    std::array<size_t, 4> correct{}; ///< clipped n-gram matches
    std::array<size_t, 4> total{};   ///< n-grams of the candidate
    size_t candidateLength = 0;      ///< in 13a words
    size_t referenceLength = 0;      ///< in 13a words

    BleuStatistics& operator+=(const BleuStatistics& other);
};

BleuStatistics bleuStatistics(std::string_view candidate, std::string_view reference);
/// Against several references (at least one): an n-gram counts as often as the reference that has it most often, and the
/// reference nearest in length counts for the length, the shorter of two.
BleuStatistics bleuStatistics(std::string_view candidate, std::span<const std::string> references);

/// How a BLEU is taken from its statistics when the texts are too short for 4-grams.
enum class BleuOrder {
    All,      ///< the score is 0: sacreBLEU's corpus_bleu, eff:no
    Effective ///< the missing orders are left out: its sentence_bleu, eff:yes
};

/// BLEU (Papineni et al. 2002) as sacreBLEU (Post 2018) computes it with its defaults: 13a words, exponential smoothing
/// of orders without a match. 0 … 100.
double sacreBleu(const BleuStatistics& statistics, BleuOrder order = BleuOrder::All);

/// Of the corpus, one reference each; both spans have the same length.
double corpusBleu(std::span<const std::string> candidates, std::span<const std::string> references);

/// sacreBLEU's own name for this configuration of it.
constexpr std::string_view kBleuSignature = "nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp|version:2.6.0";

} // namespace diffuscope
