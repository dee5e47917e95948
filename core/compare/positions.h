// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/alignment.h"
#include "core/engine/trace_analysis.h"

#include <limits>

namespace diffuscope {

inline constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

/// Whether a token of one run is a token of the other: by id in one vocabulary, else by its look.
class TokenMatch {
public:
    TokenMatch(const Trace& a, const Trace& b)
        : a_(a), b_(b), oneVocabulary_(a.header->pieces == b.header->pieces || *a.header->pieces == *b.header->pieces) {}
    bool operator()(std::int32_t ofA, std::int32_t ofB) const { return oneVocabulary_ ? ofA == ofB : a_.piece(ofA) == b_.piece(ofB); }

private:
    const Trace& a_;
    const Trace& b_;
    bool oneVocabulary_;
};
/// Whether the latents of the two rows can be subtracted: same length, embedding size and target positions.
bool sameCanvas(const Trace& a, int rowA, const Trace& b, int rowB);
/// ‖x_a − x_b‖ of a position that both have; NaN when either step has no latents.
double stateDistance(const TracePlace& a, const TracePlace& b, int position);

} // namespace diffuscope
