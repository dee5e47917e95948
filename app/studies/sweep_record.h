// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/sweep_row.h"

#include <QString>
#include <filesystem>
#include <optional>
#include <set>

namespace diffuscope {

/// What it takes to find a sweep's texts in the store without its model.
struct SweepOrigin {
    std::string model;             ///< SweepGenerator::model()
    std::set<std::string> misfits; ///< sources that were left out
};

/// The last sweep as it survives a restart: its finished batches are in the store beside it.
struct SweepRecord {
    SweepPlan plan;
    std::vector<SweepRow> rows; ///< that are finished
    SweepOrigin origin;
    bool unfinished = false;
};

/// Where sweeps keep what they have: the program's folder in the person's data.
std::filesystem::path sweepFolder();
/// Finished batches of all sweeps: what two sweeps share is computed once.
std::filesystem::path sweepStore();
/// Of the last sweep; nothing where there is none, or one of another version.
std::optional<SweepRecord> loadSweepRecord();
/// Throws Error when it cannot be written.
void saveSweepRecord(const SweepRecord& record);
/// The plan as it stands in the window, whether it ran or not.
std::optional<SweepPlan> loadSweepDraft();
/// Throws Error when it cannot be written.
void saveSweepDraft(const SweepPlan& plan);

} // namespace diffuscope
