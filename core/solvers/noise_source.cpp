// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solvers/noise_source.h"

#include <cmath>
#include <numbers>

namespace diffuscope {
namespace {

constexpr double kUnit = 0x1p-32;

std::array<std::uint32_t, 4> block(std::uint64_t seed, size_t index, int sample, int step, NoiseUse use) {
    const auto place = static_cast<std::uint32_t>(index);
    const auto key = static_cast<std::uint32_t>(use);
    return philox({place, static_cast<std::uint32_t>(step), static_cast<std::uint32_t>(sample), key}, seed);
}

} // namespace

std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter, std::uint64_t key) {
    auto low = static_cast<std::uint32_t>(key);
    auto high = static_cast<std::uint32_t>(key >> 32);
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t a = std::uint64_t{0xD2511F53} * counter[0];
        const std::uint64_t b = std::uint64_t{0xCD9E8D57} * counter[2];
        counter = {static_cast<std::uint32_t>(b >> 32) ^ counter[1] ^ low, static_cast<std::uint32_t>(b),
                   static_cast<std::uint32_t>(a >> 32) ^ counter[3] ^ high, static_cast<std::uint32_t>(a)};
        low += 0x9E3779B9;
        high += 0xBB67AE85;
    }
    return counter;
}

void NoiseSource::normal(std::span<float> out, int sample, int step, NoiseUse use) const {
    for (size_t i = 0; i < out.size(); i += 4) {
        const auto words = block(seed_, i / 4, sample, step, use);
        for (size_t pair = 0; pair < 2; ++pair) {
            const double u = (words[2 * pair] + 0.5) * kUnit; // never 0, whose logarithm would be infinite
            const double angle = 2.0 * std::numbers::pi * words[2 * pair + 1] * kUnit;
            const double radius = std::sqrt(-2.0 * std::log(u));
            const size_t at = i + 2 * pair;
            if (at < out.size()) out[at] = static_cast<float>(radius * std::cos(angle));
            if (at + 1 < out.size()) out[at + 1] = static_cast<float>(radius * std::sin(angle));
        }
    }
}

void NoiseSource::uniform(std::span<float> out, int sample, int step, NoiseUse use) const {
    for (size_t i = 0; i < out.size(); i += 4) {
        const auto words = block(seed_, i / 4, sample, step, use);
        // 24 bits: all that a float holds, so that the result never rounds up to 1.
        for (size_t k = 0; k < 4 && i + k < out.size(); ++k) out[i + k] = static_cast<float>(words[k] >> 8) * 0x1p-24f;
    }
}

} // namespace diffuscope
