// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace diffuscope::cuda {

/// Device pointers of what a step shows beside its nearest tokens.
struct PackArguments {
    const float *x, *x0;          ///< [values]; not read without `halves`
    void* halves;                 ///< [2, values] float16 out: x, then x_0, to the nearest, ties to even; null: not asked for
    const std::uint8_t* absorbed; ///< [rows] or null
    std::uint8_t* mask;           ///< [rows] out; null with `absorbed`
    std::int64_t values, rows;
};

/// Writes both in one launch. `stream` is a cudaStream_t. Returns a cudaError_t: 0 when it was launched.
int launchPack(const PackArguments& arguments, void* stream);

} // namespace diffuscope::cuda
