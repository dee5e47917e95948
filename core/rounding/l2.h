// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cmath>
#include <cstddef>

namespace diffuscope {

/// ‖a − b‖₂ of two latents of this size, in eight sums side by side, which the compiler turns into vector code.
inline float l2(const float* a, const float* b, std::size_t size) {
    std::array<float, 8> sums{};
    std::size_t i = 0;
    for (; i + 8 <= size; i += 8)
        for (std::size_t j = 0; j < 8; ++j) sums[j] += (a[i + j] - b[i + j]) * (a[i + j] - b[i + j]);
    for (; i < size; ++i) sums[0] += (a[i] - b[i]) * (a[i] - b[i]);
    return std::sqrt(((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7])));
}

} // namespace diffuscope
