// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace diffuscope {

/// The views that can be rendered.
QStringList figureNames();
/// `diffuscope --figure NAME --trace FILE -o FILE`: renders a view of a trace without a window.
/// Returns the exit status: 0 done, 1 refused or failed, 2 for an unknown view.
int renderFigure(const QString& view, const QString& trace, const QString& output);
/// `diffuscope --recipe FILE`: the recipe that a figure or a trace carries, as JSON on standard output.
int printRecipe(const QString& file);

} // namespace diffuscope
