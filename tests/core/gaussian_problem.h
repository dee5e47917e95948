// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solvers/solver.h"

#include <cmath>

namespace diffuscope::test {

/// Data ~ N(μ, s²): the best x_0 prediction and the probability-flow ODE both have closed forms.
struct GaussianProblem {
    NoiseSchedule schedule = NoiseSchedule::sqrt(2000);
    double mean = 0.7, spread = 0.4;
    std::vector<int> observed;
    int evaluations = 0;

    torch::Tensor predict(const torch::Tensor& y, double t) {
        ++evaluations;
        const double a = schedule.alpha(t), s = schedule.sigma(t);
        return mean + a * spread * spread / (a * a * spread * spread + s * s) * (y - a * mean);
    }
    double deviation(double t) const { return std::hypot(schedule.alpha(t) * spread, schedule.sigma(t)); }
    double exact(double y, double from, double to) const {
        return schedule.alpha(to) * mean + deviation(to) / deviation(from) * (y - schedule.alpha(from) * mean);
    }
    SolverProblem problem(std::string_view spacing, int steps) {
        SolverProblem p(schedule, spacedTimes(schedule, spacing, steps));
        p.predict = [this](const torch::Tensor& y, double t) { return predict(y, t); };
        p.anchor = [](const torch::Tensor& y) { return y; };
        p.observe = [this](const SolverStep& step) { observed.push_back(step.index); };
        p.normal = [](int step) {
            auto generator = at::detail::createCPUGenerator(static_cast<std::uint64_t>(step) + 1);
            return torch::randn({1, 1, 20000}, generator, torch::kFloat64);
        };
        return p;
    }
    double solve(std::string_view solver, SolverProblem p, double y = 1.3) {
        evaluations = 0;
        return solverFunction(solver)(torch::full({1, 1, 1}, y, torch::kFloat64), p).item<double>();
    }
    double error(std::string_view solver, std::string_view spacing, int steps) {
        const auto p = problem(spacing, steps);
        return std::abs(solve(solver, p) - exact(1.3, p.times.front(), p.times.back()));
    }
};

} // namespace diffuscope::test
