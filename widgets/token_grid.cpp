// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/token_grid.h"

#include "widgets/lane_mark.h"
#include "widgets/number_text.h"
#include "widgets/trace_cursor.h"

#include <QAccessible>
#include <QAction>
#include <QContextMenuEvent>
#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace diffuscope {
namespace {

constexpr double kRoomForLegend = 150; ///< pixels; in less, rows come before the legend

} // namespace

TokenGrid::TokenGrid(QWidget* parent) : QAbstractScrollArea(parent), limiter_(this, [this] { viewport()->update(); }) {
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    viewport()->setMouseTracking(true);
    createActions();
    retranslate();
    layOut();
}

TokenGrid::~TokenGrid() = default;

void TokenGrid::setTrace(const std::shared_ptr<const Trace>& trace) {
    const auto vocabulary = [](const auto& of) { return of ? of->header->pieces.get() : nullptr; };
    const bool another = vocabulary(model_.trace()) != vocabulary(trace);
    if (another) painter_.clear();
    model_.setTrace(trace);
    if (another) updateFound();
    layOut();
    if (cursor_) followCursor();
    repaintSoon();
    emit contentChanged();
}

std::shared_ptr<const Trace> TokenGrid::trace() const { return model_.trace(); }

void TokenGrid::bindCursor(TraceCursor* cursor, int lane) {
    if (cursor_) cursor_->disconnect(this);
    cursor_ = cursor;
    lane_ = lane;
    if (!cursor) return;
    connect(cursor, &TraceCursor::laneChanged, this, &TokenGrid::followCursor);
    connect(cursor, &TraceCursor::rowChanged, this, &TokenGrid::followCursor);
    connect(cursor, &TraceCursor::stepChanged, this, &TokenGrid::followCursor);
    connect(cursor, &TraceCursor::positionChanged, this, &TokenGrid::followCursor);
    connect(cursor, &TraceCursor::alignChanged, this, &TokenGrid::followCursor);
    connect(cursor, &TraceCursor::hoverChanged, this, &TokenGrid::repaintSoon);
    followCursor();
}

void TokenGrid::followCursor() {
    if (cursor_->row() != row()) setRow(cursor_->row());
    model_.setStep(cursor_->stepInLane(lane_));
    model_.setPosition(cursor_->position());
    keepVisible();
    repaintSoon();
    announce();
}

double TokenGrid::scaleMaximum() const { return model_.scaleMaximum(); }

void TokenGrid::setScaleMaximum(std::optional<double> maximum) {
    model_.setScaleMaximum(maximum);
    repaintSoon();
}

void TokenGrid::setBands(bool source, bool legend) {
    if (source == sourceBand_ && legend == legendBand_) return;
    sourceBand_ = source;
    legendBand_ = legend;
    updateGeometry(); // the least room is another
    layOut();
    keepVisible();
    repaintSoon();
}

void TokenGrid::setHint(const QString& hint) {
    hint_ = hint;
    repaintSoon();
}

void TokenGrid::setComparing(bool comparing) {
    comparing_ = comparing;
    repaintSoon();
}

std::optional<LaneReference> TokenGrid::reference() const {
    if (!comparing_ || !cursor_ || cursor_->lane() == lane_) return std::nullopt;
    const auto other = cursor_->trace(cursor_->lane());
    if (!other || other->steps.empty()) return std::nullopt;
    const auto beside = [cursor = cursor_, lane = lane_](int step) { return cursor->stepBeside(lane, step, cursor->lane()); };
    return LaneReference{other, beside, laneName(cursor_->lane())};
}

void TokenGrid::setRow(int row) {
    model_.setRow(row);
    layOut();
    repaintSoon();
    emit contentChanged();
}

void TokenGrid::setStep(int step) {
    model_.setStep(step);
    keepVisible();
    repaintSoon();
    announce();
}

void TokenGrid::setPosition(int position) {
    model_.setPosition(position);
    keepVisible();
    repaintSoon();
    announce();
}

void TokenGrid::moveTo(int step, int position) {
    if (cursor_) {
        cursor_->setLane(lane_);
        cursor_->setPosition(position);
        cursor_->setStep(step);
    } else {
        setStep(step);
        setPosition(position);
    }
    emit cellActivated(step, position);
}

void TokenGrid::setColourBy(GridColourBy mode) {
    if (mode == colourBy()) return;
    model_.setColourBy(mode);
    colourActions()[static_cast<int>(mode)]->setChecked(true);
    repaintSoon();
    emit colourByChanged(mode);
}

