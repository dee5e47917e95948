// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt.h"

#include <csignal>
#include <ctime>

namespace diffuscope::cli {
namespace {

sigset_t endingSignals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

} // namespace

Interrupt::Interrupt() {
    const auto signals = endingSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    waiter_ = std::jthread([source = source_](const std::stop_token& quit) mutable {
        const auto signals = endingSignals();
        const timespec patience{0, 200'000'000};
        while (!quit.stop_requested()) {
            if (sigtimedwait(&signals, nullptr, &patience) < 0) continue;
            if (source.stop_requested()) std::_Exit(130);
            source.request_stop();
        }
    });
}

Interrupt::~Interrupt() { waiter_.request_stop(); }

} // namespace diffuscope::cli
