// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace diffuscope {

/// A line of plain text that ends in an ellipsis where it lacks room; text() is the whole of it.
class ElidedLabel : public QLabel {
public:
    using QLabel::QLabel;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace diffuscope
