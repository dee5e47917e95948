// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diffusion/noise_schedule.h"
#include "core/solvers/settle.h"
#include "core/solvers/solver_table.h"
#include "core/solvers/spacing.h"

#include <functional>
#include <torch/torch.h>

namespace diffuscope {

/// What a solver reports of step `index`: the state at times[index] and the x_0 prediction made there.
/// The last one (index == steps) carries the final state twice.
struct SolverStep {
    int index;
    double t;
    const torch::Tensor& y;        ///< [B, L, D]
    const torch::Tensor& y0;       ///< [B, L, D]
    const torch::Tensor* absorbed; ///< [B, L] bool, positions that discrete noise replaced to reach y; or null
};

constexpr std::size_t kLongestHistory = 4; ///< steps that a solver remembers, at most

/// A step that was taken: all that any solver remembers of it.
struct PastStep {
    double t;
    torch::Tensor y, y0; ///< [B, L, D]
};

struct SolverOptions {
    double eta = 0.0;            ///< `ddim`: 0 deterministic … 1 as noisy as ancestral sampling
    double sdeEta = 1.0;         ///< the SDE solvers' η (τ of sa-solver): 0 their ODE … 1 as their papers
    double noiseScale = 1.0;     ///< factor of the noise that a step adds (s_noise of Karras et al. 2022)
    double denoiseRate = 0.0;    ///< discrete noise; 0: none
    bool overwriteState = false; ///< the released multistep code: each x_0 prediction becomes the state
    bool denoiseToZero = false;  ///< one evaluation more: the end is the x_0 prediction made from the last state
    double tolerance = 0.05;     ///< `dpm-adaptive`: relative error allowed a step
    int restarts = 1;            ///< `restart`: how often it goes back up
};

/// What a solver works on. Everything is in y = x − m, where m is the absorbing state: there the process is an
/// ordinary variance-preserving diffusion with the noise's mean at 0, as the solvers' papers assume.
struct SolverProblem {
    SolverProblem(const NoiseSchedule& s, std::vector<double> t) : schedule(s), times(std::move(t)) {}

    const NoiseSchedule& schedule;
    std::vector<double> times; ///< [steps + 1] descending, in (0, 1]
    SolverOptions options;
    /// x_0 prediction at (y, t), source positions anchored. [B, L, D]
    std::function<torch::Tensor(const torch::Tensor& y, double t)> predict;
    /// The same for one row of the batch, [1, L, D], whose source positions need not be anchored; may be empty
    /// where there is one row.
    std::function<torch::Tensor(const torch::Tensor& y, double t, std::int64_t row)> predictRow;
    /// Puts source positions back to their embeddings.
    std::function<torch::Tensor(const torch::Tensor& y)> anchor;
    /// Ends a step: noise, absorbing state, anchors. Empty: withNoiseAndMask, then anchor.
    std::function<torch::Tensor(const torch::Tensor& y, const Settling& settling)> settle;
    /// N(0, 1) draws of a step, [B, L, D]. `restart` draws for steps + 0, 1, … when it goes back up.
    std::function<torch::Tensor(int step)> normal;
    /// Positions to replace by the absorbing state: bool [B, L], drawn with this probability.
    std::function<torch::Tensor(int step, double probability)> absorb;
    /// The absorbing state in the coordinates of y ([D]: 0 on y = x − m, m on x itself); undefined without one.
    torch::Tensor absorbing;
    /// Positions that the run decides, [B, L] bool; undefined: all. Only they count in an error estimate.
    torch::Tensor target;
    /// Called once a step; may throw to stop the run.
    std::function<void(const SolverStep&)> observe;
    /// Single-step solvers: the time at this fraction of the way from s to t; empty: evenly in λ.
    std::function<double(double s, double t, double fraction)> between;
    /// Single-step solvers: the order of each step; empty: the solver's own at every step.
    std::vector<int> orders;
    /// A run that goes on: its steps up to and with `start`, newest last (as many as there are, four are enough).
    /// That step's prediction is taken as it is, and the first step observed is start + 1. Empty for a new run.
    std::vector<PastStep> past;
    int start = 0;

    int steps() const { return static_cast<int>(times.size()) - 1; }
};

/// A solver: takes the state at times[start] to times.back(). [B, L, D] → [B, L, D]
using SolverFunction = torch::Tensor (*)(torch::Tensor y, const SolverProblem& problem);

/// The function of a solverTable() entry.
SolverFunction solverFunction(std::string_view name);

torch::Tensor ancestral(torch::Tensor y, const SolverProblem& problem);
torch::Tensor ddim(torch::Tensor y, const SolverProblem& problem);
torch::Tensor dpm2m(torch::Tensor y, const SolverProblem& problem);
torch::Tensor dpm3m(torch::Tensor y, const SolverProblem& problem);
torch::Tensor dpm2s(torch::Tensor y, const SolverProblem& problem);
torch::Tensor dpm3s(torch::Tensor y, const SolverProblem& problem);
torch::Tensor dpmAdaptive(torch::Tensor y, const SolverProblem& problem);
torch::Tensor dpmpp1(torch::Tensor y, const SolverProblem& problem);
torch::Tensor dpmpp2m(torch::Tensor y, const SolverProblem& problem);
torch::Tensor dpmpp3m(torch::Tensor y, const SolverProblem& problem);
torch::Tensor dpmpp3mComplete(torch::Tensor y, const SolverProblem& problem);
torch::Tensor dpmpp2s(torch::Tensor y, const SolverProblem& problem);
torch::Tensor dpmpp3s(torch::Tensor y, const SolverProblem& problem);
torch::Tensor dpmpp2mSde(torch::Tensor y, const SolverProblem& problem);
torch::Tensor dpmpp3mSde(torch::Tensor y, const SolverProblem& problem);
torch::Tensor unipc2(torch::Tensor y, const SolverProblem& problem);
torch::Tensor unipc3(torch::Tensor y, const SolverProblem& problem);
torch::Tensor unipc2Bh1(torch::Tensor y, const SolverProblem& problem);
torch::Tensor unipc3Bh1(torch::Tensor y, const SolverProblem& problem);
torch::Tensor deis2(torch::Tensor y, const SolverProblem& problem);
torch::Tensor deis3(torch::Tensor y, const SolverProblem& problem);
torch::Tensor euler(torch::Tensor y, const SolverProblem& problem);
torch::Tensor eulerAncestral(torch::Tensor y, const SolverProblem& problem);
torch::Tensor heun(torch::Tensor y, const SolverProblem& problem);
torch::Tensor restart(torch::Tensor y, const SolverProblem& problem);
torch::Tensor lms(torch::Tensor y, const SolverProblem& problem);
torch::Tensor ipndm(torch::Tensor y, const SolverProblem& problem);
torch::Tensor saSolver(torch::Tensor y, const SolverProblem& problem);

} // namespace diffuscope
