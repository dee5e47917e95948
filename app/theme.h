// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>
#include <QString>

class QApplication;

namespace diffuscope {

enum class Theme { System, Light, Dark };

QString themeKey(Theme theme);
Theme themeFromKey(const QString& key);
/// Recolours the whole program; every view hears of it by PaletteChange.
void applyTheme(Theme theme);
/// For sentences that say what went wrong, readable on the window's background.
QColor errorColour(const QPalette& palette);

} // namespace diffuscope
