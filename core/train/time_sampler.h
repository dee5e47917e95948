// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <random>
#include <torch/torch.h>
#include <vector>

namespace diffuscope {

/// Chooses the diffusion steps t of a training batch. `lossAware` draws t in proportion to the root mean square
/// of its last ten losses (Nichol & Dhariwal 2021, eq. 18; the published 'lossaware'), once every t has ten.
class TimeSampler {
public:
    TimeSampler(int steps, bool lossAware);

    struct Draw {
        torch::Tensor t;       ///< [B] int64
        torch::Tensor weights; ///< [B] float: 1 / (T · p(t)), which keeps the expected loss that of even draws
    };
    Draw draw(int batch, std::mt19937_64& random) const;
    /// t, losses: [B] of the batch just done.
    void update(const torch::Tensor& t, const torch::Tensor& losses);

    /// For checkpoints: all that later draws depend on.
    struct State {
        torch::Tensor history;     ///< [T, 10] losses
        torch::Tensor counts;      ///< [T] of losses
        torch::Tensor probability; ///< [T], as of the last recomputation
        torch::Tensor updates;     ///< [1]
    };
    State state() const;
    /// Throws Error when it is of another number of steps.
    void restore(const State& state);

private:
    void refresh();
    void accumulate();

    int steps_;
    bool lossAware_;
    std::vector<double> history_;    ///< [T · 10], newest last
    std::vector<int> counts_;        ///< [T]
    std::vector<double> cumulative_; ///< [T] of the probabilities
    std::vector<double> probability_;
    int unfilled_;
    int updates_ = 0;
};

} // namespace diffuscope
