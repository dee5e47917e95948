// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/pairs.h"

#include "core/error.h"

#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <zlib.h>

namespace diffuscope {
namespace {

constexpr size_t kProblemsKept = 5;

/// zlib reads plain files as they are, so both kinds go this way.
void eachLine(const std::filesystem::path& path, const std::function<void(std::string&)>& visit) {
    if (std::filesystem::is_directory(path)) throw Error("'" + path.string() + "' is a folder, not a pair file.");
    const std::unique_ptr<gzFile_s, int (*)(gzFile)> file(gzopen(path.c_str(), "rb"), gzclose);
    if (!file) throw Error("'" + path.string() + "' cannot be opened.");
    std::string line;
    char buffer[1 << 16];
    int count = 0;
    while ((count = gzread(file.get(), buffer, sizeof buffer)) > 0)
        for (int i = 0; i < count; ++i) {
            if (buffer[i] != '\n') {
                line += buffer[i];
                continue;
            }
            visit(line);
            line.clear();
        }
    int state = Z_OK; // a file that ends too early has no bad read
    gzerror(file.get(), &state);
    if (count < 0 || state != Z_OK) throw Error("'" + path.string() + "' is damaged: it cannot be unpacked to its end.");
    if (!line.empty()) visit(line);
}

/// "" when the row is a pair.
std::string parseRow(const std::string& line, Pair& pair) {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    if (json.is_discarded() || !json.is_object()) return "is no JSON object";
    for (const auto& [key, member] : {std::pair{"src", &Pair::source}, std::pair{"trg", &Pair::target}}) {
        if (!json.contains(key) || !json[key].is_string()) return std::string("has no text '") + key + "'";
        pair.*member = json[key].get<std::string>();
    }
    return pair.source.empty() ? "has an empty 'src'" : "";
}

void eachRow(const std::filesystem::path& path, const std::function<void(Pair)>& good, const std::function<void(const std::string&)>& bad) {
    size_t number = 0;
    eachLine(path, [&](std::string& line) {
        ++number;
        if (line.find_first_not_of(" \t\r") == std::string::npos) return;
        Pair pair;
        const auto problem = parseRow(line, pair);
        if (problem.empty()) good(std::move(pair));
        else bad("'" + path.string() + "': line " + std::to_string(number) + " " + problem + ".");
    });
}

} // namespace

std::vector<Pair> readPairs(const std::filesystem::path& path) {
    std::vector<Pair> pairs;
    eachRow(
        path, [&](Pair pair) { pairs.push_back(std::move(pair)); }, [](const std::string& problem) { throw Error(problem); });
    return pairs;
}

PairFile readPairsLeniently(const std::filesystem::path& path) {
    PairFile file;
    eachRow(
        path, [&](Pair pair) { file.pairs.push_back(std::move(pair)); },
        [&](const std::string& problem) {
            ++file.refused;
            if (file.problems.size() < kProblemsKept) file.problems.push_back(problem);
        });
    return file;
}

} // namespace diffuscope
