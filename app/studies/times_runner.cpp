// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/times_runner.h"

#include <utility>

namespace diffuscope {
namespace {

constexpr int kThrottle = 30;   ///< milliseconds within which wishes are one
constexpr int kSettle = 300;    ///< milliseconds before a fine run: a source that is being typed is not worth one a letter
constexpr int kSlow = 500;      ///< milliseconds
constexpr int kPatience = 1000; ///< milliseconds after which a run under way gives way to a newer wish

} // namespace

TimesRunner::TimesRunner(QObject* parent) : QObject(parent) {
    throttle_.setSingleShot(true);
    connect(&throttle_, &QTimer::timeout, this, &TimesRunner::begin);
    connect(&job_, &EngineJob::finished, this, &TimesRunner::ended);
    connect(&job_, &EngineJob::cancelled, this, &TimesRunner::ended);
    connect(&job_, &EngineJob::failed, this, [this](const QString& sentence) {
        wanted_.reset();
        emit failed(sentence);
        ended();
    });
}

void TimesRunner::setBase(const Recipe& base, int fineSteps) {
    if (base == base_ && fineSteps == fineSteps_) return;
    base_ = base;
    fineSteps_ = fineSteps;
    fine_.reset();
    cancel();
}

void TimesRunner::cancel() {
    wanted_.reset();
    throttle_.stop();
    job_.cancel();
}

void TimesRunner::show(const std::vector<double>& times) {
    if (searching_) cancel();
    wanted_ = times;
    // A fine run is needed whatever the times are.
    if (job_.isRunning() && (!fine_ || since_.elapsed() < kPatience)) return;
    if (!throttle_.isActive()) throttle_.start(fine_ ? kThrottle : kSettle);
}

bool TimesRunner::isSlow() const { return isRunning() && since_.elapsed() > kSlow; }

void TimesRunner::ended() {
    searching_ = false;
    if (wanted_) return begin();
    emit runningChanged();
}

void TimesRunner::start(EngineJob::Work work) {
    since_.start();
    job_.start(base_, std::move(work));
    emit runningChanged();
}

StepsDone TimesRunner::tell(const EngineJob::Context& context, Phase phase) {
    return
        [this, &context, phase](int done, int total) { context.post([this, phase, done, total] { emit progressed(phase, done, total); }); };
}

TimesRunner::Fine TimesRunner::fineOf(const EngineJob::Context& context, const Recipe& base, int steps, Fine known) {
    if (known) return known;
    auto fine = std::make_shared<const FineRun>(runFine(context.engine, base, steps, tell(context, Phase::Fine), context.stop));
    context.post([this, fine] {
        fine_ = fine;
        since_.start();
        emit fineReady();
    });
    return fine;
}

void TimesRunner::openModel() {
    start([this, model = QString::fromStdString(base_.model)](const EngineJob::Context& context) {
        context.post([this, model, info = context.engine.info()] { emit opened(model, info); });
    });
}

void TimesRunner::begin() {
    if (!wanted_) return;
    const auto times = *std::exchange(wanted_, std::nullopt);
    start([this, times, base = base_, steps = fineSteps_, known = fine_](const EngineJob::Context& context) {
        const auto fine = fineOf(context, base, steps, known);
        const auto outcome = tryTimes(context.engine, base, times, *fine, tell(context, Phase::Run), context.stop);
        context.post([this, outcome] { emit shown(outcome); });
    });
}

void TimesRunner::search(const std::vector<double>& start, const Search& search) {
    cancel();
    searching_ = true;
    this->start([this, start, search, base = base_, steps = fineSteps_, known = fine_](const EngineJob::Context& context) {
        const auto fine = fineOf(context, base, steps, known);
        auto many = base;
        many.sources = search.sources;
        const auto ends = endOf(runFine(context.engine, many, steps, tell(context, Phase::Fine), context.stop));
        double first = -1.0;
        TimesSearch plan;
        plan.rounds = search.rounds;
        plan.stop = context.stop;
        plan.onBetter = [&](const std::vector<double>& times, double error) {
            if (first < 0) first = error;
            const auto outcome = tryTimes(context.engine, base, times, *fine, {}, context.stop);
            context.post([this, times, error, first, outcome] {
                emit better(times, error, first);
                emit shown(outcome);
            });
        };
        searchTimes(context.engine, many, ends, start, plan, tell(context, Phase::Search));
    });
}

} // namespace diffuscope
