// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solvers/solver.h"

#include <cmath>

namespace diffuscope {
namespace {

/// Discrete step indices (ascending) of the evaluation times; the last time is where the run ends.
std::vector<int> indicesOf(const SolverProblem& problem) {
    std::vector<int> indices;
    for (int i = problem.steps() - 1; i >= 0; --i)
        indices.push_back(static_cast<int>(std::lround(problem.times[static_cast<size_t>(i)] * problem.schedule.steps())) - 1);
    return indices;
}

} // namespace

/// Ho et al. 2020, eq. 7, on the respaced process with the published 'fixed large' variance. With discrete noise
/// (Gong et al. 2023, section 3.2) a position is then replaced by the absorbing state with probability
/// (standard deviation) · denoise_rate. The last step adds neither.
torch::Tensor ancestral(torch::Tensor y, const SolverProblem& problem) {
    const auto process = problem.schedule.respaced(indicesOf(problem));
    const int steps = problem.steps();
    torch::Tensor absorbed;
    for (int i = 0; i < steps; ++i) {
        const auto k = static_cast<size_t>(steps - 1 - i);
        const auto y0 = problem.predict(y, problem.times[static_cast<size_t>(i)]);
        problem.observe({i, problem.times[static_cast<size_t>(i)], y, y0, absorbed.defined() ? &absorbed : nullptr});
        y = process.posteriorMeanCoef1()[k] * y0 + process.posteriorMeanCoef2()[k] * y;
        if (k > 0) {
            const double deviation = std::sqrt(process.modelVariance()[k]);
            y = y + deviation * problem.normal(i);
            if (problem.options.denoiseRate > 0 && problem.absorbing.defined()) {
                absorbed = problem.absorb(i, deviation * problem.options.denoiseRate);
                y = torch::where(absorbed.unsqueeze(-1), problem.absorbing.expand_as(y), y);
            }
        } else {
            absorbed = torch::Tensor();
        }
        y = problem.anchor(y);
    }
    problem.observe({steps, problem.times.back(), y, y, nullptr});
    return y;
}

/// Song et al. 2021 (DDIM), eq. 12, with σ from eq. 16; written for continuous times.
torch::Tensor ddim(torch::Tensor y, const SolverProblem& problem) {
    const auto& schedule = problem.schedule;
    const int steps = problem.steps();
    for (int i = 0; i < steps; ++i) {
        const double s = problem.times[static_cast<size_t>(i)], t = problem.times[static_cast<size_t>(i) + 1];
        const double alphaS = schedule.alpha(s), sigmaS = schedule.sigma(s), alphaT = schedule.alpha(t), sigmaT = schedule.sigma(t);
        const auto y0 = problem.predict(y, s);
        problem.observe({i, s, y, y0, nullptr});
        const double ratio = alphaS / alphaT;
        const double added = problem.options.eta * sigmaT / sigmaS * std::sqrt(std::max(0.0, 1.0 - ratio * ratio));
        const auto noise = (y - alphaS * y0) / sigmaS;
        y = alphaT * y0 + std::sqrt(std::max(0.0, sigmaT * sigmaT - added * added)) * noise;
        if (added > 0) y = y + added * problem.normal(i);
        y = problem.anchor(y);
    }
    problem.observe({steps, problem.times.back(), y, y, nullptr});
    return y;
}

} // namespace diffuscope
