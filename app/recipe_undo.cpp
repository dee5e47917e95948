// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recipe_undo.h"

#include "app/lane_list.h"
#include "app/lanes.h"
#include "app/model_box.h"
#include "app/recipe_panel.h"
#include "app/source_box.h"
#include "widgets/trace_cursor.h"

#include <QAbstractSpinBox>
#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTimer>
#include <QUndoStack>
#include <algorithm>
#include <set>
#include <utility>

namespace diffuscope {
namespace {

QString nameOf(RecipeUndo::Kind kind) {
    switch (kind) {
    case RecipeUndo::Kind::Source: return RecipeUndo::tr("source");
    case RecipeUndo::Kind::Lanes: return RecipeUndo::tr("lanes");
    case RecipeUndo::Kind::Model: return RecipeUndo::tr("model");
    case RecipeUndo::Kind::Sampler: break;
    }
    return RecipeUndo::tr("sampler");
}

struct Difference {
    std::set<std::string> keys; ///< of the recipes' JSON
    bool numbers = true;        ///< nothing else differs
};

/// Of as many lanes.
Difference differenceOf(const std::vector<Recipe>& before, const std::vector<Recipe>& after) {
    Difference difference;
    for (size_t lane = 0; lane < before.size(); ++lane) {
        const auto then = toJson(before[lane]), now = toJson(after[lane]);
        for (const auto& [key, value] : now.items()) {
            if (then.contains(key) && then.at(key) == value) continue;
            difference.keys.insert(key);
            difference.numbers = difference.numbers && value.is_number();
        }
    }
    return difference;
}

bool same(const std::weak_ptr<const TraceHeader>& one, const std::weak_ptr<const TraceHeader>& other) {
    return !one.owner_before(other) && !other.owner_before(one);
}

qsizetype wordsOf(const std::vector<Recipe>& lanes) { return QString::fromStdString(lanes.front().sources.front()).count(u' '); }

} // namespace

/// From one state to another. Turning a number goes on as the same change, and so does typing within a word.
class RecipeUndo::Change : public QUndoCommand {
public:
    Change(RecipeUndo& edits, State before, State after)
        : edits_(edits), gesture_(edits.gesture_), lane_(after.current), before_(std::move(before)), after_(std::move(after)),
          changesRuns_(!std::equal(before_.traces.begin(), before_.traces.end(), after_.traces.begin(), after_.traces.end(),
                                   [](const Shown& one, const Shown& other) { return same(one.run, other.run); })) {
        if (before_.lanes.size() != after_.lanes.size()) {
            kind_ = Kind::Lanes;
            return;
        }
        const auto difference = differenceOf(before_.lanes, after_.lanes);
        key_ = difference.keys.size() == 1 ? *difference.keys.begin() : std::string();
        if (difference.keys.contains("model")) kind_ = Kind::Model; // it brings its example along
        else if (difference.keys.contains("sources")) kind_ = Kind::Source;
        isSmall_ = key_ == "sources" || (!key_.empty() && difference.numbers);
        beginsAnew_ = key_ == "sources" && wordsOf(before_.lanes) != wordsOf(after_.lanes);
    }

