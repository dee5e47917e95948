// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine_thread.h"

#include "core/solvers/solver_table.h"

#include <chrono>
#include <numeric>

namespace diffuscope {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kFrame = std::chrono::milliseconds(16);

QString sentenceOf(const std::exception& error) {
    // LibTorch appends a back trace to its sentence; people need the first line.
    const auto text = QString::fromUtf8(error.what());
    return text.section(QLatin1Char('\n'), 0, 0);
}

/// Steps that a recipe will take, as far as that can be said before it runs.
int plannedSteps(const Recipe& recipe) {
    if (recipe.spacing == "custom" && !recipe.times.empty()) return std::max(1, static_cast<int>(recipe.times.size()) - 1);
    if (recipe.evaluations <= 0) return recipe.steps;
    return std::max(1, recipe.evaluations / std::max(1, findSolver(recipe.solver).evaluationsPerStep));
}

double secondsSince(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

} // namespace

/// One lane of a job: gathers its trace and offers it to the views, at most once a frame.
class EngineThread::LaneRun {
public:
    LaneRun(EngineThread& thread, const Job& job, int lane, std::vector<int>& steps, Clock::time_point begin)
        : thread_(thread), job_(job), lane_(lane), steps_(steps), begin_(begin) {
        observer_.onStart = [this](const auto& header) { onStart(header); };
        observer_.onStep = [this](const auto& step) { onStep(step); };
    }
    const Observer& observer() const { return observer_; }

private:
    void onStart(const std::shared_ptr<const TraceHeader>& header) {
        trace_.header = header;
        steps_[static_cast<size_t>(lane_)] = header->steps;
        thread_.post([thread = &thread_, id = job_.id, lane = lane_, first = std::make_shared<const Trace>(trace_)] {
            emit thread->started(id, first, lane);
        });
    }
    void onStep(const std::shared_ptr<const TraceStep>& step) {
        trace_.steps.push_back(step);
        if (Clock::now() - shown_ < kFrame) return;
        shown_ = Clock::now();
        trace_.seconds = secondsSince(start_);
        trace_.evaluations = step->evaluations;
        const int before = std::accumulate(steps_.begin(), steps_.begin() + lane_, 0);
        thread_.offerStep({job_.id, lane_, std::make_shared<const Trace>(trace_), before + step->index,
                           std::accumulate(steps_.begin(), steps_.end(), 0), secondsSince(begin_)});
    }

    EngineThread& thread_;
    const Job& job_;
    int lane_;
    std::vector<int>& steps_; ///< of each lane: planned, then true
    Clock::time_point begin_; ///< of the job
    Clock::time_point start_ = Clock::now(), shown_ = start_ - kFrame;
    Trace trace_;
    Observer observer_;
};

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
    auto engine = std::make_unique<Engine>(job.folder.toStdString());
    engine_ = std::move(engine);
    post([this, id = job.id, info = engine_->info()] { emit modelOpened(id, info); });
}

void EngineThread::runJob(const Job& job, int& lane) {
    if (!engine_) throw Error("No model is open; open a model folder first.");
    const auto begin = Clock::now();
    std::vector<int> steps;
    for (const auto& recipe : job.lanes) steps.push_back(plannedSteps(recipe));
    for (const auto& recipe : job.lanes) {
        const LaneRun run(*this, job, lane, steps, begin);
        auto result = std::make_shared<const Trace>(engine_->run(recipe, job.options, run.observer(), job.stop.get_token()));
        withdraw();
        post([this, id = job.id, lane, result] { emit laneFinished(id, result, lane); });
        ++lane;
    }
    post([this, id = job.id, total = std::accumulate(steps.begin(), steps.end(), 0)] {
        emit progress(id, total, total, 0.0);
        emit finished(id);
    });
}

void EngineThread::offerStep(Offer offer) {
    const std::scoped_lock lock(mutex_);
    // If one waits, its delivery is on its way and will take this one instead.
    const bool waiting = newest_.trace && newest_.id == offer.id && newest_.lane == offer.lane;
    newest_ = std::move(offer);
    if (!waiting) post([this, id = newest_.id, lane = newest_.lane] { deliverStep(id, lane); });
}

void EngineThread::withdraw() {
    const std::scoped_lock lock(mutex_);
    newest_ = {};
}

void EngineThread::deliverStep(Id id, int lane) {
    Offer offer;
    {
        const std::scoped_lock lock(mutex_);
        // A later lane's step waits for that lane's start to be told.
        if (newest_.id != id || newest_.lane != lane) return;
        offer = std::exchange(newest_, {});
    }
    if (!offer.trace) return;
    emit stepReady(id, offer.trace, lane);
    emit progress(id, offer.done, offer.total, offer.done > 0 ? offer.seconds / offer.done * (offer.total - offer.done) : -1.0);
}

} // namespace diffuscope
