// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace diffuscope {

/// What a draw is for; each use has its own stream, so that one more use never shifts the others.
enum class NoiseUse : std::uint32_t { Initial, Step, Absorb, Edit };

/// Counter-based random numbers (Philox 4x32-10; Salmon et al. 2011): the draws of a cell depend on
/// (seed, sample, step, use, place) and on nothing else, in particular not on the rest of the batch.
class NoiseSource {
public:
    explicit NoiseSource(std::uint64_t seed) : seed_(seed) {}

    /// N(0, 1) draws (Box–Muller), one for each place of `out`.
    void normal(std::span<float> out, int sample, int step, NoiseUse use) const;
    /// Even draws in [0, 1).
    void uniform(std::span<float> out, int sample, int step, NoiseUse use) const;

private:
    std::uint64_t seed_;
};

/// One block of Philox 4x32-10: four 32-bit words of a 128-bit counter under a 64-bit key.
std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter, std::uint64_t key);

} // namespace diffuscope
