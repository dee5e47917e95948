// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/native_model.h"
#include "core/train/dataset.h"
#include "core/train/flat_parameters.h"
#include "core/train/time_sampler.h"

namespace diffuscope {

/// Exponential moving average of a network's parameters.
class Ema {
public:
    explicit Ema(const FlatParameters& parameters) : values_(parameters.values().detach().clone()) {}
    /// average ← rate · average + (1 − rate) · parameter, with the rate ramped up as (1 + step) / (10 + step), so
    /// that short runs are not averages of their start.
    void update(const FlatParameters& parameters, double rate, std::int64_t step);
    /// Swaps the averages with the network's parameters; a second call swaps them back.
    void swap(const FlatParameters& parameters);
    const torch::Tensor& values() const { return values_; } ///< as FlatParameters::values

private:
    torch::Tensor values_;
};

/// Where training stands; with the checkpoint folder it is all that resuming needs. Random draws depend on
/// (seed, step) alone, so the step is the random state.
struct TrainPosition {
    std::int64_t step = 0;
    double seconds = 0; ///< training time over all sittings
    std::int64_t pairs = 0;
    std::int64_t epoch = 0, batch = 0;
};

/// Writes a complete checkpoint of the run (identityOf) into `folder`, replacing the last one only when whole.
void saveCheckpoint(const std::filesystem::path& folder, const nlohmann::json& run, const TransformerNetImpl& net, const Ema& ema,
                    torch::optim::Optimizer& optimizer, const TimeSampler& times, const TrainPosition& position);
/// False when there is none. Throws Error, which names the first difference, when it is of another run.
bool loadCheckpoint(const std::filesystem::path& folder, const nlohmann::json& run, TransformerNetImpl& net, Ema& ema,
                    torch::optim::Optimizer& optimizer, TimeSampler& times, TrainPosition& position);

} // namespace diffuscope
