// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/sweep_record.h"

#include "core/error.h"
#include "core/sweep/sweep_result.h"
#include "core/text/file_bytes.h"

#include <QStandardPaths>

namespace diffuscope {
namespace {

std::filesystem::path recordFile() { return sweepFolder() / "last.json"; }
std::filesystem::path draftFile() { return sweepFolder() / "plan.json"; }

void write(const std::filesystem::path& file, const nlohmann::json& json) {
    std::error_code error;
    std::filesystem::create_directories(sweepFolder(), error); // what fails shows when writing
    writeFileBytes(file, json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace));
}

} // namespace

std::filesystem::path sweepFolder() {
    return std::filesystem::path(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation).toStdString()) / "sweeps";
}

std::filesystem::path sweepStore() { return sweepFolder() / "batches.jsonl"; }

std::optional<SweepRecord> loadSweepRecord() {
    try {
        const auto json = nlohmann::json::parse(readFileBytes(recordFile()));
        const auto result = sweepResultFromJson(json);
        if (!result.plan) return std::nullopt;
        validate(*result.plan);
        SweepRecord record{*result.plan, result.rows, {}, json.at("unfinished")};
        json.at("model").get_to(record.origin.model);
        json.at("misfits").get_to(record.origin.misfits);
        return record;
    } catch (const std::exception&) {
        return std::nullopt; // none yet, or of another version: a sweep can be set up anew
    }
}

void saveSweepRecord(const SweepRecord& record) {
    auto json = toJson(SweepResult{record.plan, record.rows});
    json.update({{"unfinished", record.unfinished}, {"model", record.origin.model}, {"misfits", record.origin.misfits}});
    write(recordFile(), json);
}

std::optional<SweepPlan> loadSweepDraft() {
    try {
        return sweepPlanFromJson(nlohmann::json::parse(readFileBytes(draftFile())));
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

void saveSweepDraft(const SweepPlan& plan) { write(draftFile(), toJson(plan)); }

} // namespace diffuscope
