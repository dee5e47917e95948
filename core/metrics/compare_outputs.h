// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/bootstrap.h"
#include "core/metrics/generated_rows.h"

#include <filesystem>

namespace diffuscope {

/// One metric of an A/B test.
struct MetricComparison {
    std::string metric;
    PairedEstimate estimate;
    size_t wins = 0; ///< rows where b is higher; rows that the metric says nothing of count nowhere
    size_t ties = 0;
    size_t losses = 0;
};

/// An A/B test: what is measured of two outputs of the same items.
struct OutputComparison {
    size_t items = 0;
    std::vector<MetricComparison> metrics;
    std::vector<double> a, b;  ///< [items] the first metric of each row by itself; NaN where it says nothing
    std::vector<size_t> order; ///< [items] rows by b − a of the first metric, highest first, those without a figure last
};

/// One metric of two outputs of the same rows. Throws Error when the two differ in metric or number of rows.
MetricComparison compareMetric(const CorpusMetric& a, const CorpusMetric& b, const BootstrapOptions& options = {});

/// Metrics that an A/B test shows when none are named; slot_accuracy only where the sources have slots.
std::vector<std::string> comparisonMetrics(const GeneratedRows& rows);

/// Throws Error when the two do not hold the same items, for an unknown metric, or for no metric.
OutputComparison compareOutputs(const GeneratedRows& a, const GeneratedRows& b, std::span<const std::string> metrics,
                                const BootstrapOptions& options = {});

/// {"items", "metrics": [{"metric", "a", "b", "difference", "p", "wins", "ties", "losses"}], "rows": [{"row", "source",
/// "reference", "a", "b", "score_a", "score_b"}] in `order`, "definitions"}; `a`, `b`, `difference` of a metric as
/// toJson(Estimate), rows counted from 0.
nlohmann::json toJson(const OutputComparison& comparison, const GeneratedRows& a, const GeneratedRows& b);

} // namespace diffuscope
