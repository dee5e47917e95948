// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress.h"

namespace diffuscope::cli {
namespace {

constexpr auto kPatience = std::chrono::seconds(2);

} // namespace

bool Pace::isTime() {
    const auto now = std::chrono::steady_clock::now();
    if (now - told_ < kPatience) return false;
    told_ = now;
    return true;
}

std::function<void(int, int)> telling(const Output& output, std::string what) {
    return [&output, what = std::move(what), pace = Pace()](int done, int total) mutable {
        if (pace.isTime()) output.progress(what + " " + std::to_string(done) + " of " + std::to_string(total));
    };
}

} // namespace diffuscope::cli
