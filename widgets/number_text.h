// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>
#include <cmath>

namespace diffuscope {

/// A number as the views print it: the locale's decimal mark, a true minus sign, an en dash for NaN, and no minus before nought.
inline QString numberText(double value, int decimals) {
    if (std::isnan(value)) return QStringLiteral("–");
    if (std::isinf(value)) return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    const bool negative = std::round(value * std::pow(10.0, decimals)) < 0;
    const auto text = QLocale().toString(std::abs(value), 'f', decimals);
    return negative ? QStringLiteral("−") + text : text;
}

/// A plain decimal for tables that other programs read: always a point, "nan" for NaN.
inline QString plainNumber(double value) { return std::isnan(value) ? QStringLiteral("nan") : QString::number(value, 'g', 6); }

/// Plain text as a tooltip: it wraps, and tokens such as <s> are not taken for tags.
inline QString plainTip(const QString& text) {
    return QStringLiteral("<p>") + text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")) + QStringLiteral("</p>");
}

} // namespace diffuscope
