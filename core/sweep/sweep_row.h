// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/metrics/bootstrap.h"
#include "core/sweep/sweep_plan.h"

namespace diffuscope {

/// What a sweep found of one setting.
struct SweepRow {
    SweepSetting setting;
    double evaluations = 0.0;                              ///< of the network, a sentence with all its candidates
    double secondsPerSentence = 0.0;                       ///< wall time of the runs by the sentences that they gave
    std::size_t sentences = 0;                             ///< generated: rows of the file times seeds
    std::size_t skipped = 0;                               ///< rows of the file whose source does not fit on the canvas
    std::vector<std::pair<std::string, Estimate>> metrics; ///< by name; only those that the rows have a figure of
    Wording error;                                         ///< why the setting could not run; empty when it did

    /// Of a metric by its name; NaN without one.
    Estimate metric(std::string_view name) const;
};

/// Metrics of every row of a sweep: bleu_sacre, bleu_nltk_method4, rougeL, slot_accuracy (where sources have slots),
/// length_ratio, exact_match.
std::span<const std::string_view> sweepMetrics();

/// {"solver", "steps", "spacing", "mode", "evaluations", "seconds_per_sentence", "sentences", "skipped"} and each metric
/// under its name as toJson(Estimate); with a fault "error" instead of figures.
nlohmann::json toJson(const SweepRow& row);
/// Back again. Throws Error for what is no row of a sweep.
SweepRow sweepRowFromJson(const nlohmann::json& json);

/// Comma-separated values: one line a row, a head line first; a metric has the columns NAME, NAME_low and NAME_high.
std::string toCsv(std::span<const SweepRow> rows);

/// Indices of the points that no other beats, by ascending cost: every point as cheap as one of them or cheaper has less
/// quality. Points with a NaN are left out; of equals the first stays.
std::vector<std::size_t> paretoFront(std::span<const double> cost, std::span<const double> quality);

} // namespace diffuscope
