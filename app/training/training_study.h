// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/training/training_job.h"
#include "core/train/train_log.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;
class QSplitter;
class QToolButton;

namespace diffuscope {

class Notice;
class RunBar;
class TrainingForm;
class TrainingView;

/// Training a model from pairs: plan, run, and its curves beside those of other runs, whose logs are followed as they grow,
/// whoever writes them. A run that was stopped, or ended with the program, goes on.
class TrainingStudy : public QWidget {
    Q_OBJECT
public:
    explicit TrainingStudy(QWidget* parent = nullptr);
    ~TrainingStudy() override;

    TrainingForm* form() const { return form_; }
    TrainingView* view() const { return view_; }
    bool isRunning() const { return job_->isRunning(); }
    QString statusText() const;
    QString errorText() const;
    /// Shows another run's log beside this one's, and follows it.
    void addLog(const QString& file);
    QStringList otherLogs() const;

public slots:
    void start();
    void stop();
    /// Takes in what the logs have grown by.
    void readLogs();

signals:
    void said(const QString& sentence);
    void runningChanged(bool running);
    /// A model folder, to look at what it has learned.
    void openRequested(const QString& folder);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void createLayout();
    void connectJob();
    void onPlan();
    void onPhase(TrainingJob::Phase phase);
    void onProgress(const TrainingProgress& progress);
    void onEnd(const QString& sentence);
    void setRunning(bool running);
    void showRuns();
    void fillLogMenu();
    void browseLog();
    void removeLog(int index);
    void retranslate();

    TrainingForm* form_;
    TrainingView* view_;
    TrainingJob* job_;
    RunBar* bar_;
    QPushButton* open_;
    QToolButton* logs_;
    QMenu* logMenu_;
    QLabel* status_;
    Notice* notice_;
    QSplitter* split_;
    bool tellsProblem_ = false;      ///< the notice says why the plan cannot run
    std::vector<TrainLog> followed_; ///< the plan's, then others
    QTimer clock_;                   ///< while it can be seen
};

} // namespace diffuscope
