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

/// The state before `step`; what came before it goes to `watch`.
SampledStep stateBefore(int step, const SamplingTask& task, const Recipe& recipe, DrawSource& draws,
                        const std::function<void(const SampledStep&)>& watch, const std::vector<SampledStep>& start) {
    SampledStep found{};
    try {
        sampleLatents(
            task, recipe, draws,
            [&](const SampledStep& seen) {
                if (seen.index < step) return watch(seen);
                found = seen;
                throw Reached{};
            },
            start);
    } catch (const Reached&) {
        return found;
    }
    throw Error(translatable("core", "The run has no step %1 to edit."), {std::to_string(step)}); // not reached: the last step is observed
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
        auto at = stateBefore(step, current(), recipe, draws, counted, start);
        EditedState state(current(), recipe, at, draws.edited(step), padding);
        for (; edit != edits.end() && edit->step == step; ++edit) state.apply(*edit);
        ids = state.ids;
        target = state.target;
        // The prediction at the edit was made from another state; it counts all the same.
        evaluations += at.evaluations;
        at.y = state.y;
        at.y0 = torch::Tensor();
        start = {at};
    }
    return sampleLatents(current(), recipe, draws, counted, start);
}

} // namespace diffuscope
