// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace diffuscope {

/// Generated texts beside what should have been generated and from what; all have the same length.
struct GeneratedRows {
    std::vector<std::string> candidates, references;
    std::vector<std::string> sources; ///< "" where the row has none
};

/// JSON lines {"recover", "reference", "source"}, as the published code and `generate --output` write them; empty lines
/// are passed over. White space at the ends is dropped first, then the marks ([CLS], [SEP], [PAD], [START], [END]), whose
/// own spaces stay: as the published evaluation does. Throws Error naming the file, and the line where one is at fault.
GeneratedRows readGeneratedRows(const std::filesystem::path& file);

/// Throws Error, calling the two by their names, unless both hold one candidate of the same items in the same order.
void requireSameItems(const GeneratedRows& first, const std::string& firstName, const GeneratedRows& other, const std::string& name);

} // namespace diffuscope
