// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solvers/march.h"
#include "core/solvers/quadrature.h"

namespace diffuscope {
namespace {

constexpr int kPredictorOrder = 3, kCorrectorOrder = 4; ///< the published code's

/// Σ_j b_j f_j of eq. 14 and 17: the predictions' Lagrange polynomial in λ, integrated with the weight e^{(1 + τ²)(λ − λ_t)}.
torch::Tensor integrated(const NoiseSchedule& schedule, const std::vector<std::pair<double, torch::Tensor>>& predictions, double s,
                         double t, double rate) {
    const double end = schedule.lambda(t), h = end - schedule.lambda(s);
    std::vector<double> nodes;
    for (const auto& [time, y0] : predictions) nodes.push_back(schedule.lambda(time) - end);
    torch::Tensor sum;
    for (size_t j = 0; j < nodes.size(); ++j) {
        const double weight =
            integrate([&](double x) { return std::exp(rate * x) * lagrange(nodes, j, x); }, -h, 0.0, 1 + static_cast<int>(rate * h));
        const auto term = rate * schedule.alpha(t) * weight * predictions[j].second;
        sum = sum.defined() ? sum + term : term;
    }
    return sum;
}

} // namespace

/// Xue et al. 2023 (SA-Solver, arXiv 2309.05019), algorithm 1 with data prediction and constant τ: a stochastic Adams
/// predictor, one evaluation, and a corrector with the same noise. The last step is the predictor's with τ = 0, as published.
torch::Tensor saSolver(torch::Tensor y, const SolverProblem& problem) {
    const auto& schedule = problem.schedule;
    return march(std::move(y), problem, [&](int i, double t, const std::vector<PastStep>& past) -> Arrival {
        const bool last = i + 1 == problem.steps();
        const auto& from = past.back();
        const double tau = last ? 0.0 : problem.options.sdeEta, rate = 1.0 + tau * tau;
        const double h = schedule.lambda(t) - schedule.lambda(from.t);
        auto base = schedule.sigma(t) / schedule.sigma(from.t) * std::exp(-tau * tau * h) * from.y;
        const double deviation = schedule.sigma(t) * std::sqrt(-std::expm1(-2.0 * tau * tau * h));
        if (deviation > 0) base = base + deviation * problem.options.noiseScale * problem.normal(i);
        std::vector<std::pair<double, torch::Tensor>> predictions;
        const int order = orderAt(i, problem.steps(), kPredictorOrder, past.size());
        for (int k = 0; k < order; ++k)
            predictions.emplace_back(past[past.size() - 1 - static_cast<size_t>(k)].t, past[past.size() - 1 - static_cast<size_t>(k)].y0);
        const auto predicted = base + integrated(schedule, predictions, from.t, t, rate);
        if (last) return {predicted};
        const auto y0 = problem.predict(problem.anchor(predicted), t);
        const auto corrected = static_cast<size_t>(std::min(kCorrectorOrder, order + 1));
        predictions.insert(predictions.begin(), {t, y0});
        predictions.resize(corrected);
        return {base + integrated(schedule, predictions, from.t, t, rate), y0};
    });
}

} // namespace diffuscope
