// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solvers/singlestep.h"

namespace diffuscope {

SinglestepUpdate singlestepUpdate(const NoiseSchedule& schedule, Predicts what, const PastStep& from, double t, int order, double s1,
                                  double s2, const Evaluate& evaluate) {
    const ExponentialStep step(schedule, from.t, t, what);
    const auto f0 = predictionAt(schedule, from, what);
    const auto next = step.first(from.y, f0);
    if (order == 1) return {next, {}};
    const auto at = [&](const torch::Tensor& y, double time) { return predictionAt(schedule, {time, y, evaluate(y, time)}, what); };
    const ExponentialStep inner1(schedule, from.t, s1, what);
    const double r1 = inner1.h / step.h;
    const auto d1 = at(inner1.first(from.y, f0), s1) - f0;
    const auto second = next - 0.5 / r1 * step.gain * step.phi1() * d1;
    if (order == 2) return {second, {}};
    const ExponentialStep inner2(schedule, from.t, s2, what);
    const double r2 = inner2.h / step.h;
    const auto d2 = at(inner2.first(from.y, f0) - r2 / r1 * inner2.gain * inner2.phi2() * d1, s2) - f0;
    return {next - step.gain * step.phi2() / r2 * d2, second};
}

namespace {

torch::Tensor singlestep(torch::Tensor y, const SolverProblem& problem, int highest, Predicts what) {
    const auto evaluate = [&](const torch::Tensor& state, double t) { return problem.predict(problem.anchor(state), t); };
    const auto between = [&](double s, double t, double fraction) {
        return problem.between ? problem.between(s, t, fraction) : timeBetween(problem.schedule, "log-snr", 0, s, t, fraction);
    };
    return march(std::move(y), problem, [&](int i, double t, const std::vector<PastStep>& past) -> Arrival {
        const int order = problem.orders.empty() ? highest : problem.orders.at(static_cast<size_t>(i));
        const double s = past.back().t;
        return {singlestepUpdate(problem.schedule, what, past.back(), t, order, between(s, t, 1.0 / order), between(s, t, 2.0 / order),
                                 evaluate)
                    .y};
    });
}

} // namespace

torch::Tensor dpm2s(torch::Tensor y, const SolverProblem& problem) { return singlestep(std::move(y), problem, 2, Predicts::Noise); }
torch::Tensor dpm3s(torch::Tensor y, const SolverProblem& problem) { return singlestep(std::move(y), problem, 3, Predicts::Noise); }
torch::Tensor dpmpp2s(torch::Tensor y, const SolverProblem& problem) { return singlestep(std::move(y), problem, 2, Predicts::Data); }
torch::Tensor dpmpp3s(torch::Tensor y, const SolverProblem& problem) { return singlestep(std::move(y), problem, 3, Predicts::Data); }

} // namespace diffuscope
