// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lane_stack.h"

#include "app/lane_list.h"
#include "widgets/edit_menu.h"
#include "widgets/lane_mark.h"
#include "widgets/number_text.h"
#include "widgets/palette.h"
#include "widgets/token_grid.h"
#include "widgets/trace_cursor.h"

#include <QAction>
#include <QEvent>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QToolButton>
#include <algorithm>

namespace diffuscope {
namespace {

QString modeText(Mode mode) { return mode == Mode::Faithful ? LaneStack::tr("faithful") : LaneStack::tr("as released"); }

/// Of a lane among others: what it is, and what it cost once it has run.
QString shortTitle(const Recipe& lane, const Trace* trace) {
    const auto& recipe = trace ? trace->header->recipe : lane;
    QStringList parts{laneTitle(lane, &recipe)}; // which says it when it is as released
    if (recipe.mode == Mode::Faithful) parts << modeText(recipe.mode);
    if (trace && trace->finished())
        parts << LaneStack::tr("%n evaluation(s) in %1 s", nullptr, trace->evaluations).arg(numberText(trace->seconds, 2));
    return parts.join(QStringLiteral(" · "));
}

QString fullTitle(const TraceHeader& header) {
    const auto& recipe = header.recipe;
    auto text = LaneStack::tr("%1 · %n step(s) · %2 · seed %3 · %4", nullptr, header.steps)
                    .arg(QString::fromStdString(recipe.solver), modeText(recipe.mode), QString::number(recipe.seed),
                         QString::fromStdString(header.modelName));
    for (const auto& edit : recipe.edits) text += QStringLiteral(" · ") + editText(edit);
    return text;
}

/// Whether someone went there. The focus that comes back to where it was, behind a dialog that asked for an edit, would take
/// the cursor away from the lane that goes on with it.
bool isChosenBy(const QEvent& event) {
    if (event.type() != QEvent::FocusIn) return event.type() == QEvent::MouseButtonPress;
    const auto reason = static_cast<const QFocusEvent&>(event).reason();
    return reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason;
}

} // namespace

LaneStack::LaneStack(TraceCursor* cursor, QWidget* parent) : QScrollArea(parent), cursor_(cursor), splitter_(new QSplitter(Qt::Vertical)) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidget(splitter_);
    splitter_->setChildrenCollapsible(false);
    addPane();
    arrange();
    connect(cursor, &TraceCursor::laneChanged, this, &LaneStack::showCurrent);
    connect(cursor, &TraceCursor::laneCountChanged, this, &LaneStack::showCurrent);
}

