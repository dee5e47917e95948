// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace diffuscope {

/// The views that can be rendered.
QStringList figureNames();
/// Whether a view shows a trace; the orders of the solvers are measured on a problem of their own.
bool figureNeedsTrace(const QString& name);
/// `diffuscope --figure NAME --trace FILE -o FILE`: renders a view without a window; no trace: an empty name.
/// Returns the exit status: 0 done, 1 refused or failed, 2 for an unknown view.
int renderFigure(const QString& view, const QString& trace, const QString& output);
/// `diffuscope --recipe FILE`: the recipe that a figure or a trace carries, as JSON on standard output.
int printRecipe(const QString& file);

} // namespace diffuscope
