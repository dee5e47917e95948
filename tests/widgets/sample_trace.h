// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/trace.h"

#include <cmath>
#include <limits>
#include <memory>
#include <string>
#include <vector>

namespace diffuscope::test {

/// Words of the samples; a token's id is its index.
inline const std::vector<std::string>& sampleWords() {
    static const std::vector<std::string> words = {"[PAD]",  "[CLS]", "[SEP]", "▁how",   "▁do",  "▁i",          "▁learn", "▁c",
                                                   "++",     "?",     "▁what", "▁is",    "▁the", "▁best",       "▁way",   "▁to",
                                                   "▁table", "▁blue", "ing",   "▁seven", "<s>",  "▁programming"};
    return words;
}

inline std::shared_ptr<TraceHeader> sampleHeader(int steps, int length, int targetFrom, int samples) {
    auto header = std::make_shared<TraceHeader>();
    header->recipe.sources = {"how do i learn c++?"};
    header->recipe.steps = steps;
    header->recipe.samples = samples;
    header->recipe.seed = 18446744073709551615u; // does not fit a double
    header->modelName = "sample";
    header->hasAbsorbing = true;
    header->length = length;
    header->dimensions = 4;
    header->neighbours = 3;
    header->steps = steps;
    for (int i = 0; i <= steps; ++i) header->times.push_back(1.0 - static_cast<double>(i) / steps);
    const std::vector<std::int32_t> source = {1, 3, 4, 5, 6, 7, 8, 9, 2};
    for (int sample = 0; sample < samples; ++sample) {
        TraceRow row{0, sample, std::vector<std::int32_t>(static_cast<size_t>(length), 0), {}, {}};
        row.target.assign(static_cast<size_t>(length), 1);
        for (int i = 0; i < targetFrom; ++i) {
            row.canvas[static_cast<size_t>(i)] = i < static_cast<int>(source.size()) ? source[static_cast<size_t>(i)] : 2;
            row.target[static_cast<size_t>(i)] = 0;
        }
        header->rows.push_back(row);
    }
    header->pieces = std::make_shared<std::vector<std::string>>(sampleWords());
    header->padding = 0;
    header->end = 2;
    return header;
}

/// Known answers of sampleTrace().
struct Sample {
    static constexpr int steps = 10; ///< so 11 records
    static constexpr int length = 24;
    static constexpr int targetFrom = 9; ///< first target position
    static constexpr int rows = 2;
    /// Position of the n-th generated token, and the step after which it keeps its token in row 0.
    static constexpr int position(int n) { return targetFrom + n; }
    static constexpr int committed(int n) { return 1 + (n * 3) % 9; }
    static constexpr int words = 10; ///< generated tokens with the end mark, padding behind
    static std::int32_t final(int n) {
        static const std::int32_t ids[] = {10, 11, 12, 13, 14, 15, 6, 7, 8, 2};
        return n < words ? ids[n] : 0;
    }
    static constexpr const char* text = "what is the best way to learn c++";
    /// Distance of the nearest token, the same at all positions of a step.
    static float distance(int step) { return 4.0f - 0.3f * static_cast<float>(step); }
    static float margin(int step, int n) { return 0.1f * static_cast<float>(step) + 0.02f * static_cast<float>(n); }
    /// The one cell that was absorbed.
    static constexpr int absorbedStep = 3;
    static constexpr int absorbedWord = 4;
};

/// Token of row 0 and up at (step, n-th target position): noise until committed, then the final word.
inline std::int32_t sampleToken(int step, int row, int n) {
    if (n >= Sample::words) return step < 2 ? 16 + (step + n) % 6 : 0;
    if (step >= Sample::committed(n) && !(row == 1 && n == 3)) return Sample::final(n);
    if (row == 1 && n == 3 && step >= 5) return 19; // the second candidate says "seven"
    return 16 + (step * 7 + n * 5 + row) % 5;
}

inline std::shared_ptr<const TraceStep> sampleStep(const TraceHeader& header, int step) {
    auto record = std::make_shared<TraceStep>();
    record->index = step;
    record->evaluations = step;
    record->t = header.times[static_cast<size_t>(step)];
    record->lambda = -7.7 + 9.8 * (1.0 - record->t);
    record->alpha = std::sqrt(1.0 / (1.0 + std::exp(-2 * record->lambda)));
    record->sigma = std::sqrt(1.0 - record->alpha * record->alpha);
    const int targetFrom = Sample::targetFrom;
    for (int row = 0; row < static_cast<int>(header.rows.size()); ++row)
        for (int position = 0; position < header.length; ++position) {
            const int n = position - targetFrom;
            const auto canvas = header.rows[static_cast<size_t>(row)].canvas[static_cast<size_t>(position)];
            const int scaled = header.steps == Sample::steps ? step : step * Sample::steps / header.steps;
            const auto token = n < 0 ? canvas : sampleToken(scaled, row, n);
            const float near = n < 0 ? 0.0f : Sample::distance(scaled);
            const float gap = n < 0 ? 2.0f : Sample::margin(scaled, n);
            const auto words = static_cast<std::int32_t>(sampleWords().size());
            record->tokens.insert(record->tokens.end(), {token, (token + 1) % words, (token + 2) % words});
            record->distances.insert(record->distances.end(), {near, near + gap, near + gap + 0.5f});
            record->state.push_back(n < 0 ? canvas : 16 + (step + position) % 6);
            record->toAbsorbing.push_back(n < 0 ? 9.0f : 1.0f + 0.5f * static_cast<float>(scaled));
            record->nearAbsorbing.push_back(n >= 0 && scaled < 3);
            record->absorbed.push_back(n == Sample::absorbedWord && step == Sample::absorbedStep);
        }
    return record;
}

/// The first `recorded` records of a run of `steps` steps; finished when all are there.
inline std::shared_ptr<Trace> sampleTrace(int recorded = Sample::steps + 1, int steps = Sample::steps, int length = Sample::length,
                                          std::shared_ptr<const TraceHeader> header = {}) {
    auto trace = std::make_shared<Trace>();
    trace->header = header ? header : sampleHeader(steps, length, Sample::targetFrom, Sample::rows);
    for (int step = 0; step < recorded; ++step) trace->steps.push_back(sampleStep(*trace->header, step));
    if (recorded < steps + 1) return trace;
    trace->sentences = {{Sample::text, {10, 11, 12, 13, 14, 15, 6, 7, 8}},
                        {"what is the seven way to learn c++", {10, 11, 12, 19, 14, 15, 6, 7, 8}}};
    trace->chosen = {0};
    trace->seconds = 0.5;
    return trace;
}

/// As sampleTrace(), with one distance that is not a number at (step 5, first target position).
inline std::shared_ptr<Trace> sampleTraceWithNan() {
    auto trace = sampleTrace();
    auto record = std::make_shared<TraceStep>(*trace->steps[5]);
    record->distances[static_cast<size_t>(Sample::position(0) * 3)] = std::numeric_limits<float>::quiet_NaN();
    trace->steps[5] = record;
    return trace;
}

/// The beginning of a run that goes on with the same header.
inline std::shared_ptr<Trace> beginning(const Trace& whole, int recorded) {
    auto trace = std::make_shared<Trace>();
    trace->header = whole.header;
    trace->steps.assign(whole.steps.begin(), whole.steps.begin() + recorded);
    return trace;
}

} // namespace diffuscope::test
