// SPDX-License-Identifier: GPL-3.0-or-later
// Adams–Bashforth methods on d(y/α) = ε d(σ/α): past noise predictions are extrapolated by a polynomial.
#include "core/solvers/march.h"
#include "core/solvers/quadrature.h"

namespace diffuscope {
namespace {

/// Weights of the newest predictions, newest first; they sum to the length of the step in σ/α.
using Weights = std::function<std::vector<double>(const std::vector<double>& times, double t)>;

torch::Tensor adams(torch::Tensor y, const SolverProblem& problem, int order, const Weights& weights) {
    const auto& schedule = problem.schedule;
    return march(std::move(y), problem, [&](int i, double t, const std::vector<PastStep>& past) -> Arrival {
        const auto used = static_cast<size_t>(orderAt(i, problem.steps(), order, past.size()));
        std::vector<double> times;
        for (size_t k = 0; k < used; ++k) times.push_back(past[past.size() - 1 - k].t);
        const auto w = weights(times, t);
        auto scaled = past.back().y / schedule.alpha(past.back().t);
        for (size_t k = 0; k < used; ++k) scaled = scaled + w[k] * noiseAt(schedule, past[past.size() - 1 - k]);
        return {schedule.alpha(t) * scaled};
    });
}

/// Zhang and Chen 2023 (DEIS, arXiv 2204.13902), eq. 15, 'tAB': the polynomial is one in time, integrated over σ/α
/// = e^{−λ}. The integral is taken in λ, where the integrand is smooth even in the sqrt schedule's steep last step.
torch::Tensor deis(torch::Tensor y, const SolverProblem& problem, int order) {
    const auto& schedule = problem.schedule;
    return adams(std::move(y), problem, order, [&](const std::vector<double>& times, double t) {
        const double from = schedule.lambda(times.front()), to = schedule.lambda(t);
        if (times.size() == 1) return std::vector<double>{std::exp(-to) - std::exp(-from)};
        std::vector<double> w;
        for (size_t j = 0; j < times.size(); ++j)
            w.push_back(integrate([&](double l) { return -std::exp(-l) * lagrange(times, j, schedule.timeOfLambda(l)); }, from, to,
                                  2 + static_cast<int>(2 * (to - from))));
        return w;
    });
}

} // namespace

torch::Tensor deis2(torch::Tensor y, const SolverProblem& problem) { return deis(std::move(y), problem, 2); }
torch::Tensor deis3(torch::Tensor y, const SolverProblem& problem) { return deis(std::move(y), problem, 3); }

/// Linear multistep of order 4 (k-diffusion; the 'ρAB' of DEIS): the polynomial is one in σ/α, integrated exactly.
torch::Tensor lms(torch::Tensor y, const SolverProblem& problem) {
    const auto& schedule = problem.schedule;
    return adams(std::move(y), problem, 4, [&](const std::vector<double>& times, double t) {
        std::vector<double> nodes, w;
        for (const double time : times) nodes.push_back(karrasSigma(schedule, time));
        for (size_t j = 0; j < nodes.size(); ++j)
            w.push_back(integrate([&](double sigma) { return lagrange(nodes, j, sigma); }, nodes.front(), karrasSigma(schedule, t), 1));
        return w;
    });
}

/// Improved PNDM (Liu et al. 2022, arXiv 2202.09778, eq. 9 and 12, with the lower orders of the family at the start, as
/// DEIS describes it): Adams–Bashforth weights for even steps, whatever the spacing, then DDIM's transfer. Averaging ε
/// evenly where the step is not even in σ/α costs the higher orders: it converges with order 2, as its authors say.
torch::Tensor ipndm(torch::Tensor y, const SolverProblem& problem) {
    static const std::vector<std::vector<double>> kEven{
        {1.0}, {1.5, -0.5}, {23.0 / 12, -16.0 / 12, 5.0 / 12}, {55.0 / 24, -59.0 / 24, 37.0 / 24, -9.0 / 24}};
    return adams(std::move(y), problem, 4, [&](const std::vector<double>& times, double t) {
        const double length = karrasSigma(problem.schedule, t) - karrasSigma(problem.schedule, times.front());
        auto w = kEven[times.size() - 1];
        for (auto& weight : w) weight *= length;
        return w;
    });
}

} // namespace diffuscope
