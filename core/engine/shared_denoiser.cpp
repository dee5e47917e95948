// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/shared_denoiser.h"

#include <algorithm>

namespace diffuscope {

class SharedDenoiser::Seat : public Denoiser {
public:
    Seat(SharedDenoiser& shared, size_t place) : shared_(shared), place_(place) {}
    ~Seat() override { shared_.leave(); }
    Seat(const Seat&) = delete;
    Seat& operator=(const Seat&) = delete;

    torch::Tensor embedTimes(std::span<const double> inputs) override { return shared_.denoiser_.embedTimes(inputs); }
    torch::Tensor predict(const torch::Tensor& x, const torch::Tensor& time, const torch::Tensor& previous) override {
        return shared_.ask(place_, x, time, previous);
    }
    torch::Tensor table() const override { return shared_.denoiser_.table(); }
    torch::Tensor logits(const torch::Tensor& x) const override { return shared_.denoiser_.logits(x); }
    torch::Tensor absorbing() const override { return shared_.denoiser_.absorbing(); }

private:
    SharedDenoiser& shared_;
    size_t place_;
};

std::unique_ptr<Denoiser> SharedDenoiser::seat() {
    const std::scoped_lock lock(mutex_);
    ++seats_;
    return std::make_unique<Seat>(*this, places_++);
}

void SharedDenoiser::leave() {
    const std::scoped_lock lock(mutex_);
    --seats_;
    changed_.notify_all();
}

torch::Tensor SharedDenoiser::ask(size_t place, const torch::Tensor& x, const torch::Tensor& time, const torch::Tensor& previous) {
    Ask ask{place, x, time, previous};
    std::unique_lock lock(mutex_);
    asks_.push_back(&ask);
    changed_.notify_all();
    changed_.wait(lock, [&] { return ask.done; });
    if (ask.error) std::rethrow_exception(ask.error);
    return ask.answer;
}

void SharedDenoiser::serve() {
    std::unique_lock lock(mutex_);
    while (true) {
        changed_.wait(lock, [this] { return asks_.size() == seats_; });
        if (seats_ == 0) return;
        auto asked = std::exchange(asks_, {});
        std::ranges::sort(asked, {}, &Ask::place);
        lock.unlock(); // whoever asked waits
        answer(asked);
        lock.lock();
        for (auto* ask : asked) ask->done = true;
        changed_.notify_all();
    }
}

void SharedDenoiser::answer(const std::vector<Ask*>& asked) {
    auto left = asked;
    while (!left.empty()) {
        const auto& first = *left.front();
        const auto rest = std::stable_partition(left.begin(), left.end(), [&](const Ask* ask) {
            return ask->x.size(1) == first.x.size(1) && ask->previous.defined() == first.previous.defined();
        });
        const std::vector<Ask*> alike(left.begin(), rest);
        try {
            answerTogether(alike);
        } catch (...) {
            for (auto* ask : alike) ask->error = std::current_exception();
        }
        left.erase(left.begin(), rest);
    }
}

void SharedDenoiser::answerTogether(const std::vector<Ask*>& asked) {
    if (asked.size() == 1) {
        asked.front()->answer = denoiser_.predict(asked.front()->x, asked.front()->time, asked.front()->previous);
        return;
    }
    std::vector<torch::Tensor> x, time, previous;
    std::vector<std::int64_t> rows;
    for (const auto* ask : asked) {
        rows.push_back(ask->x.size(0));
        x.push_back(ask->x);
        auto shape = ask->time.sizes().vec();
        shape.front() = rows.back();
        time.push_back(ask->time.expand(shape));
        if (ask->previous.defined()) previous.push_back(ask->previous);
    }
    const torch::NoGradGuard guard;
    const auto together = denoiser_.predict(torch::cat(x), torch::cat(time), previous.empty() ? torch::Tensor() : torch::cat(previous));
    const auto parts = together.split_with_sizes(rows);
    for (size_t i = 0; i < asked.size(); ++i) asked[i]->answer = parts[i];
}

} // namespace diffuscope
