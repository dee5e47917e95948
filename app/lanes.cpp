// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lanes.h"

#include "app/lane_list.h"
#include "app/lane_stack.h"
#include "app/lane_table.h"
#include "app/plot_docks.h"
#include "app/recipe_panel.h"
#include "widgets/inspector.h"
#include "widgets/sentences_view.h"
#include "widgets/step_player.h"
#include "widgets/trace_cursor.h"

#include <algorithm>

namespace diffuscope {

Lanes::Lanes(TraceCursor* cursor, const Views& views, QObject* parent) : QObject(parent), cursor_(cursor), views_(views) {
    auto* list = views.recipe->lanes();
    connect(list, &LaneList::removed, this, &Lanes::onRemoved);
    connect(list, &LaneList::changed, this, &Lanes::onLanes);
    connect(list, &LaneList::currentChanged, cursor, &TraceCursor::setLane);
    connect(cursor, &TraceCursor::laneChanged, this, &Lanes::onCurrent);
    onLanes();
}

std::shared_ptr<const Trace> Lanes::trace() const { return cursor_->trace(cursor_->lane()); }

void Lanes::show(int lane, const std::shared_ptr<const Trace>& trace) {
    const auto before = cursor_->trace(lane);
    const bool another = trace && (!before || before->header != trace->header);
    cursor_->setTrace(lane, trace);
    views_.stack->showTrace(lane);
    views_.table->wake();
    if (lane != cursor_->lane()) {
        views_.plots->updateLanes();
        return showSentences();
    }
    if (another) leaveSource();
    showCurrent();
}

void Lanes::beginRun(int first) {
    for (int lane = first + 1; lane < views_.stack->count(); ++lane) {
        views_.stack->setHint(lane, tr("Starting …"));
        show(lane, nullptr);
    }
}

void Lanes::endRun() {
    for (int lane = 0; lane < views_.stack->count(); ++lane) {
        views_.stack->setHint(lane, {});
        const auto trace = cursor_->trace(lane);
        if (trace && trace->steps.empty() && !trace->finished()) show(lane, nullptr);
    }
}

void Lanes::onLanes() {
    const auto& recipes = views_.recipe->lanes()->recipes();
    cursor_->setLaneCount(static_cast<int>(recipes.size()));
    views_.stack->setLanes(recipes);
    views_.table->setLanes(recipes);
    views_.plots->setSolver(QString::fromStdString(views_.recipe->lanes()->recipe().solver));
    showSentences();
}

void Lanes::onRemoved(int lane) {
    removing_ = true;
    cursor_->removeLane(lane);
    removing_ = false;
    onLanes();
    for (int left = 0; left < views_.stack->count(); ++left) views_.stack->showTrace(left);
    showCurrent();
}

void Lanes::onCurrent(int lane) {
    if (removing_) return;
    views_.recipe->lanes()->setCurrent(lane);
    showCurrent();
}

void Lanes::showCurrent() {
    const auto current = trace();
    views_.player->setTrace(current);
    views_.inspector->setTrace(current);
    views_.plots->setTrace(current);
    views_.plots->setSolver(QString::fromStdString(views_.recipe->lanes()->recipe().solver));
    showSentences();
    emit shown();
}

void Lanes::showSentences() {
    std::vector<std::shared_ptr<const Trace>> traces;
    for (int lane = 0; lane < cursor_->laneCount(); ++lane) traces.push_back(cursor_->trace(lane));
    views_.sentences->setTraces(traces);
}

void Lanes::leaveSource() {
    const auto& target = trace()->header->rows.front().target;
    if (target.at(static_cast<size_t>(cursor_->position()))) return;
    cursor_->setPosition(static_cast<int>(std::find(target.begin(), target.end(), 1) - target.begin()));
}

} // namespace diffuscope
