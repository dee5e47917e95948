// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/text/temporary_folder.h"

#include <nlohmann/json.hpp>
#include <sys/wait.h>
#include <vector>

namespace diffuscope::test {

inline const std::string kData = DIFFUSCOPE_TEST_DATA;
inline const std::string kTiny = kData + "/tiny";

struct Result {
    int status = 0;
    std::string out, err;
    nlohmann::json json() const { return nlohmann::json::parse(out); }
};

inline std::string quoted(const std::string& text) {
    std::string result = "'";
    for (const char c : text) result += c == '\'' ? "'\\''" : std::string(1, c);
    return result + "'";
}

/// Runs the command line, and waits for its end.
inline Result cli(const std::vector<std::string>& arguments) {
    const TemporaryFolder folder;
    std::string command = quoted(DIFFUSCOPE_CLI);
    for (const auto& argument : arguments) command += " " + quoted(argument);
    const int status = std::system((command + " >" + folder.path().string() + "/out 2>" + folder.path().string() + "/err").c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, contentOf(folder.path() / "out"), contentOf(folder.path() / "err")};
}

/// A pair file of some sources.
inline std::string pairsOf(const TemporaryFolder& folder, int count) {
    std::string lines;
    for (int i = 0; i < count; ++i) lines += nlohmann::json{{"src", "hello number " + std::to_string(i)}, {"trg", "yes"}}.dump() + "\n";
    return folder.write("pairs.jsonl", lines).string();
}

} // namespace diffuscope::test
