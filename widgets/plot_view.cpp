// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot_view.h"

#include "widgets/elided_label.h"
#include "widgets/figure_export.h"
#include "widgets/pieces.h"
#include "widgets/plot_dress.h"
#include "widgets/trace_cursor.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPicture>
#include <QVBoxLayout>
#include <algorithm>
#include <qcustomplot.h>

namespace diffuscope {
namespace {

constexpr int kFigureText = 9;      ///< pixels of 1/72 inch: points on paper
constexpr int kRoomForLegend = 270; ///< pixels of height from which on there is room for it
constexpr int kRoomForMore = 400;   ///< … and for what belongs below the plot
constexpr int kLegendIcon = 16;     ///< pixels of width
constexpr int kLegendGap = 20;      ///< pixels between icon and text and up to the next column

QCPLayer* addMarksLayer(QCustomPlot* plot) {
    plot->addLayer(QStringLiteral("marks"), plot->layer(QStringLiteral("legend")), QCustomPlot::limBelow);
    auto* layer = plot->layer(QStringLiteral("marks"));
    layer->setMode(QCPLayer::lmBuffered);
    return layer;
}

} // namespace

PlotView::PlotView(QWidget* parent)
    : QWidget(parent), plot_(new QCustomPlot(this)), empty_(new QLabel(this)), value_(new ElidedLabel(this)), choices_(new QHBoxLayout),
      layout_(new QVBoxLayout(this)), marks_(addMarksLayer(plot_)), crossX_(addMark()), crossY_(addMark()),
      limiter_(this, [this] { refresh(); }) {
    setFocusPolicy(Qt::StrongFocus);
    layout_->setContentsMargins(1, 1, 1, 1); // for the frame that shows the focus
    layout_->setSpacing(0);
    layout_->addLayout(choices_);
    layout_->addWidget(plot_, 1);
    layout_->addWidget(value_);
    layout_->addWidget(empty_, 1);
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setMargin(16);
    empty_->setWordWrap(true);
    empty_->setForegroundRole(QPalette::PlaceholderText);
    value_->setContentsMargins(6, 2, 6, 3);
    value_->setTextFormat(Qt::PlainText);
    value_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // a long sentence must not widen the window
    plot_->setMinimumSize(40, 40);                                   // QCustomPlot complains about a picture without height
    plot_->setFocusPolicy(Qt::NoFocus);
    plot_->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    plot_->setPlottingHint(QCP::phFastPolylines);
    plot_->setMouseTracking(true);
    plot_->installEventFilter(this);
    plot_->axisRect()->insetLayout()->take(plot_->legend);
    plot_->legend->setFillOrder(QCPLayoutGrid::foColumnsFirst);
    plot_->legend->setRowSpacing(0);
    plot_->legend->setMargins(QMargins(8, 2, 8, 4));
    plot_->legend->setVisible(false);
    createActions();
    legend_->setObjectName(QStringLiteral("legend"));
    connect(plot_, &QCustomPlot::mousePress, this, &PlotView::onPress);
    connect(plot_, &QCustomPlot::mouseRelease, this, &PlotView::onRelease);
    connect(plot_, &QCustomPlot::mouseDoubleClick, this, &PlotView::resetZoom);
    connect(plot_, &QCustomPlot::mouseWheel, this, [this] { zoomed_ = true; });
    connect(plot_, &QCustomPlot::mouseMove, this, [this](QMouseEvent* event) { onMove(event->pos()); });
}

PlotView::~PlotView() = default;

QCPItemStraightLine* PlotView::addMark() {
    auto* line = new QCPItemStraightLine(plot_);
    line->setLayer(marks_);
    line->setVisible(false);
    line->setSelectable(false);
    return line;
}

QComboBox* PlotView::addChoice(int count) {
    auto* choice = new QComboBox(this);
    choice->setObjectName(QStringLiteral("choice%1").arg(choices_->count()));
    for (int i = 0; i < count; ++i) choice->addItem(QString());
    choice->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // the longest text must not widen the window
    choices_->setContentsMargins(6, 4, 6, 2);
    choices_->addWidget(choice, 1);
    connect(choice, &QComboBox::currentIndexChanged, this, [this] {
        zoomed_ = false;
        setAccessibleDescription(figureTitle()); // it may tell of the choice
        invalidate();
    });
    return choice;
}

void PlotView::addBelow(QWidget* widget) {
    layout_->insertWidget(layout_->indexOf(value_) + 1, widget);
    below_ << widget;
}

void PlotView::finishSetup() {
    legend_->setVisible(plot_->legend->itemCount() > 0);
    legend_->setChecked(plot_->legend->itemCount() > 0);
    retranslateAll();
    dress(GridTheme::fromPalette(palette()));
    limiter_.request();
    limiter_.flush();
}

void PlotView::showLegend(bool shown) {
    auto* grid = plot_->plotLayout();
    // An element that is invisible still takes its place: out of the layout it has to go.
    if (plot_->legend->layout()) {
        grid->take(plot_->legend);
        grid->simplify();
    }
    if (shown) {
        grid->addElement(grid->rowCount(), 0, plot_->legend);
        grid->setRowStretchFactor(grid->rowCount() - 1, 0.001);
    }
    plot_->legend->setVisible(shown);
}

void PlotView::arrangeLegend(int width) const {
    auto* legend = plot_->legend;
    const QFontMetrics metrics(legend->font());
    int widest = 1;
    for (int i = 0; i < legend->itemCount(); ++i)
        if (auto* item = qobject_cast<QCPPlottableLegendItem*>(legend->item(i)))
            widest = std::max(widest, metrics.horizontalAdvance(item->plottable()->name()));
    const int columns = std::clamp(width / (widest + kLegendIcon + kLegendGap), 1, std::max(1, legend->itemCount()));
    legend->setIconSize(kLegendIcon, metrics.height() + 2); // a lower one would cut off the feet of letters
    legend->setWrap(columns);
    legend->setFillOrder(QCPLayoutGrid::foColumnsFirst, true);
}

void PlotView::setTrace(const std::shared_ptr<const Trace>& trace) {
    if (!trace || !trace_ || trace->header != trace_->header) zoomed_ = false;
    if (trace == trace_) return;
    trace_ = trace;
    if (needsTrace()) invalidate();
}

void PlotView::bindCursor(TraceCursor* cursor) {
    if (cursor_) cursor_->disconnect(this);
    cursor_ = cursor;
    if (cursor)
        for (auto signal : {&TraceCursor::stepChanged, &TraceCursor::rowChanged, &TraceCursor::positionChanged})
            connect(cursor, signal, this, &PlotView::onCursor);
    if (cursor) connect(cursor, &TraceCursor::hoverChanged, this, &PlotView::onCursor);
    invalidate();
}

TraceCursor* PlotView::cursor() const { return cursor_; }

void PlotView::onCursor() { limiter_.request(); }

void PlotView::rearrangeLegend() {
    placeLegend();
    if (legendWidth_ > 0) arrangeLegend(legendWidth_);
}

void PlotView::placeLegend() {
    const int room = hasLegend() && height() >= kRoomForLegend ? width() : 0;
    if (room == legendWidth_) return;
    showLegend(room > 0);
    if (room > 0) arrangeLegend(room);
    legendWidth_ = room;
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

// A legend without a name would make the axes as narrow as itself.
bool PlotView::hasLegend() const { return legend_->isChecked() && plot_->legend->itemCount() > 0; }

void PlotView::invalidate() {
    dirty_ = true;
    limiter_.request();
}

int PlotView::plannedSteps() const {
    // A thinned trace has fewer than it took; its picture ends with the last one.
    const bool whole = trace_->finished() || trace_->steps.back()->index != steps() - 1;
    return whole ? steps() : std::max(steps(), trace_->header->steps + 1);
}

int PlotView::row() const { return cursor_ ? std::clamp(cursor_->row(), 0, trace_->batch() - 1) : 0; }
int PlotView::step() const { return cursor_ ? std::clamp(cursor_->step(), 0, steps() - 1) : steps() - 1; }

int PlotView::position() const {
    if (cursor_) return std::clamp(cursor_->position(), 0, trace_->header->length - 1);
    const auto& target = trace_->header->rows[static_cast<size_t>(row())].target;
    const auto first = std::find(target.begin(), target.end(), 1);
    return first == target.end() ? 0 : static_cast<int>(first - target.begin());
}

QString PlotView::tokenText(int step, int position, int k) const {
    return displayPiece(trace_->piece(trace_->token(step, row(), position, k)));
}

void PlotView::refreshNow() {
    while (limiter_.pending()) limiter_.flush();
}

QString PlotView::emptyText() const {
    if (!needsTrace()) return unavailable();
    if (!trace_) return tr("Type a source sentence and press Run.");
    if (trace_->steps.empty() || trace_->batch() == 0)
        return trace_->finished() ? tr("This run recorded no steps. Run it again with its steps recorded.")
                                  : tr("Waiting for the first step…");
    return unavailable();
}

void PlotView::refresh() {
    prepare();
    const auto nothing = emptyText();
    const bool there = nothing.isEmpty();
    for (auto* widget : QList<QWidget*>{plot_, value_}) widget->setVisible(there);
    for (auto* widget : below_) widget->setVisible(there && height() >= kRoomForMore);
    empty_->setVisible(!there);
    empty_->setText(nothing);
    for (auto* action : {reset_, in_, out_, legend_, copyPicture_, copyData_, save_}) action->setEnabled(there);
    if (!there) {
        dirty_ = true;
        return;
    }
    placeLegend();
    const Place wanted = needsTrace() ? Place{row(), dependsOnPosition() ? position() : -1} : Place{};
    if (!dirty_ && wanted == drawn_) return refreshMarks();
    rebuild();
    dirty_ = false;
    drawn_ = wanted;
    if (!zoomed_) rescale();
    refreshMarks();
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void PlotView::dress(const GridTheme& theme) const {
    dressPlot(*plot_, theme);
    for (auto* line : {crossX_, crossY_}) line->setPen(QPen(theme.faint, 0, Qt::DotLine));
    recolour(theme);
}

QSizeF PlotView::figureSize() const { return {420, 300}; }
QSize PlotView::sizeHint() const { return {380, 320}; }
QSize PlotView::minimumSizeHint() const { return {220, 180}; }

void PlotView::paintFigure(QPainter& painter, const QRectF& area) const {
    const auto size = figureSize().toSize();
    const double scale = std::min(area.width() / size.width(), area.height() / size.height());
    painter.save();
    painter.translate(area.topLeft());
    painter.scale(scale, scale);
    const auto nothing = emptyText();
    if (!nothing.isEmpty()) {
        painter.setPen(GridTheme::paper().faint);
        painter.drawText(QRectF(QPointF(), QSizeF(size)), Qt::AlignCenter | Qt::TextWordWrap, nothing);
        painter.restore();
        return;
    }
    QFont paper = font();
    paper.setPixelSize(kFigureText);
    dress(GridTheme::paper());
    setPlotFont(*plot_, paper);
    auto* self = const_cast<PlotView*>(this); // it is dressed for paper and back again
    self->showLegend(hasLegend());
    if (hasLegend()) arrangeLegend(size.width());
    marks_->setVisible(false);
    // QCustomPlot draws with a painter of its own kind only; a QPicture keeps its lines and text as such. The first time
    // is for the ranges that follow from the size of the axes.
    QPicture picture;
    for (int time = 0; time < 2; ++time) {
        QCPPainter recorder(&picture);
        recorder.setMode(QCPPainter::pmVectorized);
        recorder.setMode(QCPPainter::pmNoCaching);
        plot_->toPainter(&recorder, size.width(), size.height());
        recorder.end();
    }
    marks_->setVisible(true);
    setPlotFont(*plot_, font());
    self->showLegend(legendWidth_ > 0);
    if (legendWidth_ > 0) arrangeLegend(legendWidth_);
    dress(GridTheme::fromPalette(palette()));
    // Pictures are replayed in the resolution of the device, which the caller's scale has already taken into account.
    const auto* device = painter.device();
    painter.scale(double(picture.logicalDpiX()) / device->logicalDpiX(), double(picture.logicalDpiY()) / device->logicalDpiY());
    painter.drawPicture(0, 0, picture);
    painter.restore();
    plot_->replot(QCustomPlot::rpQueuedReplot); // the axes still lie where they lay on paper
}

void PlotView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    switch (event->type()) {
    case QEvent::LanguageChange: retranslateAll(); break;
    case QEvent::PaletteChange: dress(GridTheme::fromPalette(palette())); break;
    case QEvent::FontChange: setPlotFont(*plot_, font()); break;
    default: return;
    }
    legendWidth_ = -1; // its texts may have become longer
    invalidate();
    if (isVisible()) plot_->replot(QCustomPlot::rpQueuedReplot);
}

void PlotView::paintEvent(QPaintEvent* event) {
    QWidget::paintEvent(event);
    if (!hasFocus()) return;
    QPainter painter(this);
    painter.setPen(GridTheme::fromPalette(palette()).accent);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void PlotView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    limiter_.request();
}

void PlotView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    limiter_.request();
}

} // namespace diffuscope