    Kind kind() const { return kind_; }
    // Lanes may have run since: those that go have their newest run when they come back.
    void undo() override {
        after_.traces = edits_.state().traces;
        edits_.apply(before_, changesRuns_);
    }
    void redo() override {
        if (std::exchange(done_, true)) {
            before_.traces = edits_.state().traces;
            edits_.apply(after_, changesRuns_);
        }
    }
    int id() const override { return isSmall_ ? 1 : -1; }
    bool mergeWith(const QUndoCommand* other) override {
        const auto& next = static_cast<const Change&>(*other);
        if (next.beginsAnew_ || next.gesture_ != gesture_ || next.key_ != key_ || next.lane_ != lane_) return false;
        after_ = next.after_;
        setObsolete(before_.lanes == after_.lanes);
        return true;
    }

private:
    RecipeUndo& edits_;
    int gesture_, lane_;
    State before_, after_;
    bool changesRuns_; ///< of itself: a run that comes while a number is turned, or its next step, is not its doing
    Kind kind_ = Kind::Sampler;
    std::string key_;         ///< the only one that differs
    bool isSmall_ = false;    ///< goes on with what follows
    bool beginsAnew_ = false; ///< does not go on with what was before
    bool done_ = false;
};

RecipeUndo::RecipeUndo(RecipePanel* recipe, TraceCursor* cursor, Lanes* lanes, QObject* parent)
    : QObject(parent), recipe_(recipe), cursor_(cursor), lanes_(lanes), stack_(std::make_unique<QUndoStack>()), soon_(new QTimer(this)),
      undo_(new QAction(this)), redo_(new QAction(this)) {
    stack_->setUndoLimit(kMostSteps);
    undo_->setShortcut(QKeySequence::Undo);
    redo_->setShortcuts(QKeySequence::Redo);
    soon_->setSingleShot(true); // what one event changes in several places is one change
    connect(soon_, &QTimer::timeout, this, &RecipeUndo::commit);
    connect(undo_, &QAction::triggered, this, &RecipeUndo::undo);
    connect(redo_, &QAction::triggered, this, &RecipeUndo::redo);
    connect(stack_.get(), &QUndoStack::indexChanged, this, &RecipeUndo::updateActions);
    const auto change = [this] {
        begin();
        if (!applying_) soon_->start(0);
    };
    connect(recipe->lanes(), &LaneList::aboutToChange, this, change);
    recipe->source()->editor()->installEventFilter(this);
    for (auto* field : recipe->findChildren<QAbstractSpinBox*>()) field->installEventFilter(this); // the keys are there, not in its line
    for (auto* line : recipe->findChildren<QLineEdit*>()) line->installEventFilter(this);          // of times
    updateActions();
}

RecipeUndo::~RecipeUndo() = default;

RecipeUndo::State RecipeUndo::state() const {
    State state{recipe_->recipes(), recipe_->lanes()->current(), recipe_->model()->wanted(), {}};
    for (auto& lane : state.lanes) {
        lane.sources = {recipe_->lanes()->source().toStdString()}; // while it is typed the box is ahead
        lane.device.clear();                                       // the window's, whatever is taken back
    }
    for (int lane = 0; lane < recipe_->lanes()->count(); ++lane) {
        const auto trace = cursor_->trace(lane);
        state.traces.push_back({trace, trace ? trace->header : nullptr});
    }
    return state;
}

void RecipeUndo::begin() {
    if (!before_ && !applying_) before_ = state();
}

void RecipeUndo::commit() {
    soon_->stop();
    if (!before_) return;
    auto before = std::move(*before_), after = state();
    before_.reset();
    if (before.lanes != after.lanes) stack_->push(new Change(*this, std::move(before), std::move(after)));
}

void RecipeUndo::apply(const State& state, bool withTraces) {
    applying_ = true;
    emit modelWanted(state.model); // first: lanes that follow the window need none of their own
    recipe_->setRecipes(state.lanes);
    recipe_->lanes()->setCurrent(state.current);
    for (size_t lane = 0; withTraces && lane < state.traces.size(); ++lane)
        lanes_->show(static_cast<int>(lane), state.traces[lane].trace.lock());
    applying_ = false;
}

void RecipeUndo::undo() {
    commit();
    ++gesture_;
    if (!running_) stack_->undo();
}

void RecipeUndo::redo() {
    commit();
    ++gesture_;
    if (!running_) stack_->redo();
}

void RecipeUndo::forget() {
    soon_->stop();
    before_.reset();
    stack_->clear();
}

void RecipeUndo::setRunning(bool running) {
    commit();
    ++gesture_; // what is tried after a run is another change than what was tried before
    running_ = running;
    updateActions();
}

bool RecipeUndo::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto& key = static_cast<const QKeyEvent&>(*event);
        if (key.matches(QKeySequence::Undo) || key.matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

void RecipeUndo::updateActions() {
    const auto show = [this](QAction* action, bool can, int at, const QString& plain, const QString& named) {
        action->setEnabled(can && !running_);
        action->setText(can ? named.arg(nameOf(static_cast<const Change*>(stack_->command(at))->kind())) : plain);
    };
    show(undo_, stack_->canUndo(), stack_->index() - 1, tr("&Undo"), tr("&Undo: %1"));
    show(redo_, stack_->canRedo(), stack_->index(), tr("&Redo"), tr("&Redo: %1"));
}

void RecipeUndo::retranslate() { updateActions(); }

} // namespace diffuscope
