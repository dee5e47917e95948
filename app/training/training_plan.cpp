// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/training_plan.h"

#include "core/engine/bundled.h"
#include "core/text/file_bytes.h"

#include <QSettings>
#include <QStandardPaths>

namespace diffuscope {
namespace {

const QString kKey = QStringLiteral("training/plan");

} // namespace

TrainingPlan usualTrainingPlan() {
    TrainingPlan plan;
    const auto shipped = bundledData();
    if (!shipped.empty()) {
        plan.valid = shipped.front();
        plan.train = plan.valid.parent_path() / "train.jsonl.gz";
    }
    const auto data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation).toStdString();
    for (int number = 1; plan.output.empty() || std::filesystem::exists(plan.output); ++number)
        plan.output = std::filesystem::path(data) / "models" / ("model-" + std::to_string(number));
    return plan;
}

TrainingPlan loadTrainingPlan() {
    auto usual = usualTrainingPlan();
    try {
        auto plan = trainingPlanFromJson(nlohmann::json::parse(QSettings().value(kKey).toByteArray().toStdString()));
        // The program may have moved with what it ships. A run that goes on needs no pairs.
        if (!plan.goesOn() && !isThere(plan.train)) plan.train = usual.train, plan.valid = usual.valid;
        return plan;
    } catch (const std::exception&) {
        return usual;
    }
}

void saveTrainingPlan(const TrainingPlan& plan) { QSettings().setValue(kKey, QByteArray::fromStdString(toJson(plan).dump())); }

} // namespace diffuscope
