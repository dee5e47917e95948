// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/trace.h"

#include <functional>
#include <stop_token>

namespace diffuscope {

/// Where along a fine run a coarse one would err. A first-order step of width h in λ errs by about e^λ ‖dx_0/dλ‖ h²/2 in the
/// final state (DPM-Solver++, Lu et al. 2022, eq. 9, with the next term of the expansion); ‖dx_0/dλ‖ is the mean over all
/// rows' target positions. The density √(e^λ ‖dx_0/dλ‖) is taken as at least a hundredth of its own mean, so that a quiet
/// stretch still gets a step.
struct ErrorProfile {
    std::vector<double> times; ///< the fine run's, falling
    std::vector<double> needs; ///< [times] the density's integral over λ from the first time up to each
};

/// Throws Error for a run of fewer than two steps, one that is not finished, or one without latents.
ErrorProfile errorProfile(const Trace& fine);

/// Times for `steps` steps that make equal local errors: a list for the spacing `custom`, [steps + 1] or fewer where some
/// coincide, falling from the run's first time to its last. Throws Error for steps < 1.
std::vector<double> equalErrorTimes(const ErrorProfile& profile, int steps);
/// The same of errorProfile(fine), throwing as that does.
std::vector<double> equalErrorTimes(const Trace& fine, int steps);

/// What each step between `times` (falling) would err by, [times − 1], in lengths of the embedding space: (∫ density dλ)² / 2
/// over the step. What lies outside the fine run counts nothing.
std::vector<double> localErrors(const ErrorProfile& profile, const std::vector<double>& times);

struct TimesSearch {
    int rounds = 4;      ///< over all inner times
    double reach = 0.25; ///< how far a time moves at first, of the way to its neighbour; halved when a round gains nothing
    std::function<void(const std::vector<double>& times, double error)> onBetter; ///< the first error too; may be empty
    std::stop_token stop;                                                         ///< ends the search with the best so far
};

/// A search for better inner times, one after the other (coordinate descent): each is moved towards either neighbour and
/// stays where `error` is less. `times` fall; both ends stay. `error` is a run's: for example the mean of splitError().solver
/// over a few sentences. Throws what `error` throws, and Error for times that do not fall.
std::vector<double> searchTimes(std::vector<double> times, const std::function<double(const std::vector<double>&)>& error,
                                const TimesSearch& search = {});

} // namespace diffuscope
