// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"
#include "core/error.h"

#include <QObject>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace diffuscope {

using TracePtr = std::shared_ptr<const Trace>;

/// The only place where threads meet: jobs go in with an id, signals with that id come out in the thread that owns
/// this object. Steps are delivered as growing traces, the newest only, at most once a frame. Destroying it in the
/// middle of a run stops the run within one step.
class EngineThread : public QObject {
    Q_OBJECT
public:
    using Id = quint64;

    explicit EngineThread(QObject* parent = nullptr);
    ~EngineThread() override;

    /// Opens a model folder ("bundled": the one that ships); the model that was open stays until this succeeds.
    Id openModel(const QString& folder);
    /// Runs the recipes, lane after lane, on the model that is open when their turn comes. What a lane draws does not
    /// depend on the others. The first that fails ends the job.
    Id run(const std::vector<Recipe>& lanes, const TraceOptions& options = {});
    Id run(const Recipe& recipe, const TraceOptions& options = {}) { return run(std::vector{recipe}, options); }
    /// Stops the run under way and drops those that wait. Opening a model is not stopped.
    void cancelRuns();

signals:
    void modelOpened(quint64 id, const diffuscope::ModelInfo& info);
    void modelFailed(quint64 id, const QString& sentence);
    void started(quint64 id, const diffuscope::TracePtr& trace, int lane);
    void stepReady(quint64 id, const diffuscope::TracePtr& trace, int lane);
    /// Steps of all lanes; secondsLeft < 0: not known yet.
    void progress(quint64 id, int done, int total, double secondsLeft);
    void laneFinished(quint64 id, const diffuscope::TracePtr& trace, int lane);
    /// All lanes are.
    void finished(quint64 id);
    void failed(quint64 id, const QString& sentence, diffuscope::Error::Cause cause, int lane);
    void cancelled(quint64 id);

private:
    struct Job {
        Id id = 0;
        QString folder;            ///< open this model …
        std::vector<Recipe> lanes; ///< … or, when empty, run these
        TraceOptions options;
        std::stop_source stop;
    };
    /// A trace on its way to the views, with what the job has behind it.
    struct Offer {
        Id id = 0;
        int lane = 0;
        TracePtr trace; ///< null: nothing to deliver
        int done = 0, total = 0;
        double seconds = 0.0;
    };
    class LaneRun;

    Id enqueue(Job job);
    void work(std::stop_token quit);
    void perform(const Job& job, std::stop_token quit);
    void open(const Job& job);
    /// `lane` says how far it came when it throws.
    void runJob(const Job& job, int& lane);
    /// Calls `send` in this object's thread, unless the object is gone by then.
    template <class Send> void post(Send send);
    void offerStep(Offer offer);
    void deliverStep(Id id, int lane);
    /// What was offered last is superseded.
    void withdraw();

    std::unique_ptr<Engine> engine_; ///< the worker's alone
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::deque<Job> jobs_;      ///< guarded by mutex_
    std::stop_source current_{std::nostopstate}; ///< guarded by mutex_
    Id lastId_ = 0;             ///< guarded by mutex_
    Offer newest_;              ///< guarded by mutex_
    std::jthread worker_;       ///< last: it must end before the rest goes
};

} // namespace diffuscope

Q_DECLARE_METATYPE(diffuscope::TracePtr)
