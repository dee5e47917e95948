// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/widgets/sample_trace.h"

#include <array>
#include <bit>

namespace diffuscope::test {

/// Halves of numbers that they hold exactly.
inline std::uint16_t half(float value) {
    if (value == 0) return 0;
    const auto bits = std::bit_cast<std::uint32_t>(value);
    return static_cast<std::uint16_t>((bits >> 16 & 0x8000u) | ((((bits >> 23) & 0xffu) - 112u) << 10) | (bits >> 13 & 0x3ffu));
}

/// A token's embedding: two coordinates tell it, two are always 0, so that a plane can show all.
inline std::array<float, 4> sampleEmbedding(int token) { return {static_cast<float>(token % 8), static_cast<float>(token / 8), 0, 0}; }

inline std::array<float, 4> sampleAbsorbing() { return {-2, 1, 0, 0}; }

/// sampleTrace() with latents: the state goes from 0 to the final token's embedding times `steps`, a tenth of it each
/// tenth of the run; the prediction is the final token's embedding all the time.
inline std::shared_ptr<Trace> latentTrace(int recorded = Sample::steps + 1, int steps = Sample::steps) {
    auto header = sampleHeader(steps, Sample::length, Sample::targetFrom, Sample::rows);
    auto table = std::make_shared<std::vector<float>>();
    for (size_t token = 0; token < sampleWords().size(); ++token)
        for (const float value : sampleEmbedding(static_cast<int>(token))) table->push_back(value);
    header->embeddings = table;
    for (const float value : sampleAbsorbing()) header->absorbing.push_back(value);
    auto trace = sampleTrace(recorded, steps, Sample::length, header);
    for (int step = 0; step < recorded; ++step) {
        auto record = std::make_shared<TraceStep>(*trace->steps[static_cast<size_t>(step)]);
        const auto scale = static_cast<float>(step * Sample::steps / steps);
        std::vector<std::uint16_t> x, x0;
        for (int row = 0; row < Sample::rows; ++row)
            for (int position = 0; position < Sample::length; ++position)
                for (const float value : sampleEmbedding(Sample::final(std::max(0, position - Sample::targetFrom)))) {
                    x.push_back(half(scale * value));
                    x0.push_back(half(value));
                }
        record->x = std::move(x);
        record->x0 = std::move(x0);
        trace->steps[static_cast<size_t>(step)] = record;
    }
    return trace;
}

/// latentTrace() in which the latents of step 5 are not numbers, nor is one distance.
inline std::shared_ptr<Trace> latentTraceWithNan() {
    auto trace = latentTrace();
    auto record = std::make_shared<TraceStep>(*trace->steps[5]);
    constexpr std::uint16_t kNan = 0x7e00;
    record->x = std::vector<std::uint16_t>(record->x.size(), kNan);
    record->x0 = std::vector<std::uint16_t>(record->x0.size(), kNan);
    record->distances[static_cast<size_t>(Sample::position(0) * 3)] = std::numeric_limits<float>::quiet_NaN();
    record->toAbsorbing[static_cast<size_t>(Sample::position(0))] = std::numeric_limits<float>::infinity();
    trace->steps[5] = record;
    return trace;
}

} // namespace diffuscope::test
