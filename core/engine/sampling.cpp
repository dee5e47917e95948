// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/sampling.h"

#include "core/error.h"
#include "core/solvers/noise_source.h"

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
        : task_(task), recipe_(recipe), table_(task.denoiser.table()), rounding_(table_, {}),
          source_(table_.index_select(0, task.ids.flatten()).view({task.ids.size(0), task.ids.size(1), -1})),
          target_(task.target.unsqueeze(-1)), absorbing_(task.denoiser.absorbing()) {
        const bool released = recipe.mode == Mode::AsReleased;
        releasedOde_ = released && recipe.solver != "ancestral";
        // Both released samplers work on x itself; ours on y = x − m.
        shift_ = !released && absorbing_.defined() ? absorbing_ : torch::zeros({table_.size(1)}, table_.options());
        source_ = source_ - shift_;
    }

    torch::Tensor anchor(const torch::Tensor& y) const { return torch::where(target_, y, source_); }

    torch::Tensor initial(DrawSource& draws) const {
        auto noise = draws.initial() * recipe_.temperature;
        // The released ODE code forgets m; the released ancestral code adds it, which on y is nothing to add.
        if (recipe_.mode == Mode::AsReleased && !releasedOde_ && absorbing_.defined()) noise = noise + absorbing_;
        return anchor(noise);
    }

    torch::Tensor predict(const torch::Tensor& y, double t) {
        auto x0 = task_.denoiser.predict(y + shift_, timeInput(task_.config, t, releasedOde_));
        if (recipe_.interpolate > 0)
            x0 = torch::matmul(torch::softmax(task_.denoiser.logits(x0) / recipe_.interpolate, -1), table_);
        if (recipe_.roundingClamp) x0 = rounding_.clamp(x0);
        ++evaluations_;
        // The published ancestral sampler anchors the state only, never the prediction.
        const auto y0 = x0 - shift_;
        return recipe_.mode == Mode::AsReleased && !releasedOde_ ? y0 : anchor(y0);
    }

    torch::Tensor absorbingInY() const { return absorbing_.defined() ? absorbing_ - shift_ : absorbing_; }
    torch::Tensor toX(const torch::Tensor& y) const { return y + shift_; }
    bool releasedOde() const { return releasedOde_; }
    int evaluations() const { return evaluations_; }

private:
    const SamplingTask& task_;
    const Recipe& recipe_;
    torch::Tensor table_;
    Rounding rounding_;
    torch::Tensor source_, target_, absorbing_, shift_;
    bool releasedOde_;
    int evaluations_ = 0;
};

} // namespace

CounterDraws::CounterDraws(std::uint64_t seed, std::vector<int> numbers, int length, int dimensions, torch::TensorOptions options)
    : seed_(seed), numbers_(std::move(numbers)), length_(length), dimensions_(dimensions), options_(options) {}

torch::Tensor CounterDraws::initial() {
    return normal(-1);
}

torch::Tensor CounterDraws::normal(int step) {
    const NoiseSource source(seed_);
    const auto rows = static_cast<std::int64_t>(numbers_.size());
    const auto size = static_cast<size_t>(length_) * static_cast<size_t>(dimensions_);
    auto draws = torch::empty({rows, length_, dimensions_}, torch::kFloat32);
    for (size_t b = 0; b < numbers_.size(); ++b)
        source.normal({draws.data_ptr<float>() + b * size, size}, numbers_[b], step,
                      step < 0 ? NoiseUse::Initial : NoiseUse::Step);
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

std::vector<double> samplingTimes(const NoiseSchedule& schedule, const Recipe& recipe) {
    if (recipe.solver != "ancestral") return spacedTimes(schedule, recipe.spacing, recipe.steps);
    const auto indices = evenTimesteps(schedule.steps(), recipe.steps);
    std::vector<double> times;
    for (auto it = indices.rbegin(); it != indices.rend(); ++it) times.push_back(double(*it + 1) / schedule.steps());
    times.push_back(1.0 / schedule.steps());
    return times;
}

torch::Tensor sampleLatents(const SamplingTask& task, const Recipe& recipe, DrawSource& draws,
                            const std::function<void(const SampledStep&)>& watch) {
    const torch::NoGradGuard guard;
    const auto& info = findSolver(recipe.solver);
    const bool released = recipe.mode == Mode::AsReleased;
    if (released ? !info.asReleased : !info.faithful)
        throw Error("The solver '" + recipe.solver + "' has no mode '" + toString(recipe.mode) + "'.");
    Canvas canvas(task, recipe);
    const auto times = samplingTimes(task.schedule, recipe);
    std::vector<double> inputs;
    for (const double t : times) inputs.push_back(timeInput(task.config, t, canvas.releasedOde()));
    task.denoiser.prepare(inputs);

    SolverProblem problem{task.schedule, times, {}, {}, {}, {}, {}, {}, {}};
    problem.options.eta = recipe.eta;
    problem.options.overwriteState = canvas.releasedOde();
    problem.options.denoiseRate = recipe.discreteNoise && task.config.discreteNoise ? task.config.denoiseRate : 0.0;
    problem.predict = [&](const torch::Tensor& y, double t) { return canvas.predict(y, t); };
    problem.anchor = [&](const torch::Tensor& y) { return canvas.anchor(y); };
    problem.normal = [&](int step) { return draws.normal(step); };
    double absorbProbability = 0.0;
    problem.absorb = [&](int step, double probability) {
        absorbProbability = probability;
        return draws.absorbed(step, probability);
    };
    problem.absorbing = canvas.absorbingInY();
    problem.observe = [&](const SolverStep& step) {
        if (watch)
            watch({step.index, step.t, canvas.evaluations(), canvas.toX(step.y), canvas.toX(step.y0),
                   step.absorbed ? *step.absorbed & task.target : torch::Tensor(), step.absorbed ? absorbProbability : 0.0});
    };
    return canvas.toX(solverFunction(recipe.solver)(canvas.initial(draws), problem));
}

} // namespace diffuscope
