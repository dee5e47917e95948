// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/sampling.h"

#include "core/error.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <optional>
#include <span>

namespace diffuscope {
namespace {

/// The released ODE sampler feeds t · 1000; everything else t − 1/T on the model's own scale.
double timeInput(const ModelConfig& config, double t, bool released) {
    if (released) return t * 1000.0;
    return (t * config.diffusionSteps - 1.0) * (config.rescaleTimesteps ? 1000.0 / config.diffusionSteps : 1.0);
}

/// A run's fixed tensors and the two changes of coordinates.
class Canvas {
public:
    Canvas(const SamplingTask& task, const Recipe& recipe)
        : task_(task), recipe_(recipe), table_(task.denoiser.table()),
          source_(table_.index_select(0, task.ids.flatten()).view({task.ids.size(0), task.ids.size(1), -1})),
          target_(task.target.unsqueeze(-1)), absorbing_(task.denoiser.absorbing()) {
        releasedOde_ = recipe.mode == Mode::AsReleased && recipe.solver != "ancestral";
        shift_ = coordinateShift(task.denoiser, recipe);
        source_ = source_ - shift_;
        if (absorbing_.defined()) absorbingInY_ = absorbing_ - shift_;
        if (recipe.roundingClamp) rounding_.emplace(table_, torch::Tensor());
    }

    torch::Tensor anchor(const torch::Tensor& y) const { return torch::where(target_, y, source_); }

    torch::Tensor settle(const torch::Tensor& y, const Settling& settling) const {
        return diffuscope::settle(y, settling, absorbingInY_, task_.target, source_);
    }

    torch::Tensor initial(DrawSource& draws) const {
        auto noise = draws.initial() * recipe_.temperature;
        // The released ODE code forgets m; the released ancestral code adds it, which on y is nothing to add.
        if (recipe_.mode == Mode::AsReleased && !releasedOde_ && absorbing_.defined()) noise = noise + absorbing_;
        return anchor(noise);
    }

    /// Which times will come: what depends on time alone is computed once.
    void prepare(std::span<const double> inputs) {
        const auto embedded = task_.denoiser.embedTimes(inputs);
        for (size_t i = 0; i < inputs.size(); ++i)
            times_.emplace(inputs[i], embedded.slice(0, static_cast<std::int64_t>(i), static_cast<std::int64_t>(i) + 1));
    }

    torch::Tensor predict(const torch::Tensor& y, double t) {
        const auto y0 = predictAnywhere(y, t, previous_);
        // The published ancestral sampler anchors the state only, never the prediction.
        return recipe_.mode == Mode::AsReleased && !releasedOde_ ? y0 : anchor(y0);
    }

    torch::Tensor predictRow(const torch::Tensor& y, double t, std::int64_t row) {
        const auto target = target_.narrow(0, row, 1), source = source_.narrow(0, row, 1);
        const auto previous = previous_.defined() ? previous_.narrow(0, row, 1) : previous_;
        return torch::where(target, predictAnywhere(torch::where(target, y, source), t, previous), source);
    }

    /// Self-conditioning: every evaluation until the next call sees this step's prediction.
    void remember(const torch::Tensor& y0) {
        if (task_.config.selfCondition) previous_ = toX(y0);
    }

    double inputAt(double t) const {
        return task_.plan && task_.plan->timeInput ? task_.plan->timeInput(t) : timeInput(task_.config, t, releasedOde_);
    }
    const torch::Tensor& absorbingInY() const { return absorbingInY_; }
    torch::Tensor toX(const torch::Tensor& y) const { return y + shift_; }
    bool releasedOde() const { return releasedOde_; }
    int evaluations() const { return static_cast<int>((rowEvaluations_ + source_.size(0) - 1) / source_.size(0)); }

private:
    torch::Tensor predictAnywhere(const torch::Tensor& y, double t, const torch::Tensor& previous) {
        const double input = inputAt(t);
        const auto known = times_.find(input);
        const auto time = known != times_.end() ? known->second : task_.denoiser.embedTimes(std::array{input});
        auto x0 = task_.denoiser.predict(y + shift_, time, previous);
        if (recipe_.interpolate > 0) x0 = interpolated(x0);
        if (rounding_) x0 = rounding_->clamp(x0);
        rowEvaluations_ += y.size(0);
        return x0 - shift_;
    }

