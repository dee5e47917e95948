// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme.h"

#include <QApplication>
#include <QStyle>
#include <QStyleFactory>

namespace diffuscope {
namespace {

void setText(QPalette& palette, const QColor& text, const QColor& disabled) {
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::ToolTipText}) {
        palette.setColor(role, text);
        palette.setColor(QPalette::Disabled, role, disabled);
    }
}

QPalette lightPalette() {
    QPalette palette(QColor(0xef, 0xf1, 0xf3), QColor(0xf5, 0xf6, 0xf7));
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::AlternateBase, QColor(0xf6, 0xf8, 0xfa));
    palette.setColor(QPalette::ToolTipBase, QColor(0xff, 0xff, 0xf0));
    palette.setColor(QPalette::PlaceholderText, QColor(0x6b, 0x74, 0x7d));
    palette.setColor(QPalette::Highlight, QColor(0x1f, 0x6f, 0xa8));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(0x0b, 0x5c, 0x94));
    setText(palette, QColor(0x1b, 0x1f, 0x24), QColor(0x9a, 0xa1, 0xa8));
    return palette;
}

QPalette darkPalette() {
    QPalette palette(QColor(0x33, 0x38, 0x3e), QColor(0x24, 0x28, 0x2d));
    palette.setColor(QPalette::Base, QColor(0x1b, 0x1e, 0x22));
    palette.setColor(QPalette::AlternateBase, QColor(0x21, 0x25, 0x2a));
    palette.setColor(QPalette::ToolTipBase, QColor(0x33, 0x38, 0x3e));
    palette.setColor(QPalette::PlaceholderText, QColor(0x9a, 0xa3, 0xac));
    palette.setColor(QPalette::Highlight, QColor(0x2f, 0x6f, 0x9f));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(0x6f, 0xb7, 0xe6));
    setText(palette, QColor(0xe4, 0xe8, 0xec), QColor(0x6a, 0x71, 0x78));
    return palette;
}

} // namespace

QString themeKey(Theme theme) {
    return theme == Theme::Light ? QStringLiteral("light") : theme == Theme::Dark ? QStringLiteral("dark") : QStringLiteral("system");
}

Theme themeFromKey(const QString& key) {
    return key == QLatin1String("light") ? Theme::Light : key == QLatin1String("dark") ? Theme::Dark : Theme::System;
}

void applyTheme(Theme theme) {
    if (theme == Theme::System) {
        QApplication::setPalette(QApplication::style()->standardPalette());
        return;
    }
    QApplication::setPalette(theme == Theme::Dark ? darkPalette() : lightPalette());
}

QColor errorColour(const QPalette& palette) {
    return palette.color(QPalette::Window).lightness() < 128 ? QColor(0xff, 0x8f, 0x80) : QColor(0xb0, 0x1e, 0x12);
}

} // namespace diffuscope
