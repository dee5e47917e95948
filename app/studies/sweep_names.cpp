// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/sweep_names.h"

#include "app/sampler_box.h"
#include "core/solvers/solver_table.h"

#include <QCoreApplication>
#include <cmath>

namespace diffuscope {
namespace {

struct SweepNames {
    Q_DECLARE_TR_FUNCTIONS(SweepNames)
};

QString text(std::string_view value) { return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size())); }

} // namespace

std::map<std::string, QString> solverTitles() {
    std::map<std::string, QString> titles;
    for (const auto& info : solverTable()) titles[std::string(info.name)] = text(info.title);
    return titles;
}

QString seriesTitle(const SweepSetting& setting) {
    QStringList parts{QString::fromStdString(setting.solver)};
    for (const auto& info : solverTable())
        if (info.name == setting.solver) parts.first() = text(info.title);
    if (setting.mode == Mode::AsReleased) parts << SweepNames::tr("as released");
    if (setting.spacing != "time-uniform") parts << SamplerBox::spacingTitle(setting.spacing);
    return parts.join(QStringLiteral(" · "));
}

QString settingTitle(const SweepSetting& setting) {
    return SweepNames::tr("%1, %n step(s)", nullptr, setting.steps).arg(seriesTitle(setting));
}

QString durationText(double seconds) {
    const auto minutes = static_cast<long>(std::ceil(seconds / 60));
    if (seconds < 60) return SweepNames::tr("%1 s").arg(static_cast<long>(std::ceil(seconds)));
    if (minutes < 60) return SweepNames::tr("%1 min").arg(minutes);
    return SweepNames::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

} // namespace diffuscope
