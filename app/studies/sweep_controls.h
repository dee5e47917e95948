// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/sweep.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace diffuscope {

class Notice;

/// Run, pause, cancel, the paper's figure and export, with how far the sweep is and what went wrong.
class SweepControls : public QWidget {
    Q_OBJECT
public:
    enum class State { Idle, Running, Paused };

    explicit SweepControls(QWidget* parent = nullptr);

    void setState(State state);
    State state() const { return state_; }
    /// `resumes`: Run goes on where a sweep of this plan was left. `problem`: why it cannot run; empty: it can.
    void setReady(bool resumes, const QString& problem);
    void setExportable(bool there);
    /// How much the plan is.
    void setWork(const QString& sentence);
    /// Whether its fields are to be seen.
    void setPlanShown(bool shown);
    void showProgress(const SweepProgress& progress);
    /// Until the first report: what is being waited for.
    void showWaiting(const QString& sentence);
    /// Below the buttons, after the end of a sweep.
    void say(const QString& sentence);
    void setError(const QString& sentence);
    QString errorText() const;
    QString statusText() const;

signals:
    void planToggled(bool shown);
    void runRequested();
    void pauseRequested(bool paused);
    void cancelRequested();
    void figureRequested();
    void exportRequested(const QString& suffix);

protected:
    void changeEvent(QEvent* event) override;

private:
    void createLayout();
    void describe();
    void retranslate();

    State state_ = State::Idle;
    bool resumes_ = false;
    QString problem_, said_;
    SweepProgress progress_;
    bool reported_ = false;
    QElapsedTimer sinceReport_;
    QTimer clock_; ///< the time left goes on between reports
    QPushButton *run_, *pause_, *cancel_, *figure_;
    QToolButton *plan_, *export_;
    QAction *csv_, *json_;
    QProgressBar* bar_;
    QLabel *work_, *status_;
    Notice* notice_;
};

} // namespace diffuscope
