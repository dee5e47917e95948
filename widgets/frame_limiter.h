// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <functional>

class QWidget;

namespace diffuscope {

/// Joins many requests into one call of `refresh` per frame of the screen; a widget that nobody can see gets none, and
/// catches up when its owner calls request() again: from showEvent(), and when a dock's tab comes to the front.
class FrameLimiter {
public:
    FrameLimiter(QWidget* widget, std::function<void()> refresh);

    void request();
    /// Refreshes now if something was asked for; for tests and for pictures.
    void flush();
    bool pending() const { return pending_; }

private:
    int frameMilliseconds() const;
    bool canBeSeen() const;
    void fire();

    QWidget* widget_;
    std::function<void()> refresh_;
    QTimer timer_;
    QElapsedTimer sinceLast_;
    bool pending_ = false;
};

} // namespace diffuscope
