// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solvers/solver.h"

namespace diffuscope {

/// Where a step arrives.
struct Arrival {
    torch::Tensor y;
    torch::Tensor y0 = {};    ///< a prediction made on the way that serves as the one at y; undefined: evaluate there
    double deviation = -1.0;  ///< of the step's noise, for discrete noise; < 0: ancestral sampling's
    torch::Tensor noise = {}; ///< still to be added to y, `weight` times; undefined: none
    double weight = 0.0;

    void addNoise(torch::Tensor draws, double factor) {
        noise = std::move(draws);
        weight = factor;
    }
};

/// One step of a solver: from past.back() to time t. `past` holds the newest steps, at most four.
using StepRule = std::function<Arrival(int index, double t, const std::vector<PastStep>& past)>;

/// What all solvers share: evaluates, observes, steps, adds discrete noise, anchors; goes on where a run was split,
/// and ends with a denoising evaluation if that is wanted.
torch::Tensor march(torch::Tensor y, const SolverProblem& problem, const StepRule& rule);

/// The order that a multistep solver may use. Steps at the start use what their history allows; so do the last ones
/// of a short run (fewer than ten steps), which Lu et al. 2022 found to keep few-step runs stable.
int orderAt(int index, int steps, int order, size_t history);

/// What multiplies state and prediction in a step that solves the linear part of the ODE exactly. With data
/// prediction (DPM-Solver++, Lu et al. 2022, arXiv 2211.01095, eq. 8)
///   y_t = σ_t/σ_s y_s + α_t ∫ e^{λ − λ_t} f dλ,
/// with noise prediction (DPM-Solver, arXiv 2206.00927, eq. 3.4)
///   y_t = α_t/α_s y_s − σ_t ∫ e^{λ_t − λ} f dλ.
/// Both are  ratio·y − gain·(φ1 f + φ2 f' h + φ3 f'' h² + …)  with the φ of ±h.
enum class Predicts { Data, Noise };

struct ExponentialStep {
    double ratio, gain, h, signedH;

    ExponentialStep(const NoiseSchedule& schedule, double s, double t, Predicts what);
    double phi1() const { return std::expm1(signedH); }
    double phi2() const { return phi1() / signedH - 1.0; }
    double phi3() const { return phi2() / signedH - 0.5; }
    torch::Tensor first(const torch::Tensor& y, const torch::Tensor& f) const { return ratio * y - gain * phi1() * f; }
};

/// The prediction of a step, as data or as noise ε = (y − α y_0) / σ.
torch::Tensor predictionAt(const NoiseSchedule& schedule, const PastStep& step, Predicts what);
inline torch::Tensor noiseAt(const NoiseSchedule& schedule, const PastStep& step) { return predictionAt(schedule, step, Predicts::Noise); }

/// σ/α = e^{−λ}: the σ of Karras et al. 2022, whose state is y/α.
inline double karrasSigma(const NoiseSchedule& schedule, double t) { return std::exp(-schedule.lambda(t)); }

} // namespace diffuscope
