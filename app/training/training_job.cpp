// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/training_job.h"

#include "app/error_sentence.h"

#include <sys/resource.h>
#include <unistd.h>

namespace diffuscope {
namespace {

constexpr int kNice = 10;

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
    try {
        post([this] { emit entered(Phase::Reading); });
        TrainingCallbacks callbacks;
        callbacks.onTraining = [this](const TrainingStart& start) {
            post([this, start] {
                emit entered(Phase::Training);
                if (start.used < start.all) emit leftOut(static_cast<int>(start.all - start.used), static_cast<int>(start.all));
            });
        };
        callbacks.onLine = [this](const TrainLogLine& line, double secondsLeft) {
            const double whole = line.seconds + secondsLeft;
            const TrainingProgress progress{line.step, whole > 0 ? line.seconds / whole : 0.0, secondsLeft, line.tokensPerSecond};
            post([this, progress] { emit progressed(progress); });
        };
        runTraining(plan, callbacks, stop);
        end([this, whole = !stop.stop_requested()] { emit ended(whole); });
    } catch (const std::exception& error) {
        end([this, sentence = sentenceOf(error)] { emit failed(sentence); });
    }
}

} // namespace diffuscope
