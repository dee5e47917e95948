// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/time_sampler.h"

#include "core/error.h"
#include "core/model/tensor_values.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace diffuscope {
namespace {

constexpr int kHistory = 10;         ///< losses remembered for each t
constexpr double kUniform = 0.001;   ///< share of even draws, so that no t is forgotten
constexpr int kRefreshInterval = 20; ///< batches between recomputations of the 2,000 weights

} // namespace

TimeSampler::TimeSampler(int steps, bool lossAware)
    : steps_(steps), lossAware_(lossAware), history_(static_cast<size_t>(steps) * kHistory, 0.0), counts_(static_cast<size_t>(steps), 0),
      unfilled_(steps) {
    refresh();
}

void TimeSampler::refresh() {
    probability_.assign(static_cast<size_t>(steps_), 1.0 / steps_);
    if (lossAware_ && unfilled_ == 0) {
        double sum = 0.0;
        for (size_t t = 0; t < probability_.size(); ++t) {
            const auto* first = &history_[t * kHistory];
            probability_[t] = std::sqrt(std::inner_product(first, first + kHistory, first, 0.0) / kHistory);
            sum += probability_[t];
        }
        for (auto& p : probability_) p = p / sum * (1.0 - kUniform) + kUniform / steps_;
    }
    accumulate();
}

void TimeSampler::accumulate() {
    cumulative_.resize(probability_.size());
    std::partial_sum(probability_.begin(), probability_.end(), cumulative_.begin());
}

TimeSampler::Draw TimeSampler::draw(int batch, std::mt19937_64& random) const {
    Draw result{torch::empty({batch}, torch::kInt64), torch::empty({batch}, torch::kFloat32)};
    auto* times = result.t.data_ptr<std::int64_t>();
    auto* weights = result.weights.data_ptr<float>();
    for (int i = 0; i < batch; ++i) {
        const double u = double(random() >> 11) * 0x1p-53 * cumulative_.back();
        const auto at = std::upper_bound(cumulative_.begin(), cumulative_.end(), u) - cumulative_.begin();
        const auto t = std::min<std::ptrdiff_t>(at, steps_ - 1);
        times[i] = static_cast<std::int64_t>(t);
        weights[i] = static_cast<float>(1.0 / (steps_ * probability_[static_cast<size_t>(t)]));
    }
    return result;
}

void TimeSampler::update(const torch::Tensor& t, const torch::Tensor& losses) {
    if (!lossAware_) return;
    const auto times = valuesOf<std::int64_t>(t);
    const auto values = valuesOf<double>(losses);
    for (size_t i = 0; i < times.size(); ++i) {
        const auto step = static_cast<size_t>(times[i]);
        auto* first = &history_[step * kHistory];
        if (counts_[step] == kHistory) std::rotate(first, first + 1, first + kHistory);
        else if (++counts_[step] == kHistory) --unfilled_;
        first[counts_[step] - 1] = values[i];
    }
    if (++updates_ % kRefreshInterval == 0) refresh();
}

TimeSampler::State TimeSampler::state() const {
    return {torch::tensor(history_, torch::kFloat64).view({steps_, kHistory}), torch::tensor(counts_, torch::kInt32),
            torch::tensor(probability_, torch::kFloat64), torch::tensor({updates_}, torch::kInt32)};
}

void TimeSampler::restore(const State& state) {
    if (state.counts.numel() != steps_)
        throw Error(translatable("core", "The losses are of %1 diffusion steps, not of %2."),
                    {std::to_string(state.counts.numel()), std::to_string(steps_)});
    history_ = valuesOf<double>(state.history);
    counts_ = valuesOf<int>(state.counts);
    probability_ = valuesOf<double>(state.probability);
    updates_ = state.updates.item<int>();
    unfilled_ = static_cast<int>(std::count_if(counts_.begin(), counts_.end(), [](int c) { return c < kHistory; }));
    accumulate();
}

} // namespace diffuscope
