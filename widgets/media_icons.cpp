// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/media_icons.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

namespace diffuscope {
namespace {

// Shapes on a field of 16 × 16.
void addTriangle(QPainterPath& path, double tip, double base) {
    path.moveTo(base, 3);
    path.lineTo(tip, 8);
    path.lineTo(base, 13);
    path.closeSubpath();
}

QPainterPath loopShape() {
    QPainterPath arc;
    arc.arcMoveTo(QRectF(3, 3.5, 10, 9), 40);
    arc.arcTo(QRectF(3, 3.5, 10, 9), 40, 290);
    QPainterPathStroker stroker;
    stroker.setWidth(1.7);
    QPainterPath path = stroker.createStroke(arc);
    path.moveTo(13.6, 1.8);
    path.lineTo(13.6, 6.6);
    path.lineTo(9.0, 5.6);
    path.closeSubpath();
    path.setFillRule(Qt::WindingFill);
    return path;
}

QPainterPath shape(MediaIcon kind) {
    QPainterPath path;
    switch (kind) {
    case MediaIcon::First:
        path.addRect(2.5, 3, 2, 10);
        addTriangle(path, 5, 13);
        break;
    case MediaIcon::Back: addTriangle(path, 4, 12); break;
    case MediaIcon::Play:
        path.moveTo(4, 2);
        path.lineTo(14, 8);
        path.lineTo(4, 14);
        path.closeSubpath();
        break;
    case MediaIcon::Pause:
        path.addRect(3.5, 2.5, 3.2, 11);
        path.addRect(9.3, 2.5, 3.2, 11);
        break;
    case MediaIcon::Forward: addTriangle(path, 12, 4); break;
    case MediaIcon::Last:
        addTriangle(path, 11, 3);
        path.addRect(11.5, 3, 2, 10);
        break;
    case MediaIcon::Loop: return loopShape();
    }
    return path;
}

class MediaIconEngine : public QIconEngine {
public:
    explicit MediaIconEngine(MediaIcon kind) : kind_(kind) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(rect.topLeft());
        painter->scale(rect.width() / 16.0, rect.height() / 16.0);
        painter->fillPath(shape(kind_), QGuiApplication::palette().color(group, QPalette::ButtonText));
        painter->restore();
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    QIconEngine* clone() const override { return new MediaIconEngine(*this); }

private:
    MediaIcon kind_;
};

} // namespace

QIcon mediaIcon(MediaIcon kind) { return QIcon(new MediaIconEngine(kind)); }

} // namespace diffuscope
