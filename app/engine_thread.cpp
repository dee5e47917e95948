// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine_thread.h"

#include <chrono>

namespace diffuscope {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kFrame = std::chrono::milliseconds(16);

QString sentenceOf(const std::exception& error) {
    // LibTorch appends a back trace to its sentence; people need the first line.
    const auto text = QString::fromUtf8(error.what());
    return text.section(QLatin1Char('\n'), 0, 0);
}

} // namespace

EngineThread::EngineThread(QObject* parent)
    : QObject(parent), worker_([this](std::stop_token quit) { work(std::move(quit)); }) {
    qRegisterMetaType<TracePtr>();
}

EngineThread::~EngineThread() {
    worker_.request_stop();
    cancelRuns();
}

EngineThread::Id EngineThread::openModel(const QString& folder) {
    Job job;
    job.folder = folder;
    return enqueue(std::move(job));
}

EngineThread::Id EngineThread::run(const Recipe& recipe, const TraceOptions& options) {
    Job job;
    job.recipe = recipe;
    job.options = options;
    return enqueue(std::move(job));
}

EngineThread::Id EngineThread::enqueue(Job job) {
    const std::scoped_lock lock(mutex_);
    job.id = ++lastId_;
    jobs_.push_back(std::move(job));
    wake_.notify_one();
    return lastId_;
}

void EngineThread::cancelRuns() {
    const std::scoped_lock lock(mutex_);
    current_.request_stop();
    for (auto& job : jobs_) job.stop.request_stop();
}

template <class Send> void EngineThread::post(Send send) {
    QMetaObject::invokeMethod(this, std::move(send), Qt::QueuedConnection);
}

void EngineThread::work(std::stop_token quit) {
    while (true) {
        Job job;
        {
            std::unique_lock lock(mutex_);
            if (!wake_.wait(lock, quit, [this] { return !jobs_.empty(); })) return;
            job = std::move(jobs_.front());
            jobs_.pop_front();
            if (job.folder.isEmpty()) current_ = job.stop;
        }
        perform(job, quit);
        const std::scoped_lock lock(mutex_);
        current_ = std::stop_source(std::nostopstate);
    }
}

void EngineThread::perform(const Job& job, std::stop_token quit) {
    if (quit.stop_requested()) return;
    const auto id = job.id;
    try {
        if (!job.folder.isEmpty()) open(job);
        else if (job.stop.stop_requested()) throw Cancelled{};
        else runJob(job);
    } catch (const Cancelled&) {
        post([this, id] { emit cancelled(id); });
    } catch (const std::exception& error) {
        const auto* known = dynamic_cast<const Error*>(&error);
        const auto cause = known ? known->cause() : Error::Cause::General;
        const auto sentence = sentenceOf(error);
        if (job.folder.isEmpty()) post([this, id, sentence, cause] { emit failed(id, sentence, cause); });
        else post([this, id, sentence] { emit modelFailed(id, sentence); });
    }
}

void EngineThread::open(const Job& job) {
    auto engine = std::make_unique<Engine>(job.folder.toStdString());
    engine_ = std::move(engine);
    post([this, id = job.id, info = engine_->info()] { emit modelOpened(id, info); });
}

void EngineThread::runJob(const Job& job) {
    if (!engine_) throw Error("No model is open; open a model folder first.");
    const auto id = job.id;
    Trace trace;
    auto shown = Clock::now() - kFrame;
    const auto start = Clock::now();
    Observer observer;
    observer.onStart = [&](const auto& header) {
        trace.header = header;
        post([this, id, first = std::make_shared<const Trace>(trace)] { emit started(id, first); });
    };
    observer.onStep = [&](const auto& step) {
        trace.steps.push_back(step);
        if (Clock::now() - shown < kFrame) return;
        shown = Clock::now();
        trace.seconds = std::chrono::duration<double>(shown - start).count();
        offerStep(id, std::make_shared<const Trace>(trace));
    };
    auto result = std::make_shared<const Trace>(engine_->run(job.recipe, job.options, observer, job.stop.get_token()));
    post([this, id, result] {
        deliverStep();
        emit progress(id, result->header->steps, result->header->steps, 0.0);
        emit finished(id, result);
    });
}

void EngineThread::offerStep(Id id, TracePtr trace) {
    const std::scoped_lock lock(mutex_);
    const bool waiting = newest_ != nullptr; // then a delivery is on its way and will take this one instead
    newest_ = std::move(trace);
    newestId_ = id;
    if (!waiting) post([this] { deliverStep(); });
}

void EngineThread::deliverStep() {
    TracePtr trace;
    Id id = 0;
    {
        const std::scoped_lock lock(mutex_);
        trace = std::exchange(newest_, nullptr);
        id = newestId_;
    }
    if (!trace) return;
    const int total = trace->header->steps, done = trace->steps.back()->index;
    emit stepReady(id, trace);
    emit progress(id, done, total, done > 0 ? trace->seconds / done * (total - done) : -1.0);
}

} // namespace diffuscope
