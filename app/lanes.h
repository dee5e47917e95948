// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/trace.h"

#include <QObject>
#include <memory>

namespace diffuscope {

class Inspector;
class LaneStack;
class LaneTable;
class PlotDocks;
class RecipePanel;
class SentencesView;
class StepPlayer;
class TraceCursor;

/// Keeps the list of lanes, the cursor and every view in step: a lane added, removed or made the current one in any of
/// them is so in all. The cursor holds the traces.
class Lanes : public QObject {
    Q_OBJECT
public:
    struct Views {
        RecipePanel* recipe;
        LaneStack* stack;
        StepPlayer* player;
        SentencesView* sentences;
        Inspector* inspector;
        PlotDocks* plots;
        LaneTable* table;
    };
    Lanes(TraceCursor* cursor, const Views& views, QObject* parent);

    /// The current lane's.
    std::shared_ptr<const Trace> trace() const;
    void show(int lane, const std::shared_ptr<const Trace>& trace);
    /// A run of the lanes from `first` on begins: those behind it are empty until their first step.
    void beginRun(int first);
    /// Lanes that have no step by then wait for none.
    void endRun();

signals:
    /// The current lane's trace has grown, or is another one.
    void shown();

private:
    void onLanes();
    void onRemoved(int lane);
    void onCurrent(int lane);
    void showCurrent();
    void showSentences();
    void leaveSource();

    TraceCursor* cursor_;
    Views views_;
    bool removing_ = false;
};

} // namespace diffuscope
