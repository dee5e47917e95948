// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/step_slider.h"

#include "widgets/palette.h"

#include <QPainter>
#include <QStyleOptionSlider>
#include <algorithm>
#include <cmath>

namespace diffuscope {
namespace {

constexpr int kMarkHeight = 8; ///< pixels, where most tokens change

} // namespace

StepSlider::StepSlider(QWidget* parent) : QSlider(Qt::Horizontal, parent) {}

void StepSlider::setTrace(const std::shared_ptr<const Trace>& trace, int row) {
    marks_.clear();
    if (trace && row < trace->batch()) marks_ = kept_.of(trace, row, false).flips;
    update();
}

QSize StepSlider::sizeHint() const { return QSlider::sizeHint() + QSize(0, 2 * kMarkHeight); }
QSize StepSlider::minimumSizeHint() const { return QSlider::minimumSizeHint() + QSize(0, 2 * kMarkHeight); }

void StepSlider::paintEvent(QPaintEvent* event) {
    QStyleOptionSlider option;
    initStyleOption(&option);
    const auto handle = style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, this);
    const int span = width() - handle.width();
    // Steps that share a pixel show the greatest of them.
    std::vector<double> columns(static_cast<size_t>(std::max(1, span + 1)), 0.0);
    for (size_t step = 0; step < marks_.size(); ++step) {
        const int x = QStyle::sliderPositionFromValue(minimum(), maximum(), static_cast<int>(step), std::max(0, span),
                                                      layoutDirection() == Qt::RightToLeft);
        auto& column = columns[static_cast<size_t>(std::clamp(x, 0, static_cast<int>(columns.size()) - 1))];
        if (std::isfinite(marks_[step])) column = std::max(column, marks_[step]);
    }
    const double most = *std::max_element(columns.begin(), columns.end());
    QPainter painter(this);
    const auto theme = GridTheme::fromPalette(palette());
    painter.setPen(QPen(theme.changed, 1));
    for (size_t i = 0; i < columns.size(); ++i) {
        if (columns[i] <= 0) continue;
        const int x = handle.width() / 2 + static_cast<int>(i);
        const int high = 1 + static_cast<int>(std::lround(columns[i] / most * (kMarkHeight - 1)));
        painter.drawLine(x, height() - 1, x, height() - high);
    }
    painter.end();
    QSlider::paintEvent(event);
}

} // namespace diffuscope
