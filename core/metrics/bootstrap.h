// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/corpus_metric.h"

#include <cstdint>
#include <limits>
#include <nlohmann/json_fwd.hpp>

namespace diffuscope {

/// A figure and the ends of its 95 % interval; all NaN where there is none.
struct Estimate {
    double value = std::numeric_limits<double>::quiet_NaN();
    double low = std::numeric_limits<double>::quiet_NaN();
    double high = std::numeric_limits<double>::quiet_NaN();
};

/// {"value", "low", "high"}; null where there is none.
nlohmann::json toJson(const Estimate& estimate);

struct BootstrapOptions {
    int resamples = 1000;
    std::uint64_t seed = 0; ///< same seed, same number of rows: same draws, whatever the metric
};

/// The metric with the percentile interval of the bootstrap (Efron 1979): rows are drawn anew with replacement,
/// `resamples` times; the ends are the 2.5th and 97.5th percentile of the resamples' figures (NumPy's linear kind).
/// Resamples without a figure are left out. Throws Error for fewer than one resample or no rows.
Estimate bootstrap(const CorpusMetric& metric, const BootstrapOptions& options = {});

/// Two outputs of the same items.
struct PairedEstimate {
    Estimate a, b;
    Estimate difference; ///< b − a
    /// Two-sided: how often a difference as far from its mean as the observed one from 0 comes up among the resamples,
    /// (c + 1) / (n + 1).
    double p = std::numeric_limits<double>::quiet_NaN();
};

/// Paired bootstrap (Koehn 2004): both are measured on the same drawn rows, so that what makes an item hard for both does
/// not blur their difference. The p-value shifts the resampled differences to mean 0 (Riezler and Maxwell 2005; as
/// sacreBLEU does). Throws Error when the two differ in metric or number of rows.
PairedEstimate pairedBootstrap(const CorpusMetric& a, const CorpusMetric& b, const BootstrapOptions& options = {});

} // namespace diffuscope
