// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/sweep_result.h"

#include "core/error.h"
#include "core/text/file_bytes.h"

namespace diffuscope {

nlohmann::json toJson(const SweepResult& result) {
    auto rows = nlohmann::json::array();
    for (const auto& row : result.rows) rows.push_back(toJson(row));
    return {{"plan", result.plan ? toJson(*result.plan) : nlohmann::json()}, {"rows", std::move(rows)}};
}

SweepResult sweepResultFromJson(const nlohmann::json& json) {
    SweepResult result;
    const bool whole = json.is_object() && json.contains("rows");
    if (whole && json.contains("plan") && !json["plan"].is_null()) result.plan = sweepPlanFromJson(json["plan"]);
    const auto& rows = whole ? json["rows"] : json;
    if (!rows.is_array()) throw Error(translatable("core", "It holds no rows of a sweep: neither an array nor an object with 'rows'."));
    for (const auto& row : rows) result.rows.push_back(sweepRowFromJson(row));
    return result;
}

SweepResult readSweepResult(const std::filesystem::path& file) {
    const auto json = nlohmann::json::parse(readFileBytes(file), nullptr, false);
    try {
        if (json.is_discarded()) throw Error(translatable("core", "It is no JSON."));
        return sweepResultFromJson(json);
    } catch (const Error& error) {
        throw Error(translatable("core", "'%1' cannot be shown as a sweep. %2"), {file.string(), error.wording()});
    }
}

} // namespace diffuscope
