// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme.h"
#include "core/engine/recipe.h"

#include <QByteArray>
#include <QStringList>
#include <vector>

namespace diffuscope {

/// What survives a restart. Read and written whole; one place that knows the keys.
struct Settings {
    QByteArray geometry, layout; ///< of the main window and its docks
    QByteArray centreSplit;      ///< between grid and sentences
    Theme theme = Theme::System;
    QString language;                       ///< "de", "en"; empty: the system's
    QString device = QStringLiteral("cpu"); ///< "cpu" or "cuda"
    QString model = QStringLiteral("bundled");
    QStringList recentModels;
    std::vector<Recipe> lanes; ///< nothing at the first start

    static Settings load();
    void save() const;
};

} // namespace diffuscope
