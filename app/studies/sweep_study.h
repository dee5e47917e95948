// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/studies/sweep_run.h"

#include <QTimer>
#include <QWidget>

class QScrollArea;
class QSplitter;

namespace diffuscope {

class RecipePanel;
class SweepControls;
class SweepForm;
class SweepResults;

/// Solvers, steps, spacings and modes against each other over a data file: plan, run and what came of it. The last sweep
/// and its finished batches survive a restart.
class SweepStudy : public QWidget {
    Q_OBJECT
public:
    /// Model, and all that the grid leaves alone, are those of the current lane.
    explicit SweepStudy(RecipePanel* recipe, QWidget* parent = nullptr);
    ~SweepStudy() override;

    SweepForm* form() const { return form_; }
    SweepControls* controls() const { return controls_; }
    SweepResults* results() const { return results_; }
    bool isRunning() const { return run_->isRunning(); }
    /// As .csv, or as .json with the plan.
    void writeTo(const QString& path);

public slots:
    void start();
    /// The paper's figure in one click.
    void startFigure();

signals:
    void said(const QString& sentence);
    void runRequested(const std::vector<diffuscope::Recipe>& lanes);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void createLayout();
    void connectRun();
    void restore();
    void updateBase();
    void onPlan();
    void shareRoom();
    void describeWork(const SweepPlan& plan);
    void askEstimate();
    void onRow(const SweepRow& row);
    void end(const QString& sentence, bool finished);
    void save();
    void runLane(const Recipe& lane, bool beside);
    void exportAs(const QString& suffix);
    void retranslate();

    RecipePanel* recipe_;
    SweepForm* form_;
    SweepControls* controls_;
    SweepResults* results_;
    QScrollArea* scroll_ = nullptr; ///< of the plan
    QSplitter* split_;
    SweepRun* run_;
    std::optional<SweepRecord> record_; ///< of the last sweep
    SweepEstimate estimate_;
    QString estimateOf_; ///< the file and model that were measured
    bool moved_ = false; ///< someone shared the room between plan and results
    QTimer settle_;      ///< a plan is measured when it has stopped changing
};

} // namespace diffuscope
