// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/trace_analysis.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace diffuscope {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// Mean of `value(position)`; NaN over no positions.
template <class F> double meanOver(const std::vector<int>& positions, F value) {
    double sum = 0;
    for (const int position : positions) sum += value(position);
    return positions.empty() ? kNaN : sum / static_cast<double>(positions.size());
}

/// In lanes, since the compiler must not change the order of a sum by itself: this runs over a whole vocabulary.
double dot(const float* a, const float* b, size_t count) {
    constexpr size_t kLanes = 8;
    std::array<float, kLanes> sums{};
    size_t i = 0;
    for (; i + kLanes <= count; i += kLanes)
        for (size_t lane = 0; lane < kLanes; ++lane) sums[lane] += a[i + lane] * b[i + lane];
    for (; i < count; ++i) sums[0] += a[i] * b[i];
    return std::accumulate(sums.begin(), sums.end(), 0.0);
}

} // namespace

std::vector<int> targetPositions(const Trace& trace, int row) {
    const auto& target = trace.header->rows.at(static_cast<size_t>(row)).target;
    std::vector<int> positions;
    for (size_t i = 0; i < target.size(); ++i)
        if (target[i]) positions.push_back(static_cast<int>(i));
    return positions;
}

double latentDistance(const Halves& a, size_t inA, const Halves& b, size_t inB, size_t count) {
    double sum = 0;
    for (size_t i = 0; i < count; ++i) {
        const double difference = double(halfToFloat(a[inA + i])) - (b.empty() ? 0.0 : double(halfToFloat(b[inB + i])));
        sum += difference * difference;
    }
    return std::sqrt(sum);
}

std::vector<int> sentencePositions(const Trace& trace, int row) {
    auto positions = targetPositions(trace, row);
    if (trace.steps.empty()) return positions;
    const int last = static_cast<int>(trace.steps.size()) - 1;
    bool text = false;
    for (size_t i = 0; i < positions.size(); ++i) {
        const auto token = trace.token(last, row, positions[i]);
        // The separator that opens the target comes before any text.
        if (token == trace.header->end && text) return {positions.begin(), positions.begin() + static_cast<std::ptrdiff_t>(i) + 1};
        text = text || token != trace.header->end;
    }
    return positions;
}

void TraceCurves::extend(const Trace& trace, int row, bool withLatents) {
    const auto positions = targetPositions(trace, row);
    const auto& h = *trace.header;
    const auto latents = static_cast<size_t>(h.dimensions);
    const auto cell = [&](int position) {
        return static_cast<size_t>(row) * static_cast<size_t>(h.length) + static_cast<size_t>(position);
    };
    for (auto i = size(); i < trace.steps.size(); ++i) {
        const auto& now = *trace.steps[i];
        const auto* before = i > 0 ? trace.steps[i - 1].get() : nullptr;
        const int step = static_cast<int>(i);
        const auto change = [&](Halves TraceStep::*member) {
            if (!withLatents || !before || (now.*member).empty() || (before->*member).empty()) return kNaN;
            return meanOver(positions, [&](int p) {
                const auto at = cell(p) * latents;
                return latentDistance(now.*member, at, before->*member, at, latents);
            });
        };
        const auto share = [&](const std::vector<std::uint8_t>& flags) {
            return flags.empty() ? kNaN : meanOver(positions, [&](int p) { return double(flags[cell(p)] != 0); });
        };
        stateChange.push_back(change(&TraceStep::x));
        predictionChange.push_back(change(&TraceStep::x0));
        stateNorm.push_back(!withLatents || now.x.empty() ? kNaN : meanOver(positions, [&](int p) {
            return latentDistance(now.x, cell(p) * latents, {}, 0, latents);
        }));
        flips.push_back(
            before ? meanOver(positions, [&](int p) { return double(trace.token(step, row, p) != trace.token(step - 1, row, p)); }) : kNaN);
        margin.push_back(meanOver(positions, [&](int p) { return double(trace.margin(step, row, p)); }));
        roundingError.push_back(meanOver(positions, [&](int p) { return double(trace.distance(step, row, p)); }));
        nearAbsorbing.push_back(share(now.nearAbsorbing));
        absorbed.push_back(share(now.absorbed));
    }
}

