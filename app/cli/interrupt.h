// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <thread>

namespace diffuscope::cli {

/// Turns the first Ctrl-C (or SIGTERM) into a stop request, so that work can be saved; a second one ends the program.
/// Construct it before any other thread starts: it blocks the signals and waits for them in a thread of its own.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    std::stop_token token() const { return source_.get_token(); }

private:
    std::stop_source source_;
    std::jthread waiter_;
};

} // namespace diffuscope::cli
