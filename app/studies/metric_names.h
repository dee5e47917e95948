// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace diffuscope {

/// How a metric of core/metrics is called in the window; its key where it has no name here.
QString metricTitle(const std::string& metric);
/// What it measures, with its range.
QString metricTip(const std::string& metric);
/// Whether it runs from 0 to 100 and not from 0 to 1.
bool countsToHundred(const std::string& metric);
/// A value of the metric: two decimals of a hundred, three of one.
QString metricText(const std::string& metric, double value);

} // namespace diffuscope
