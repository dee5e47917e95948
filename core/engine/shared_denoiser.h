// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/denoiser.h"

#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>
#include <vector>

namespace diffuscope {

/// One network for runs side by side, each in a thread of its own: what they ask at the same time is one batch, each row
/// at its own time. Runs of different lengths meet as long as they go on. The rows lie in the order of the seats, whoever
/// asks first, so that the last bits do not depend on it.
class SharedDenoiser {
public:
    explicit SharedDenoiser(Denoiser& denoiser) : denoiser_(denoiser) {}

    /// The network as one run sees it; as long as it lives, the others wait for what this run asks next. All are taken
    /// before serve().
    std::unique_ptr<Denoiser> seat();
    /// Evaluates, in the calling thread, whenever every seat has asked; until there are no seats.
    void serve();

private:
    class Seat;
    struct Ask {
        size_t place;
        const torch::Tensor &x, &time, &previous;
        torch::Tensor answer = {};
        std::exception_ptr error = {};
        bool done = false;
    };
    torch::Tensor ask(size_t place, const torch::Tensor& x, const torch::Tensor& time, const torch::Tensor& previous);
    void leave();
    void answer(const std::vector<Ask*>& asked);
    void answerTogether(const std::vector<Ask*>& asked);

    Denoiser& denoiser_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Ask*> asks_; ///< guarded by mutex_
    size_t seats_ = 0;       ///< likewise
    size_t places_ = 0;      ///< likewise: how many seats there have been
};

} // namespace diffuscope
