// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solvers/march.h"

namespace diffuscope {
namespace {

constexpr int kShortRun = 10;

/// Standard deviation of q(x_t | x_s, x_0)'s published 'large' choice: √β of the step from s to t.
double ancestralDeviation(const NoiseSchedule& schedule, double s, double t) {
    return std::sqrt(-std::expm1(2.0 * (schedule.logAlpha(s) - schedule.logAlpha(t))));
}

torch::Tensor settled(const SolverProblem& problem, const torch::Tensor& y, const Settling& settling) {
    return problem.settle ? problem.settle(y, settling) : problem.anchor(withNoiseAndMask(y, settling, problem.absorbing));
}

} // namespace

torch::Tensor march(torch::Tensor y, const SolverProblem& problem, const StepRule& rule) {
    auto past = problem.past;
    const int steps = problem.steps();
    torch::Tensor y0, absorbed;
    for (int i = problem.start; i < steps; ++i) {
        const double s = problem.times[static_cast<size_t>(i)], t = problem.times[static_cast<size_t>(i) + 1];
        if (i > problem.start || past.empty()) {
            if (!y0.defined()) y0 = problem.predict(y, s);
            problem.observe({i, s, y, y0, absorbed.defined() ? &absorbed : nullptr});
            past.push_back({s, y, y0});
            if (past.size() > kLongestHistory) past.erase(past.begin());
        }
        auto arrival = rule(i, t, past);
        y0 = std::move(arrival.y0);
        absorbed = torch::Tensor();
        if (i + 1 < steps && problem.options.denoiseRate > 0 && problem.absorbing.defined()) {
            const double deviation = arrival.deviation >= 0 ? arrival.deviation : ancestralDeviation(problem.schedule, s, t);
            absorbed = problem.absorb(i, deviation * problem.options.denoiseRate);
            y0 = torch::Tensor(); // made from another state
        }
        y = settled(problem, arrival.y, {arrival.noise, arrival.weight, absorbed});
    }
    if (problem.options.denoiseToZero) y = problem.predict(y, problem.times.back());
    problem.observe({steps, problem.times.back(), y, y, nullptr});
    return y;
}

int orderAt(int index, int steps, int order, size_t history) {
    const int allowed = std::min(order, static_cast<int>(history));
    return steps < kShortRun ? std::min(allowed, steps - index) : allowed;
}

ExponentialStep::ExponentialStep(const NoiseSchedule& schedule, double s, double t, Predicts what)
    : h(schedule.lambda(t) - schedule.lambda(s)) {
    const bool data = what == Predicts::Data;
    ratio = data ? schedule.sigma(t) / schedule.sigma(s) : std::exp(schedule.logAlpha(t) - schedule.logAlpha(s));
    gain = data ? schedule.alpha(t) : schedule.sigma(t);
    signedH = data ? -h : h;
}

torch::Tensor predictionAt(const NoiseSchedule& schedule, const PastStep& step, Predicts what) {
    if (what == Predicts::Data) return step.y0;
    return (step.y - schedule.alpha(step.t) * step.y0) / schedule.sigma(step.t);
}

} // namespace diffuscope
