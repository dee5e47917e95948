// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/edited_run.h"

#include "core/error.h"

#include <algorithm>

namespace diffuscope {
namespace {

struct Reached {};

/// The batch as the edits so far have made it, and the changes themselves.
class EditedState {
public:
    EditedState(const SamplingTask& task, const Recipe& recipe, const SampledStep& at, torch::Tensor noise, std::int64_t padding)
        : ids(task.ids.clone()), target(task.target.clone()), y(at.y.clone()), schedule_(task.schedule), table_(task.denoiser.table()),
          absorbing_(task.denoiser.absorbing()), shift_(coordinateShift(task.denoiser, recipe)), x0_(at.x0.clone()), t_(at.t),
          noise_(std::move(noise)), padding_(padding) {}

    void apply(const StateEdit& edit) {
        if (edit.kind == Edit::Kind::Source) return changeSource(edit);
        if (edit.position < 0 || edit.position >= target.size(1) || !target[edit.row][edit.position].item<bool>())
            throw Error(translatable("core", "Position %1 cannot be edited: no text is generated there."), {std::to_string(edit.position)});
        auto cell = y[edit.row][edit.position];
        if (edit.kind == Edit::Kind::Clear) {
            if (!absorbing_.defined())
                throw Error(translatable("core", "This model has no absorbing state; a position cannot be cleared to it."));
            cell.copy_(absorbing_ - shift_);
        } else
            cell.copy_(noised(edit.kind == Edit::Kind::Token ? table_[edit.token] : x0_[edit.row][edit.position], edit.row, edit.position));
    }

    torch::Tensor ids, target;
    torch::Tensor y; ///< the state in the solver's coordinates; what no edit names keeps its bits

private:
    /// The forward process at the step's time, √ᾱ (x_0 − m) + m + √(1 − ᾱ) ε, as y.
    torch::Tensor noised(const torch::Tensor& x0, int row, std::int64_t position) const {
        const auto m = absorbing_.defined() ? absorbing_ : torch::zeros_like(x0);
        return schedule_.alpha(t_) * (x0 - m) + m + schedule_.sigma(t_) * noise_[row][position] - shift_;
    }

    std::int64_t targetStart(int row) const { return target[row].to(torch::kInt64).argmax().item<std::int64_t>(); }

    void changeSource(const StateEdit& edit) {
        const auto before = targetStart(edit.row), length = target.size(1);
        const auto oldY = y[edit.row].clone(), oldX0 = x0_[edit.row].clone();
        for (std::int64_t p = 0; p < length; ++p) {
            ids[edit.row][p] = edit.canvas.ids[static_cast<size_t>(p)];
            target[edit.row][p] = edit.canvas.target[static_cast<size_t>(p)] != 0;
        }
        const auto after = targetStart(edit.row);
        for (std::int64_t p = after; p < length; ++p) {
            const auto from = p - after + before;
            y[edit.row][p].copy_(from < length ? oldY[from] : noised(table_[padding_], edit.row, p));
            x0_[edit.row][p].copy_(from < length ? oldX0[from] : table_[padding_]);
        }
    }

    const NoiseSchedule& schedule_;
    torch::Tensor table_, absorbing_, shift_, x0_;
    double t_;
    torch::Tensor noise_;
    std::int64_t padding_;
};

/// The newest steps up to `step`, the last: as many as a run that goes on needs. What came before that one goes to `watch`.
std::vector<SampledStep> stepsUntil(int step, const SamplingTask& task, const Recipe& recipe, DrawSource& draws,
                                    const std::function<void(const SampledStep&)>& watch, const std::vector<SampledStep>& start) {
    auto newest = start;
    try {
        sampleLatents(
            task, recipe, draws,
            [&](const SampledStep& seen) {
                // A start without a prediction is seen anew.
                if (!newest.empty() && newest.back().index == seen.index) newest.pop_back();
                if (newest.size() == kLongestHistory) newest.erase(newest.begin());
                newest.push_back(seen);
                if (seen.index == step) throw Reached{};
                watch(seen);
            },
            start);
    } catch (const Reached&) {
        return newest;
    }
    throw Error(translatable("core", "The run has no step %1 to edit."), {std::to_string(step)}); // not reached: the last step is observed
}

/// What the run goes on with: rows that were not edited as they were, the others as if prediction and noise had always been those of
/// the edited state. Then a multistep solver's first step from there is one of first order, as at any start.
std::vector<SampledStep> joined(std::vector<SampledStep> past, const SampledStep& anew, const torch::Tensor& edited,
                                const NoiseSchedule& schedule) {
    const auto rows = edited.view({-1, 1, 1});
    const auto noise = (anew.y - schedule.alpha(anew.t) * anew.y0) / schedule.sigma(anew.t);
    for (auto& step : past) {
        const bool last = step.index == anew.index;
        const auto y = last ? anew.y : schedule.alpha(step.t) * anew.y0 + schedule.sigma(step.t) * noise;
        step.y = torch::where(rows, y, step.y);
        step.y0 = torch::where(rows, anew.y0, step.y0);
    }
    auto& now = past.back();
    now.x = torch::where(rows, anew.x, now.x);
    now.x0 = torch::where(rows, anew.x0, now.x0);
    if (now.absorbed.defined()) now.absorbed = now.absorbed & ~edited.unsqueeze(1);
    now.evaluations += anew.evaluations;
    return past;
}

} // namespace

torch::Tensor sampleEdited(const SamplingTask& task, const Recipe& recipe, CounterDraws& draws, std::vector<StateEdit> edits,
                           std::int64_t padding, const std::function<void(const SampledStep&)>& watch) {
    const torch::NoGradGuard guard;
    std::stable_sort(edits.begin(), edits.end(), [](const auto& a, const auto& b) { return a.step < b.step; });
    const auto plan = task.plan ? *task.plan : samplingPlan(task.schedule, recipe, task.denoiser.absorbing().defined());
    auto ids = task.ids, target = task.target;
    std::vector<SampledStep> start;
    int evaluations = 0;
    const auto counted = [&](SampledStep step) {
        step.evaluations += evaluations;
        watch(step);
    };
    const auto current = [&] { return SamplingTask{task.schedule, task.denoiser, task.config, ids, target, &plan}; };
    for (auto edit = edits.begin(); edit != edits.end();) {
        const int step = edit->step;
        if (step < 0 || step + 2 > static_cast<int>(plan.times.size()))
            throw Error(translatable("core", "The edit at step %1 is outside the run: it takes the steps 0 to %2."),
                        {std::to_string(step), std::to_string(plan.times.size() - 2)});
        auto past = stepsUntil(step, current(), recipe, draws, counted, start);
        EditedState state(current(), recipe, past.back(), draws.edited(step), padding);
        auto edited = torch::zeros({ids.size(0)}, torch::kBool);
        for (; edit != edits.end() && edit->step == step; ++edit) {
            state.apply(*edit);
            edited[edit->row] = true;
        }
        ids = state.ids;
        target = state.target;
        auto from = past.back();
        from.y = state.y;
        from.y0 = torch::Tensor(); // the one that there is was made from another state
        const auto anew = stepsUntil(step, current(), recipe, draws, {}, {from}).back();
        start = joined(std::move(past), anew, edited.to(ids.device()), task.schedule);
        counted(start.back());
        evaluations += start.back().evaluations;
    }
    return sampleLatents(current(), recipe, draws, counted, start);
}

} // namespace diffuscope
