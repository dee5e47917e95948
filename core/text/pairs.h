// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace diffuscope {

/// A source sentence and what should be said for it (`src` and `trg` in the published data format).
struct Pair {
    std::string source, target;
};

struct PairFile {
    std::vector<Pair> pairs;
    size_t refused = 0;            ///< rows that are no pair
    std::vector<Wording> problems; ///< one sentence for each of the first refused rows
};

/// JSON lines {"src", "trg"}, plain or gzip; empty lines are passed over. Throws Error naming file and line of a bad row.
std::vector<Pair> readPairs(const std::filesystem::path& path);
/// The same, but bad rows are counted and left out. Throws Error when the file cannot be read at all.
/// `limit`: reads no further than to so many pairs, at least one.
PairFile readPairsLeniently(const std::filesystem::path& path, size_t limit = SIZE_MAX);
/// The sources of its first pairs, `count` at most, read leniently. Throws Error when it has none.
std::vector<std::string> firstSources(const std::filesystem::path& path, size_t count);
/// How many pairs readPairs() would give; fewer where `stop` asks to end before the file does. Throws as it does.
size_t countPairs(const std::filesystem::path& path, const std::stop_token& stop = {});

} // namespace diffuscope
