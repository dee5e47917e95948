// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/trace.h"

#include <bit>

namespace diffuscope {
namespace {

size_t cell(const TraceHeader& header, int row, int position) {
    return static_cast<size_t>(row) * static_cast<size_t>(header.length) + static_cast<size_t>(position);
}

} // namespace

std::int32_t Trace::token(int step, int row, int position, int k) const {
    const auto index = cell(*header, row, position) * static_cast<size_t>(header->neighbours) + static_cast<size_t>(k);
    return steps[static_cast<size_t>(step)]->tokens[index];
}

float Trace::distance(int step, int row, int position, int k) const {
    const auto index = cell(*header, row, position) * static_cast<size_t>(header->neighbours) + static_cast<size_t>(k);
    return steps[static_cast<size_t>(step)]->distances[index];
}

float Trace::margin(int step, int row, int position) const {
    return header->neighbours > 1 ? distance(step, row, position, 1) - distance(step, row, position, 0) : 0.0f;
}

const std::string& Trace::piece(std::int32_t token) const {
    static const std::string unknown = "?";
    const auto& pieces = *header->pieces;
    return token >= 0 && static_cast<size_t>(token) < pieces.size() ? pieces[static_cast<size_t>(token)] : unknown;
}

int Trace::committedAt(int row, int position) const {
    int step = static_cast<int>(steps.size()) - 1;
    while (step > 0 && token(step - 1, row, position) == token(step, row, position)) --step;
    return step;
}

float halfToFloat(std::uint16_t half) {
    const std::uint32_t sign = static_cast<std::uint32_t>(half & 0x8000u) << 16;
    const std::uint32_t exponent = (half >> 10) & 0x1fu;
    const std::uint32_t fraction = half & 0x3ffu;
    if (exponent == 0x1f) return std::bit_cast<float>(sign | 0x7f800000u | (fraction << 13));
    if (exponent != 0) return std::bit_cast<float>(sign | ((exponent + 112) << 23) | (fraction << 13));
    const float subnormal = static_cast<float>(fraction) * 0x1p-24f;
    return sign ? -subnormal : subnormal;
}

} // namespace diffuscope
