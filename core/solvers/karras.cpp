// SPDX-License-Identifier: GPL-3.0-or-later
// Solvers on the state z = y/α and the noise level σ/α of Karras et al. 2022 (arXiv 2206.00364): dz = ε d(σ/α).
#include "core/solvers/march.h"

namespace diffuscope {
namespace {

torch::Tensor eulerStep(const NoiseSchedule& schedule, const PastStep& from, double t) {
    const double length = karrasSigma(schedule, t) - karrasSigma(schedule, from.t);
    return schedule.alpha(t) * (from.y / schedule.alpha(from.t) + length * noiseAt(schedule, from));
}

/// Algorithm 1 without its last step to σ = 0, which is not part of the grid here.
torch::Tensor heunStep(const SolverProblem& problem, const PastStep& from, double t) {
    const auto& schedule = problem.schedule;
    const auto ahead = problem.anchor(eulerStep(schedule, from, t));
    const auto slope = 0.5 * (noiseAt(schedule, from) + noiseAt(schedule, {t, ahead, problem.predict(ahead, t)}));
    const double length = karrasSigma(schedule, t) - karrasSigma(schedule, from.t);
    return schedule.alpha(t) * (from.y / schedule.alpha(from.t) + length * slope);
}

/// The noise levels σ/α between which `restart` goes up and down again; the paper has them for each data set.
constexpr double kRestartHigh = 2.0, kRestartLow = 0.4;

} // namespace

/// Algorithm 2 without churn: the same as DDIM with η = 0.
torch::Tensor euler(torch::Tensor y, const SolverProblem& problem) {
    return march(std::move(y), problem, [&](int, double t, const std::vector<PastStep>& past) -> Arrival {
        return {eulerStep(problem.schedule, past.back(), t)};
    });
}

/// k-diffusion's ancestral step: down to σ_down, then noise up to the next level. With η = 1 the same as DDIM's.
torch::Tensor eulerAncestral(torch::Tensor y, const SolverProblem& problem) {
    const auto& schedule = problem.schedule;
    return march(std::move(y), problem, [&](int i, double t, const std::vector<PastStep>& past) -> Arrival {
        const auto& from = past.back();
        const double high = karrasSigma(schedule, from.t), low = karrasSigma(schedule, t);
        const double up = std::min(low, problem.options.sdeEta * low * std::sqrt(std::max(0.0, 1.0 - low * low / (high * high))));
        const double down = std::sqrt(low * low - up * up);
        const auto z = from.y / schedule.alpha(from.t) + (down - high) * noiseAt(schedule, from);
        Arrival arrival{schedule.alpha(t) * z};
        if (up > 0) arrival.addNoise(problem.normal(i), schedule.alpha(t) * up * problem.options.noiseScale);
        return arrival;
    });
}

/// Karras et al. 2022, algorithm 1: Heun's method, two evaluations a step.
torch::Tensor heun(torch::Tensor y, const SolverProblem& problem) {
    return march(std::move(y), problem,
                 [&](int, double t, const std::vector<PastStep>& past) -> Arrival { return {heunStep(problem, past.back(), t)}; });
}

/// Xu et al. 2023 (Restart, arXiv 2306.14878), algorithm 1: Heun's method; when the noise level has come down to
/// kRestartLow, noise takes the state back up to kRestartHigh and the steps between are taken again, `restarts` times.
/// What is observed of them is the first time, and of the step that arrives the last.
torch::Tensor restart(torch::Tensor y, const SolverProblem& problem) {
    const auto& schedule = problem.schedule;
    int high = 0, low = 0; // grid indices of the interval
    for (int i = 0; i < problem.steps(); ++i) {
        const double sigma = karrasSigma(schedule, problem.times[static_cast<size_t>(i)]);
        if (sigma >= kRestartHigh) high = i;
        if (sigma >= kRestartLow) low = i;
    }
    const auto time = [&](int index) { return problem.times[static_cast<size_t>(index)]; };
    return march(std::move(y), problem, [&](int i, double t, const std::vector<PastStep>& past) -> Arrival {
        auto state = heunStep(problem, past.back(), t);
        for (int again = 0; i + 1 == low && low > high && again < problem.options.restarts; ++again) {
            const double ratio = schedule.alpha(time(high)) / schedule.alpha(t);
            const double added = std::sqrt(std::pow(schedule.sigma(time(high)), 2) - std::pow(ratio * schedule.sigma(t), 2));
            state = ratio * state + added * problem.options.noiseScale * problem.normal(problem.steps() + again);
            for (int j = high; j < low; ++j) {
                state = problem.anchor(state);
                state = heunStep(problem, {time(j), state, problem.predict(state, time(j))}, time(j + 1));
            }
        }
        return {state};
    });
}

} // namespace diffuscope
