// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sentence_delegate.h"

#include "widgets/palette.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

namespace diffuscope {
namespace {

/// Underlined, so that it does not take colour to see it.
QList<QTextLayout::FormatRange> marked(const WordRanges& words, qsizetype shown, const GridTheme& theme, bool selected) {
    QTextCharFormat format;
    format.setFontUnderline(true);
    if (!selected) format.setBackground(mixed(theme.background, theme.different, theme.dark ? 0.4 : 0.3));
    QList<QTextLayout::FormatRange> ranges;
    for (const auto& [from, length] : words)
        if (from < shown) ranges << QTextLayout::FormatRange{from, static_cast<int>(std::min<qsizetype>(length, shown - from)), format};
    return ranges;
}

} // namespace

void SentenceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto words = index.data(kDifferenceRole).value<WordRanges>();
    if (words.empty()) return QStyledItemDelegate::paint(painter, option, index);
    auto item = option;
    initStyleOption(&item, index);
    const auto* style = item.widget ? item.widget->style() : QApplication::style();
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &item, item.widget) + 1;
    const QRect area = style->subElementRect(QStyle::SE_ItemViewItemText, &item, item.widget).adjusted(margin, 0, -margin, 0);
    const QString text = item.fontMetrics.elidedText(item.text, Qt::ElideRight, area.width());
    item.text.clear();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    const bool selected = item.state & QStyle::State_Selected;
    QTextLayout layout(text, item.font);
    layout.setFormats(marked(words, text.size(), GridTheme::fromPalette(item.palette), selected));
    layout.beginLayout();
    auto line = layout.createLine();
    if (line.isValid()) line.setLineWidth(1e6);
    layout.endLayout();
    painter->save();
    painter->setClipRect(area);
    painter->setPen(item.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    layout.draw(painter, QPointF(area.left(), area.top() + (area.height() - layout.boundingRect().height()) / 2));
    painter->restore();
}

} // namespace diffuscope
