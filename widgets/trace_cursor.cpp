// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace_cursor.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace diffuscope {
namespace {

int clampTo(int value, int count) {
    return std::clamp(value, 0, std::max(0, count - 1));
}

int recorded(const std::shared_ptr<const Trace>& trace) {
    return trace ? static_cast<int>(trace->steps.size()) : 0;
}

} // namespace

TraceCursor::TraceCursor(QObject* parent) : QObject(parent), traces_(1) {}

double TraceCursor::time() const {
    const auto current = trace(lane_);
    if (step_ >= recorded(current)) return std::numeric_limits<double>::quiet_NaN();
    return current->steps[static_cast<size_t>(step_)]->t;
}

int TraceCursor::stepInLane(int lane) const {
    const auto other = trace(lane);
    if (lane == lane_ || recorded(other) == 0) return step_;
    const double now = time();
    if (std::isnan(now)) return clampTo(step_, recorded(other));
    // Times descend, so the nearest is on either side of the first one that is not greater.
    const auto& steps = other->steps;
    const auto found =
        std::partition_point(steps.begin(), steps.end(), [now](const auto& step) { return step->t > now; });
    if (found == steps.begin()) return 0;
    if (found == steps.end()) return recorded(other) - 1;
    const bool before = (*(found - 1))->t - now < now - (*found)->t;
    return static_cast<int>(found - steps.begin()) - (before ? 1 : 0);
}

void TraceCursor::setTrace(int lane, const std::shared_ptr<const Trace>& trace) {
    if (lane < 0) return;
    if (lane >= laneCount_) setLaneCount(lane + 1);
    auto& slot = traces_[static_cast<size_t>(lane)];
    const bool sameRun = slot && trace && slot->header == trace->header;
    const bool grown = recorded(trace) > 0 && (!sameRun || recorded(trace) > recorded(slot));
    slot = trace;
    if (lane != lane_) return;
    adoptRanges();
    if (grown && followLive_) moveStep(stepCount_ - 1);
}

std::shared_ptr<const Trace> TraceCursor::trace(int lane) const {
    return lane >= 0 && lane < laneCount_ ? traces_[static_cast<size_t>(lane)] : nullptr;
}

void TraceCursor::setLaneCount(int count) {
    laneCount_ = std::max(1, count);
    traces_.resize(static_cast<size_t>(laneCount_));
    setLane(lane_);
}

void TraceCursor::setStepCount(int count) {
    count = std::max(0, count);
    if (count != stepCount_) emit stepCountChanged(stepCount_ = count);
    moveStep(step_);
}

void TraceCursor::setRowCount(int count) {
    count = std::max(0, count);
    if (count != rowCount_) emit rowCountChanged(rowCount_ = count);
    setRow(row_);
}

void TraceCursor::setPositionCount(int count) {
    positionCount_ = std::max(0, count);
    setPosition(position_);
}

void TraceCursor::setLane(int lane) {
    lane = clampTo(lane, laneCount_);
    if (lane == lane_) return;
    const int step = stepInLane(lane);
    lane_ = lane;
    // Ranges first: whoever hears of the lane finds a step that exists in it.
    step_ = std::min(step, std::max(0, recorded(trace(lane)) - 1));
    adoptRanges();
    emit laneChanged(lane_);
    emit stepChanged(step_);
}

void TraceCursor::setRow(int row) {
    row = clampTo(row, rowCount_);
    if (row != row_) emit rowChanged(row_ = row);
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
    if (position != position_) emit positionChanged(position_ = position);
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

} // namespace diffuscope
