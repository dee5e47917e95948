// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/prepare.h"
#include "core/train/train_config.h"

#include <QString>

namespace diffuscope {

/// What a person says of a training run; the preset decides the rest.
struct TrainingPlan {
    QString train, valid; ///< pair files; valid may be empty
    QString output;       ///< the model's folder
    QString preset = QStringLiteral("tiny");
    QString device = QStringLiteral("cpu");
    double minutes = 30; ///< of training in all, over all sittings
    int vocabSize = 1536;
    int seed = 0;
    bool delexicalize = true, absorbing = true, discreteNoise = true, selfCondition = true;

    /// The bundled pairs, and a folder that does not exist yet.
    static TrainingPlan usual();
    /// As it was when the program ended; else usual().
    static TrainingPlan load();
    void save() const;
    /// Whether the folder holds a run that goes on instead of beginning.
    bool goesOn() const;
    std::filesystem::path folder() const { return output.toStdString(); }
    std::filesystem::path log() const { return folder() / "train.jsonl"; }
    /// Where the tokenizer and the token ids lie.
    std::filesystem::path prepared() const { return folder() / "prepared"; }
};

PrepareOptions prepareOptionsOf(const TrainingPlan& plan);
TrainConfig trainConfigOf(const TrainingPlan& plan);

} // namespace diffuscope
