// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/widgets/fatal_log.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>
#include <QStyleFactory>
#include <QTest>
#include <QWidget>

namespace diffuscope::test {

inline QPalette darkPalette() {
    QPalette palette(QColor(0x2b, 0x2f, 0x34), QColor(0x24, 0x28, 0x2d));
    palette.setColor(QPalette::Base, QColor(0x1b, 0x1e, 0x22));
    palette.setColor(QPalette::AlternateBase, QColor(0x21, 0x25, 0x2a));
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, QColor(0xe4, 0xe8, 0xec));
    palette.setColor(QPalette::PlaceholderText, QColor(0x9a, 0xa3, 0xac));
    palette.setColor(QPalette::Highlight, QColor(0x2f, 0x6f, 0x9f));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(0x6a, 0x71, 0x78));
    return palette;
}

/// Saves what a view looks like in a light and in a dark theme, for people to judge.
inline void savePictures(QWidget& widget, const QString& name) {
    const QDir folder(QStringLiteral(DIFFUSCOPE_PICTURES));
    QVERIFY(folder.mkpath(QStringLiteral(".")));
    const QPalette light = QApplication::palette();
    for (const bool dark : {false, true}) {
        QApplication::setPalette(dark ? darkPalette() : light);
        QTest::qWait(40); // views redraw with the next frame of the screen
        const QPixmap picture = widget.grab();
        QVERIFY(!picture.isNull());
        QVERIFY(picture.save(folder.filePath(name + (dark ? QLatin1String("-dark.png") : QLatin1String("-light.png")))));
    }
    QApplication::setPalette(light);
}

/// Shows a widget at a size and waits until it is there.
inline void show(QWidget& widget, const QSize& size) {
    widget.resize(size);
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
}

/// One main() for all: same style and locale everywhere. Tests call installFatalLog() in initTestCase(),
/// since Qt Test installs a message handler of its own before that.
template <class T> int runWidgetTest(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QLocale::setDefault(QLocale::c());
    T test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace diffuscope::test
