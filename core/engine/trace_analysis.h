// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/trace.h"

#include <array>
#include <span>

namespace diffuscope {

/// Positions of a row where text is generated.
std::vector<int> targetPositions(const Trace& trace, int row);
/// ‖a − b‖ of two latents of `count` numbers that begin there; an empty b is the origin.
double latentDistance(const Halves& a, size_t inA, const Halves& b, size_t inB, size_t count);

/// Positions of a row where text is generated, up to and including the end mark of the newest recorded step; all of
/// them while there is no end mark.
std::vector<int> sentencePositions(const Trace& trace, int row);

/// Means over all target positions of one row, one value a recorded step. Lengths are L2, in lengths of the embedding
/// space; NaN where the run recorded no latents, and for changes at the first step.
struct TraceCurves {
    std::vector<double> stateChange;      ///< ‖x_t − x_t before‖
    std::vector<double> predictionChange; ///< ‖x_0 − x_0 before‖
    std::vector<double> stateNorm;        ///< ‖x_t‖
    std::vector<double> flips;            ///< fraction of positions whose nearest token is another one than before
    std::vector<double> margin;           ///< second-nearest minus nearest distance
    std::vector<double> roundingError;    ///< distance of x_0 to its nearest embedding
    std::vector<double> nearAbsorbing;    ///< fraction of positions nearer to m than to any token
    std::vector<double> absorbed;         ///< fraction of positions that this step replaced by m

    size_t size() const { return flips.size(); }
    /// Adds the steps that the trace has and these curves have not; a growing trace costs its new steps only.
    /// Without `latents` what needs them is left NaN: most of the work is theirs.
    void extend(const Trace& trace, int row, bool latents = true);
};

/// What ‖x_t‖ is expected to be at each recorded step if the newest x_0 prediction is the truth: the mean over target
/// positions of √(‖α(x_0 − m) + m‖² + σ²D). NaN without latents.
std::vector<double> expectedNorm(const Trace& trace, int row);

/// softmax(lm_head(x_0)) of a cell, [V], with lm_head's bias where the trace has it; empty when the run recorded no
/// latents, or when they are not finite.
std::vector<double> headProbabilities(const Trace& trace, int step, int row, int position);
/// In bits; NaN for an empty distribution.
double entropy(std::span<const double> probabilities);

/// For each of `positions`: the recorded step from which on its nearest token stays.
std::vector<int> commitSteps(const Trace& trace, int row, std::span<const int> positions);

/// Place of each value in ascending order, counted from 0; ties share their mean place.
std::vector<double> meanRanks(std::span<const int> values);
/// Spearman's rank correlation of two equally long series, ties at their mean rank; NaN when one is constant.
double rankCorrelation(std::span<const int> first, std::span<const int> second);

/// A plane in latent space: a point and two orthonormal directions, each [D].
struct Plane {
    std::vector<double> origin;
    std::array<std::vector<double>, 2> axes;
    std::array<double, 2> explained{}; ///< share of the variance along each axis; 0 where it was not measured

    /// Coordinates of a latent in the plane.
    std::array<double, 2> project(std::span<const float> latent) const;
};

/// The latent x_t of a cell, [D]; empty when latents were not recorded.
std::vector<float> latentAt(const Trace& trace, int step, int row, int position);
/// The x_0 prediction of a cell, [D]; likewise.
std::vector<float> predictionAt(const Trace& trace, int step, int row, int position);

/// Principal plane of the latents of `positions` over all recorded steps (at most `kPlaneSamples` of them, evenly
/// taken). Signs are fixed so that a growing trace does not flip the picture.
Plane principalPlane(const Trace& trace, int row, std::span<const int> positions);
/// The plane through three points; its first axis points from `a` to `b`. Degenerate points give a degenerate axis 0.
Plane planeThrough(std::span<const float> a, std::span<const float> b, std::span<const float> c);
/// A random plane through `origin`, the same for the same seed.
Plane randomPlane(std::span<const float> origin, unsigned seed);
/// Fills in `explained` for a plane that was not made from the trace.
void measureExplained(Plane& plane, const Trace& trace, int row, std::span<const int> positions);

constexpr int kPlaneSamples = 4000;

} // namespace diffuscope
