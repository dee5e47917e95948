// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/solvers/singlestep.h"

namespace diffuscope {
namespace {

constexpr double kSafety = 0.9;                 ///< θ of the paper's algorithm
constexpr double kAbsolutePart = 0.0078 / 0.05; ///< the published tolerances: absolute 0.0078, relative 0.05
constexpr double kLongestGrowth = 5.0;
constexpr int kMostTries = 10000;

/// `target`: [1, L] bool, or undefined. A source is known without error, however long it is.
double errorOf(const torch::Tensor& higher, const torch::Tensor& lower, const torch::Tensor& before, const torch::Tensor& target,
               double tolerance) {
    const auto allowed = torch::clamp_min(tolerance * torch::maximum(lower.abs(), before.abs()), kAbsolutePart * tolerance);
    const auto squares = ((higher - lower) / allowed).square();
    return (target.defined() ? squares.masked_select(target.unsqueeze(-1)) : squares).mean().sqrt().item<double>();
}

/// One row, with its `target`, from `from` to t. The first try is the whole way, so that nothing is remembered from one call to the next.
torch::Tensor adaptRow(PastStep from, double t, const SolverProblem& problem, const torch::Tensor& target, const Evaluate& evaluate) {
    const auto& schedule = problem.schedule;
    const double end = schedule.lambda(t);
    double lambda = schedule.lambda(from.t), h = end - lambda;
    for (int tries = 0; tries < kMostTries; ++tries) {
        const bool last = lambda + h >= end - 1e-9;
        const double next = last ? t : schedule.timeOfLambda(lambda + h);
        const auto update = singlestepUpdate(schedule, Predicts::Noise, from, next, 3, schedule.timeOfLambda(lambda + h / 3),
                                             schedule.timeOfLambda(lambda + 2 * h / 3), evaluate);
        const double error = errorOf(update.y, update.lower, from.y, target, problem.options.tolerance);
        if (!std::isfinite(error))
            throw Error(translatable("core", "The state is no longer finite; 'dpm-adaptive' cannot go on with this model."));
        if (error <= 1.0) {
            if (last) return update.y;
            lambda += h;
            from = {next, update.y, evaluate(update.y, next)};
        }
        h = std::min(h * std::min(kLongestGrowth, kSafety * std::pow(std::max(error, 1e-12), -1.0 / 3.0)), end - lambda);
    }
    throw Error(
        translatable(
            "core",
            "The option 'tolerance' is too small for this model: a step needed more than %1 tries; choose a larger one, at most 1."),
        {std::to_string(kMostTries)});
}

} // namespace

/// DPM-Solver-23 (Lu et al. 2022, arXiv 2206.00927, appendix C): the third-order step is taken where it differs from
/// the second-order one by less than the tolerance. Between two times of the grid the step adapts freely, each row by
/// itself, so that a row does not depend on its company and a run can be split at any time of the grid.
torch::Tensor dpmAdaptive(torch::Tensor y, const SolverProblem& problem) {
    return march(std::move(y), problem, [&](int, double t, const std::vector<PastStep>& past) -> Arrival {
        std::vector<torch::Tensor> rows;
        for (std::int64_t row = 0; row < past.back().y.size(0); ++row) {
            const auto evaluate = [&](const torch::Tensor& state, double time) {
                return problem.predictRow ? problem.predictRow(state, time, row) : problem.predict(problem.anchor(state), time);
            };
            const auto one = [&](const torch::Tensor& all) { return all.defined() ? all.narrow(0, row, 1) : all; };
            rows.push_back(adaptRow({past.back().t, one(past.back().y), one(past.back().y0)}, t, problem, one(problem.target), evaluate));
        }
        return {torch::cat(rows)};
    });
}

} // namespace diffuscope
