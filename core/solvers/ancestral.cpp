// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solvers/march.h"

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
/// (standard deviation) · denoise_rate. The last step adds neither: it ends at the data, not at times.back().
torch::Tensor ancestral(torch::Tensor y, const SolverProblem& problem) {
    const auto process = problem.schedule.respaced(indicesOf(problem));
    const int steps = problem.steps();
    return march(std::move(y), problem, [&](int i, double, const std::vector<PastStep>& past) -> Arrival {
        const auto k = static_cast<size_t>(steps - 1 - i);
        const auto mean = process.posteriorMeanCoef1()[k] * past.back().y0 + process.posteriorMeanCoef2()[k] * past.back().y;
        if (k == 0) return {mean};
        const double deviation = std::sqrt(process.modelVariance()[k]);
        return {mean, {}, deviation, problem.normal(i), deviation * problem.options.noiseScale};
    });
}

/// Song et al. 2021 (DDIM), eq. 12, with σ from eq. 16; written for continuous times.
torch::Tensor ddim(torch::Tensor y, const SolverProblem& problem) {
    const auto& schedule = problem.schedule;
    return march(std::move(y), problem, [&](int i, double t, const std::vector<PastStep>& past) -> Arrival {
        const auto& from = past.back();
        const double alphaT = schedule.alpha(t), sigmaT = schedule.sigma(t);
        const double ratio = schedule.alpha(from.t) / alphaT;
        const double added = problem.options.eta * sigmaT / schedule.sigma(from.t) * std::sqrt(std::max(0.0, 1.0 - ratio * ratio));
        const double kept = std::sqrt(std::max(0.0, sigmaT * sigmaT - added * added));
        Arrival arrival{alphaT * from.y0 + kept * noiseAt(schedule, from)};
        if (added > 0) arrival.addNoise(problem.normal(i), added * problem.options.noiseScale);
        return arrival;
    });
}

} // namespace diffuscope
