// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/trace.h"

#include <QObject>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

class QAction;
class QTimer;
class QUndoStack;

namespace diffuscope {

class Lanes;
class RecipePanel;
class TraceCursor;

/// Takes back what changed the recipe, and does it again: source, lanes, their samplers and models, whoever changed them. A lane
/// that comes back brings its run along, as long as the history has it in memory.
class RecipeUndo : public QObject {
    Q_OBJECT
public:
    enum class Kind { Source, Lanes, Model, Sampler };
    static constexpr int kMostSteps = 200;

    RecipeUndo(RecipePanel* recipe, TraceCursor* cursor, Lanes* lanes, QObject* parent);
    ~RecipeUndo() override;

    QAction* undoAction() const { return undo_; }
    QAction* redoAction() const { return redo_; }
    /// Something is about to change; it ends with commit().
    void begin();
    /// The end of what has changed since begin(), in any case after the event that is under way.
    void commit();
    /// As if nothing had ever been changed.
    void forget();
    /// While lanes run nothing is taken back.
    void setRunning(bool running);
    void retranslate();

public slots:
    void undo();
    void redo();

signals:
    /// The window's model was this one.
    void modelWanted(const QString& folder);

protected:
    /// Fields must not keep the keys of undoing for themselves: they know of their own text alone.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    class Change;
    /// What a lane shows.
    struct Shown {
        std::weak_ptr<const Trace> trace;
        std::weak_ptr<const TraceHeader> run; ///< the same one while the trace grows
    };
    struct State {
        std::vector<Recipe> lanes; ///< with source and model
        int current = 0;
        QString model; ///< the window's
        std::vector<Shown> traces;
    };
    State state() const;
    void apply(const State& state, bool withTraces);
    void updateActions();

    RecipePanel* recipe_;
    TraceCursor* cursor_;
    Lanes* lanes_;
    std::unique_ptr<QUndoStack> stack_;
    QTimer* soon_;
    QAction *undo_, *redo_;
    std::optional<State> before_; ///< since begin()
    int gesture_ = 0;             ///< small changes become one within it
    bool applying_ = false, running_ = false;
};

} // namespace diffuscope
