// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with a plot by mouse, keyboard and menu.
#include "core/engine/trace_analysis.h"
#include "widgets/figure_export.h"
#include "widgets/plot_view.h"
#include "widgets/save_path.h"
#include "widgets/trace_cursor.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>
#include <qcustomplot.h>

namespace diffuscope {
namespace {

constexpr double kZoomStep = 0.8;
constexpr double kPictureScale = 2.0;

} // namespace

void PlotView::createActions() {
    reset_ = addCommand(Qt::CTRL | Qt::Key_0, &PlotView::resetZoom);
    in_ = addCommand(QKeySequence::ZoomIn, &PlotView::zoomIn);
    out_ = addCommand(QKeySequence::ZoomOut, &PlotView::zoomOut);
    legend_ = new QAction(this);
    legend_->setCheckable(true);
    addAction(legend_);
    connect(legend_, &QAction::toggled, this, &PlotView::invalidate);
    copyPicture_ = addCommand(QKeySequence::Copy, &PlotView::copyPicture);
    copyData_ = addCommand(Qt::CTRL | Qt::SHIFT | Qt::Key_C, &PlotView::copyData);
    save_ = addCommand({}, &PlotView::saveAs);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    // QCustomPlot keeps mouse events to itself, and the right click that asks for this menu is one.
    plot_->setAttribute(Qt::WA_NoMousePropagation, false);
}

QAction* PlotView::addCommand(const QKeySequence& key, void (PlotView::*command)()) {
    auto* action = new QAction(this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setShortcutVisibleInContextMenu(true);
    connect(action, &QAction::triggered, this, command);
    addAction(action);
    return action;
}

void PlotView::retranslateAll() {
    reset_->setText(tr("&Reset zoom"));
    in_->setText(tr("Zoom &in"));
    out_->setText(tr("Zoom &out"));
    legend_->setText(tr("Show &legend"));
    copyPicture_->setText(tr("Copy &picture"));
    copyData_->setText(tr("Copy &data"));
    save_->setText(tr("&Save as…"));
    value_->setToolTip(tr("Wheel: zoom. Drag: move. Shift and drag: zoom into a box. Double click: see all. Click: move the cursor there. "
                          "Arrow keys: walk through steps and positions."));
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator); // steps are names as much as numbers
    plot_->setLocale(locale);
    retranslate();
    setAccessibleName(windowTitle());
    setAccessibleDescription(figureTitle());
}

void PlotView::resetZoom() {
    zoomed_ = false;
    if (!emptyText().isEmpty()) return;
    rescale();
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void PlotView::zoomIn() { zoomBy(kZoomStep); }
void PlotView::zoomOut() { zoomBy(1.0 / kZoomStep); }

void PlotView::zoomBy(double factor) {
    zoomed_ = true;
    for (const auto along : {Qt::Horizontal, Qt::Vertical})
        for (auto* axis : plot_->axisRect()->rangeZoomAxes(along)) {
            const auto range = axis->range();
            const bool log = axis->scaleType() == QCPAxis::stLogarithmic;
            axis->scaleRange(factor, log ? std::sqrt(range.lower * range.upper) : range.center());
        }
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void PlotView::copyPicture() {
    refreshNow();
    if (!emptyText().isEmpty()) return emit said(emptyText());
    marks_->setVisible(false);
    QGuiApplication::clipboard()->setPixmap(plot_->toPixmap(0, 0, kPictureScale));
    marks_->setVisible(true);
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void PlotView::copyData() {
    refreshNow();
    if (!emptyText().isEmpty()) return emit said(emptyText());
    QGuiApplication::clipboard()->setText(dataTable());
}

void PlotView::saveAs() {
    if (!emptyText().isEmpty()) return emit said(emptyText());
    const auto path = askSavePath(this, tr("Save figure"), windowTitle() + QStringLiteral(".pdf"), figureFilters());
    if (!path.isEmpty()) saveTo(path);
}

void PlotView::saveTo(const QString& path) {
    refreshNow(); // behind a tab nothing has drawn the trace yet
    if (!emptyText().isEmpty()) return emit said(emptyText());
    QString error;
    emit said(exportFigure(*this, path, figureMetadata(), &error) ? tr("Wrote %1").arg(path) : error);
}

nlohmann::json PlotView::figureMetadata() const { return toJson(trace_ ? trace_->header->recipe : Recipe{}); }

PlotView::Place PlotView::hovered() const {
    if (!mouse_ || !plot_->axisRect()->rect().contains(*mouse_)) return {};
    return placeAt(plot_->xAxis->pixelToCoord(mouse_->x()), plot_->yAxis->pixelToCoord(mouse_->y()));
}

QString PlotView::hoveredValue() const {
    return valueUnder(plot_->xAxis->pixelToCoord(mouse_->x()), plot_->yAxis->pixelToCoord(mouse_->y()));
}

void PlotView::refreshMarks() {
    const bool inside = mouse_ && plot_->axisRect()->rect().contains(*mouse_);
    crossX_->setVisible(inside);
    crossY_->setVisible(inside);
    if (inside) {
        const double x = plot_->xAxis->pixelToCoord(mouse_->x()), y = plot_->yAxis->pixelToCoord(mouse_->y());
        crossX_->point1->setCoords(x, y);
        crossX_->point2->setCoords(x, y + 1);
        crossY_->point1->setCoords(x, y);
        crossY_->point2->setCoords(x + 1, y);
    }
    const Place now = needsTrace() ? Place{step(), position()} : Place{};
    const Place hover =
        !cursor_ || !needsTrace() ? hovered() : Place{std::min(cursor_->hoverStep(), steps() - 1), cursor_->hoverPosition()};
    const auto shown = inside ? hoveredValue() : QString();
    value_->setText(shown.isEmpty() ? valueAt(now) : shown);
    mark(now, hover);
    marks_->replot();
}

QString PlotView::valueText() const { return value_->text(); }

void PlotView::onMove(const QPoint& at) {
    mouse_ = at;
    if (cursor_ && emptyText().isEmpty()) {
        const auto place = hovered();
        cursor_->setHover(place.step, place.position);
    }
    limiter_.request();
}

void PlotView::onPress(QMouseEvent* event) {
    pressed_ = event->pos();
    plot_->setSelectionRectMode(event->modifiers() & Qt::ShiftModifier ? QCP::srmZoom : QCP::srmNone);
}

void PlotView::onRelease(QMouseEvent* event) {
    const bool dragged = (event->pos() - pressed_).manhattanLength() >= QApplication::startDragDistance();
    zoomed_ = zoomed_ || dragged;
    if (dragged || event->button() != Qt::LeftButton || !emptyText().isEmpty()) return;
    mouse_ = event->pos();
    if (plot_->axisRect()->rect().contains(*mouse_))
        clicked(plot_->xAxis->pixelToCoord(mouse_->x()), plot_->yAxis->pixelToCoord(mouse_->y()));
}

void PlotView::moveTo(Place place) {
    if (!cursor_) return;
    if (place.position >= 0) cursor_->setPosition(place.position);
    if (place.step >= 0) cursor_->setStep(place.step);
}

void PlotView::keyPressEvent(QKeyEvent* event) {
    if (!cursor_ || !needsTrace() || !emptyText().isEmpty()) return event->ignore();
    const int sideways = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    const int upwards = event->key() == Qt::Key_Up ? -1 : event->key() == Qt::Key_Down ? 1 : 0;
    if (sideways && !stepsRunSideways()) return moveSideways(sideways);
    if (sideways || upwards) return moveTo({std::clamp(step() + sideways + upwards, 0, steps() - 1), -1});
    if (event->key() == Qt::Key_Home) return moveTo({0, -1});
    if (event->key() == Qt::Key_End) return moveTo({steps() - 1, -1});
    event->ignore();
}

void PlotView::moveSideways(int by) {
    // Among the positions of the sentence: beside them the cursor would be nowhere to be seen.
    const auto shown = sentencePositions(*trace_, row());
    if (!shown.empty()) moveTo({-1, std::clamp(position() + by, shown.front(), shown.back())});
}

bool PlotView::eventFilter(QObject* watched, QEvent* event) {
    if (watched == plot_ && event->type() == QEvent::Leave) {
        mouse_.reset();
        if (cursor_) cursor_->setHover(-1, -1);
        limiter_.request();
    }
    // Within the axes the line below says what there is; a definition would cover what it explains.
    if (watched == plot_ && event->type() == QEvent::ToolTip && plot_->axisRect()->rect().contains(static_cast<QHelpEvent*>(event)->pos()))
        return true;
    return QWidget::eventFilter(watched, event);
}

} // namespace diffuscope
