// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/progress_count.h"

#include <cmath>

namespace diffuscope {

void ProgressCount::settingDone() {
    ++settingsDone_;
    inSetting_ = 0;
}

void ProgressCount::batchDone(std::size_t sentences, double seconds) {
    inSetting_ += sentences;
    if (std::isnan(seconds)) return;
    freshSeconds_ += seconds;
    freshEvaluations_ += evaluations_[settingsDone_] * static_cast<double>(sentences);
}

SweepProgress ProgressCount::now() const {
    SweepProgress progress;
    progress.settings = evaluations_.size();
    progress.settingsDone = settingsDone_;
    progress.sentences = sentences_ * evaluations_.size();
    progress.sentencesDone = sentences_ * settingsDone_ + inSetting_;
    double all = 0.0, done = 0.0;
    for (std::size_t i = 0; i < evaluations_.size(); ++i) {
        const std::size_t sentences = i < settingsDone_ ? sentences_ : i == settingsDone_ ? inSetting_ : 0;
        all += evaluations_[i] * static_cast<double>(sentences_);
        done += evaluations_[i] * static_cast<double>(sentences);
    }
    progress.share = all > 0 ? done / all : 1.0;
    if (freshEvaluations_ > 0) progress.secondsLeft = (all - done) * freshSeconds_ / freshEvaluations_;
    return progress;
}

} // namespace diffuscope
