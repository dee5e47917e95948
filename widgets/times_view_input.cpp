// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with the times by mouse and keyboard, and how it is undone.
#include "widgets/time_edits.h"
#include "widgets/times_view.h"

#include <QAction>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QUndoStack>
#include <algorithm>
#include <qcustomplot.h>

namespace diffuscope {
namespace {

constexpr int kGrab = 8;                               ///< pixels beside a handle that still mean it
constexpr int kBand = 14;                              ///< pixels above the handles that are still theirs
constexpr double kStride = 0.05, kSmallStride = 0.005; ///< of λ, by key

} // namespace

/// One change of the list. Those of one gesture are one.
class TimesView::Edit : public QUndoCommand {
public:
    struct State {
        std::vector<double> times;
        int selected;
    };
    Edit(TimesView& view, State before, State after, int gesture)
        : view_(view), before_(std::move(before)), after_(std::move(after)), gesture_(gesture) {}

    int id() const override { return 1; }
    void undo() override { view_.put(before_.times, before_.selected); }
    void redo() override { view_.put(after_.times, after_.selected); }
    bool mergeWith(const QUndoCommand* other) override {
        const auto& later = static_cast<const Edit&>(*other);
        if (later.gesture_ != gesture_) return false;
        after_ = later.after_;
        return true;
    }

private:
    TimesView& view_;
    State before_, after_;
    int gesture_;
};

void TimesView::createActions() {
    const auto add = [this](const QKeySequence& key, void (TimesView::*command)()) {
        auto* action = new QAction(this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        action->setShortcutVisibleInContextMenu(true);
        connect(action, &QAction::triggered, this, command);
        addAction(action);
        return action;
    };
    auto* line = new QAction(this);
    line->setSeparator(true);
    addAction(line);
    undo_ = add(QKeySequence::Undo, &TimesView::undo);
    redo_ = add(QKeySequence::Redo, &TimesView::redo);
    insert_ = add(Qt::Key_Insert, &TimesView::insertTime);
    remove_ = add(QKeySequence::Delete, &TimesView::removeSelected);
    free_ = new QAction(this);
    free_->setCheckable(true);
    addAction(free_);
    connect(free_, &QAction::toggled, this, &TimesView::setEndsFree);
    connect(edits_.get(), &QUndoStack::indexChanged, this, &TimesView::updateActions);
    updateActions();
}

void TimesView::updateActions() {
    const bool there = schedule_ && times_.size() > 1;
    undo_->setEnabled(edits_->canUndo());
    redo_->setEnabled(edits_->canRedo());
    insert_->setEnabled(there);
    remove_->setEnabled(there && selected_ > 0 && selected_ + 1 < static_cast<int>(times_.size()));
}

void TimesView::setTimes(const std::vector<double>& times) {
    edits_->clear();
    times_ = times;
    selected_ = dragging_ = -1;
    setParting({});
    updateActions();
}

void TimesView::editTimes(const std::vector<double>& times, bool goesOn) { change(times, -1, goesOn ? gesture_ : ++gesture_); }

void TimesView::change(const std::vector<double>& times, int selected, int gesture) {
    if (times == times_ || times.size() < 2) return;
    edits_->push(new Edit(*this, {times_, selected_}, {times, selected}, gesture));
}

void TimesView::changeOnce(const std::vector<double>& times, int selected) {
    change(times, selected, ++gesture_);
    ++gesture_;
}

void TimesView::put(const std::vector<double>& times, int selected) {
    times_ = times;
    selected_ = std::min(selected, static_cast<int>(times.size()) - 1);
    setParting({});
    updateActions();
    emit timesChanged();
}

void TimesView::undo() { edits_->undo(); }
void TimesView::redo() { edits_->redo(); }

void TimesView::setEndsFree(bool free) {
    endsFree_ = free;
    free_->setChecked(free);
}

void TimesView::select(int index) {
    index = std::clamp(index, -1, static_cast<int>(times_.size()) - 1);
    if (index == selected_) return;
    selected_ = index;
    ++gesture_;
    updateActions();
    requestFrame();
}

bool TimesView::movable(int index) const {
    const bool inner = index > 0 && index + 1 < static_cast<int>(times_.size());
    return inner || (endsFree_ && index >= 0 && !times_.empty());
}

void TimesView::moveSelected(double lambda) {
    if (schedule_ && movable(selected_)) change(movedTime(*schedule_, times_, selected_, lambda), selected_, gesture_);
}

void TimesView::insertTime() {
    if (!schedule_ || times_.size() < 2) return;
    const auto lambdas = lambdasOf(*schedule_, times_);
    const auto sizes = stepSizes(*schedule_, times_);
    const auto before = selected_ > 0 ? static_cast<size_t>(selected_ - 1)
                                      : static_cast<size_t>(std::max_element(sizes.begin(), sizes.end()) - sizes.begin());
    changeOnce(insertedTime(*schedule_, times_, 0.5 * (lambdas[before] + lambdas[before + 1])), static_cast<int>(before) + 1);
}

void TimesView::removeSelected() { changeOnce(removedTime(times_, selected_), std::max(1, selected_ - 1)); }

QPoint TimesView::handleAt(int index) const {
    const double lambda = schedule_->lambda(times_[static_cast<size_t>(index)]);
    return {qRound(plot()->xAxis->coordToPixel(lambda)), qRound(plot()->yAxis->coordToPixel(0.0))};
}

bool TimesView::onHandlesBand(const QPoint& at) const {
    const auto area = plot()->axisRect()->rect();
    return at.x() >= area.left() && at.x() <= area.right() && std::abs(at.y() - qRound(plot()->yAxis->coordToPixel(0.0))) <= kBand;
}

int TimesView::handleUnder(const QPoint& at) const {
    if (!schedule_ || !onHandlesBand(at)) return -1;
    int nearest = -1, least = kGrab + 1;
    for (int i = 0; i < static_cast<int>(times_.size()); ++i) {
        const int distance = std::abs(handleAt(i).x() - at.x());
        // Where two are as near, the one that can be moved is meant.
        if (distance > least || (distance == least && !movable(i))) continue;
        nearest = distance <= kGrab ? i : nearest;
        least = std::min(least, distance);
    }
    return nearest;
}

bool TimesView::mousePressed(const QPoint& at) {
    const int handle = handleUnder(at);
    if (handle < 0) return false;
    setFocus(Qt::MouseFocusReason);
    select(handle);
    ++gesture_;
    dragging_ = handle;
    return true;
}

void TimesView::mouseMoved(const QPoint& at) {
    if (dragging_ < 0) {
        plot()->setCursor(movable(handleUnder(at)) ? Qt::SizeHorCursor : Qt::ArrowCursor);
        return;
    }
    moveSelected(plot()->xAxis->pixelToCoord(at.x()));
    requestFrame();
}

bool TimesView::doubleClicked(const QPoint& at) {
    if (!schedule_ || !onHandlesBand(at)) return false;
    if (handleUnder(at) >= 0) return true;
    const auto more = insertedTime(*schedule_, times_, plot()->xAxis->pixelToCoord(at.x()));
    const auto place = std::mismatch(times_.begin(), times_.end(), more.begin()).second - more.begin();
    changeOnce(more, static_cast<int>(place));
    return true;
}

bool TimesView::eventFilter(QObject* watched, QEvent* event) {
    if (watched != plot() || !emptyText().isEmpty()) return PlotView::eventFilter(watched, event);
    const auto* mouse = dynamic_cast<QMouseEvent*>(event);
    const bool left = mouse && mouse->button() == Qt::LeftButton && !(mouse->modifiers() & Qt::ShiftModifier);
    if (event->type() == QEvent::MouseButtonPress && left && mousePressed(mouse->pos())) return true;
    if (event->type() == QEvent::MouseButtonDblClick && left && doubleClicked(mouse->pos())) return true;
    if (event->type() == QEvent::MouseMove) mouseMoved(mouse->pos()); // goes on to the crosshair
    if (event->type() == QEvent::MouseButtonRelease && dragging_ >= 0) {
        dragging_ = -1;
        ++gesture_;
        requestFrame();
        return true;
    }
    return PlotView::eventFilter(watched, event);
}

bool TimesView::event(QEvent* event) {
    // While the keys are here, undoing is that of the times and not the window's.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto& key = static_cast<const QKeyEvent&>(*event);
        if (key.matches(QKeySequence::Undo) || key.matches(QKeySequence::Redo)) {
            event->accept();
            return true;
        }
    }
    return PlotView::event(event);
}

void TimesView::keyPressEvent(QKeyEvent* event) {
    if (!emptyText().isEmpty()) return event->ignore();
    if (event->matches(QKeySequence::Undo)) return undo();
    if (event->matches(QKeySequence::Redo)) return redo();
    const int last = static_cast<int>(times_.size()) - 1;
    const double stride = event->modifiers() & Qt::ShiftModifier ? kSmallStride : kStride;
    switch (event->key()) {
    case Qt::Key_Up: return select(selected_ < 0 ? last : std::max(0, selected_ - 1));
    case Qt::Key_Down: return select(std::min(last, selected_ + 1));
    case Qt::Key_Home: return select(0);
    case Qt::Key_End: return select(last);
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (selected_ >= 0)
            moveSelected(schedule_->lambda(times_[static_cast<size_t>(selected_)]) + (event->key() == Qt::Key_Left ? -stride : stride));
        return;
    default: event->ignore();
    }
}

} // namespace diffuscope
