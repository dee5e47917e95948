// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solvers/order_certificate.h"

#include "core/model/device.h"
#include "core/solvers/order_problem.h"
#include "core/solvers/solver.h"

namespace diffuscope {
namespace {

constexpr double kAllowedDifference = 0.3;

/// Where spacings that are even in time are measured: towards the ends λ has poles in t, next to which no number of
/// even steps up to T resolves it, and the slope would tell of the grid instead of the solver.
constexpr double kInnerFrom = 0.9, kInnerTo = 0.05;
/// There a solver is given the first eighth of the steps exactly: a multistep solver's own first ones, of first order,
/// would be all that one sees. At t = 1, where runs begin, they cost nothing, as the prediction hardly depends on a state
/// that is all noise.
constexpr int kGivenPart = 8, kHistory = 4;
/// Ancestral sampling visits discrete steps only; so many that the rounding of the grid does not show. (At 10,000 the
/// formula of the sqrt schedule comes to ᾱ ≤ 0.)
constexpr int kFineSteps = 8000;
/// Of the Gaussians: of one alone, an error may happen to change its sign where it is measured.
constexpr double kSpreads[]{0.3, 0.6};
constexpr double kAbsorbingState = 0.5; ///< of the problem as the released code sees it

/// One run; `evaluations` counts.
struct Run {
    const MixtureProblem& data;
    const NoiseSchedule& schedule;
    const OrderRow& order;
    torch::TensorOptions options; ///< float64, on the device
    torch::Tensor means = torch::tensor(data.means, options);
    torch::Tensor logWeights = torch::log(torch::tensor(data.weights, options));
    double evaluations = 0;

    bool released() const { return order.mode == "as-released"; }
    bool ancestral() const { return order.solver == "ancestral"; }
    /// The released ancestral sampler works on x itself, where the noise is centred on m.
    double shift() const { return released() && ancestral() ? kAbsorbingState : 0.0; }

    torch::Tensor predict(const torch::Tensor& y, double t) const {
        const double alpha = schedule.alpha(t), v = data.variance(schedule, t);
        const auto away = (y - shift()).unsqueeze(-1) - alpha * means;
        const auto share = torch::softmax(logWeights - away.square() / (2.0 * v), -1);
        return (share * (means + alpha * data.spread * data.spread / v * away)).sum(-1) + shift();
    }

