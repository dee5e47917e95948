// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/trace.h"

#include <QObject>
#include <deque>
#include <memory>

namespace diffuscope {

class EngineJob;

/// Fine runs that lanes are held against: computed in the background, one at a time, and kept by recipe.
class ReferenceRuns : public QObject {
    Q_OBJECT
public:
    using TracePtr = std::shared_ptr<const Trace>;

    explicit ReferenceRuns(QObject* parent = nullptr);
    ~ReferenceRuns() override;

    /// nullptr: not computed. Its latents are those of the last step only.
    TracePtr find(const Recipe& reference) const;
    /// Why it could not be computed, or was cancelled; empty when it was not tried.
    QString faultOf(const Recipe& reference) const;
    /// Computes it in the place of what is under way. Told by ready() or failed().
    void start(const Recipe& reference);
    void cancel();
    bool isRunning() const;
    /// Failed and cancelled ones may be tried again.
    void forgetFaults() { faults_.clear(); }

signals:
    /// `share`: 0 … 1.
    void progress(double share, double secondsLeft);
    void ready();
    void failed(const QString& sentence);

private:
    struct Kept {
        Recipe recipe;
        TracePtr trace;
    };
    struct Fault {
        Recipe recipe;
        QString sentence;
    };
    void keep(const Recipe& recipe, const TracePtr& trace);

    EngineJob* job_;
    Recipe underWay_;
    std::deque<Kept> kept_; ///< the oldest first
    std::deque<Fault> faults_;
};

} // namespace diffuscope
