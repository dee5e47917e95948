// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/file_bytes.h"
#include "core/text/file_lock.h"
#include "core/train/train_config.h"
#include "core/train/train_log.h"
#include "core/train/train_state.h"

#include <functional>
#include <optional>
#include <stop_token>

namespace diffuscope {

struct TrainReport {
    TrainLogLine line;
    double secondsLeft = 0; ///< of training
};

struct TrainCallbacks {
    std::function<void(const TrainReport&)> onReport;
    double validateMinutes = 20;
};

/// Trains a model into a native folder. Started again on the same folder it resumes, as the same run.
class Trainer {
public:
    /// Throws Error when nothing can be trained like that, or the folder holds another run's checkpoint.
    Trainer(TrainConfig config, PreparedData data, std::filesystem::path output);
    /// Runs until the steps or minutes are used up, or `stop` is requested: then it saves and returns.
    void run(const TrainCallbacks& callbacks, const std::stop_token& stop);
    const TrainPosition& position() const { return position_; }
    /// Training pairs that are learned from; the others are longer than the longest.
    size_t usedPairs() const { return batches_.usedPairs(); }
    size_t allPairs() const { return data_.train.size(); }

private:
    struct StepResult {
        double loss, mse, nll, gradientNorm;
        std::int64_t tokens;
    };
    StepResult step();
    LossTerms lossOf(const Batch& batch, const TimeSampler::Draw& times, bool selfCondition);
    double fractionDone() const;
    double learningRate() const;
    void save();
    void log(const nlohmann::json& line) const;
    std::vector<size_t> validationRows() const; ///< the first ones that are short enough
    double validationNll(const std::vector<size_t>& rows);
    /// Validation loss and sample BLEU of the averaged weights, into the log and the model's training record.
    void validate();

    TrainConfig config_;
    PreparedData data_;
    FileBytes tokenizer_; ///< as it was when the data were read: they may be prepared anew while the run lasts
    std::filesystem::path output_;
    std::optional<FileLock> lock_; ///< two runs would write over each other's checkpoints
    torch::Device device_;
    NoiseSchedule schedule_;
    ForwardProcess forward_;
    TransformerNet net_;
    FlatParameters parameters_;
    Ema ema_;
    std::unique_ptr<torch::optim::AdamW> optimizer_;
    TimeSampler times_;
    BatchSource batches_;
    TrainPosition position_;
    nlohmann::json scores_;
};

} // namespace diffuscope
