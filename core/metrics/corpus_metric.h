// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace diffuscope {

struct GeneratedRows;

/// A generated text beside what it is measured against; `source` may be empty.
struct ScoredText {
    std::string_view candidate, reference, source;
};

/// A metric as numbers of a row that add up over rows, and a figure of their sums (BLEU's n-gram counts, a mean's sum and
/// count): so resampling a corpus needs no second look at its texts.
struct MetricKind {
    std::string_view name;                                           ///< the key that `evaluate` has for it
    size_t width;                                                    ///< numbers a row
    void (*measure)(const ScoredText& text, std::span<double> sums); ///< adds the text's numbers
    double (*figure)(std::span<const double> sums);                  ///< NaN where the sums say nothing
    double (*ofOneRow)(std::span<const double> sums);                ///< of a row by itself: sentence BLEU for corpus BLEU
};

/// All kinds: those of TextScores, and slot_accuracy.
std::span<const MetricKind> metricKinds();
/// Throws Error listing the known names.
const MetricKind& findMetric(std::string_view name);
/// Name → what the figure is, of all kinds.
nlohmann::json metricDefinitions();

/// A metric of a corpus, held row by row.
class CorpusMetric {
public:
    /// `rows` rows without any text yet.
    CorpusMetric(const MetricKind& kind, size_t rows);
    CorpusMetric(const MetricKind& kind, const GeneratedRows& texts);

    /// Counts a text to a row; a row may have several (the outputs of several seeds), which are pooled.
    void add(size_t row, const ScoredText& text);
    const MetricKind& kind() const { return *kind_; }
    size_t rows() const { return sums_.size() / kind_->width; }
    /// Of all rows.
    double value() const;
    /// Of the rows `drawn`, each as often as it is named.
    double value(std::span<const size_t> drawn) const;
    /// Of one row by itself.
    double rowValue(size_t row) const;

private:
    std::span<const double> sumsOf(size_t row) const { return {sums_.data() + row * kind_->width, kind_->width}; }

    const MetricKind* kind_;
    std::vector<double> sums_; ///< [rows, width]
};

} // namespace diffuscope
