// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/trace.h"
#include "core/sweep/sweep_plan.h"

namespace diffuscope::cli {

/// What 'errors' prints of one row of a run and of its reference: the setting, both sentences, the split (splitError), and the tokens
/// that flipped. Throws as splitError.
nlohmann::json errorRow(const SweepSetting& setting, const Trace& lane, const Trace& reference, int row);

/// A table for people: its head, and a line for all rows of one setting, with the means over them and the number of flips.
std::string errorHead();
std::string errorLine(const nlohmann::json& rows);
/// Of one of a row's "flips".
std::string flipLine(const nlohmann::json& flip);

} // namespace diffuscope::cli
