// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/preset_changes.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace diffuscope {

/// From pairs to a model, as a person says it; the preset decides the rest (trainPreset).
struct TrainingPlan {
    std::filesystem::path train, valid; ///< pair files; valid may be empty
    std::filesystem::path data;         ///< folder that was prepared by itself (prepareData), instead of pair files; may be empty
    std::filesystem::path output;       ///< the model's folder
    std::string from;                   ///< model whose weights it starts with, as recipes name it; empty: random ones
    std::string preset = "tiny", device = "cpu";
    double minutes = 30;        ///< of training in all, over all sittings
    std::int64_t steps = 0;     ///< > 0: optimizer steps in all, instead of minutes
    double validateMinutes = 0; ///< between validations; 0: a tenth of the minutes, at most 20
    int vocabSize = 1536;
    std::uint64_t seed = 0;
    bool delexicalize = true, absorbing = true, discreteNoise = true, selfCondition = true;
    PresetChanges changes;

    bool operator==(const TrainingPlan&) const = default;
    /// Whether the folder holds a run of such a plan that goes on instead of beginning.
    bool goesOn() const;
    /// The plan that the run in the folder was begun with, or went on with last; nothing where none was.
    static std::optional<TrainingPlan> of(const std::filesystem::path& output);
    /// The plan of the run that lies in the folder to go on with; nothing where there is none.
    static std::optional<TrainingPlan> toGoOn(const std::filesystem::path& output);
    /// Whether there is a model in the folder to open.
    bool hasModel() const;
    std::filesystem::path log() const { return output / "train.jsonl"; }
    /// Where the tokenizer and the token ids lie.
    std::filesystem::path prepared() const { return data.empty() ? output / "prepared" : data; }
};

nlohmann::json toJson(const TrainingPlan& plan);
/// Missing keys keep their defaults. Throws Error for values of the wrong kind.
TrainingPlan trainingPlanFromJson(const nlohmann::json& json);
/// Writes the plan where of() finds it.
void keepPlan(const TrainingPlan& plan);

/// Where the last whole checkpoint lies: in `folder`, or beside it where a run was ended just before it was replaced. Empty when there is
/// none.
std::filesystem::path lastCheckpoint(const std::filesystem::path& folder);
/// Where a checkpoint lies while the next takes its place.
std::filesystem::path replacedCheckpoint(const std::filesystem::path& folder);

} // namespace diffuscope
