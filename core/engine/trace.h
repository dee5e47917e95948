// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/halves.h"
#include "core/engine/recipe.h"
#include "core/text/text_processor.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace diffuscope {

/// One sequence of the batch: sample `sample` of source `source`.
struct TraceRow {
    int source = 0;                   ///< index into Recipe::sources
    int sample = 0;                   ///< 0 … Recipe::samples − 1
    std::vector<std::int32_t> canvas; ///< [L] token ids given to the run; padding at target positions
    std::vector<std::uint8_t> target; ///< [L] 1 where text is generated, 0 where the source is anchored
    PlaceholderValues values;         ///< what the placeholders among the tokens stand for; empty without any
};

/// What a step leaves behind, for all B rows of L positions. Immutable once recorded.
/// Index 0 is the state before the first step, index `steps` the state after the last.
struct TraceStep {
    int index = 0;
    int evaluations = 0; ///< network evaluations so far
    double t = 1.0;      ///< continuous time, 1 = noise, 0 = data
    double lambda = 0.0; ///< log(α/σ) at t
    double alpha = 0.0;
    double sigma = 1.0;
    std::vector<std::int32_t> tokens;        ///< [B, L, K] nearest tokens of the x_0 prediction, nearest first
    std::vector<float> distances;            ///< [B, L, K] their L2 distances
    std::vector<std::int32_t> state;         ///< [B, L] nearest token of the state x_t
    std::vector<float> toAbsorbing;          ///< [B, L] L2 distance of the state to the absorbing state m; empty without m
    std::vector<std::uint8_t> nearAbsorbing; ///< [B, L] 1 where m is nearer to the state than any token; empty without m
    std::vector<std::uint8_t> absorbed;      ///< [B, L] 1 where this step replaced the position by m (discrete noise)
    double absorbProbability = 0.0;          ///< with which it did so; 0 when it could not
    Halves x;                                ///< [B, L, D] state x_t; empty if latents are not traced
    Halves x0;                               ///< [B, L, D] prediction of x_0; likewise
};

/// What is known before the first step.
struct TraceHeader {
    Recipe recipe;
    std::string modelName;
    bool hasAbsorbing = false;
    int length = 0;                                         ///< L, positions on the canvas
    int dimensions = 0;                                     ///< D, embedding size
    int neighbours = 0;                                     ///< K, tokens kept for each position
    int steps = 0;                                          ///< steps that the run will take
    std::vector<double> times;                              ///< [steps + 1] descending
    std::vector<TraceRow> rows;                             ///< [B]
    std::shared_ptr<const std::vector<std::string>> pieces; ///< [V] what each token looks like
    std::shared_ptr<const std::vector<float>> embeddings;   ///< [V, D]; null when latents are not traced
    std::vector<float> absorbing;                           ///< m [D]; empty without, or when latents are not traced
    std::vector<float> headBias;                            ///< [V] lm_head's bias; empty when it was not recorded
    std::int32_t padding = 0;                               ///< id of [PAD]
    std::int32_t end = 0;                                   ///< id of [SEP]
};

/// A finished sentence of one row.
struct Sentence {
    std::string text;              ///< for people: values put back
    std::vector<std::int32_t> ids; ///< generated ids up to the end mark
};

/// A run as far as it has come. Copies are cheap (steps are shared); a view holds a shared_ptr<const Trace>.
struct Trace {
    std::shared_ptr<const TraceHeader> header;
    std::vector<std::shared_ptr<const TraceStep>> steps; ///< in order; all steps unless thinned by the caller
    std::vector<Sentence> sentences;                     ///< [B] once finished, empty before
    std::vector<int> chosen;                             ///< [sources] row index of the chosen candidate
    double seconds = 0.0;                                ///< wall time of the run so far
    int evaluations = 0;                                 ///< network evaluations a row so far; the mean where rows differ

    int batch() const { return static_cast<int>(header->rows.size()); }
    bool finished() const { return !sentences.empty(); }
    /// Token k-th nearest at (step, row, position); k = 0 is the nearest.
    std::int32_t token(int step, int row, int position, int k = 0) const;
    float distance(int step, int row, int position, int k = 0) const;
    /// Distance of the second-nearest minus distance of the nearest token, ≥ 0: how sure the rounding is.
    float margin(int step, int row, int position) const;
    const std::string& piece(std::int32_t token) const;
    /// The step after which the nearest token at (row, position) no longer changes, in the steps so far.
    int committedAt(int row, int position) const;
};

float halfToFloat(std::uint16_t half);

} // namespace diffuscope