void TokenGrid::setColourMap(ColourMap map) {
    map_ = map;
    repaintSoon();
}

void TokenGrid::setWholeCanvas(bool whole) {
    model_.setWholeCanvas(whole);
    wholeCanvasAction_->setChecked(whole);
    layOut();
    keepVisible();
    repaintSoon();
    emit contentChanged();
}

void TokenGrid::setEveryStep(bool every) {
    everyStep_ = every;
    everyStepAction_->setChecked(every);
    layOut();
    keepVisible();
    repaintSoon();
}

void TokenGrid::setZoom(double zoom) {
    zoom = std::clamp(zoom, 0.4, 3.0);
    if (zoom == zoom_) return;
    zoom_ = zoom;
    layOut();
    keepVisible();
    repaintSoon();
    emit zoomChanged(zoom_);
}

void TokenGrid::zoomIn() { setZoom(zoom_ * 1.15); }
void TokenGrid::zoomOut() { setZoom(zoom_ / 1.15); }
void TokenGrid::resetZoom() { setZoom(1.0); }

void TokenGrid::layOut() {
    const QRectF area = viewport()->rect();
    metrics_ = GridMetrics::make(font(), zoom_, model_);
    metrics_.sourceBand = sourceBand_;
    metrics_.legendBand = legendBand_ && area.height() >= kRoomForLegend;
    model_.setMaximumRows(everyStep_ ? 0 : GridGeometry::rowsThatFit(area, metrics_, model_));
    geometry_ = GridGeometry::make(area, metrics_, model_);
    updateScrollBars();
}

void TokenGrid::updateScrollBars() {
    const auto& body = geometry_.body;
    horizontalScrollBar()->setRange(0, std::max(0, static_cast<int>(std::ceil(geometry_.contentWidth() - body.width()))));
    horizontalScrollBar()->setPageStep(static_cast<int>(body.width()));
    horizontalScrollBar()->setSingleStep(static_cast<int>(geometry_.cellWidth));
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(std::ceil(geometry_.contentHeight() - body.height()))));
    verticalScrollBar()->setPageStep(static_cast<int>(body.height()));
    verticalScrollBar()->setSingleStep(static_cast<int>(geometry_.rowHeight));
    geometry_.scrollX = horizontalScrollBar()->value();
    geometry_.scrollY = verticalScrollBar()->value();
}

void TokenGrid::repaintSoon() { limiter_.request(); }

void TokenGrid::keepVisible() {
    const QRectF cell = geometry_.cell(model_.rowOfStep(step()), std::max(0, model_.columnOfPosition(position())));
    const auto& body = geometry_.body;
    const auto shift = [](QScrollBar* bar, double low, double high, double from, double to) {
        if (low < from) bar->setValue(bar->value() - static_cast<int>(std::ceil(from - low)));
        else if (high > to) bar->setValue(bar->value() + static_cast<int>(std::ceil(high - to)));
    };
    shift(verticalScrollBar(), cell.top(), cell.bottom(), body.top(), body.bottom());
    if (model_.columnOfPosition(position()) >= 0) shift(horizontalScrollBar(), cell.left(), cell.right(), body.left(), body.right());
}

std::optional<GridCell> TokenGrid::cellAt(const QPoint& point) const {
    const int row = geometry_.rowAt(point.y());
    const int column = geometry_.columnAt(point.x());
    if (row < 0 || column < 0 || model_.empty()) return std::nullopt;
    const GridBand band = model_.band(row);
    if (band.first >= model_.recordedSteps()) return std::nullopt;
    return GridCell{band.shown, model_.positions()[static_cast<size_t>(column)]};
}

QRect TokenGrid::cellRect(int step, int position) const {
    const int column = model_.columnOfPosition(position);
    if (column < 0 || step < 0 || step >= model_.recordedSteps()) return {};
    return geometry_.cell(model_.rowOfStep(step), column).toRect();
}

void TokenGrid::announce() {
    if (!QAccessible::isActive() || model_.empty()) return;
    setAccessibleDescription(describe(step(), position()));
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

QSize TokenGrid::sizeHint() const { return {760, 420}; }
QSize TokenGrid::minimumSizeHint() const {
    // In a stack there is less room for each, and less around its cells.
    return {260, sourceBand_ && legendBand_ ? 160 : 110};
}

void TokenGrid::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this); // that of the actions policy keeps their tooltips to itself
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    menu->addActions(actions());
    menu->popup(event->globalPos());
}

