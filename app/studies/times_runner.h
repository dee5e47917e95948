// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/studies/engine_job.h"
#include "core/compare/times_design.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <optional>

namespace diffuscope {

/// Runs what is designed, as it is designed: of many wishes the latest wins, and one that is quick is let finish, so that a
/// drag shows results on its way. The fine run of a base is done once.
class TimesRunner : public QObject {
    Q_OBJECT
public:
    enum class Phase { Fine, Run, Search };
    Q_ENUM(Phase)

    struct Search {
        std::vector<std::string> sources; ///< the mean over them is to be least
        int rounds = 2;
    };

    explicit TimesRunner(QObject* parent = nullptr);

    /// Another base or number of steps than before forgets the fine run, and stops what is under way.
    void setBase(const Recipe& base, int fineSteps);
    const Recipe& base() const { return base_; }
    int fineSteps() const { return fineSteps_; }
    /// nullptr until it is done.
    const FineRun* fine() const { return fine_.get(); }
    /// Runs these times before long; a search under way ends.
    void show(const std::vector<double>& times);
    void search(const std::vector<double>& start, const Search& search);
    void cancel();
    /// Opens the base's model, to tell of it by opened().
    void openModel();
    bool isRunning() const { return job_.isRunning(); }
    bool isSearching() const { return searching_; }
    /// Whether what is under way has taken so long that a person wants to see how far it is.
    bool isSlow() const;

signals:
    void opened(const QString& model, const diffuscope::ModelInfo& info);
    void fineReady();
    void shown(const diffuscope::TimesOutcome& outcome);
    /// The best of a search so far; `first`: the error that it began with.
    void better(const std::vector<double>& times, double error, double first);
    void progressed(diffuscope::TimesRunner::Phase phase, int done, int total);
    void failed(const QString& sentence);
    /// Something began, or nothing is under way any more.
    void runningChanged();

private:
    using Fine = std::shared_ptr<const FineRun>;
    void begin();
    void start(EngineJob::Work work);
    void ended();
    /// In the job's thread: the base's fine run, which is told of if it is new.
    Fine fineOf(const EngineJob::Context& context, const Recipe& base, int steps, Fine known);
    StepsDone tell(const EngineJob::Context& context, Phase phase);

    Recipe base_;
    int fineSteps_ = 0;
    Fine fine_;
    std::optional<std::vector<double>> wanted_;
    QTimer throttle_;
    QElapsedTimer since_;
    bool searching_ = false;
    EngineJob job_; ///< last: it must end before the rest goes
};

} // namespace diffuscope
