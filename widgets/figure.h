// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QSizeF>
#include <QString>

class QPainter;

namespace diffuscope {

/// What a view offers to be exported: it paints itself with any painter, without its scroll bars and always
/// on white, since figures go on paper.
class Figure {
public:
    virtual ~Figure() = default;
    /// The size that suits the content, in points of 1/72 inch.
    virtual QSizeF figureSize() const = 0;
    virtual void paintFigure(QPainter& painter, const QRectF& area) const = 0;
    /// One sentence for people who cannot see the figure; also the document's title.
    virtual QString figureTitle() const = 0;
};

} // namespace diffuscope
