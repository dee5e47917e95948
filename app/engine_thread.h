// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engines.h"
#include "core/engine/engine.h"
#include "core/error.h"

#include <QObject>
#include <condition_variable>
#include <deque>
#include <map>
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

    /// Opens a model folder ("bundled": the one that ships), or tells of one that is open already.
    Id openModel(const QString& folder);
    /// Runs the recipes side by side, each on its model, which is opened where it is not yet. What a lane draws does not
    /// depend on the others. One that fails does not stop them; the first failure is told in the end. Before a model was
    /// opened nothing runs.
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
    /// What a job has behind it, all lanes together.
    struct Progress {
        int done = 0, total = 0; ///< steps
        double seconds = 0.0;
    };
    /// A trace on its way to the views.
    struct Offer {
        Id id = 0;
        TracePtr trace; ///< null: nothing to deliver
    };
    class JobRun;

    Id enqueue(Job job);
    void work(const std::stop_token& quit);
    void perform(const Job& job, const std::stop_token& quit);
    void open(const Job& job);
    /// `lane` says how far it came when it throws.
    void runJob(const Job& job, int& lane);
    /// Calls `send` in this object's thread, unless the object is gone by then.
    template <class Send> void post(Send send);
    void offerStep(int lane, Offer offer, const Progress& progress);
    void deliverStep(Id id, int lane);
    /// What was offered of a lane is superseded.
    void withdraw(int lane);

    Engines engines_;     ///< the worker's alone
    bool opened_ = false; ///< a model was; likewise
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::deque<Job> jobs_;                       ///< guarded by mutex_
    std::stop_source current_{std::nostopstate}; ///< guarded by mutex_
    Id lastId_ = 0;                              ///< guarded by mutex_
    std::map<int, Offer> newest_;                ///< by lane; guarded by mutex_
    Progress progress_;                          ///< of the job under way; guarded by mutex_
    std::jthread worker_;                        ///< last: it must end before the rest goes
};

} // namespace diffuscope

Q_DECLARE_METATYPE(diffuscope::TracePtr)
