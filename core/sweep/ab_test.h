// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/compare_outputs.h"
#include "core/sweep/sweep.h"
#include "core/text/pairs.h"

namespace diffuscope {

/// Two recipes over the same rows of a pair file, each with several seeds.
struct AbPlan {
    std::string input;     ///< pair file {"src", "trg"}
    std::size_t limit = 0; ///< its first rows only; 0: all
    Recipe a, b;           ///< sources and edits are not heeded; seeds count up from the recipe's own
    int seeds = 1;
    int batch = 32;       ///< sentences computed together
    int resamples = 1000; ///< of the bootstrap
};

/// What both made of one row with one seed.
struct AbExample {
    std::size_t row = 0; ///< in the file, from 0
    int seed = 0;        ///< 0 … seeds − 1
    Pair pair;
    std::string a, b;
    Wording error; ///< why one of them gave no text; empty when both did
};

/// A metric over all rows, and of each example by itself.
struct AbMetric {
    MetricComparison corpus;  ///< seeds of a row are pooled; wins count rows
    std::vector<double> a, b; ///< [examples] NaN where the metric says nothing, or a text is missing
};

struct AbResult {
    AbPlan plan;
    std::vector<AbExample> examples; ///< seed by seed, in the file's order
    std::vector<AbMetric> metrics;   ///< those of comparisonMetrics(); none when no row has both texts
    std::size_t skipped = 0;         ///< rows whose source does not fit
    Wording whySkipped;              ///< of the last one
    std::size_t failed = 0;          ///< examples with an error
    std::size_t items = 0;           ///< rows of the file that the metrics are measured on
};

struct AbProgress {
    std::size_t done = 0, total = 0;                               ///< texts
    double share = 0.0;                                            ///< of the network evaluations, 0 … 1
    double secondsLeft = std::numeric_limits<double>::quiet_NaN(); ///< NaN until a batch was computed
};

/// All of it may be left out. Calls come in the thread that runs the test.
struct AbControl {
    std::function<void(const AbProgress&)> onProgress; ///< before the first batch and after each
    std::stop_token stop;
    std::filesystem::path store; ///< finished batches are kept there (SweepStore), and not computed again; empty: nowhere
};

/// Generates batch by batch, both recipes in turn; `a` and `b` are the recipes' models, and may be the same. A batch that is refused is tried again row by row: only the rows at
/// fault are marked. The bootstrap draws rows with all their seeds, the same for both (see pairedBootstrap). Throws Error
/// when the file cannot be read, no source fits, or a recipe is refused with every row of the first batch; Cancelled.
AbResult runAbTest(const AbPlan& plan, SweepGenerator& a, SweepGenerator& b, const AbControl& control = {});

/// Fills metrics, failed and items from the examples, which the caller generated.
void measureAbTest(AbResult& result);

/// {"input", "limit", "seeds", "resamples", "a", "b" (recipes)}.
nlohmann::json toJson(const AbPlan& plan);
/// That of the plan and {"items", "skipped", "failed", "metrics" (as toJson(OutputComparison)),
/// "rows": [{"row", "seed", "source", "reference", "a", "b", "error"?, "scores": {metric: [a, b]}}], "definitions"}.
nlohmann::json toJson(const AbResult& result);
/// Comma-separated values with a head line: metric,a,a_low,a_high,b,…,difference,…,p,wins,ties,losses.
std::string metricsCsv(const AbResult& result);
/// The same of the examples: row,seed,source,reference,a,b,error and METRIC_a, METRIC_b of each metric.
std::string examplesCsv(const AbResult& result);

} // namespace diffuscope