    /// softmax(lm_head(x_0) / τ) · E
    torch::Tensor interpolated(const torch::Tensor& x0) const {
        std::vector<torch::Tensor> parts;
        for (const auto& part : x0.flatten(0, -2).split(kScoredAtOnce))
            parts.push_back(torch::matmul(torch::softmax(task_.denoiser.logits(part) / recipe_.interpolate, -1), table_));
        return torch::cat(parts).view(x0.sizes());
    }

    const SamplingTask& task_;
    const Recipe& recipe_;
    torch::Tensor table_;
    std::optional<Rounding> rounding_; ///< where the recipe clamps
    torch::Tensor source_, target_, absorbing_, shift_, absorbingInY_, previous_;
    std::map<double, torch::Tensor> times_; ///< input → its row of embedTimes
    bool releasedOde_;
    std::int64_t rowEvaluations_ = 0;
};

/// Even in time: the steps of the published respacing. Otherwise `steps` steps on the spacing, fewer where they coincide.
std::vector<double> ancestralTimes(const NoiseSchedule& schedule, const Recipe& recipe, int steps, const SpacingOptions& spacing) {
    const int total = schedule.steps();
    std::vector<int> indices;
    if (recipe.spacing == "time-uniform") indices = evenTimesteps(total, steps);
    else if (steps == 1 && recipe.spacing != "custom") indices = {total - 1};
    else indices = nearestTimesteps(spacedTimes(schedule, recipe.spacing, steps - 1, spacing), total);
    std::vector<double> times;
    for (auto it = indices.rbegin(); it != indices.rend(); ++it) times.push_back(double(*it + 1) / total);
    times.push_back(1.0 / total);
    return times;
}

/// 'DPM-Solver-fast' (Lu et al. 2022, arXiv 2206.00927, section 3.4): single steps of order 2 or 3 that together take
/// exactly this many evaluations, the last ones of lower order where it does not come out even.
std::vector<int> ordersFor(int evaluations, int order) {
    if (order == 2) {
        std::vector<int> orders(static_cast<size_t>(evaluations / 2), 2);
        if (evaluations % 2) orders.push_back(1);
        return orders;
    }
    std::vector<int> orders(static_cast<size_t>(evaluations % 3 == 0 ? std::max(0, evaluations / 3 - 1) : evaluations / 3), 3);
    if (evaluations % 3 == 0) orders.push_back(2);
    orders.push_back(evaluations % 3 == 2 ? 2 : 1);
    return orders;
}

bool isSinglestep(const SolverInfo& info) {
    return info.name == "dpm-2s" || info.name == "dpm-3s" || info.name == "dpmpp-2s" || info.name == "dpmpp-3s";
}

/// The order of each step under a budget, which pays for some step. Only single-step solvers have any.
std::vector<int> budgetedOrders(const Recipe& recipe, bool absorbing) {
    const auto [perStep, extra] = evaluationPrice(recipe, absorbing);
    return ordersFor(recipe.evaluations - extra, perStep);
}

SolverOptions solverOptions(const Recipe& recipe, const ModelConfig& config, bool releasedOde) {
    SolverOptions options;
    options.eta = recipe.eta;
    options.sdeEta = recipe.sdeEta;
    options.noiseScale = recipe.noiseScale;
    options.tolerance = recipe.tolerance;
    options.restarts = recipe.restarts;
    options.denoiseToZero = recipe.denoiseToZero;
    options.overwriteState = releasedOde;
    options.denoiseRate = recipe.absorbRate;
    if (recipe.solver == "ancestral") options.denoiseRate = recipe.discreteNoise && config.discreteNoise ? config.denoiseRate : 0.0;
    return options;
}

} // namespace

CounterDraws::CounterDraws(std::uint64_t seed, std::vector<int> numbers, int length, int dimensions, torch::TensorOptions options)
    : seed_(seed), numbers_(std::move(numbers)), length_(length), dimensions_(dimensions), options_(options) {}

torch::Tensor CounterDraws::initial() { return draw(-1, NoiseUse::Initial); }
torch::Tensor CounterDraws::normal(int step) { return draw(step, NoiseUse::Step); }
torch::Tensor CounterDraws::edited(int step) { return draw(step, NoiseUse::Edit); }

torch::Tensor CounterDraws::draw(int step, NoiseUse use) const {
    const NoiseSource source(seed_);
    const auto rows = static_cast<std::int64_t>(numbers_.size());
    const auto size = static_cast<size_t>(length_) * static_cast<size_t>(dimensions_);
    auto draws = torch::empty({rows, length_, dimensions_}, torch::kFloat32);
    for (size_t b = 0; b < numbers_.size(); ++b) source.normal({draws.data_ptr<float>() + b * size, size}, numbers_[b], step, use);
    return draws.to(options_);
}

torch::Tensor CounterDraws::absorbed(int step, double probability) {
    const NoiseSource source(seed_);
    auto draws = torch::empty({static_cast<std::int64_t>(numbers_.size()), length_}, torch::kFloat32);
    const auto size = static_cast<size_t>(length_);
    for (size_t b = 0; b < numbers_.size(); ++b)
        source.uniform({draws.data_ptr<float>() + b * size, size}, numbers_[b], step, NoiseUse::Absorb);
    return (draws < probability).to(options_.device());
}

torch::Tensor coordinateShift(const Denoiser& denoiser, const Recipe& recipe) {
    // Both released samplers work on x itself; ours on y = x − m.
    const auto absorbing = denoiser.absorbing();
    if (recipe.mode == Mode::Faithful && absorbing.defined()) return absorbing;
    return torch::zeros({denoiser.table().size(1)}, denoiser.table().options());
}

EvaluationPrice evaluationPrice(const Recipe& recipe, bool absorbing) {
    const auto& info = findSolver(recipe.solver);
    EvaluationPrice price{info.evaluationsPerStep, recipe.denoiseToZero ? 1 : 0};
    if (info.evaluatesAhead && absorbing && recipe.absorbRate > 0) {
        ++price.perStep;
        --price.extra; // the last step has nothing ahead
    }
    return price;
}

int stepsOf(const Recipe& recipe, bool absorbing) {
    if (recipe.spacing == "custom") {
        const int times = std::max(1, static_cast<int>(recipe.times.size()));
        return recipe.solver == "ancestral" ? times : times - 1; // it evaluates at the last one too, and ends at the data
    }
    if (recipe.evaluations == 0) return recipe.steps;
    const auto [perStep, extra] = evaluationPrice(recipe, absorbing);
    if (perStep == 0)
        throw Error(
            translatable("core",
                         "The solver '%1' keeps to no budget of 'evaluations', as its steps cost what they need; set 'steps' instead."),
            {recipe.solver});
    const bool singlestep = isSinglestep(findSolver(recipe.solver)); // may end with a step of order 1
    const int least = (singlestep ? 1 : perStep) + extra;
    if (recipe.evaluations < least)
        throw Error(translatable("core", "The option 'evaluations' must be at least %1 for this recipe, not %2."),
                    {std::to_string(least), std::to_string(recipe.evaluations)});
    return singlestep ? static_cast<int>(budgetedOrders(recipe, absorbing).size()) : (recipe.evaluations - extra) / perStep;
}

SamplingPlan samplingPlan(const NoiseSchedule& schedule, const Recipe& recipe, bool absorbing) {
    SpacingOptions spacing;
    spacing.rho = recipe.rho;
    spacing.times = recipe.times;
    const auto& info = findSolver(recipe.solver);
    const int steps = stepsOf(recipe, absorbing);
    if (info.name == "ancestral") return {ancestralTimes(schedule, recipe, steps, spacing), {}};
    if (recipe.evaluations == 0 || recipe.spacing == "custom" || !isSinglestep(info))
        return {spacedTimes(schedule, recipe.spacing, steps, spacing), {}};
    auto orders = budgetedOrders(recipe, absorbing);
    // As published: log-SNR spaces the steps themselves, the others the evaluations, of which a step joins some.
    if (recipe.spacing == "log-snr" || recipe.spacing == "exponential")
        return {spacedTimes(schedule, recipe.spacing, steps, spacing), orders};
    const auto all = spacedTimes(schedule, recipe.spacing, std::accumulate(orders.begin(), orders.end(), 0), spacing);
    std::vector<double> times{all.front()};
    // Times that coincide are one: the last steps may join fewer evaluations than their order, or have none left.
    for (size_t at = 0; at + 1 < all.size();) {
        at = std::min(at + static_cast<size_t>(orders[times.size() - 1]), all.size() - 1);
        times.push_back(all[at]);
    }
    orders.resize(times.size() - 1);
    return {times, orders};
}

torch::Tensor sampleLatents(const SamplingTask& task, const Recipe& recipe, DrawSource& draws,
                            const std::function<void(const SampledStep&)>& watch, const std::vector<SampledStep>& past) {
    const torch::NoGradGuard guard;
    const auto& info = findSolver(recipe.solver);
    const bool released = recipe.mode == Mode::AsReleased;
    if (released ? !info.asReleased : !info.faithful)
        throw Error(translatable("core", "The solver '%1' has no mode '%2'."), {recipe.solver, toString(recipe.mode)});
    Canvas canvas(task, recipe);
    const auto plan = task.plan ? *task.plan : samplingPlan(task.schedule, recipe, task.denoiser.absorbing().defined());
    std::vector<double> inputs;
    for (const double t : plan.times) inputs.push_back(canvas.inputAt(t));
    canvas.prepare(inputs);

    SolverProblem problem(task.schedule, plan.times);
    problem.orders = plan.orders;
    problem.options = solverOptions(recipe, task.config, canvas.releasedOde());
    problem.predict = [&](const torch::Tensor& y, double t) { return canvas.predict(y, t); };
    problem.predictRow = [&](const torch::Tensor& y, double t, std::int64_t row) { return canvas.predictRow(y, t, row); };
    problem.anchor = [&](const torch::Tensor& y) { return canvas.anchor(y); };
    problem.settle = [&](const torch::Tensor& y, const Settling& settling) { return canvas.settle(y, settling); };
    problem.normal = [&](int step) { return draws.normal(step); };
    problem.between = [&](double s, double t, double fraction) {
        return plan.between ? plan.between(s, t, fraction) : timeBetween(task.schedule, recipe.spacing, recipe.rho, s, t, fraction);
    };
    double absorbProbability = 0.0;
    problem.absorb = [&](int step, double probability) {
        absorbProbability = probability;
        return draws.absorbed(step, probability);
    };
    problem.absorbing = canvas.absorbingInY();
    problem.target = task.target;
    problem.observe = [&](const SolverStep& step) {
        canvas.remember(step.y0);
        if (watch)
            watch({step.index, step.t, canvas.evaluations(), canvas.toX(step.y), canvas.toX(step.y0),
                   step.absorbed ? *step.absorbed & task.target : torch::Tensor(), step.absorbed ? absorbProbability : 0.0, step.y,
                   step.y0});
    };
    if (!past.empty()) problem.start = past.back().index;
    if (past.empty() || !past.back().y0.defined())
        return canvas.toX(solverFunction(recipe.solver)(past.empty() ? canvas.initial(draws) : canvas.anchor(past.back().y), problem));
    for (const auto& step : past) problem.past.push_back({step.t, step.y, step.y0});
    canvas.remember(past.back().y0);
    const auto start = past.back().y;
    return canvas.toX(solverFunction(recipe.solver)(start, problem));
}

} // namespace diffuscope
