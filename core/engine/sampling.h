// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/denoiser.h"
#include "core/engine/recipe.h"
#include "core/rounding/rounding.h"
#include "core/solvers/noise_source.h"
#include "core/solvers/solver.h"

#include <stop_token>

namespace diffuscope {

/// Where the random draws come from: normally counter-based (see NoiseSource); in verification, recorded ones.
class DrawSource {
public:
    virtual ~DrawSource() = default;
    virtual torch::Tensor initial() = 0;                              ///< [B, L, D]
    virtual torch::Tensor normal(int step) = 0;                       ///< [B, L, D]
    virtual torch::Tensor absorbed(int step, double probability) = 0; ///< [B, L] bool
};

/// Counter-based draws: row b of the batch gets those of sample numbers[b], whatever else is in the batch.
class CounterDraws : public DrawSource {
public:
    CounterDraws(std::uint64_t seed, std::vector<int> numbers, int length, int dimensions, torch::TensorOptions options);
    torch::Tensor initial() override;
    torch::Tensor normal(int step) override;
    torch::Tensor absorbed(int step, double probability) override;
    /// N(0, 1) draws for edits before this step, [B, L, D].
    torch::Tensor edited(int step);

private:
    torch::Tensor draw(int step, NoiseUse use) const;

    std::uint64_t seed_;
    std::vector<int> numbers_;
    int length_, dimensions_;
    torch::TensorOptions options_;
};

/// The state and prediction of a step in the coordinates of x (not y), for whoever watches.
struct SampledStep {
    int index;
    double t;
    int evaluations;          ///< so far, of a row (the mean of the batch where rows differ)
    torch::Tensor x, x0;      ///< [B, L, D]
    torch::Tensor absorbed;   ///< [B, L] bool or undefined
    double absorbProbability; ///< of `absorbed`; 0 when undefined
    torch::Tensor y, y0;      ///< as the solver holds them (y = x − m in `faithful`): what a split run goes on from
};

/// A run's grid.
struct SamplingPlan {
    std::vector<double> times; ///< [steps + 1] descending
    std::vector<int> orders;   ///< single-step solvers under a budget of evaluations: the order of each step; else empty
    /// Verification: how a recorded run placed inner times and rounded the network's time input; empty: as everywhere.
    std::function<double(double s, double t, double fraction)> between = {};
    std::function<double(double t)> timeInput = {};
};

/// One batch on its canvas.
struct SamplingTask {
    const NoiseSchedule& schedule;
    Denoiser& denoiser;
    const ModelConfig& config;
    torch::Tensor ids;                  ///< [B, L] int64
    torch::Tensor target;               ///< [B, L] bool
    const SamplingPlan* plan = nullptr; ///< null: samplingPlan() of the recipe
};

/// x − y: what the solvers' coordinates leave out of the state. [D]: m in faithful mode, 0 as released or without m.
torch::Tensor coordinateShift(const Denoiser& denoiser, const Recipe& recipe);

/// `absorbing`: the model has an absorbing state. Throws Error for steps, times, a spacing or a budget that the solver cannot take.
SamplingPlan samplingPlan(const NoiseSchedule& schedule, const Recipe& recipe, bool absorbing = true);

/// Runs the recipe's solver from noise to the final x_0 [B, L, D]. `watch` may be empty, and may throw to stop.
/// With `past` a run goes on where another was left: it holds what `watch` saw of that run up to some step (the newest
/// four are enough), and the end is the same to the bit as that of the run in one piece; `watch` sees the steps after it.
/// A single past step without a prediction (y0 undefined) is a new start from its y: it is predicted, and seen, anew.
torch::Tensor sampleLatents(const SamplingTask& task, const Recipe& recipe, DrawSource& draws,
                            const std::function<void(const SampledStep&)>& watch, const std::vector<SampledStep>& past = {});

} // namespace diffuscope
