// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solvers/march.h"

namespace diffuscope {
namespace {

/// SDE-DPM-Solver++ (Lu et al. 2022, arXiv 2211.01095, eq. 18–19), with η between the ODE (0) and the SDE (1) and the
/// finite differences of k-diffusion's 2M (midpoint) and 3M. The noise is integrated exactly, the prediction is a
/// polynomial in λ; the weak order of both is 2 (measured): 3M has the published 3M's half third-order term.
torch::Tensor sde(torch::Tensor y, const SolverProblem& problem, int order) {
    const auto& schedule = problem.schedule;
    const double eta = problem.options.sdeEta;
    return march(std::move(y), problem, [&](int i, double t, const std::vector<PastStep>& past) -> Arrival {
        const auto n = past.size();
        const auto lambda = [&](size_t back) { return schedule.lambda(past[n - back].t); };
        const auto& m0 = past[n - 1].y0;
        const double h = schedule.lambda(t) - lambda(1), longer = (1.0 + eta) * h;
        const double alpha = schedule.alpha(t), sigma = schedule.sigma(t), phi1 = std::expm1(-longer);
        auto next = sigma / schedule.sigma(past[n - 1].t) * std::exp(-eta * h) * past[n - 1].y - alpha * phi1 * m0;
        const int used = orderAt(i, problem.steps(), order, n);
        if (used >= 2) {
            const double r0 = (lambda(1) - lambda(2)) / h, phi2 = phi1 / longer + 1.0;
            const auto d10 = (m0 - past[n - 2].y0) / r0;
            if (used == 2) {
                next = next + alpha * (order == 2 ? -0.5 * phi1 : phi2) * d10;
            } else {
                const double r1 = (lambda(2) - lambda(3)) / h, phi3 = phi2 / longer - 0.5;
                const auto d11 = (past[n - 2].y0 - past[n - 3].y0) / r1;
                next = next + alpha * phi2 * (d10 + r0 / (r0 + r1) * (d10 - d11)) - alpha * phi3 / (r0 + r1) * (d10 - d11);
            }
        }
        const double deviation = sigma * std::sqrt(-std::expm1(-2.0 * eta * h));
        Arrival arrival{next};
        if (deviation > 0) arrival.addNoise(problem.normal(i), deviation * problem.options.noiseScale);
        return arrival;
    });
}

} // namespace

torch::Tensor dpmpp2mSde(torch::Tensor y, const SolverProblem& problem) { return sde(std::move(y), problem, 2); }
torch::Tensor dpmpp3mSde(torch::Tensor y, const SolverProblem& problem) { return sde(std::move(y), problem, 3); }

} // namespace diffuscope
