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
    /// Runs the recipe on the model that is open when its turn comes.
    Id run(const Recipe& recipe, const TraceOptions& options = {});
    /// Stops the run under way and drops those that wait. Opening a model is not stopped.
    void cancelRuns();

signals:
    void modelOpened(quint64 id, const diffuscope::ModelInfo& info);
    void modelFailed(quint64 id, const QString& sentence);
    void started(quint64 id, const diffuscope::TracePtr& trace);
    void stepReady(quint64 id, const diffuscope::TracePtr& trace);
    /// secondsLeft < 0: not known yet.
    void progress(quint64 id, int done, int total, double secondsLeft);
    void finished(quint64 id, const diffuscope::TracePtr& trace);
    void failed(quint64 id, const QString& sentence, diffuscope::Error::Cause cause);
    void cancelled(quint64 id);

private:
    struct Job {
        Id id = 0;
        QString folder; ///< open this model …
        Recipe recipe;  ///< … or, when empty, run this
        TraceOptions options;
        std::stop_source stop;
    };
    class Progress;

    Id enqueue(Job job);
    void work(std::stop_token quit);
    void perform(const Job& job, std::stop_token quit);
    void open(const Job& job);
    void runJob(const Job& job);
    /// Calls `send` in this object's thread, unless the object is gone by then.
    template <class Send> void post(Send send);
    void offerStep(Id id, TracePtr trace);
    void deliverStep();

    std::unique_ptr<Engine> engine_; ///< the worker's alone
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::deque<Job> jobs_;      ///< guarded by mutex_
    std::stop_source current_{std::nostopstate}; ///< guarded by mutex_
    Id lastId_ = 0;             ///< guarded by mutex_
    TracePtr newest_;           ///< guarded by mutex_; null: nothing to deliver
    Id newestId_ = 0;           ///< guarded by mutex_
    std::jthread worker_;       ///< last: it must end before the rest goes
};

} // namespace diffuscope

Q_DECLARE_METATYPE(diffuscope::TracePtr)
