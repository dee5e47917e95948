// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engines.h"
#include "core/engine/engine.h"

#include <QObject>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace diffuscope {

/// One piece of work at a time on an engine of its own, in a thread of its own: what takes minutes must not wait for the
/// window's runs (EngineThread), nor they for it. Destroying it stops the work within one step of the engine.
class EngineJob : public QObject {
    Q_OBJECT
public:
    /// What work sees, in the job's thread.
    class Context {
    public:
        Engine& engine;
        std::stop_token stop;
        /// Another model beside it, as a recipe names it; valid as long as the work.
        Engine& other(const Recipe& recipe) const { return job_.at(recipe); }
        /// Calls `send` in the thread of the job, in order; not at all once this work was stopped or another one started.
        void post(std::function<void()> send) const;

    private:
        friend class EngineJob;
        Context(Engine& open, std::stop_token token, EngineJob& job, quint64 id)
            : engine(open), stop(std::move(token)), job_(job), id_(id) {}
        EngineJob& job_;
        quint64 id_;
    };
    /// May throw Error or Cancelled.
    using Work = std::function<void(const Context&)>;

    explicit EngineJob(QObject* parent = nullptr);
    ~EngineJob() override;

    /// Opens the recipe's model on its device unless it is open, then does the work. Work under way is
    /// stopped and not heard of again.
    void start(const Recipe& recipe, Work work);
    /// Told by cancelled(), at once.
    void cancel();
    bool isRunning() const { return running_ != 0; }

signals:
    void finished();
    void failed(const QString& sentence);
    void cancelled();

private:
    struct Task {
        quint64 id = 0;
        Recipe recipe; ///< whose model and device it takes
        Work work;
        std::stop_source stop;
    };
    Engine& at(const Recipe& recipe) { return engines_.at(QString::fromStdString(recipe.model), QString::fromStdString(recipe.device)); }
    void work(const std::stop_token& quit);
    void perform(const Task& task);
    void end(quint64 id, std::function<void()> tell);

    quint64 lastId_ = 0, running_ = 0; ///< owner's thread only; running_ 0: nothing
    Engines engines_;                  ///< the worker's alone
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::optional<Task> next_;                   ///< guarded by mutex_
    std::stop_source current_{std::nostopstate}; ///< guarded by mutex_
    std::jthread worker_;                        ///< last: it must end before the rest goes
};

} // namespace diffuscope
