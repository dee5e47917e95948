// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/palette.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace diffuscope {
namespace {

// Evenly spaced samples, mixed linearly in between: closer to the full tables than a screen can show.
constexpr std::array<QRgb, 10> cividis = {0x00224e, 0x123570, 0x3b496c, 0x575d6d, 0x707173,
                                          0x8a8678, 0xa59c74, 0xc3b369, 0xe1cc55, 0xfee838};
constexpr std::array<QRgb, 10> viridis = {0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e,
                                          0x1f9e89, 0x35b779, 0x6ece58, 0xb5de2b, 0xfde725};
constexpr std::array<QRgb, 6> inkOnLight = {0xf3f6f9, 0xd3e3ef, 0xa3c6df, 0x6aa3c9, 0x3478a8, 0x12507f};
constexpr std::array<QRgb, 6> inkOnDark = {0x262b31, 0x27404f, 0x2a5a73, 0x347a99, 0x56a1c0, 0x9ad1e6};

// Okabe and Ito 2008; yellow left out, since it disappears on white.
constexpr std::array<QRgb, 7> series = {0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0xe69f00, 0x56b4e9, 0x777777};

QColor between(std::span<const QRgb> table, double value) {
    const double place = std::clamp(value, 0.0, 1.0) * static_cast<double>(table.size() - 1);
    const auto index = std::min(static_cast<size_t>(place), table.size() - 2);
    return mixed(QColor(table[index]), QColor(table[index + 1]), place - static_cast<double>(index));
}

double linear(double channel) { return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4); }

double luminance(const QColor& colour) {
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

} // namespace

QColor mixed(const QColor& first, const QColor& second, double amount) {
    const auto channel = [amount](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * amount)); };
    return QColor(channel(first.red(), second.red()), channel(first.green(), second.green()), channel(first.blue(), second.blue()));
}

QColor mapColour(ColourMap map, double value, bool dark) {
    if (std::isnan(value)) return {};
    switch (map) {
    case ColourMap::Cividis: return between(cividis, value);
    case ColourMap::Viridis: return between(viridis, value);
    case ColourMap::Ink: break;
    }
    return dark ? between(inkOnDark, value) : between(inkOnLight, value);
}

double contrast(const QColor& first, const QColor& second) {
    const double a = luminance(first);
    const double b = luminance(second);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QColor readableOn(const QColor& background) {
    const QColor soft(0x14, 0x1a, 0x20);
    if (contrast(soft, background) >= 7) return soft;
    // One of the two always reaches 4.5 : 1.
    return contrast(Qt::black, background) >= contrast(Qt::white, background) ? Qt::black : Qt::white;
}

QColor seriesColour(int index, bool dark) {
    const QColor colour(series[static_cast<size_t>(index) % series.size()]);
    return dark ? mixed(colour, Qt::white, 0.25) : colour;
}

GridTheme GridTheme::fromPalette(const QPalette& palette) {
    GridTheme theme;
    theme.background = palette.color(QPalette::Base);
    theme.text = palette.color(QPalette::Text);
    theme.dark = luminance(theme.background) < 0.18;
    theme.faint = mixed(theme.text, theme.background, 0.38);
    theme.line = mixed(theme.text, theme.background, 0.84);
    theme.empty = mixed(theme.background, theme.text, theme.dark ? 0.05 : 0.03);
    theme.source = mixed(theme.background, theme.text, theme.dark ? 0.14 : 0.08);
    theme.accent = theme.dark ? QColor(0xff, 0xb0, 0x4a) : QColor(0xd5, 0x5e, 0x00);
    theme.changed = theme.dark ? QColor(0xb8, 0x84, 0x2a) : QColor(0xf0, 0xbc, 0x52);
    theme.absorbed = theme.dark ? QColor(0xc0, 0x6b, 0x98) : QColor(0xc2, 0x62, 0x97);
    theme.nearAbsorbing = mixed(theme.background, theme.absorbed, theme.dark ? 0.35 : 0.28);
    theme.different = theme.dark ? QColor(0xd2, 0xf2, 0x7e) : QColor(0x00, 0x9e, 0x73);
    return theme;
}

GridTheme GridTheme::paper() {
    QPalette palette;
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::Text, QColor(0x14, 0x1a, 0x20));
    return fromPalette(palette);
}

} // namespace diffuscope
