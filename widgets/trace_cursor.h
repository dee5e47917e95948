// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/trace.h"

#include <QObject>
#include <memory>
#include <vector>

namespace diffuscope {

/// Where the person looks: one position shared by every view. Views read it and move it; none knows another.
///
/// `step` counts the recorded steps of the current lane (index into Trace::steps, 0 = noise), `row` the
/// sequences of the batch, `position` the places on the canvas. Values outside the ranges are clamped.
/// The owner calls setTrace() whenever a lane's trace grows; that sets the ranges and, with followLive(),
/// moves to the newest step.
class TraceCursor : public QObject {
    Q_OBJECT
public:
    /// How a step of one lane finds its like in another: the nearest λ, the same share of the steps, the same number.
    enum class Align { Lambda, Fraction, Step };

    explicit TraceCursor(QObject* parent = nullptr);

    int lane() const { return lane_; }
    int row() const { return row_; }
    int step() const { return step_; }
    int position() const { return position_; }
    int laneCount() const { return laneCount_; }
    int rowCount() const { return rowCount_; }
    int stepCount() const { return stepCount_; }
    int positionCount() const { return positionCount_; }
    bool followLive() const { return followLive_; }

    /// The cell under the mouse in whichever view, in the current lane; −1: none.
    int hoverStep() const { return hoverStep_; }
    int hoverPosition() const { return hoverPosition_; }

    /// Continuous time t of the current step; NaN while there is none.
    double time() const;
    Align align() const { return align_; }
    /// The step of another lane that stands beside the current one; the current step for the current lane.
    int stepInLane(int lane) const;
    /// The step of lane `to` that stands beside a step of lane `from`; −1: there is none.
    int stepBeside(int from, int step, int to) const;

    /// The trace of a lane as far as it has come; nullptr clears it.
    void setTrace(int lane, const std::shared_ptr<const Trace>& trace);
    std::shared_ptr<const Trace> trace(int lane) const;
    /// How many lanes there are; fewer drop the traces of the removed ones. At least one.
    void setLaneCount(int count);
    /// Later lanes move up; the current one stays the current one if it can.
    void removeLane(int lane);
    /// Ranges of the current lane, for views without a trace; setTrace() sets them by itself.
    void setStepCount(int count);
    void setRowCount(int count);
    void setPositionCount(int count);

public slots:
    void setLane(int lane);
    void setRow(int row);
    void setStep(int step);
    void setPosition(int position);
    /// Moving to an earlier step switches following off; moving to the last one leaves it as it is.
    void setFollowLive(bool follow);
    void setAlign(diffuscope::TraceCursor::Align align);
    /// Marks a step, a position or both in every view without moving there; −1: none.
    void setHover(int step, int position);

signals:
    void laneChanged(int lane);
    /// A lane's trace has grown, is another one, or is gone.
    void traceChanged(int lane);
    void laneCountChanged(int count);
    void alignChanged();
    void rowChanged(int row);
    void stepChanged(int step);
    void positionChanged(int position);
    void stepCountChanged(int count);
    void rowCountChanged(int count);
    void followLiveChanged(bool follow);
    void hoverChanged();

private:
    void adoptRanges();
    void moveStep(int step);
    void moveRow(int row);
    void movePosition(int position);

    int lane_ = 0;
    int row_ = 0;
    int step_ = 0;
    int position_ = 0;
    int wantedRow_ = 0; ///< where the person looked: a lane without it, or without a trace yet, is left again for that
    int wantedPosition_ = 0;
    int laneCount_ = 1;
    int rowCount_ = 0;
    int stepCount_ = 0;
    int positionCount_ = 0;
    int hoverStep_ = -1;
    int hoverPosition_ = -1;
    bool followLive_ = true;
    Align align_ = Align::Lambda;
    std::vector<std::shared_ptr<const Trace>> traces_;
};

} // namespace diffuscope
