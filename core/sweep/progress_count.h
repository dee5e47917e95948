// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/sweep.h"

namespace diffuscope {

/// Counts how far a sweep is, in network evaluations: what takes the time.
class ProgressCount {
public:
    /// evaluations: of a sentence, by setting.
    ProgressCount(std::vector<double> evaluations, std::size_t sentencesOfSetting)
        : evaluations_(std::move(evaluations)), sentences_(sentencesOfSetting) {}

    void settingDone();
    /// `seconds`: NaN for a batch that was taken from the store.
    void batchDone(std::size_t sentences, double seconds);
    /// Without `setting` and `skipped`, which the caller knows.
    SweepProgress now() const;

private:
    std::vector<double> evaluations_;
    std::size_t sentences_, settingsDone_ = 0, inSetting_ = 0;
    double freshSeconds_ = 0.0, freshEvaluations_ = 0.0;
};

} // namespace diffuscope
