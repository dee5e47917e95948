// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/engine_job.h"

#include "app/error_sentence.h"
#include "core/error.h"

namespace diffuscope {

void EngineJob::Context::post(std::function<void()> send) const {
    QMetaObject::invokeMethod(
        &job_,
        [job = &job_, id = id_, send = std::move(send)] {
            if (job->running_ == id) send();
        },
        Qt::QueuedConnection);
}

EngineJob::EngineJob(QObject* parent) : QObject(parent), worker_([this](const std::stop_token& quit) { work(quit); }) {}

EngineJob::~EngineJob() {
    worker_.request_stop();
    const std::scoped_lock lock(mutex_);
    next_.reset();
    current_.request_stop();
}

void EngineJob::start(const Recipe& recipe, Work work) {
    Task task{++lastId_, recipe, std::move(work), {}};
    running_ = task.id;
    const std::scoped_lock lock(mutex_);
    current_.request_stop();
    next_ = std::move(task);
    wake_.notify_one();
}

void EngineJob::cancel() {
    if (!isRunning()) return;
    running_ = 0;
    {
        const std::scoped_lock lock(mutex_);
        next_.reset();
        current_.request_stop();
    }
    emit cancelled();
}

void EngineJob::work(const std::stop_token& quit) {
    while (true) {
        Task task;
        {
            std::unique_lock lock(mutex_);
            if (!wake_.wait(lock, quit, [this] { return next_.has_value(); })) return;
            task = std::move(*next_);
            next_.reset();
            current_ = task.stop;
        }
        // Quitting may have asked the task before this one to stop.
        if (quit.stop_requested()) return;
        perform(task);
    }
}

void EngineJob::perform(const Task& task) {
    try {
        task.work(Context(at(task.recipe), task.stop.get_token(), *this, task.id));
        end(task.id, [this] { emit finished(); });
    } catch (const Cancelled&) {
        end(task.id, [this] { emit cancelled(); });
    } catch (const std::exception& error) {
        end(task.id, [this, sentence = sentenceOf(error)] { emit failed(sentence); });
    }
}

void EngineJob::end(quint64 id, std::function<void()> tell) {
    QMetaObject::invokeMethod(
        this,
        [this, id, tell = std::move(tell)] {
            if (running_ != id) return;
            running_ = 0;
            tell();
        },
        Qt::QueuedConnection);
}

} // namespace diffuscope
