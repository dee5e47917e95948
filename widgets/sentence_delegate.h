// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>
#include <utility>
#include <vector>

namespace diffuscope {

/// Place and length of words in a text, in characters.
using WordRanges = std::vector<std::pair<int, int>>;

/// Draws a sentence in one line and marks the words that its model names under kDifferenceRole.
class SentenceDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    static constexpr int kDifferenceRole = Qt::UserRole + 1;

    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace diffuscope

Q_DECLARE_METATYPE(diffuscope::WordRanges)
