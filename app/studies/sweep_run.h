// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/studies/engine_job.h"
#include "app/studies/sweep_record.h"
#include "core/sweep/sweep.h"

namespace diffuscope {

/// What a plan will take, as far as a few sentences tell.
struct SweepEstimate {
    std::size_t rows = 0;              ///< of the file
    double secondsPerEvaluation = 0.0; ///< of the network, a sentence
};

/// A sweep in the background, on an engine of its own. It is pausable between batches; finished batches are in the store.
/// Destroying it stops it within one step of the engine.
class SweepRun : public QObject {
    Q_OBJECT
public:
    explicit SweepRun(QObject* parent = nullptr);

    /// The plan's model is opened; what another sweep left in the store is taken from there.
    void start(const SweepPlan& plan, const std::filesystem::path& store);
    /// Measures a few sentences, unless a sweep runs; told by estimated(), or not at all.
    void estimate(const SweepPlan& plan);
    void cancel();
    void setPaused(bool paused);
    bool isRunning() const { return sweeping_; }

signals:
    void opened(const diffuscope::SweepOrigin& origin);
    void rowReady(const diffuscope::SweepRow& row);
    /// Not more often than people can read.
    void progressed(const diffuscope::SweepProgress& progress);
    void estimated(const diffuscope::SweepEstimate& estimate);
    void finished();
    void failed(const QString& sentence);
    void cancelled();

private:
    void sweep(const EngineJob::Context& context, const SweepPlan& plan, const std::filesystem::path& store);
    /// Whether it was a sweep that ended, and not an estimate.
    bool endSweep();

    PauseSwitch pause_;     ///< before the job, which looks at it
    bool sweeping_ = false; ///< the owner's thread only
    EngineJob job_;
};

} // namespace diffuscope
