// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wheel_guard.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QScrollArea>

namespace diffuscope {
namespace {

bool isField(const QObject* widget) { return qobject_cast<const QAbstractSpinBox*>(widget) || qobject_cast<const QComboBox*>(widget); }

} // namespace

WheelGuard::WheelGuard(QWidget* content) : QObject(content) { watch(content); }

void WheelGuard::watch(QWidget* widget) {
    widget->installEventFilter(this);
    if (isField(widget)) widget->setFocusPolicy(Qt::StrongFocus);
    for (auto* child : widget->findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) watch(child);
}

bool WheelGuard::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ChildPolished) // only now is it known what it is
        if (auto* child = qobject_cast<QWidget*>(static_cast<QChildEvent*>(event)->child())) watch(child);
    if (event->type() != QEvent::Wheel || !isField(watched) || static_cast<QWidget*>(watched)->hasFocus())
        return QObject::eventFilter(watched, event);
    event->ignore(); // it goes on to the scroll area
    return true;
}

QScrollArea* scrolledForm(QWidget* form) {
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(form);
    new WheelGuard(form);
    return area;
}

} // namespace diffuscope