std::vector<double> expectedNorm(const Trace& trace, int row) {
    std::vector<double> result(trace.steps.size(), kNaN);
    if (trace.steps.empty() || trace.steps.back()->x0.empty()) return result;
    const auto positions = targetPositions(trace, row);
    const auto& m = trace.header->absorbing;
    const auto d = static_cast<size_t>(trace.header->dimensions);
    // ‖αa + m‖² = α²‖a‖² + 2α a·m + ‖m‖² with a = x_0 − m, so that a step costs a few products a position.
    std::vector<double> aa, am;
    double mm = 0;
    for (const float value : m) mm += double(value) * value;
    for (const int position : positions) {
        const auto x0 = predictionAt(trace, static_cast<int>(trace.steps.size()) - 1, row, position);
        aa.push_back(0);
        am.push_back(0);
        for (size_t i = 0; i < d; ++i) {
            const double centre = m.empty() ? 0.0 : m[i], a = x0[i] - centre;
            aa.back() += a * a;
            am.back() += a * centre;
        }
    }
    for (size_t step = 0; step < result.size(); ++step) {
        const double alpha = trace.steps[step]->alpha, sigma = trace.steps[step]->sigma;
        double sum = 0;
        for (size_t i = 0; i < aa.size(); ++i)
            sum += std::sqrt(std::max(0.0, alpha * alpha * aa[i] + 2 * alpha * am[i] + mm) + sigma * sigma * static_cast<double>(d));
        if (!aa.empty()) result[step] = sum / static_cast<double>(aa.size());
    }
    return result;
}

std::vector<double> headProbabilities(const Trace& trace, int step, int row, int position) {
    const auto& h = *trace.header;
    const auto x0 = predictionAt(trace, step, row, position);
    if (x0.empty() || !h.embeddings || !std::all_of(x0.begin(), x0.end(), [](float v) { return std::isfinite(v); })) return {};
    const size_t d = x0.size(), vocabulary = h.embeddings->size() / d;
    std::vector<double> result(vocabulary);
    for (size_t token = 0; token < vocabulary; ++token) {
        const float* embedding = h.embeddings->data() + token * d;
        result[token] = dot(x0.data(), embedding, d) + (token < h.headBias.size() ? h.headBias[token] : 0.0f);
    }
    const double highest = *std::max_element(result.begin(), result.end());
    double sum = 0;
    for (auto& value : result) sum += value = std::exp(value - highest);
    for (auto& value : result) value /= sum;
    return result;
}

double entropy(std::span<const double> probabilities) {
    if (probabilities.empty()) return kNaN;
    double bits = 0;
    for (const double p : probabilities)
        if (p > 0) bits -= p * std::log2(p);
    return bits;
}

std::vector<int> commitSteps(const Trace& trace, int row, std::span<const int> positions) {
    std::vector<int> steps;
    for (const int position : positions) steps.push_back(trace.committedAt(row, position));
    return steps;
}

std::vector<double> meanRanks(std::span<const int> values) {
    std::vector<size_t> order(values.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return values[a] < values[b]; });
    std::vector<double> result(values.size());
    for (size_t first = 0; first < order.size();) {
        size_t last = first;
        while (last + 1 < order.size() && values[order[last + 1]] == values[order[first]]) ++last;
        for (size_t i = first; i <= last; ++i) result[order[i]] = 0.5 * static_cast<double>(first + last);
        first = last + 1;
    }
    return result;
}

double rankCorrelation(std::span<const int> first, std::span<const int> second) {
    const auto a = meanRanks(first), b = meanRanks(second);
    const double centre = 0.5 * (static_cast<double>(a.size()) - 1.0);
    double ab = 0, aa = 0, bb = 0;
    for (size_t i = 0; i < a.size(); ++i) {
        ab += (a[i] - centre) * (b[i] - centre);
        aa += (a[i] - centre) * (a[i] - centre);
        bb += (b[i] - centre) * (b[i] - centre);
    }
    return aa > 0 && bb > 0 ? ab / std::sqrt(aa * bb) : kNaN;
}

} // namespace diffuscope
