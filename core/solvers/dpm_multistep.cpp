// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solvers/march.h"

namespace diffuscope {
namespace {

/// The reference implementation multiplies D2, a second divided difference and so half the second derivative, by φ3,
/// which belongs to the derivative itself. Half of that term is missing, and `dpm(pp)-3m` as published converges with
/// order 2 (measured; see order_certificate). kComplete is what the expansion asks for.
constexpr double kPublished = 1.0, kComplete = 2.0;

/// One multistep update from past.back() to time t with the newest `order` predictions. Lu et al. 2022
/// (arXiv 2211.01095): eq. 9 (order 1), algorithm 2 (order 2), and the third-order formula of their reference
/// implementation (finite differences D1, D2 of the prediction in λ). `y` is the state to start from.
torch::Tensor update(const torch::Tensor& y, const std::vector<PastStep>& past, const NoiseSchedule& schedule, double t, int order,
                     Predicts what, double curvature) {
    const auto n = past.size();
    const ExponentialStep step(schedule, past.back().t, t, what);
    const auto f0 = predictionAt(schedule, past[n - 1], what);
    const auto next = step.first(y, f0);
    if (order == 1) return next;
    const auto lambda = [&](size_t back) { return schedule.lambda(past[n - back].t); };
    const double r0 = (lambda(1) - lambda(2)) / step.h;
    const auto f1 = predictionAt(schedule, past[n - 2], what);
    const auto d10 = (f0 - f1) / r0;
    if (order == 2) return next - 0.5 * step.gain * step.phi1() * d10;
    const double r1 = (lambda(2) - lambda(3)) / step.h;
    const auto d11 = (f1 - predictionAt(schedule, past[n - 3], what)) / r1;
    const auto d1 = d10 + r0 / (r0 + r1) * (d10 - d11);
    const auto d2 = (d10 - d11) / (r0 + r1);
    return next - step.gain * step.phi2() * d1 - curvature * step.gain * step.phi3() * d2;
}

torch::Tensor multistep(torch::Tensor y, const SolverProblem& problem, int order, Predicts what, double curvature = kPublished) {
    return march(std::move(y), problem, [&](int i, double t, const std::vector<PastStep>& past) -> Arrival {
        const auto& state = problem.options.overwriteState ? past.back().y0 : past.back().y;
        return {update(state, past, problem.schedule, t, orderAt(i, problem.steps(), order, past.size()), what, curvature)};
    });
}

} // namespace

torch::Tensor dpmpp1(torch::Tensor y, const SolverProblem& problem) { return multistep(std::move(y), problem, 1, Predicts::Data); }
torch::Tensor dpmpp2m(torch::Tensor y, const SolverProblem& problem) { return multistep(std::move(y), problem, 2, Predicts::Data); }
torch::Tensor dpmpp3m(torch::Tensor y, const SolverProblem& problem) { return multistep(std::move(y), problem, 3, Predicts::Data); }
torch::Tensor dpmpp3mComplete(torch::Tensor y, const SolverProblem& problem) {
    return multistep(std::move(y), problem, 3, Predicts::Data, kComplete);
}
torch::Tensor dpm2m(torch::Tensor y, const SolverProblem& problem) { return multistep(std::move(y), problem, 2, Predicts::Noise); }
torch::Tensor dpm3m(torch::Tensor y, const SolverProblem& problem) { return multistep(std::move(y), problem, 3, Predicts::Noise); }

} // namespace diffuscope
