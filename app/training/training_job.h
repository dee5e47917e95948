// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/training_run.h"

#include <QObject>
#include <functional>
#include <thread>

namespace diffuscope {

/// How far a training run is.
struct TrainingProgress {
    qint64 step = 0;
    double share = 0;       ///< of the training time, 0 … 1
    double secondsLeft = 0; ///< of training; validations come on top
    double tokensPerSecond = 0;
};

/// One training run at a time, in a thread of its own, which gives way to what the person does. Destroying it stops the run,
/// which saves its checkpoint first.
class TrainingJob : public QObject {
    Q_OBJECT
public:
    enum class Phase { Reading, Training, Stopping };

    explicit TrainingJob(QObject* parent = nullptr);
    ~TrainingJob() override;

    /// Prepares the pairs unless the run goes on, then trains. Not while one runs.
    void start(const TrainingPlan& plan);
    /// It ends after the step, with a checkpoint to go on from: told by ended().
    void stop();
    bool isRunning() const { return running_; }

signals:
    void entered(diffuscope::TrainingJob::Phase phase);
    /// So many of all pairs are too long to learn from.
    void leftOut(int pairs, int all);
    void progressed(const diffuscope::TrainingProgress& progress);
    /// `whole`: the time is used up; otherwise it was stopped.
    void ended(bool whole);
    void failed(const QString& sentence);

private:
    void work(const TrainingPlan& plan, const std::stop_token& stop);
    /// Calls `tell` in the thread of the job's owner, in order.
    void post(std::function<void()> tell);

    bool running_ = false; ///< the owner's thread only
    std::jthread worker_;  ///< last: it must end before the rest goes
};

} // namespace diffuscope
