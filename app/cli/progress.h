// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include <chrono>

namespace diffuscope::cli {

/// Lets a line of progress through every two seconds.
class Pace {
public:
    bool isTime();

private:
    std::chrono::steady_clock::time_point told_ = std::chrono::steady_clock::now();
};

/// Tells now and then how far something is: "`what` 3 of 20".
std::function<void(int done, int total)> telling(const Output& output, std::string what);

} // namespace diffuscope::cli
