// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/train_config.h"
#include "core/train/train_state.h"

#include <functional>
#include <stop_token>

namespace diffuscope {

/// A line of the log: means since the last one.
struct TrainReport {
    TrainPosition position;
    double learningRate = 0;
    double loss = 0, mse = 0, nll = 0; ///< nll: CE of the prediction over target positions, nats
    double gradientNorm = 0, absorbingNorm = 0;
    double tokensPerSecond = 0;
    double secondsLeft = 0;
};

struct TrainCallbacks {
    std::function<void(const TrainReport&)> onReport;
    double validateMinutes = 20;
};

/// Trains a model into a native folder. Started again on the same folder it resumes.
class Trainer {
public:
    Trainer(TrainConfig config, PreparedData data, std::filesystem::path output);
    /// Runs until the steps or minutes are used up, or `stop` is requested: then it saves and returns.
    void run(const TrainCallbacks& callbacks, std::stop_token stop);
    const TrainPosition& position() const { return position_; }

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
    double validationNll();
    /// Validation loss and sample BLEU of the averaged weights, into the log and the model's training record.
    void validate();

    TrainConfig config_;
    PreparedData data_;
    std::filesystem::path output_;
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
