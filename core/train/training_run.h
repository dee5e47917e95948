// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/train_log.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <string>

namespace diffuscope {

/// From pairs to a model, as a person says it; the preset decides the rest (trainPreset).
struct TrainingPlan {
    std::filesystem::path train, valid; ///< pair files; valid may be empty
    std::filesystem::path output;       ///< the model's folder
    std::string preset = "tiny", device = "cpu";
    double minutes = 30; ///< of training in all, over all sittings
    int vocabSize = 1536;
    int seed = 0;
    bool delexicalize = true, absorbing = true, discreteNoise = true, selfCondition = true;

    bool operator==(const TrainingPlan&) const = default;
    /// Whether the folder holds a run of such a plan that goes on instead of beginning.
    bool goesOn() const;
    /// The plan that the run in the folder was begun with; nothing where none was.
    static std::optional<TrainingPlan> of(const std::filesystem::path& output);
    /// Whether there is a model in the folder to open.
    bool hasModel() const;
    std::filesystem::path log() const { return output / "train.jsonl"; }
    /// Where the tokenizer and the token ids lie.
    std::filesystem::path prepared() const { return output / "prepared"; }
};

nlohmann::json toJson(const TrainingPlan& plan);
/// Missing keys keep their defaults. Throws Error for values of the wrong kind.
TrainingPlan trainingPlanFromJson(const nlohmann::json& json);

/// Called in the thread of the run.
struct TrainingCallbacks {
    std::function<void(size_t used, size_t all)> onTraining; ///< the pairs are read; those that are not used are too long
    std::function<void(const TrainLogLine& line, double secondsLeft)> onLine;
};

/// Prepares the pairs unless the run goes on, then trains until the time is used up, or `stop` is requested: then it saves a
/// checkpoint to go on from and returns. Throws Error.
void runTraining(const TrainingPlan& plan, const TrainingCallbacks& callbacks, const std::stop_token& stop);

} // namespace diffuscope
