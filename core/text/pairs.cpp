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

/// zlib reads plain files as they are, so both kinds go this way. Ends when a visit returns false.
void eachLine(const std::filesystem::path& path, const std::function<bool(std::string&)>& visit) {
    if (std::filesystem::is_directory(path)) throw Error(translatable("core", "'%1' is a folder, not a pair file."), {path.string()});
    const std::unique_ptr<gzFile_s, int (*)(gzFile)> file(gzopen(path.c_str(), "rb"), gzclose);
    if (!file) throw Error(translatable("core", "'%1' cannot be opened."), {path.string()});
    std::string line;
    char buffer[1 << 16];
    int count = 0;
    while ((count = gzread(file.get(), buffer, sizeof buffer)) > 0)
        for (int i = 0; i < count; ++i) {
            if (buffer[i] != '\n') {
                line += buffer[i];
                continue;
            }
            if (!visit(line)) return;
            line.clear();
        }
    int state = Z_OK; // a file that ends too early has no bad read
    gzerror(file.get(), &state);
    if (count < 0 || state != Z_OK)
        throw Error(translatable("core", "'%1' is damaged: it cannot be unpacked to its end."), {path.string()});
    if (!line.empty()) visit(line);
}

/// Empty when the row is a pair.
Wording parseRow(const std::string& line, Pair& pair) {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    if (json.is_discarded() || !json.is_object()) return translatable("core", "is no JSON object");
    for (const auto& [key, member] : {std::pair{"src", &Pair::source}, std::pair{"trg", &Pair::target}}) {
        if (!json.contains(key) || !json[key].is_string()) return {translatable("core", "has no text '%1'"), {key}};
        pair.*member = json[key].get<std::string>();
    }
    return pair.source.empty() ? translatable("core", "has an empty 'src'") : "";
}

/// Ends when `good` returns false.
void eachRow(const std::filesystem::path& path, const std::function<bool(Pair)>& good, const std::function<void(const Wording&)>& bad) {
    size_t number = 0;
    eachLine(path, [&](std::string& line) {
        ++number;
        if (line.find_first_not_of(" \t\r") == std::string::npos) return true;
        Pair pair;
        const auto problem = parseRow(line, pair);
        if (problem.empty()) return good(std::move(pair));
        bad({translatable("core", "'%1': line %2 %3."), {path.string(), std::to_string(number), problem}});
        return true;
    });
}

void refuse(const Wording& problem) { throw Error(problem); }

} // namespace

std::vector<Pair> readPairs(const std::filesystem::path& path) {
    std::vector<Pair> pairs;
    eachRow(
        path,
        [&](Pair pair) {
            pairs.push_back(std::move(pair));
            return true;
        },
        refuse);
    return pairs;
}

size_t countPairs(const std::filesystem::path& path, const std::stop_token& stop) {
    size_t count = 0;
    eachRow(
        path,
        [&](const Pair&) {
            ++count;
            return !stop.stop_requested();
        },
        refuse);
    return count;
}

PairFile readPairsLeniently(const std::filesystem::path& path, size_t limit) {
    PairFile file;
    eachRow(
        path,
        [&](Pair pair) {
            file.pairs.push_back(std::move(pair));
            return file.pairs.size() < limit;
        },
        [&](const Wording& problem) {
            ++file.refused;
            if (file.problems.size() < kProblemsKept) file.problems.push_back(problem);
        });
    return file;
}

std::vector<std::string> firstSources(const std::filesystem::path& path, size_t count) {
    std::vector<std::string> sources;
    for (auto& pair : readPairsLeniently(path, count).pairs) sources.push_back(std::move(pair.source));
    if (sources.empty()) throw Error(translatable("core", "'%1' has no sentences."), {path.string()});
    return sources;
}

} // namespace diffuscope
