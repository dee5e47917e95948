// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace diffuscope {

/// Sequential colour maps that keep their order for colour-blind readers and in grey print.
/// Ink: from the theme's background to one deep hue, so that large values stand out of the page.
enum class ColourMap { Ink, Cividis, Viridis };

/// Colours of a view, derived from the widget's palette so that light and dark themes both read well.
struct GridTheme {
    bool dark = false;
    QColor background;
    QColor text;
    QColor faint;    ///< secondary text: step numbers, padding
    QColor line;     ///< hairlines
    QColor empty;    ///< cells that have no value
    QColor source;   ///< anchored positions
    QColor accent;   ///< the cursor
    QColor changed;  ///< categorical: token changed
    QColor absorbed; ///< categorical: replaced by the absorbing state
    QColor nearAbsorbing;
    QColor different; ///< another token than in the lane compared with

    static GridTheme fromPalette(const QPalette& palette);
    /// Black on white, for figures.
    static GridTheme paper();
};

/// The colour at `value` in 0 … 1; values outside are clamped, NaN gives an invalid colour.
QColor mapColour(ColourMap map, double value, bool dark = false);
/// Black or white, whichever has the higher contrast (WCAG 2) on the background.
QColor readableOn(const QColor& background);
/// WCAG 2 contrast ratio, 1 … 21.
double contrast(const QColor& first, const QColor& second);
/// Mixes two opaque colours; 0 gives the first.
QColor mixed(const QColor& first, const QColor& second, double amount);
/// Colours for series side by side (Okabe and Ito), readable on the theme's background.
QColor seriesColour(int index, bool dark = false);

} // namespace diffuscope
