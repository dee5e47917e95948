// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/training_job.h"

#include "app/error_sentence.h"
#include "core/engine/cancelled.h"
#include "core/train/trainer.h"

#include <sys/resource.h>
#include <unistd.h>

namespace diffuscope {
namespace {

constexpr int kNice = 10;
constexpr int kMostValidationMinutes = 20;

/// The window's own runs come first. On Linux it is a thread's matter, and OpenMP's threads, which it starts, inherit it.
void giveWay() { setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), kNice); }

} // namespace

TrainingJob::TrainingJob(QObject* parent) : QObject(parent) {}
TrainingJob::~TrainingJob() = default;

void TrainingJob::start(const TrainingPlan& plan) {
    if (running_) return;
    running_ = true;
    worker_ = std::jthread([this, plan](const std::stop_token& stop) { work(plan, stop); });
}

void TrainingJob::stop() {
    if (!running_ || worker_.get_stop_token().stop_requested()) return;
    worker_.request_stop();
    emit entered(Phase::Stopping);
}

void TrainingJob::post(std::function<void()> tell) { QMetaObject::invokeMethod(this, std::move(tell), Qt::QueuedConnection); }

void TrainingJob::work(const TrainingPlan& plan, const std::stop_token& stop) {
    giveWay();
    const auto end = [this](std::function<void()> tell) {
        post([this, tell = std::move(tell)] {
            running_ = false;
            tell();
        });
    };
    const auto stopped = [&stop] {
        if (stop.stop_requested()) throw Cancelled{};
    };
    try {
        post([this] { emit entered(Phase::Reading); });
        if (!plan.goesOn()) prepareData(prepareOptionsOf(plan), [&](const std::string&) { stopped(); });
        stopped();
        Trainer trainer(trainConfigOf(plan), readPreparedData(plan.prepared()), plan.folder());
        post([this] { emit entered(Phase::Training); });
        TrainCallbacks callbacks;
        // Often enough that the curve of a short run has points.
        callbacks.validateMinutes = std::min<double>(kMostValidationMinutes, plan.minutes / 10);
        callbacks.onReport = [&](const TrainReport& report) {
            const double whole = report.position.seconds + report.secondsLeft;
            const TrainingProgress progress{report.position.step, whole > 0 ? report.position.seconds / whole : 0.0, report.secondsLeft,
                                            report.tokensPerSecond};
            post([this, progress] { emit progressed(progress); });
        };
        trainer.run(callbacks, stop);
        end([this, whole = !stop.stop_requested()] { emit ended(whole); });
    } catch (const Cancelled&) {
        end([this] { emit ended(false); });
    } catch (const std::exception& error) {
        end([this, sentence = sentenceOf(error)] { emit failed(sentence); });
    }
}

} // namespace diffuscope