    SolverProblem problem(int steps) {
        SpacingOptions spacing;
        spacing.first = order.from;
        spacing.last = order.to;
        auto times = spacedTimes(schedule, order.spacing, steps, spacing);
        if (ancestral()) { // it evaluates at the last time as well, and ends at the data
            const auto indices = nearestTimesteps(times, schedule.steps());
            times.clear();
            for (auto it = indices.rbegin(); it != indices.rend(); ++it) times.push_back(double(*it + 1) / schedule.steps());
            times.push_back(times.back());
        }
        SolverProblem p(schedule, times);
        p.predict = [this](const torch::Tensor& y, double t) {
            ++evaluations;
            return predict(y, t);
        };
        p.anchor = [](const torch::Tensor& y) { return y; };
        p.observe = [](const SolverStep&) {};
        p.between = [this](double s, double t, double fraction) { return timeBetween(schedule, order.spacing, 0, s, t, fraction); };
        p.options.eta = 1.0;
        p.options.overwriteState = released() && !ancestral();
        return p;
    }
};

/// Root mean square error over some starting points.
double flowError(Run& run, int steps, double tolerance) {
    auto problem = run.problem(steps);
    problem.options.tolerance = tolerance;
    const double deviation = std::sqrt(run.data.variance(run.schedule, run.order.from));
    const auto at = [&](double t) {
        std::vector<double> values;
        for (int i = 0; i < 8; ++i)
            values.push_back(run.data.solution(run.schedule, run.data.mean(run.schedule, run.order.from) + deviation * (-1.75 + 0.5 * i),
                                               run.order.from, t));
        return torch::tensor(values, run.options).view({1, 1, -1});
    };
    if (run.order.exactStart) {
        problem.start = steps / kGivenPart;
        for (int i = problem.start - kHistory + 1; i <= problem.start; ++i) {
            const double t = problem.times[static_cast<size_t>(i)];
            problem.past.push_back({t, at(t), run.predict(at(t), t)});
        }
    }
    const auto start = run.order.exactStart ? problem.past.back().y : at(run.order.from);
    return (solverFunction(run.order.solver)(start, problem) - at(run.order.to)).square().mean().sqrt().item<double>();
}

/// Runs a solver whose steps are linear on unit pulses: column 0 the mean, column 1 the start's deviation added, column
/// 2 + i the noise of step i switched on. The variance at the end is the sum of the squared answers.
double momentError(Run& run, int steps) {
    auto problem = run.problem(steps);
    const auto& schedule = run.schedule;
    const std::int64_t columns = 3 + problem.steps() + problem.options.restarts;
    auto y = torch::full({1, 1, columns}, run.data.mean(schedule, run.order.from) + run.shift(), run.options);
    y[0][0][1] += std::sqrt(run.data.variance(schedule, run.order.from));
    problem.normal = [&](int step) {
        auto pulse = torch::zeros({1, 1, columns}, run.options);
        pulse[0][0][2 + step] = 1.0;
        return pulse;
    };
    const auto end = solverFunction(run.order.solver)(y, problem).flatten();
    double mean = run.data.mean(schedule, run.order.to), deviation = std::sqrt(run.data.variance(schedule, run.order.to));
    if (run.ancestral()) { // the last step replaces the state by its prediction
        mean /= schedule.alpha(run.order.to);
        deviation = schedule.alpha(run.order.to) * run.data.spread * run.data.spread / deviation;
    }
    const double found = (end.slice(0, 1) - end[0]).square().sum().sqrt().item<double>();
    return std::hypot(end[0].item<double>() - run.shift() - mean, found - deviation);
}

/// Slope of the least squares line through the logarithms.
double slope(const std::vector<double>& evaluations, const std::vector<double>& errors) {
    const auto n = static_cast<double>(errors.size());
    double x = 0, y = 0, xx = 0, xy = 0;
    for (size_t i = 0; i < errors.size(); ++i) {
        const double a = std::log(evaluations[i]), b = std::log(errors[i]);
        x += a, y += b, xx += a * a, xy += a * b;
    }
    return (n * xy - x * y) / (x * x - n * xx);
}

bool evenInTime(std::string_view spacing) { return spacing == "time-uniform" || spacing == "time-quadratic" || spacing == "beta"; }

} // namespace

std::vector<OrderRow> orderCases(std::string_view solver) {
    const auto& info = findSolver(solver);
    const bool adaptive = info.heeds("tolerance"); // places its steps itself
    std::vector<OrderRow> cases;
    for (const std::string schedule : {"sqrt", "linear"})
        for (const auto spacing : spacingNames()) {
            const bool again = spacing == "exponential" || spacing == "polyexponential"; // log-snr's own grid: one schedule will do
            if (spacing == "custom" || (adaptive && spacing != "log-snr") || (again && schedule == "linear")) continue;
            OrderRow order;
            order.solver = info.name;
            order.schedule = schedule;
            order.spacing = spacing;
            order.mode = "faithful";
            order.expected = info.order;
            if (evenInTime(spacing) || info.name == "ancestral") order.from = kInnerFrom, order.to = kInnerTo;
            order.exactStart = evenInTime(spacing) && !info.stochastic;
            if (info.faithful) cases.push_back(order);
            order.mode = "as-released";
            order.expected = 0;
            if (info.asReleased && (spacing == "log-snr" || spacing == "time-uniform")) cases.push_back(order);
        }
    return cases;
}

namespace {

/// The fewest steps of a refinement. Higher orders show themselves at shorter steps only, and so do the errors of the
/// published 3M, whose third-order part hides them at long ones.
int fewestSteps(const SolverInfo& info) {
    if (info.name.find("-3m") != std::string_view::npos) return 256;
    return info.order > 2 || (info.stochastic && info.order > 1) ? 128 : 64;
}

/// Error and evaluations of one run.
std::pair<double, double> measure(const OrderRow& order, const SolverInfo& info, const NoiseSchedule& schedule, int steps, double tolerance,
                                  const torch::TensorOptions& options) {
    if (!info.stochastic) {
        const MixtureProblem data;
        Run run{data, schedule, order, options};
        const double error = flowError(run, steps, tolerance);
        return {error, run.evaluations};
    }
    double square = 0.0, evaluations = 0.0;
    for (const double spread : kSpreads) {
        const MixtureProblem data{{1.0}, {0.7}, spread};
        Run run{data, schedule, order, options};
        square += std::pow(momentError(run, steps), 2);
        evaluations = run.evaluations;
    }
    return {std::sqrt(square), evaluations};
}

} // namespace

OrderRow measureOrder(OrderRow order, const std::string& device) {
    const torch::NoGradGuard guard;
    const auto& info = findSolver(order.solver);
    const auto schedule = NoiseSchedule::named(order.schedule, info.name == "ancestral" ? kFineSteps : 2000);
    if (order.to <= 0) order.to = 1.0 / 2000;
    const auto options = torch::TensorOptions(deviceNamed(device)).dtype(torch::kFloat64);
    const bool adaptive = info.heeds("tolerance");
    for (int i = 0; i < 3; ++i) {
        const int steps = adaptive ? 1 : fewestSteps(info) << i;
        const auto [error, evaluations] = measure(order, info, schedule, steps, 1e-5 * std::pow(0.01, i), options);
        order.errors.push_back(error);
        order.evaluations.push_back(evaluations);
        order.steps.push_back(steps);
    }
    order.measured = slope(order.evaluations, order.errors);
    order.ok = std::abs(order.measured - order.expected) <= kAllowedDifference;
    return order;
}

} // namespace diffuscope