void TokenGrid::resizeEvent(QResizeEvent*) {
    layOut();
    keepVisible();
}

void TokenGrid::showEvent(QShowEvent* event) {
    QAbstractScrollArea::showEvent(event);
    layOut();
    repaintSoon();
}

void TokenGrid::scrollContentsBy(int, int) {
    geometry_.scrollX = horizontalScrollBar()->value();
    geometry_.scrollY = verticalScrollBar()->value();
    repaintSoon();
}

void TokenGrid::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    switch (event->type()) {
    case QEvent::LanguageChange: retranslate(); break;
    case QEvent::FontChange:
    case QEvent::StyleChange: layOut(); break;
    case QEvent::PaletteChange:
    case QEvent::EnabledChange: break;
    default: return;
    }
    repaintSoon();
}

bool TokenGrid::event(QEvent* event) {
    // Before the window's shortcuts: copying and zooming mean this view while it has the focus.
    if (event->type() == QEvent::ShortcutOverride && takesKey(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) repaintSoon();
    return QAbstractScrollArea::event(event);
}

bool TokenGrid::viewportEvent(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QAbstractScrollArea::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QString tip = tipAt(help->pos());
    if (tip.isEmpty()) QToolTip::hideText();
    else QToolTip::showText(help->globalPos(), plainTip(tip), viewport());
    return true;
}

void TokenGrid::mousePressEvent(QMouseEvent* event) {
    const bool left = event->button() == Qt::LeftButton;
    if (!left && event->button() != Qt::RightButton) return;
    const auto cell = cellAt(event->position().toPoint());
    if (!cell) return;
    moveTo(cell->step, cell->position); // the menu's commands are about the cell under it
    if (left) emit cellClicked(cell->step, cell->position);
}

void TokenGrid::mouseMoveEvent(QMouseEvent* event) {
    if (!(event->buttons() & Qt::LeftButton)) {
        const auto cell = cellAt(event->position().toPoint());
        if (cursor_ && cursor_->lane() == lane_) cursor_->setHover(cell ? cell->step : -1, cell ? cell->position : -1);
        return;
    }
    // Dragging past the edge stays at the edge's cells.
    const QRectF& body = geometry_.body;
    const double right = std::min(body.right(), body.left() + geometry_.contentWidth()) - 1;
    const double bottom = std::min(body.bottom(), body.top() + geometry_.contentHeight()) - 1;
    const QPointF inside(std::clamp(event->position().x(), body.left(), std::max(body.left(), right)),
                         std::clamp(event->position().y(), body.top(), std::max(body.top(), bottom)));
    if (const auto cell = cellAt(inside.toPoint())) moveTo(cell->step, cell->position);
}

void TokenGrid::mouseReleaseEvent(QMouseEvent* event) { event->accept(); }

void TokenGrid::leaveEvent(QEvent* event) {
    QAbstractScrollArea::leaveEvent(event);
    if (cursor_) cursor_->setHover(-1, -1);
}

void TokenGrid::wheelEvent(QWheelEvent* event) {
    if (!(event->modifiers() & Qt::ControlModifier)) return QAbstractScrollArea::wheelEvent(event);
    setZoom(zoom_ * std::pow(1.15, event->angleDelta().y() / 120.0));
    event->accept();
}

GridStyle TokenGrid::screenStyle() const {
    GridStyle style;
    style.theme = GridTheme::fromPalette(palette());
    style.map = map_;
    style.focused = hasFocus();
    style.reference = reference();
    style.found = found_.empty() ? nullptr : &found_;
    if (cursor_ && cursor_->lane() == lane_ && cursor_->hoverStep() >= 0 && cursor_->hoverStep() < model_.recordedSteps())
        style.hover = GridCell{cursor_->hoverStep(), cursor_->hoverPosition()};
    return style;
}

void TokenGrid::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    if (model_.empty()) paintEmpty(painter);
    else painter_.paint(painter, model_, geometry_, metrics_, screenStyle());
}

void TokenGrid::paintEmpty(QPainter& painter) const {
    const GridTheme theme = GridTheme::fromPalette(palette());
    painter.setPen(theme.faint);
    painter.drawText(viewport()->rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap, emptyText());
}

} // namespace diffuscope
