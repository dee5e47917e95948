// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace diffuscope {

/// The views that can be rendered.
QStringList figureNames();

/// Files that a figure is made from; empty: not given.
struct FigureInput {
    QString trace;
    QString sweep; ///< JSON of `diffuscope-cli sweep --json`, or of the window's export
};

/// `diffuscope --figure NAME (--trace FILE | --sweep FILE) -o FILE`: renders a view without a window.
/// Returns the exit status: 0 done, 1 refused or failed, 2 for an unknown view or one that lacks its file.
int renderFigure(const QString& view, const FigureInput& input, const QString& output);
/// `diffuscope --recipe FILE`: the recipe that a figure or a trace carries, as JSON on standard output.
int printRecipe(const QString& file);

} // namespace diffuscope
