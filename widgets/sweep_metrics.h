// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string_view>

namespace diffuscope {

/// How the metrics of a sweep are named and written for people.
struct MetricText {
    QString title;
    QString definition; ///< with range and unit
    int decimals = 2;
};

/// Of a name in sweepMetrics(); an unknown one is its own title.
MetricText metricText(std::string_view metric);

/// What of a metric is the better, the higher it is: the figure itself, but for a ratio of lengths how close it is to 1.
double qualityOf(std::string_view metric, double value);

} // namespace diffuscope
