// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame_limiter.h"

#include <QScreen>
#include <QWidget>
#include <algorithm>

namespace diffuscope {

FrameLimiter::FrameLimiter(QWidget* widget, std::function<void()> refresh) : widget_(widget), refresh_(std::move(refresh)) {
    timer_.setSingleShot(true);
    timer_.setTimerType(Qt::PreciseTimer);
    QObject::connect(&timer_, &QTimer::timeout, widget, [this] {
        if (canBeSeen()) fire();
    });
}

void FrameLimiter::request() {
    pending_ = true;
    if (timer_.isActive() || !widget_->isVisible()) return;
    const qint64 frame = frameMilliseconds();
    const qint64 passed = sinceLast_.isValid() ? sinceLast_.elapsed() : frame;
    timer_.start(static_cast<int>(std::clamp<qint64>(frame - passed, 0, frame)));
}

void FrameLimiter::flush() {
    timer_.stop();
    fire();
}

int FrameLimiter::frameMilliseconds() const {
    const QScreen* screen = widget_->screen();
    const double rate = screen ? screen->refreshRate() : 60.0;
    return static_cast<int>(1000.0 / std::clamp(rate, 24.0, 240.0));
}

bool FrameLimiter::canBeSeen() const {
    // A dock behind another's tab counts as visible but lies outside the window.
    const QWidget* window = widget_->window();
    return widget_->isVisible() && window->rect().intersects(QRect(widget_->mapTo(window, QPoint()), widget_->size()));
}

void FrameLimiter::fire() {
    if (!pending_) return;
    pending_ = false;
    sinceLast_.start();
    refresh_();
}

} // namespace diffuscope
