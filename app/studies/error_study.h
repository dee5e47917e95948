// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/studies/split_models.h"
#include "core/engine/trace.h"

#include <QPointer>
#include <QWidget>
#include <memory>

class QLabel;
class QSpinBox;
class QTableView;

namespace diffuscope {

class ErrorSplitView;
class FrameLimiter;
class Notice;
class ReferenceRuns;
class RunBar;
class TraceCursor;

/// How much of each lane's difference from a fine reference run is solver error, how much rounding, and which tokens
/// flipped when. It follows the cursor's traces; references run in the background while it can be seen and no lane runs.
class ErrorStudy : public QWidget {
    Q_OBJECT
public:
    explicit ErrorStudy(TraceCursor* cursor, QWidget* parent = nullptr);
    ~ErrorStudy() override;

    LaneSplitsModel* lanes() const { return lanes_; }
    FlipsModel* flips() const { return flips_; }
    ErrorSplitView* view() const { return view_; }
    ReferenceRuns* references() const { return references_; }
    QString noteText() const;
    QString errorText() const;
    /// Steps of the reference run.
    int steps() const;
    void setSteps(int steps);

public slots:
    /// A trace has grown, or the study can be seen again.
    void wake();
    /// Computes the references that are missing, those too that failed or were cancelled.
    void run();
    /// Does now what was put off to the next frame.
    void refreshNow();

signals:
    void said(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    using TracePtr = std::shared_ptr<const Trace>;
    /// A split and what it was made of, so that it is not made anew.
    struct Known {
        TracePtr lane, reference;
        int row = 0;
        std::optional<ErrorSplit> split;
        QString fault; ///< why it could not be made
    };
    void createLayout();
    void refresh();
    LaneSplit splitOf(int lane);
    /// Of a lane that ran.
    QString titleOf(int lane) const;
    const Known& known(int lane, const TracePtr& trace, const TracePtr& reference);
    TracePtr referenceOf(const TracePtr& lane) const;
    /// The first lane's that has none and no fault; nothing when all is there or a lane still runs.
    std::optional<Recipe> missing() const;
    void startMissing();
    void showCurrent();
    void goTo(const QModelIndex& index);
    void retranslate();

    QPointer<TraceCursor> cursor_;
    std::unique_ptr<FrameLimiter> limiter_;
    ReferenceRuns* references_;
    QLabel *stepsTitle_, *note_;
    QSpinBox* steps_;
    RunBar* bar_;
    Notice* notice_;
    LaneSplitsModel* lanes_;
    FlipsModel* flips_;
    QTableView *laneTable_, *flipTable_;
    ErrorSplitView* view_;
    std::vector<Known> known_; ///< by lane
    bool selecting_ = false;
};

} // namespace diffuscope
