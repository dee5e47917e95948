// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/pause_switch.h"
#include "core/sweep/sweep_row.h"
#include "core/sweep/sweep_store.h"

#include <functional>

namespace diffuscope {

struct GeneratedRows;

/// What a sweep generates with: an engine, or in tests something quicker.
class SweepGenerator {
public:
    virtual ~SweepGenerator() = default;
    /// Tells one model from another, weights included: stored texts are taken only where it is the same.
    virtual std::string model() const = 0;
    /// Why the source leaves no room for an answer on the canvas (0: the model's); nothing when it does.
    virtual std::optional<Wording> misfit(const std::string& source, int canvas) const = 0;
    /// Network evaluations that a sentence will take, about; for the time left.
    virtual double expectedEvaluations(const Recipe& recipe) const = 0;
    /// One text for each of the recipe's sources. Throws Error or Cancelled.
    virtual SweepBatch generate(const Recipe& recipe, std::stop_token stop) = 0;
};

struct SweepProgress {
    SweepSetting setting; ///< that is running
    std::size_t settingsDone = 0, settings = 0;
    std::size_t sentencesDone = 0, sentences = 0;                  ///< over all settings and seeds
    double share = 0.0;                                            ///< of the network evaluations, 0 … 1
    double secondsLeft = std::numeric_limits<double>::quiet_NaN(); ///< NaN until a batch was computed
    std::size_t skipped = 0;                                       ///< rows of the file whose source does not fit
};

/// All of it may be left out. Calls come in the thread that runs the sweep.
struct SweepControl {
    std::function<void(const SweepRow&)> onRow;           ///< in the order of settingsOf
    std::function<void(const SweepProgress&)> onProgress; ///< before each setting and after each batch
    std::stop_token stop;
    PauseSwitch* pause = nullptr; ///< looked at between batches
    std::filesystem::path store;  ///< finished batches are kept there (SweepStore), and not computed again; empty: nowhere
};

/// Runs every setting with every seed over the rows whose source fits, in batches of one size and in the file's order.
/// A row is scored when all its seeds are there: they are pooled, and the bootstrap draws rows of the file with all their
/// seeds, so that seeds of one row never pass for independent rows. A setting that cannot run gives a row with `error`.
/// Memory holds the file's pairs and the counts of one setting. Throws Error when the file cannot be read, no source fits
/// or results cannot be stored, as where another sweep stores its own; Cancelled.
std::vector<SweepRow> runSweep(const SweepPlan& plan, SweepGenerator& generator, const SweepControl& control = {});

/// The texts of one setting and seed number, from the store where they are there (also while a sweep adds to it), else generated: what an
/// A/B test of two settings compares (core/metrics/compare_outputs.h). Throws as runSweep, and Error when the setting cannot run.
GeneratedRows textsOf(const SweepPlan& plan, const SweepSetting& setting, int seed, SweepGenerator& generator,
                      const SweepControl& control = {});

} // namespace diffuscope
