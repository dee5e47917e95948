// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decade_ticker.h"

#include <cmath>

namespace diffuscope {
namespace {

constexpr double kManyDecades = 3.6;

} // namespace

QVector<double> DecadeTicker::createTickVector(double, const QCPRange& range) {
    QVector<double> ticks;
    if (!(range.lower > 0) || !std::isfinite(range.upper)) return ticks;
    const bool many = std::log10(range.upper / range.lower) > kManyDecades;
    const int last = static_cast<int>(std::ceil(std::log10(range.upper)));
    for (int power = static_cast<int>(std::floor(std::log10(range.lower))); power <= last; ++power)
        for (const int digit : {1, 2, 5})
            if (digit == 1 || !many) ticks << digit * std::pow(10.0, power);
    return ticks;
}

QString DecadeTicker::getTickLabel(double tick, const QLocale& locale, QChar, int) { return locale.toString(tick, 'g', 4); }

} // namespace diffuscope
