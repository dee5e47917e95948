// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string_view>

namespace diffuscope {

/// How a metric is named and written for people.
struct MetricName {
    QString title;
    QString definition; ///< with its range
    int decimals = 3;   ///< as many as say something beside an interval
};

/// Of a metric by its name in core/metrics; an unknown one is its own title.
MetricName metricName(std::string_view metric);
/// A value of it, or "–" for NaN.
QString metricText(std::string_view metric, double value);
/// 0 to 100, where the others go from 0 to 1.
bool countsToHundred(std::string_view metric);
/// What of a metric is the better, the higher it is: the figure itself, but for a ratio of lengths how close it is to 1.
double qualityOf(std::string_view metric, double value);

} // namespace diffuscope
