// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diffusion/noise_schedule.h"
#include "core/solvers/solver_table.h"

#include <functional>
#include <torch/torch.h>

namespace diffuscope {

/// What a solver reports of step `index`: the state at times[index] and the x_0 prediction made from it.
/// The last one (index == steps) carries the final state twice.
struct SolverStep {
    int index;
    double t;
    const torch::Tensor& y;        ///< [B, L, D]
    const torch::Tensor& y0;       ///< [B, L, D]
    const torch::Tensor* absorbed; ///< [B, L] bool, positions that discrete noise replaced to reach y; or null
};

struct SolverOptions {
    double eta = 0.0;           ///< `ddim`: 0 deterministic … 1 as noisy as ancestral sampling
    double denoiseRate = 0.0;   ///< discrete noise; 0: none
    bool overwriteState = false; ///< the released multistep code: each x_0 prediction becomes the state
};

/// What a solver works on. Everything is in y = x − m, where m is the absorbing state: there the process is an
/// ordinary variance-preserving diffusion with the noise's mean at 0, as the solvers' papers assume.
struct SolverProblem {
    const NoiseSchedule& schedule;
    std::vector<double> times; ///< [steps + 1] descending, in (0, 1]
    SolverOptions options;
    /// x_0 prediction at (y, t), source positions anchored. [B, L, D]
    std::function<torch::Tensor(const torch::Tensor& y, double t)> predict;
    /// Puts source positions back to their embeddings.
    std::function<torch::Tensor(const torch::Tensor& y)> anchor;
    /// N(0, 1) draws of a step, [B, L, D].
    std::function<torch::Tensor(int step)> normal;
    /// Positions to replace by the absorbing state: bool [B, L], drawn with this probability.
    std::function<torch::Tensor(int step, double probability)> absorb;
    /// The absorbing state in the coordinates of y ([D]: 0 on y = x − m, m on x itself); undefined without one.
    torch::Tensor absorbing;
    /// Called once a step; may throw to stop the run.
    std::function<void(const SolverStep&)> observe;

    int steps() const { return static_cast<int>(times.size()) - 1; }
};

/// A solver: takes the state at times.front() to times.back(). [B, L, D] → [B, L, D]
using SolverFunction = torch::Tensor (*)(torch::Tensor y, const SolverProblem& problem);

/// The function of a solverTable() entry.
SolverFunction solverFunction(std::string_view name);

/// Times t_0 = 1 > … > t_steps = 1/T of a spacing (Lu et al. 2022, section 3.4; EDM, eq. 5, for karras).
/// Throws Error for an unknown spacing or steps < 1.
std::vector<double> spacedTimes(const NoiseSchedule& schedule, std::string_view spacing, int steps);

torch::Tensor ancestral(torch::Tensor y, const SolverProblem& problem);
torch::Tensor ddim(torch::Tensor y, const SolverProblem& problem);
torch::Tensor dpmpp1(torch::Tensor y, const SolverProblem& problem);
torch::Tensor dpmpp2m(torch::Tensor y, const SolverProblem& problem);
torch::Tensor dpmpp3m(torch::Tensor y, const SolverProblem& problem);

} // namespace diffuscope
