// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace_cursor.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace diffuscope {
namespace {

int clampTo(int value, int count) { return std::clamp(value, 0, std::max(0, count - 1)); }

int recorded(const std::shared_ptr<const Trace>& trace) { return trace ? static_cast<int>(trace->steps.size()) : 0; }

/// Where a step lies on the scale on which lanes are laid side by side; it rises with the steps.
double placeOf(const Trace& trace, const TraceStep& step, TraceCursor::Align align) {
    switch (align) {
    case TraceCursor::Align::Lambda: return step.lambda;
    case TraceCursor::Align::Fraction: return static_cast<double>(step.index) / std::max(1, trace.header->steps);
    case TraceCursor::Align::Step: break;
    }
    return step.index;
}

} // namespace

TraceCursor::TraceCursor(QObject* parent) : QObject(parent), traces_(1) {}

double TraceCursor::time() const {
    const auto current = trace(lane_);
    if (step_ >= recorded(current)) return std::numeric_limits<double>::quiet_NaN();
    return current->steps[static_cast<size_t>(step_)]->t;
}

int TraceCursor::stepInLane(int lane) const {
    if (lane == lane_ || recorded(trace(lane)) == 0) return step_;
    const int beside = stepBeside(lane_, step_, lane);
    return beside >= 0 ? beside : clampTo(step_, recorded(trace(lane)));
}

int TraceCursor::stepBeside(int from, int step, int to) const {
    const auto here = trace(from), there = trace(to);
    if (step < 0 || step >= recorded(here) || recorded(there) == 0) return -1;
    if (from == to) return step;
    const double place = placeOf(*here, *here->steps[static_cast<size_t>(step)], align_);
    if (std::isnan(place)) return -1;
    // Places rise, so the nearest is on either side of the first one that is not smaller.
    const auto of = [&](const auto& other) { return placeOf(*there, *other, align_); };
    const auto& steps = there->steps;
    const auto found = std::partition_point(steps.begin(), steps.end(), [&](const auto& other) { return of(other) < place; });
    if (found == steps.begin()) return 0;
    if (found == steps.end()) return recorded(there) - 1;
    const bool before = place - of(*(found - 1)) < of(*found) - place;
    return static_cast<int>(found - steps.begin()) - (before ? 1 : 0);
}

void TraceCursor::setTrace(int lane, const std::shared_ptr<const Trace>& trace) {
    if (lane < 0) return;
    if (lane >= laneCount_) setLaneCount(lane + 1);
    auto& slot = traces_[static_cast<size_t>(lane)];
    const bool sameRun = slot && trace && slot->header == trace->header;
    const bool grown = recorded(trace) > 0 && (!sameRun || recorded(trace) > recorded(slot));
    slot = trace;
    if (lane == lane_) {
        adoptRanges();
        if (!trace) moveStep(0), moveRow(0), movePosition(0);
        if (grown && followLive_) moveStep(stepCount_ - 1);
    }
    emit traceChanged(lane);
}

std::shared_ptr<const Trace> TraceCursor::trace(int lane) const {
    return lane >= 0 && lane < laneCount_ ? traces_[static_cast<size_t>(lane)] : nullptr;
}

void TraceCursor::setLaneCount(int count) {
    count = std::max(1, count);
    if (count == laneCount_) return;
    // Away from a lane that goes, while it is still there to be left.
    if (lane_ >= count) setLane(count - 1);
    laneCount_ = count;
    traces_.resize(static_cast<size_t>(count));
    emit laneCountChanged(count);
}

void TraceCursor::removeLane(int lane) {
    if (lane < 0 || lane >= laneCount_ || laneCount_ == 1) return;
    if (lane == lane_) setLane(lane == 0 ? 1 : lane - 1);
    traces_.erase(traces_.begin() + lane);
    --laneCount_;
    if (lane_ > lane) emit laneChanged(--lane_); // another number for the same lane
    emit laneCountChanged(laneCount_);
}

void TraceCursor::setAlign(Align align) {
    if (align == align_) return;
    align_ = align;
    emit alignChanged();
}

void TraceCursor::setStepCount(int count) {
    count = std::max(0, count);
    if (count != stepCount_) emit stepCountChanged(stepCount_ = count);
    if (count > 0) moveStep(step_); // where there is nothing yet, other lanes stay where they were looked at
}

void TraceCursor::setRowCount(int count) {
    count = std::max(0, count);
    if (count != rowCount_) emit rowCountChanged(rowCount_ = count);
    if (count > 0) moveRow(wantedRow_);
}

void TraceCursor::setPositionCount(int count) {
    positionCount_ = std::max(0, count);
    if (positionCount_ > 0) movePosition(wantedPosition_);
}

void TraceCursor::setLane(int lane) {
    lane = clampTo(lane, laneCount_);
    if (lane == lane_) return;
    const int step = stepInLane(lane);
    lane_ = lane;
    // Ranges first: whoever hears of the lane finds a step that exists in it.
    if (recorded(trace(lane)) > 0) step_ = clampTo(step, recorded(trace(lane)));
    adoptRanges();
    emit laneChanged(lane_);
    emit stepChanged(step_);
}

void TraceCursor::setRow(int row) {
    row = clampTo(row, rowCount_);
    if (rowCount_ > 0) wantedRow_ = row;
    moveRow(row);
}

void TraceCursor::setStep(int step) {
    step = clampTo(step, stepCount_);
    const auto current = trace(lane_);
    const bool live = current && !current->finished();
    // Looking back while steps arrive must not be undone by the next one.
    if (live && step < stepCount_ - 1) setFollowLive(false);
    moveStep(step);
}

void TraceCursor::setPosition(int position) {
    position = clampTo(position, positionCount_);
    if (positionCount_ > 0) wantedPosition_ = position;
    movePosition(position);
}

void TraceCursor::setFollowLive(bool follow) {
    if (follow == followLive_) return;
    followLive_ = follow;
    emit followLiveChanged(follow);
    const auto current = trace(lane_);
    if (follow && current && !current->finished()) moveStep(stepCount_ - 1);
}

void TraceCursor::setHover(int step, int position) {
    step = step < stepCount_ ? std::max(-1, step) : -1;
    position = position < positionCount_ ? std::max(-1, position) : -1;
    if (step == hoverStep_ && position == hoverPosition_) return;
    hoverStep_ = step;
    hoverPosition_ = position;
    emit hoverChanged();
}

void TraceCursor::adoptRanges() {
    const auto current = trace(lane_);
    setRowCount(current ? current->batch() : 0);
    setPositionCount(current ? current->header->length : 0);
    setStepCount(recorded(current));
    setHover(hoverStep_, hoverPosition_);
}

void TraceCursor::moveStep(int step) {
    step = clampTo(step, stepCount_);
    if (step != step_) emit stepChanged(step_ = step);
}

void TraceCursor::moveRow(int row) {
    row = clampTo(row, rowCount_);
    if (row != row_) emit rowChanged(row_ = row);
}

void TraceCursor::movePosition(int position) {
    position = clampTo(position, positionCount_);
    if (position != position_) emit positionChanged(position_ = position);
}

} // namespace diffuscope
