// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/generated_rows.h"

#include "core/error.h"
#include "core/metrics/words.h"
#include "core/text/file_bytes.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace diffuscope {
namespace {

std::string withoutMarks(const std::string& raw) {
    auto text = trimmed(raw);
    for (const std::string_view mark : {"[SEP]", "[CLS]", "[PAD]", "[END]", "[START]"})
        for (size_t at = 0; (at = text.find(mark, at)) != std::string::npos;) text.erase(at, mark.size());
    return text;
}

void readRow(const std::string& line, const std::string& place, GeneratedRows& rows) {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    if (!json.is_object()) throw Error(place + " is no JSON object.");
    for (const auto& [key, texts] : {std::pair{"recover", &rows.candidates}, std::pair{"reference", &rows.references}}) {
        const auto found = json.find(key);
        if (found == json.end() || !found->is_string()) throw Error(place + " has no text '" + key + "'.");
        texts->push_back(withoutMarks(found->get<std::string>()));
    }
    const auto source = json.find("source");
    rows.sources.push_back(source != json.end() && source->is_string() ? withoutMarks(source->get<std::string>()) : "");
}

std::string rowCount(size_t count) { return std::to_string(count) + (count == 1 ? " row" : " rows"); }

} // namespace

GeneratedRows readGeneratedRows(const std::filesystem::path& file) {
    const auto bytes = readFileBytes(file);
    GeneratedRows rows;
    size_t number = 0;
    for (size_t start = 0; start < bytes.size();) {
        const auto end = std::min(bytes.find('\n', start), bytes.size());
        const auto line = bytes.substr(start, end - start);
        start = end + 1;
        ++number;
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        readRow(line, "'" + file.string() + "': line " + std::to_string(number), rows);
    }
    if (rows.candidates.empty()) throw Error("'" + file.string() + "' has no rows to evaluate.");
    return rows;
}

void requireSameItems(const GeneratedRows& first, const std::string& firstName, const GeneratedRows& other, const std::string& name) {
    if (other.references.size() != first.references.size())
        throw Error("'" + name + "' has " + rowCount(other.references.size()) + ", but '" + firstName + "' has " +
                    rowCount(first.references.size()) + ": each file must hold one candidate of every item.");
    for (size_t i = 0; i < first.references.size(); ++i)
        if (splitAtWhiteSpace(other.references[i]) != splitAtWhiteSpace(first.references[i]))
            throw Error("'" + name + "': row " + std::to_string(i + 1) + " has another reference than in '" + firstName +
                        "': all files must hold the same items in the same order.");
}

} // namespace diffuscope
