// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/sweep_plan.h"

#include <QString>
#include <map>

namespace diffuscope {

/// Every solver's name and what it is called for people.
std::map<std::string, QString> solverTitles();
/// "DPM-Solver++ 2M · as released", with the spacing where it is not even in time. Unknown solvers keep their names.
QString seriesTitle(const SweepSetting& setting);
/// With its steps.
QString settingTitle(const SweepSetting& setting);
/// "40 s", "12 min", "3 h 5 min".
QString durationText(double seconds);

} // namespace diffuscope
