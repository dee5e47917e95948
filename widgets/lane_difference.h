// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/trace.h"

#include <QString>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace diffuscope {

/// What a lane is compared with: another lane, and which of its steps stands beside a step; −1: none.
struct LaneReference {
    std::shared_ptr<const Trace> trace;
    std::function<int(int step)> beside;
    QString name; ///< "A"
};

/// Whether two lanes have different nearest tokens at a place; false where one of them has no such place.
bool tokensDiffer(const Trace& one, int stepOfOne, const Trace& other, int stepOfOther, int row, int position);

/// How many tokens of a row differ at the newest steps of two lanes, up to the later of the two end marks.
int differingTokens(const Trace& one, const Trace& other, int row);

/// Words of a text that are not in the reference in the same order, by a longest common subsequence: place and length of
/// each in characters.
std::vector<std::pair<int, int>> differingWords(const QString& text, const QString& reference);

} // namespace diffuscope
