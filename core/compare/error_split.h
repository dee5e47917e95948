// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/alignment.h"

namespace diffuscope {

/// How far a run ended from a fine reference run of the same source and seed, and by what.
struct ErrorSplit {
    struct Position {
        int position = 0;      ///< on the canvas
        double solver = 0.0;   ///< ‖final x − the reference's final x‖, L2; NaN without latents
        double rounding = 0.0; ///< distance of the final x to its nearest embedding, L2
        bool flipped = false;  ///< the final token is another one than the reference's
        /// Flipped: the lane's first recorded step from which on its token is never again the reference's at the aligned
        /// step; else −1.
        int leftAt = -1;
    };
    std::vector<Position> positions; ///< the target positions in order
    double solver = 0.0;             ///< mean over the positions
    double rounding = 0.0;           ///< likewise
    int flips = 0;
};

/// Both runs must be finished. Throws Error when they are not, or when their canvases differ.
ErrorSplit splitError(const Trace& lane, int row, const Trace& reference, int referenceRow, StepAxis axis = StepAxis::Lambda);

} // namespace diffuscope
