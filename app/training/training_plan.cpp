// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/training_plan.h"

#include "core/engine/bundled.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace diffuscope {
namespace {

const QString kGroup = QStringLiteral("training");

/// Calls visit(name, member) for every field, so that loading and saving cannot drift apart.
template <class Plan, class Visit> void eachField(Plan& plan, Visit visit) {
    visit("train", plan.train);
    visit("valid", plan.valid);
    visit("output", plan.output);
    visit("preset", plan.preset);
    visit("device", plan.device);
    visit("minutes", plan.minutes);
    visit("vocabulary", plan.vocabSize);
    visit("seed", plan.seed);
    visit("delexicalize", plan.delexicalize);
    visit("absorbing", plan.absorbing);
    visit("discreteNoise", plan.discreteNoise);
    visit("selfCondition", plan.selfCondition);
}

} // namespace

TrainingPlan TrainingPlan::usual() {
    TrainingPlan plan;
    const auto shipped = bundledData();
    if (!shipped.empty()) {
        const auto valid = QFileInfo(QString::fromStdString(shipped.front().string()));
        plan.valid = valid.filePath();
        plan.train = valid.dir().filePath(QStringLiteral("train.jsonl.gz"));
    }
    const QDir models(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/models"));
    for (int number = 1; plan.output.isEmpty() || QFileInfo::exists(plan.output); ++number)
        plan.output = models.filePath(QStringLiteral("model-%1").arg(number));
    return plan;
}

TrainingPlan TrainingPlan::load() {
    auto plan = usual();
    QSettings store;
    store.beginGroup(kGroup);
    eachField(plan, [&](const char* name, auto& member) {
        const auto value = store.value(QLatin1String(name));
        if (value.isValid()) member = value.template value<std::decay_t<decltype(member)>>();
    });
    return plan;
}

void TrainingPlan::save() const {
    QSettings store;
    store.beginGroup(kGroup);
    eachField(*this, [&](const char* name, const auto& member) { store.setValue(QLatin1String(name), member); });
}

bool TrainingPlan::goesOn() const { return !output.isEmpty() && std::filesystem::exists(folder() / "checkpoint" / "position.json"); }

PrepareOptions prepareOptionsOf(const TrainingPlan& plan) {
    PrepareOptions options;
    options.train = plan.train.toStdString();
    options.valid = plan.valid.toStdString();
    options.output = plan.prepared();
    options.vocabSize = plan.vocabSize;
    options.delexicalize = plan.delexicalize;
    return options;
}

TrainConfig trainConfigOf(const TrainingPlan& plan) {
    auto config = trainPreset(plan.preset.toStdString());
    config.device = plan.device.toStdString();
    config.minutes = plan.minutes;
    config.seed = static_cast<std::uint64_t>(plan.seed);
    config.model.absorbingState = plan.absorbing;
    config.model.discreteNoise = plan.discreteNoise && plan.absorbing;
    config.model.selfCondition = plan.selfCondition;
    return config;
}

} // namespace diffuscope
