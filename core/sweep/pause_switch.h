// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace diffuscope {

/// Holds work of another thread until it may go on.
class PauseSwitch {
public:
    void pause() { set(true); }
    void resume() { set(false); }
    bool paused() const {
        const std::lock_guard lock(mutex_);
        return paused_;
    }
    /// For the working thread: returns at once unless paused, else when resumed or asked to stop.
    void wait(const std::stop_token& stop) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, stop, [this] { return !paused_; });
    }

private:
    void set(bool paused) {
        const std::lock_guard lock(mutex_);
        paused_ = paused;
        changed_.notify_all();
    }

    mutable std::mutex mutex_;
    std::condition_variable_any changed_;
    bool paused_ = false;
};

} // namespace diffuscope
