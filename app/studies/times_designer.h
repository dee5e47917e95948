// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/studies/times_runner.h"
#include "core/model/model_info.h"

#include <QWidget>
#include <vector>

class QCheckBox;
class QPushButton;
class QSpinBox;

namespace diffuscope {

class Notice;
class RecipePanel;
class SearchBar;
class SpacingBar;
class TimesResult;
class TimesView;

/// The λ designer: the times of the current lane's solver on the λ axis, moved by hand, by a measurement or by a search, with
/// what they give for the recipe's source and seed beside a fine run. What is good goes into the lane, or under a name.
class TimesDesigner : public QWidget {
    Q_OBJECT
public:
    explicit TimesDesigner(RecipePanel* recipe, QWidget* parent = nullptr);
    ~TimesDesigner() override;

    TimesView* view() const { return view_; }
    SpacingBar* spacings() const { return spacings_; }
    SearchBar* searchBar() const { return searchBar_; }
    TimesResult* result() const { return result_; }
    TimesRunner* runner() const { return runner_; }
    QString errorText() const;
    bool isLive() const;
    void setLive(bool live);
    /// Whether runs go without the lane's noise at the steps, where they can.
    void setStill(bool still);

public slots:
    /// Starts from the times that the current lane takes.
    void takeLane();
    void layEqualError();
    void search();
    void cancel();
    /// Runs the times now, live or not.
    void runNow();
    /// The current lane, or a new one beside it, takes these times.
    void useInLane();
    void addAsLane();
    /// The recipe is another one, or it can be seen again.
    void wake();

signals:
    void said(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void createLayout();
    void connectParts();
    void connectRecipe();
    void connectRunner();
    void onTimes();
    /// What is shown is dimmed, or not, and progress goes with the work.
    void onRunning();
    void updateStale();
    void onProgress(TimesRunner::Phase phase, int done, int total);
    void applyEqualError();
    /// Of the model that the current lane runs; nullptr until it is known.
    const ModelInfo* info() const;
    void takeModel(const ModelInfo& info);
    void takeBase(const Recipe& base);
    /// What the recipe, or the solver, does not allow; empty: nothing.
    QString obstacle() const;
    /// What is run of the current lane.
    Recipe measured() const;
    /// What the fine run is not good for with this sampler; empty: nothing.
    QString caution() const;
    void restore();
    void keep() const;
    void retranslate();

    RecipePanel* recipe_;
    TimesRunner* runner_;
    TimesView* view_;
    SpacingBar* spacings_;
    SearchBar* searchBar_;
    TimesResult* result_;
    Notice* notice_;
    QCheckBox *live_, *still_;
    QSpinBox* fineSteps_;
    QPushButton *run_, *use_, *add_;
    std::optional<ModelInfo> ownInfo_; ///< of ownModel_, the last one that a lane had for its own
    QString ownModel_;
    bool dirty_ = true;        ///< the result is older than times or recipe
    bool baseChanged_ = false; ///< … than the recipe
    bool equalWanted_ = false; ///< as soon as the fine run is there
    bool found_ = false;       ///< the times that come are a search's, not a hand's
    bool searchEdits_ = false; ///< the search has changed the times: what it changes now is undone with that
};

} // namespace diffuscope
