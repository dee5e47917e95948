// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace diffuscope {

/// One comparison with what the published code computed.
struct VerifiedCase {
    std::string name;
    double maxAbsError = 0; ///< for exact cases: the number of items that differ
    double tolerance = 0;
    bool ok() const { return maxAbsError <= tolerance; }
};

/// Replays every recorded reference case in the folder, with its recorded draws, through the same code that
/// `generate` and `train` use, on "cpu" or "cuda". Throws Error when the folder holds none, or there is no such device.
std::vector<VerifiedCase> verifyFolder(const std::filesystem::path& folder, const std::string& device = "cpu");

} // namespace diffuscope
