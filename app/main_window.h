// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine_thread.h"
#include "app/settings.h"

#include <QElapsedTimer>
#include <QMainWindow>
#include <functional>
#include <map>

class QActionGroup;
class QDockWidget;
class QLabel;
class QMenu;
class QProgressBar;
class QSplitter;
class QTranslator;

namespace diffuscope {

class FindBar;
class HistoryView;
class Inspector;
class LaneStack;
class LaneTable;
class Lanes;
class PlotDocks;
class RecipePanel;
class RecipeUndo;
class SentencesView;
class StepPlayer;
class StudyDocks;
class TokenGrid;
class TraceCursor;
class TraceFiles;

/// The studio: recipe on the left, the denoising in the middle, the inspector on the right. It asks the engine
/// thread for work and shows what comes back; it computes nothing itself.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    RecipePanel* recipePanel() const { return recipe_; }
    /// The current lane's.
    TokenGrid* grid() const;
    LaneStack* stack() const { return stack_; }
    LaneTable* metrics() const { return metrics_; }
    HistoryView* history() const { return history_; }
    SentencesView* sentences() const { return sentences_; }
    Inspector* inspector() const { return inspector_; }
    PlotDocks* plots() const { return plots_; }
    StudyDocks* studies() const { return studies_; }
    TraceCursor* cursor() const { return cursor_; }
    EngineThread* engine() const { return engine_; }
    TraceFiles* files() const { return files_; }
    /// The current lane's; nullptr: it has not run.
    TracePtr trace() const;
    bool isRunning() const { return runId_ != 0; }
    QAction* action(const QString& name) const { return actions_.at(name); }

public slots:
    void openModel(const QString& folder);
    /// All lanes.
    void run();
    void cancel();
    /// Puts these lanes in the place of those that there are, and runs them.
    void runLanes(const std::vector<diffuscope::Recipe>& lanes);
    /// Runs a lane once more as a new one, with this edit on the way; edits of later steps are forgotten.
    void goOnFrom(int lane, const diffuscope::Edit& edit);
    /// A model that ships, by its name; a model folder, or a file in one; a session; a trace; the recipe of a figure. Other files are
    /// refused with a sentence.
    void openPath(const QString& path);
    /// Shows it once it is read; what is asked for until then, be it a run or another trace, takes its place.
    void openTrace(const QString& path);
    /// Lanes and look; they do not run.
    void openSession(const QString& path);
    void saveSessionTo(const QString& path);
    /// Of a figure that this program wrote; it does not run.
    void openRecipeOf(const QString& figure);
    /// Shows runs that ended earlier, lane by lane, with their recipes. Throws Error for a solver of another version.
    void showRuns(const std::vector<std::shared_ptr<const diffuscope::Trace>>& traces);
    /// The current lane's, as it is now; told in the status line.
    void writeTraceTo(const QString& path);
    void setTheme(diffuscope::Theme theme);
    /// "cpu" or "cuda", where runs and studies are computed from now on.
    void setDevice(const QString& device);
    /// "de", "en" or "" for the system's language.
    void setLanguage(const QString& language);
    void restoreDefaultLayout();
    /// Arranges the docks: one of dockLayouts().
    void applyNamedLayout(const QString& name);

signals:
    void modelReady();
    void runEnded();

protected:
    void childEvent(QChildEvent* event) override;
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    static constexpr int kLayoutVersion = 5; ///< of the set of docks; a state of another one is not restored

    void createViews();
    void createDocks();
    QDockWidget* addDock(const char* name, QWidget* widget, Qt::DockWidgetArea area);
    /// Shows a dock in front of those with which it shares its place.
    void bringForward(QDockWidget* dock);
    void createStatus();
    /// Puts a sentence into the status line; asked for anew in another language.
    void say(std::function<QString()> sentence);
    /// What went wrong: beside Run, and in the status line where that cannot be seen.
    void complain(const QString& sentence);
    /// In both places: the file may have been asked for from anywhere.
    void complainOfFile(const QString& sentence);
    /// For what stands beside a field of the recipe.
    void repeatIfUnseen(const QString& sentence);
    void createActions();
    QAction* addAction(const QString& name, QMenu* menu, const QKeySequence& key, std::function<void()> run);
    void createChoices();
    void createLayoutMenu();
    void createDeviceMenu();
    void createTrainMenu();
    void connectEngine();
    void connectFiles();
    void retranslate();
    void restore();
    void saveSettings() const;
    void showExamples(const std::string& folder);
    /// The model that the only lane had for its own; the lane's fields stay.
    void openModelOfLane(const QString& folder);

    void onModelOpened(quint64 id, const ModelInfo& info);
    void onModelFailed(quint64 id, const QString& sentence);
    void onFailed(quint64 id, const QString& sentence, Error::Cause cause, int lane);
    void onFinished();
    /// Of several candidates the views turn to the one that was chosen.
    void showChosen();
    void onProgress(int done, int total, double secondsLeft);
    void onTraceOpened(const TracePtr& trace, const QString& path);
    /// The progress bar, where no run has it.
    void showBusy();
    void start(const std::vector<Recipe>& recipes, int firstLane);
    /// The run under way gives place to something else, as does what is being opened; what it has finished is kept.
    void leaveRun();
    void endRun();
    double runSeconds() const;
    /// Into the history, as far as its lanes have ended.
    void keepRun();

    void chooseSession();
    /// Into the file that it came from or went to last.
    void saveSession();
    void saveSessionAs();
    void nameSession(const QString& path);
    void saveTrace();
    void exportFigure();
    void about();
    void showShortcuts();

    EngineThread* engine_;
    TraceFiles* files_;
    TraceCursor* cursor_;
    RecipePanel* recipe_ = nullptr;
    LaneStack* stack_ = nullptr;
    StepPlayer* player_ = nullptr;
    SentencesView* sentences_ = nullptr;
    Inspector* inspector_ = nullptr;
    PlotDocks* plots_ = nullptr;
    StudyDocks* studies_ = nullptr;
    LaneTable* metrics_ = nullptr;
    HistoryView* history_ = nullptr;
    Lanes* lanes_ = nullptr;
    RecipeUndo* undo_ = nullptr;
    FindBar* findBar_ = nullptr;
    QSplitter* centre_ = nullptr;
    QDockWidget *recipeDock_ = nullptr, *inspectorDock_ = nullptr, *metricsDock_ = nullptr, *historyDock_ = nullptr;
    QProgressBar* progress_ = nullptr;
    QLabel* status_ = nullptr;
    std::function<QString()> said_ = [] { return QString(); };
    std::map<QString, QAction*> actions_;
    std::map<QString, QMenu*> menus_;
    QActionGroup *themes_ = nullptr, *languages_ = nullptr, *devices_ = nullptr;
    std::unique_ptr<QTranslator> translator_, qtTranslator_;
    Settings settings_;
    QString sessionFile_;       ///< empty: of no file
    QElapsedTimer clock_;       ///< since the run was asked for
    std::vector<TracePtr> ran_; ///< by lane of the run; nullptr: it has not ended
    int firstLane_ = 0;         ///< of the run: an edit runs its own lane only
    quint64 runId_ = 0;         ///< 0: no run under way
    quint64 modelId_ = 0;       ///< the newest request to open a model
    quint64 laneModelId_ = 0;   ///< the newest one that a lane's recipe made
    quint64 modelBefore_ = 0;   ///< the newest one when a trace was last asked for
    bool keepModel_ = false;    ///< a trace that is being shown does not bring its own
};

} // namespace diffuscope