void LaneStack::addPane() {
    const int lane = static_cast<int>(panes_.size());
    const Pane pane{new QWidget, new QToolButton, new QLabel, new TokenGrid};
    pane.mark->setCheckable(true);
    pane.mark->setAutoRaise(true);
    pane.mark->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    pane.mark->setText(laneName(lane));
    pane.title->setTextFormat(Qt::PlainText);
    pane.title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    pane.title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // a long title must not widen the window
    auto* head = new QHBoxLayout;
    head->setContentsMargins(10, 6, 10, 2);
    head->addWidget(pane.mark);
    head->addWidget(pane.title, 1);
    auto* layout = new QVBoxLayout(pane.box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(head);
    layout->addWidget(pane.grid, 1);
    splitter_->addWidget(pane.box);
    for (QObject* part : {static_cast<QObject*>(pane.title), static_cast<QObject*>(pane.grid)}) part->installEventFilter(this);
    connect(pane.mark, &QToolButton::clicked, this, [this, lane] {
        cursor_->setLane(lane);
        showCurrent(); // it stays checked when it was the current one
    });
    connect(pane.grid, &TokenGrid::cellClicked, this, &LaneStack::cellClicked);
    connect(new EditMenu(pane.grid), &EditMenu::requested, this, [this, lane](const Edit& edit) { emit editRequested(lane, edit); });
    pane.grid->bindCursor(cursor_, lane);
    pane.grid->setComparing(true);
    panes_.push_back(pane);
    shareLook(pane.grid);
}

void LaneStack::shareLook(TokenGrid* grid) {
    const auto others = [this, grid](auto change) {
        for (const auto& pane : panes_)
            if (pane.grid != grid) change(*pane.grid);
    };
    auto* first = panes_.front().grid;
    grid->setColourBy(first->colourBy());
    grid->setZoom(first->zoom());
    grid->setWholeCanvas(first->wholeCanvas());
    grid->setEveryStep(first->everyStep());
    connect(grid, &TokenGrid::colourByChanged, this, [this, others](GridColourBy mode) {
        others([mode](TokenGrid& other) { other.setColourBy(mode); });
        shareScale();
    });
    connect(grid, &TokenGrid::zoomChanged, this, [others](double zoom) { others([zoom](TokenGrid& other) { other.setZoom(zoom); }); });
    connect(grid->wholeCanvasAction(), &QAction::toggled, this,
            [others](bool on) { others([on](TokenGrid& other) { other.setWholeCanvas(on); }); });
    connect(grid->everyStepAction(), &QAction::toggled, this,
            [others](bool on) { others([on](TokenGrid& other) { other.setEveryStep(on); }); });
}

void LaneStack::shareScale() {
    double end = 0;
    for (int lane = 0; lane < count(); ++lane)
        if (!grid(lane)->model().empty()) end = std::max(end, grid(lane)->ownScaleMaximum());
    for (const auto& pane : panes_) pane.grid->setScaleMaximum(count() > 1 && end > 0 ? std::optional(end) : std::nullopt);
}

TokenGrid* LaneStack::grid() const { return grid(std::min(cursor_->lane(), count() - 1)); }

void LaneStack::setLanes(const std::vector<Recipe>& lanes) {
    const bool another = lanes.size() != lanes_.size();
    lanes_ = lanes;
    while (panes_.size() < lanes.size()) addPane();
    for (auto gone = lanes.size(); gone < panes_.size(); ++gone) panes_[gone].grid->setTrace(nullptr);
    if (another) arrange();
    for (int lane = 0; lane < count(); ++lane) updateTitle(lane);
}

void LaneStack::arrange() {
    for (int lane = 0; lane < static_cast<int>(panes_.size()); ++lane) {
        const auto& pane = panes_[static_cast<size_t>(lane)];
        pane.box->setVisible(lane < count());
        pane.mark->setVisible(count() > 1);
        // The source is the same for all, and so is what colours mean.
        pane.grid->setBands(lane == 0, lane == count() - 1);
        pane.grid->setHint({});
    }
    splitter_->setSizes(QList<int>(static_cast<qsizetype>(panes_.size()), 1000));
    retranslate();
    showCurrent();
}

void LaneStack::showTrace(int lane) {
    if (lane >= static_cast<int>(panes_.size())) return;
    grid(lane)->setTrace(cursor_->trace(lane));
    shareScale();
    updateTitle(lane);
}

void LaneStack::setHint(int lane, const QString& sentence) const { grid(lane)->setHint(sentence); }

void LaneStack::showCurrent() {
    const bool dark = GridTheme::fromPalette(palette()).dark;
    for (int lane = 0; lane < static_cast<int>(panes_.size()); ++lane) {
        const auto& pane = panes_[static_cast<size_t>(lane)];
        const bool current = lane == cursor_->lane() && count() > 1;
        pane.mark->setChecked(current);
        pane.mark->setIcon(laneIcon(lane, dark));
        auto font = pane.title->font();
        font.setBold(current);
        pane.title->setFont(font);
    }
    if (count() > 1) ensureWidgetVisible(panes_[static_cast<size_t>(std::min(cursor_->lane(), count() - 1))].box, 0, 0);
    emit gridChanged(grid());
}

QString LaneStack::title(int lane) const { return panes_[static_cast<size_t>(lane)].title->text(); }

void LaneStack::updateTitle(int lane) {
    if (lane >= count()) return;
    const auto trace = cursor_->trace(lane);
    auto* label = panes_[static_cast<size_t>(lane)].title;
    if (count() > 1) label->setText(shortTitle(lanes_[static_cast<size_t>(lane)], trace.get()));
    else label->setText(trace ? fullTitle(*trace->header) : tr("No run yet"));
    label->setToolTip(
        trace ? fullTitle(*trace->header) + u'\n' +
                    tr("Evaluations: how often the network was asked for x₀, for each candidate. Seconds: wall time of the run.")
              : QString());
}

bool LaneStack::eventFilter(QObject* watched, QEvent* event) {
    const bool chosen = isChosenBy(*event);
    for (int lane = 0; chosen && lane < count(); ++lane) {
        const auto& pane = panes_[static_cast<size_t>(lane)];
        if (watched == pane.title || (watched == pane.grid && event->type() == QEvent::FocusIn)) cursor_->setLane(lane);
    }
    return QScrollArea::eventFilter(watched, event);
}

QSize LaneStack::minimumSizeHint() const { return panes_.front().box->minimumSizeHint(); }

void LaneStack::changeEvent(QEvent* event) {
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::PaletteChange) showCurrent();
}

void LaneStack::retranslate() {
    for (int lane = 0; lane < static_cast<int>(panes_.size()); ++lane) {
        const auto& pane = panes_[static_cast<size_t>(lane)];
        const auto name = tr("Lane %1").arg(laneName(lane));
        pane.mark->setAccessibleName(name);
        pane.mark->setToolTip(
            tr("Make this lane the current one: plots, inspector and player show it, and other lanes are compared with it"));
        updateTitle(lane);
    }
}

} // namespace diffuscope
