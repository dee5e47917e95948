// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <qcustomplot.h>

namespace diffuscope {

/// Ticks at whole numbers only: there is no half of a step or of a position.
class WholeTicker : public QCPAxisTicker {
protected:
    double getTickStep(const QCPRange& range) override { return std::max(1.0, std::floor(QCPAxisTicker::getTickStep(range))); }
    int getSubTickCount(double tickStep) override {
        return tickStep < 5 ? static_cast<int>(tickStep) - 1 : QCPAxisTicker::getSubTickCount(tickStep);
    }
};

} // namespace diffuscope
