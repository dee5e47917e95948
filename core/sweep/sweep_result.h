// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/sweep_row.h"

#include <filesystem>
#include <optional>

namespace diffuscope {

/// What a sweep found, with the plan that it came from where that is known.
struct SweepResult {
    std::optional<SweepPlan> plan;
    std::vector<SweepRow> rows;
};

/// {"plan", "rows"}; "plan" is null where there is none.
nlohmann::json toJson(const SweepResult& result);
/// That, or a bare array of rows as `sweep --json` prints it. Throws Error.
SweepResult sweepResultFromJson(const nlohmann::json& json);
/// Throws Error naming the file.
SweepResult readSweepResult(const std::filesystem::path& file);

} // namespace diffuscope
