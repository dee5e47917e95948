// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solvers/solver.h"

#include <cmath>
#include <deque>

namespace diffuscope {
namespace {

/// A past x_0 prediction and the λ at which it was made.
struct Evaluation {
    torch::Tensor y0;
    double lambda;
};

/// One multistep update from times s to t with the newest `order` predictions, back() the newest.
/// Lu et al. 2022 (arXiv 2211.01095): eq. 9 (order 1), algorithm 2 (order 2), and the third-order formula of
/// their reference implementation (finite differences D1, D2 of the prediction in λ).
torch::Tensor update(const torch::Tensor& y, const std::deque<Evaluation>& past, const NoiseSchedule& schedule,
                     double s, double t, int order) {
    const auto n = past.size();
    const double alpha = schedule.alpha(t);
    const double h = schedule.lambda(t) - schedule.lambda(s);
    const double phi1 = std::expm1(-h);
    const auto& m0 = past[n - 1];
    auto next = schedule.sigma(t) / schedule.sigma(s) * y - alpha * phi1 * m0.y0;
    if (order == 1) return next;
    const auto& m1 = past[n - 2];
    const double r0 = (m0.lambda - m1.lambda) / h;
    const auto d10 = (m0.y0 - m1.y0) / r0;
    if (order == 2) return next - 0.5 * alpha * phi1 * d10;
    const auto& m2 = past[n - 3];
    const double r1 = (m1.lambda - m2.lambda) / h;
    const auto d11 = (m1.y0 - m2.y0) / r1;
    const auto d1 = d10 + r0 / (r0 + r1) * (d10 - d11);
    const auto d2 = (d10 - d11) / (r0 + r1);
    const double phi2 = phi1 / h + 1.0;
    const double phi3 = phi2 / h - 0.5;
    return next + alpha * phi2 * d1 - alpha * phi3 * d2;
}

/// Steps at the start use the orders that their history allows; so do the last ones of a short run (fewer than
/// ten steps), which the authors found to keep few-step runs stable.
int orderAt(int step, int steps, int order) {
    const int allowed = std::min(order, step + 1);
    return steps < 10 ? std::min(allowed, steps - step) : allowed;
}

torch::Tensor multistep(torch::Tensor y, const SolverProblem& problem, int order) {
    std::deque<Evaluation> past;
    const int steps = problem.steps();
    for (int i = 0; i < steps; ++i) {
        const double s = problem.times[static_cast<size_t>(i)], t = problem.times[static_cast<size_t>(i) + 1];
        auto y0 = problem.predict(y, s);
        problem.observe({i, s, y, y0, nullptr});
        past.push_back({y0, problem.schedule.lambda(s)});
        if (past.size() > static_cast<size_t>(order)) past.pop_front();
        const auto& state = problem.options.overwriteState ? y0 : y;
        y = problem.anchor(update(state, past, problem.schedule, s, t, orderAt(i, steps, order)));
    }
    problem.observe({steps, problem.times.back(), y, y, nullptr});
    return y;
}

} // namespace

torch::Tensor dpmpp1(torch::Tensor y, const SolverProblem& problem) { return multistep(std::move(y), problem, 1); }
torch::Tensor dpmpp2m(torch::Tensor y, const SolverProblem& problem) { return multistep(std::move(y), problem, 2); }
torch::Tensor dpmpp3m(torch::Tensor y, const SolverProblem& problem) { return multistep(std::move(y), problem, 3); }

} // namespace diffuscope
