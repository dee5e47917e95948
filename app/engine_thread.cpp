// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine_thread.h"

#include "app/error_sentence.h"
#include "app/planned_steps.h"

#include <chrono>
#include <numeric>

namespace diffuscope {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kFrame = std::chrono::milliseconds(16);

double secondsSince(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

} // namespace

/// The lanes of a job: gathers their traces and offers each to the views, at most once a frame.
class EngineThread::JobRun {
public:
    JobRun(EngineThread& thread, const Job& job) : thread_(thread), job_(job), lanes_(job.lanes.size()) {
        for (size_t lane = 0; lane < lanes_.size(); ++lane) lanes_[lane].steps = plannedSteps(job.lanes[lane]);
    }
    /// Calls of the lanes that are `numbers[0]`, `numbers[1]`, … of the job.
    LanesObserver observer(const std::vector<size_t>& numbers, int& failed) {
        LanesObserver observer;
        observer.onStart = [this, numbers](size_t i, const auto& header) { onStart(numbers[i], header); };
        observer.onStep = [this, numbers](size_t i, const auto& step) { onStep(numbers[i], step); };
        observer.onEnd = [this, numbers](size_t i, Trace trace) { onEnd(numbers[i], std::move(trace)); };
        observer.onFailure = [numbers, &failed](size_t i) { failed = static_cast<int>(numbers[i]); };
        return observer;
    }
    int total() const {
        return std::accumulate(lanes_.begin(), lanes_.end(), 0, [](int sum, const Lane& lane) { return sum + lane.steps; });
    }

private:
    struct Lane {
        Trace trace;
        int steps = 0, done = 0; ///< steps: planned, then true
        Clock::time_point start, shown;
    };
    void onStart(size_t number, const std::shared_ptr<const TraceHeader>& header) {
        auto& lane = lanes_[number];
        lane.trace.header = header;
        lane.steps = header->steps;
        lane.start = Clock::now();
        lane.shown = lane.start - kFrame;
        thread_.post([thread = &thread_, id = job_.id, number, first = std::make_shared<const Trace>(lane.trace)] {
            emit thread->started(id, first, static_cast<int>(number));
        });
    }
    void onStep(size_t number, const std::shared_ptr<const TraceStep>& step) {
        auto& lane = lanes_[number];
        lane.trace.steps.push_back(step);
        lane.done = step->index;
        if (Clock::now() - lane.shown < kFrame) return;
        lane.shown = Clock::now();
        lane.trace.seconds = secondsSince(lane.start);
        lane.trace.evaluations = step->evaluations;
        const int done = std::accumulate(lanes_.begin(), lanes_.end(), 0, [](int sum, const Lane& each) { return sum + each.done; });
        thread_.offerStep(static_cast<int>(number), {job_.id, std::make_shared<const Trace>(lane.trace)},
                          {done, total(), secondsSince(begin_)});
    }
    void onEnd(size_t number, Trace trace) {
        const int lane = static_cast<int>(number);
        thread_.withdraw(lane);
        thread_.post([thread = &thread_, id = job_.id, lane, result = std::make_shared<const Trace>(std::move(trace))] {
            emit thread->laneFinished(id, result, lane);
        });
    }

    EngineThread& thread_;
    const Job& job_;
    Clock::time_point begin_ = Clock::now();
    std::vector<Lane> lanes_;
};

EngineThread::EngineThread(QObject* parent) : QObject(parent), worker_([this](const std::stop_token& quit) { work(quit); }) {
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

EngineThread::Id EngineThread::run(const std::vector<Recipe>& lanes, const TraceOptions& options) {
    Job job;
    job.lanes = lanes;
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

template <class Send> void EngineThread::post(Send send) { QMetaObject::invokeMethod(this, std::move(send), Qt::QueuedConnection); }

void EngineThread::work(const std::stop_token& quit) {
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

void EngineThread::perform(const Job& job, const std::stop_token& quit) {
    if (quit.stop_requested()) return;
    const auto id = job.id;
    int lane = 0;
    try {
        if (!job.folder.isEmpty()) open(job);
        else if (job.stop.stop_requested()) throw Cancelled{};
        else runJob(job, lane);
    } catch (const Cancelled&) {
        post([this, id] { emit cancelled(id); });
    } catch (const std::exception& error) {
        const auto* known = dynamic_cast<const Error*>(&error);
        const auto cause = known ? known->cause() : Error::Cause::General;
        const auto sentence = sentenceOf(error);
        if (job.folder.isEmpty()) post([this, id, sentence, cause, lane] { emit failed(id, sentence, cause, lane); });
        else post([this, id, sentence] { emit modelFailed(id, sentence); });
    }
}

void EngineThread::open(const Job& job) {
    const auto& info = engines_.at(job.folder, QStringLiteral("cpu")).info();
    opened_ = true;
    post([this, id = job.id, info] { emit modelOpened(id, info); });
}

void EngineThread::runJob(const Job& job, int& lane) {
    if (!opened_) throw Error(translatable("core", "No model is open; open a model folder first."));
    JobRun run(*this, job);
    // Lanes of one model on one device run as one batch, model after model.
    std::map<std::pair<QString, QString>, std::vector<size_t>> byModel;
    for (size_t i = 0; i < job.lanes.size(); ++i)
        byModel[{QString::fromStdString(job.lanes[i].model), QString::fromStdString(job.lanes[i].device)}].push_back(i);
    std::exception_ptr first;
    for (const auto& [where, numbers] : byModel) {
        int failed = static_cast<int>(numbers.front());
        std::vector<Recipe> recipes;
        for (const auto number : numbers) recipes.push_back(job.lanes[number]);
        try {
            engines_.at(where.first, where.second).runTogether(recipes, job.options, run.observer(numbers, failed), job.stop.get_token());
        } catch (const std::exception&) { // also what the system or LibTorch says; Cancelled is none
            if (first) continue;
            first = std::current_exception();
            lane = failed;
        }
    }
    if (first) std::rethrow_exception(first);
    post([this, id = job.id, total = run.total()] {
        emit progress(id, total, total, 0.0);
        emit finished(id);
    });
}

void EngineThread::offerStep(int lane, Offer offer, const Progress& progress) {
    const std::scoped_lock lock(mutex_);
    progress_ = progress;
    auto& waiting = newest_[lane];
    // If one waits, its delivery is on its way and will take this one instead.
    const bool onItsWay = waiting.trace && waiting.id == offer.id;
    waiting = std::move(offer);
    if (!onItsWay) post([this, id = waiting.id, lane] { deliverStep(id, lane); });
}

void EngineThread::withdraw(int lane) {
    const std::scoped_lock lock(mutex_);
    newest_.erase(lane);
}

void EngineThread::deliverStep(Id id, int lane) {
    Offer offer;
    Progress now;
    {
        const std::scoped_lock lock(mutex_);
        const auto waiting = newest_.find(lane);
        if (waiting == newest_.end() || waiting->second.id != id) return;
        offer = std::exchange(waiting->second, {});
        now = progress_;
    }
    if (!offer.trace) return;
    emit stepReady(id, offer.trace, lane);
    emit progress(id, now.done, now.total, now.done > 0 ? now.seconds / now.done * (now.total - now.done) : -1.0);
}

} // namespace diffuscope
