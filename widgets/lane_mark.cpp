// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lane_mark.h"

#include "widgets/palette.h"

#include <QPainter>
#include <QPixmap>

namespace diffuscope {

QIcon laneIcon(int lane, bool dark) {
    QPixmap picture(32, 32); // twice the size in which it is shown, for screens that have the pixels
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Qt::white, 2)); // so that it is seen on a selected line as well
    painter.setBrush(seriesColour(lane, dark));
    painter.drawRoundedRect(QRectF(4, 4, 24, 24), 5, 5);
    return QIcon(picture);
}

} // namespace diffuscope
