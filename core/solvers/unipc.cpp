// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solvers/march.h"

namespace diffuscope {
namespace {

enum class Variant { Bh1, Bh2 };

/// Solves Σ_k r_k^{i} ρ_k = b_i, i = 0 … n−1 (a Vandermonde system of at most four unknowns) by elimination.
std::vector<double> solveVandermonde(const std::vector<double>& r, std::vector<double> b) {
    const size_t n = r.size();
    std::vector<std::vector<double>> a(n, std::vector<double>(n, 1.0));
    for (size_t i = 1; i < n; ++i)
        for (size_t k = 0; k < n; ++k) a[i][k] = a[i - 1][k] * r[k];
    for (size_t column = 0; column < n; ++column) {
        size_t pivot = column;
        for (size_t i = column + 1; i < n; ++i)
            if (std::abs(a[i][column]) > std::abs(a[pivot][column])) pivot = i;
        std::swap(a[column], a[pivot]);
        std::swap(b[column], b[pivot]);
        for (size_t i = 0; i < n; ++i) {
            if (i == column) continue;
            const double factor = a[i][column] / a[column][column];
            for (size_t k = column; k < n; ++k) a[i][k] -= factor * a[column][k];
            b[i] -= factor * b[column];
        }
    }
    for (size_t i = 0; i < n; ++i) b[i] /= a[i][i];
    return b;
}

/// The right-hand side of UniPC's conditions: i! φ_{i+1}(−h) h / B(h), i = 1 … count (Zhao et al. 2023, eq. 5).
std::vector<double> conditions(double signedH, double b, int count) {
    std::vector<double> result;
    double phi = std::expm1(signedH) / signedH - 1.0, factorial = 1.0;
    for (int i = 1; i <= count; ++i) {
        result.push_back(phi * factorial / b);
        factorial *= i + 1;
        phi = phi / signedH - 1.0 / factorial;
    }
    return result;
}

/// Zhao et al. 2023 (arXiv 2302.04867), algorithms 1 and 2 on the data prediction: UniP-p predicts, the network is
/// evaluated there, UniC-p corrects with that evaluation, which then serves as the one at the corrected state. The
/// corrector raises the order to p + 1; the last step has none, as nothing is evaluated there.
torch::Tensor unipc(torch::Tensor y, const SolverProblem& problem, int highest, Variant variant) {
    const auto& schedule = problem.schedule;
    return march(std::move(y), problem, [&](int i, double t, const std::vector<PastStep>& past) -> Arrival {
        const int order = orderAt(i, problem.steps(), highest, past.size());
        const auto& from = past.back();
        const ExponentialStep step(schedule, from.t, t, Predicts::Data);
        const double bh = variant == Variant::Bh1 ? step.signedH : std::expm1(step.signedH);
        std::vector<double> r;
        std::vector<torch::Tensor> differences;
        for (int k = 1; k < order; ++k) {
            const auto& before = past[past.size() - 1 - static_cast<size_t>(k)];
            r.push_back((schedule.lambda(before.t) - schedule.lambda(from.t)) / step.h);
            differences.push_back((before.y0 - from.y0) / r.back());
        }
        const auto base = step.first(from.y, from.y0);
        const auto with = [&](const std::vector<double>& rho) {
            auto next = base;
            for (size_t k = 0; k < differences.size(); ++k) next = next - step.gain * bh * rho[k] * differences[k];
            return next;
        };
        const auto b = conditions(step.signedH, bh, order);
        // Order 2 has one coefficient, for which the authors take its limit ½.
        const auto predictor = order == 2 ? std::vector<double>{0.5} : solveVandermonde(r, {b.begin(), b.end() - 1});
        const auto predicted = with(predictor);
        if (i + 1 == problem.steps()) return {predicted};
        const auto y0 = problem.predict(problem.anchor(predicted), t);
        r.push_back(1.0);
        const auto corrector = order == 1 ? std::vector<double>{0.5} : solveVandermonde(r, b);
        return {with(corrector) - step.gain * bh * corrector.back() * (y0 - from.y0), y0};
    });
}

} // namespace

torch::Tensor unipc2(torch::Tensor y, const SolverProblem& problem) { return unipc(std::move(y), problem, 2, Variant::Bh2); }
torch::Tensor unipc3(torch::Tensor y, const SolverProblem& problem) { return unipc(std::move(y), problem, 3, Variant::Bh2); }
torch::Tensor unipc2Bh1(torch::Tensor y, const SolverProblem& problem) { return unipc(std::move(y), problem, 2, Variant::Bh1); }
torch::Tensor unipc3Bh1(torch::Tensor y, const SolverProblem& problem) { return unipc(std::move(y), problem, 3, Variant::Bh1); }

} // namespace diffuscope
