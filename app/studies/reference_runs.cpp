// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/reference_runs.h"

#include "app/studies/engine_job.h"
#include "core/compare/reference_run.h"

#include <QElapsedTimer>
#include <algorithm>
#include <limits>

namespace diffuscope {
namespace {

constexpr size_t kMostKept = 8;

} // namespace

ReferenceRuns::ReferenceRuns(QObject* parent) : QObject(parent), job_(new EngineJob(this)) {
    connect(job_, &EngineJob::finished, this, &ReferenceRuns::ready);
    const auto fail = [this](const QString& sentence) {
        faults_.push_back({underWay_, sentence});
        emit failed(sentence);
    };
    connect(job_, &EngineJob::failed, this, fail);
    connect(job_, &EngineJob::cancelled, this, [fail] { fail(tr("The reference run was cancelled.")); });
}

ReferenceRuns::~ReferenceRuns() = default;

ReferenceRuns::TracePtr ReferenceRuns::find(const Recipe& reference) const {
    const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& one) { return one.recipe == reference; });
    return found == kept_.end() ? nullptr : found->trace;
}

QString ReferenceRuns::faultOf(const Recipe& reference) const {
    const auto found = std::find_if(faults_.begin(), faults_.end(), [&](const Fault& one) { return one.recipe == reference; });
    return found == faults_.end() ? QString() : found->sentence;
}

bool ReferenceRuns::isRunning() const { return job_->isRunning(); }
void ReferenceRuns::cancel() { job_->cancel(); }

void ReferenceRuns::start(const Recipe& reference) {
    std::erase_if(faults_, [&](const Fault& one) { return one.recipe == reference; });
    underWay_ = reference;
    job_->start(reference, [this, reference](const EngineJob::Context& context) {
        QElapsedTimer timer;
        timer.start();
        int steps = reference.steps;
        Observer observer;
        observer.onStart = [&](const auto& header) { steps = std::max(1, header->steps); };
        observer.onStep = [&](const std::shared_ptr<const TraceStep>& step) {
            const double share = static_cast<double>(step->index) / steps;
            const double left = step->index > 0 ? static_cast<double>(timer.elapsed()) / 1000.0 * (1.0 - share) / share
                                                : std::numeric_limits<double>::quiet_NaN();
            context.post([this, share, left] { emit progress(share, left); });
        };
        TraceOptions options;
        options.neighbours = 1;
        const auto trace =
            std::make_shared<const Trace>(withoutInnerLatents(context.engine.run(reference, options, observer, context.stop)));
        context.post([this, reference, trace] { keep(reference, trace); });
    });
}

void ReferenceRuns::keep(const Recipe& recipe, const TracePtr& trace) {
    kept_.push_back({recipe, trace});
    if (kept_.size() > kMostKept) kept_.pop_front();
}

} // namespace diffuscope
