// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QScrollArea;

namespace diffuscope {

/// Lets the wheel scroll a form rather than change it: fields of numbers and choices in it hear the wheel only while they
/// have the focus, and take that by a click or Tab alone. Fields that come later are guarded too.
class WheelGuard : public QObject {
    Q_OBJECT
public:
    /// Of a scroll area's content, which owns it.
    explicit WheelGuard(QWidget* content);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void watch(QWidget* widget);
};

/// A scroll area for a form: without a frame, as wide as there is room, its wheel guarded.
QScrollArea* scrolledForm(QWidget* form);

} // namespace diffuscope
