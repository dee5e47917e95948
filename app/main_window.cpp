// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main_window.h"

#include "app/history/history_view.h"
#include "app/lane_list.h"
#include "app/lane_model_menu.h"
#include "app/lane_stack.h"
#include "app/lane_table.h"
#include "app/lanes.h"
#include "app/layouts.h"
#include "app/model_box.h"
#include "app/plot_docks.h"
#include "app/recipe_panel.h"
#include "app/recipe_undo.h"
#include "app/sampler_box.h"
#include "app/source_box.h"
#include "app/studies/study_docks.h"
#include "app/trace_files.h"
#include "app/view_state.h"
#include "core/engine/bundled.h"
#include "core/text/pairs.h"
#include "widgets/find_bar.h"
#include "widgets/inspector.h"
#include "widgets/sentences_view.h"
#include "widgets/step_player.h"
#include "widgets/token_grid.h"
#include "widgets/trace_cursor.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QDockWidget>
#include <QLabel>
#include <QProgressBar>
#include <QScreen>
#include <QSplitter>
#include <QStatusBar>
#include <QTabBar>
#include <QTranslator>
#include <QVBoxLayout>
#include <algorithm>

namespace diffuscope {
namespace {

/// Whether it is in a dock that has no place in the window now, since another one has it.
bool isBehindTab(const QWidget* widget) {
    for (; widget; widget = widget->parentWidget())
        if (const auto* dock = qobject_cast<const QDockWidget*>(widget))
            return !dock->isFloating() && !dock->geometry().intersects(dock->parentWidget()->rect());
    return false;
}

} // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent), engine_(new EngineThread(this)), files_(new TraceFiles(this)), cursor_(new TraceCursor(this)),
      settings_(Settings::load()) {
    setAcceptDrops(true);
    createViews();
    createStatus();
    createDocks();
    createActions();
    connectEngine();
    connectFiles();
    openModel(settings_.model); // lanes that run it need no model of their own
    restore();
}

MainWindow::~MainWindow() = default;

TokenGrid* MainWindow::grid() const { return stack_->grid(); }
TracePtr MainWindow::trace() const { return lanes_->trace(); }

void MainWindow::createViews() {
    stack_ = new LaneStack(cursor_);
    player_ = new StepPlayer;
    sentences_ = new SentencesView;
    auto* denoising = new QWidget;
    auto* layout = new QVBoxLayout(denoising);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    findBar_ = new FindBar(grid());
    connect(stack_, &LaneStack::gridChanged, findBar_, &FindBar::setGrid);
    layout->addWidget(findBar_);
    layout->addWidget(stack_, 1);
    layout->addWidget(player_);
    player_->playBySpaceIn(denoising);
    centre_ = new QSplitter(Qt::Vertical);
    centre_->addWidget(denoising);
    centre_->addWidget(sentences_);
    centre_->setStretchFactor(0, 3);
    centre_->setStretchFactor(1, 1);
    centre_->setChildrenCollapsible(false);
    setCentralWidget(centre_);
    player_->bindCursor(cursor_);
    sentences_->bindCursor(cursor_);
}

QDockWidget* MainWindow::addDock(const char* name, QWidget* widget, Qt::DockWidgetArea area) {
    auto* dock = new QDockWidget(this);
    dock->setObjectName(QLatin1String(name) + QStringLiteral("Dock"));
    dock->setWidget(widget);
    addDockWidget(area, dock);
    return dock;
}

void MainWindow::bringForward(QDockWidget* dock) {
    const auto beside = tabifiedDockWidgets(dock);
    const bool hidden = dock->isHidden();
    const auto size = beside.isEmpty() ? QSize() : beside.first()->size();
    dock->show();
    dock->raise();
    if (!hidden || size.isEmpty()) return;
    // A tab that is added shares the column anew; it keeps the width and height that it had.
    resizeDocks({dock}, {size.width()}, Qt::Horizontal);
    resizeDocks({dock}, {size.height()}, Qt::Vertical);
}

void MainWindow::createDocks() {
    recipe_ = new RecipePanel;
    recipeDock_ = addDock("recipe", recipe_, Qt::LeftDockWidgetArea);
    inspector_ = new Inspector;
    inspector_->bindCursor(cursor_);
    inspectorDock_ = addDock("inspector", inspector_, Qt::RightDockWidgetArea);
    connect(inspectorDock_, &QDockWidget::visibilityChanged, inspector_, &Inspector::wake);
    connect(stack_, &LaneStack::editRequested, this, &MainWindow::goOnFrom);
    connect(stack_, &LaneStack::cellClicked, inspectorDock_, [this] { bringForward(inspectorDock_); });
    metrics_ = new LaneTable(cursor_);
    metricsDock_ = addDock("metrics", metrics_, Qt::RightDockWidgetArea);
    connect(metricsDock_, &QDockWidget::visibilityChanged, metrics_, &LaneTable::wake);
    history_ = new HistoryView;
    historyDock_ = addDock("history", history_, Qt::RightDockWidgetArea);
    connect(history_, &HistoryView::reopened, this, &MainWindow::showRuns);
    connect(history_, &HistoryView::failed, this, &MainWindow::complainOfFile);
    plots_ = new PlotDocks(this, cursor_);
    lanes_ = new Lanes(cursor_, {recipe_, stack_, player_, sentences_, inspector_, plots_, metrics_}, this);
    connect(lanes_, &Lanes::shown, this, [this] {
        const auto current = trace();
        for (const char* name : {"saveTrace", "exportFigure"})
            actions_.at(QLatin1String(name))->setEnabled(current && !current->steps.empty());
    });
    undo_ = new RecipeUndo(recipe_, cursor_, lanes_, this);
    connect(undo_, &RecipeUndo::modelWanted, this, &MainWindow::openModelOfLane);
    studies_ = new StudyDocks(this, recipe_, cursor_);
    connect(studies_, &StudyDocks::runRequested, this, [this](const std::vector<Recipe>& lanes) {
        recipe_->setRecipes(lanes); // the study stays in front
        run();
    });
    connect(studies_, &StudyDocks::openRequested, this, &MainWindow::openModel);
    const auto repeat = [this](const QString& sentence) { say([sentence] { return sentence; }); };
    connect(plots_, &PlotDocks::said, this, repeat);
    connect(studies_, &StudyDocks::said, this, repeat);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setDockNestingEnabled(true);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea); // the recipe needs all its height
    connect(recipe_, &RecipePanel::runRequested, this, &MainWindow::run);
    connect(recipe_, &RecipePanel::cancelRequested, this, &MainWindow::cancel);
    connect(recipe_->model(), &ModelBox::modelChosen, this, &MainWindow::openModel);
    connect(recipe_->lanes(), &LaneList::modelLeft, this, &MainWindow::openModelOfLane);
}

void MainWindow::createStatus() {
    status_ = new QLabel(this);
    progress_ = new QProgressBar(this);
    progress_->setFixedWidth(240); // "1999/2000 · 100 s left" in one line
    progress_->setTextVisible(true);
    progress_->hide();
    statusBar()->addWidget(status_, 1);
    statusBar()->addPermanentWidget(progress_);
}

void MainWindow::say(std::function<QString()> sentence) {
    said_ = std::move(sentence);
    status_->setText(said_());
}

void MainWindow::complain(const QString& sentence) {
    recipe_->setError(sentence);
    repeatIfUnseen(sentence);
}

void MainWindow::complainOfFile(const QString& sentence) {
    recipe_->setError(sentence);
    say([sentence] { return sentence; });
}

void MainWindow::repeatIfUnseen(const QString& sentence) {
    // Behind another tab a dock is not hidden, and yet not to be seen.
    if (recipe_->visibleRegion().isEmpty()) say([sentence] { return sentence; });
}

void MainWindow::openModel(const QString& folder) {
    undo_->begin(); // until the model is there
    recipe_->model()->setOpening(folder);
    modelId_ = engine_->openModel(folder);
}

void MainWindow::openModelOfLane(const QString& folder) {
    if (keepModel_) return;
    const auto* box = recipe_->model();
    // A run of another machine must not take the place of the model that the window starts with.
    if (folder == box->wanted() || (!box->info() && !isModelHere(folder))) return;
    openModel(folder);
    laneModelId_ = modelId_;
}

void MainWindow::onModelOpened(quint64 id, const ModelInfo& info) {
    if (id != modelId_) return;
    const bool another = recipe_->model()->info().has_value();
    const bool ofLane = id == laneModelId_;
    const auto source = recipe_->source()->text();
    recipe_->model()->setInfo(info);
    showExamples(info.folder);
    if (ofLane && recipe_->source()->text() != source) recipe_->source()->setText(source);
    recipe_->lanes()->setModels(recipe_->model()->recent());
    recipe_->sampler()->setRecommended(info.recommended);
    // Lanes are a comparison that someone set up: they go on with another model.
    const bool single = recipe_->lanes()->count() == 1;
    if (single && !ofLane && (another || settings_.lanes.empty())) recipe_->sampler()->resetToRecommended();
    if (another) undo_->commit();
    else undo_->forget(); // how the window came to be is nobody's edit
    emit modelReady();
}

void MainWindow::onModelFailed(quint64 id, const QString& sentence) {
    if (id != modelId_) return;
    recipe_->model()->setError(sentence);
    if (recipe_->model()->info()) undo_->commit();
    else undo_->forget();
    repeatIfUnseen(sentence);
    emit modelReady();
}

void MainWindow::showRuns(const std::vector<TracePtr>& traces) {
    std::vector<Recipe> recipes;
    for (const auto& trace : traces) recipes.push_back(trace->header->recipe);
    requireKnownSolvers(recipes);
    leaveRun();
    cursor_->setFollowLive(true);
    recipe_->setRecipes(recipes);
    for (size_t lane = 0; lane < traces.size(); ++lane) lanes_->show(static_cast<int>(lane), traces[lane]);
    showChosen();
    settings_.lanes = recipes; // a model that opens later must not replace them by its own
    say([lanes = static_cast<int>(traces.size()), source = recipe_->source()->text()] {
        return tr("Opened an earlier run of %n lane(s): %1", nullptr, lanes).arg(source);
    });
}

void MainWindow::showExamples(const std::string& folder) {
    QStringList examples;
    std::map<std::string, std::string> references;
    try {
        if (const auto file = modelSamples(folder); std::filesystem::exists(file))
            for (const auto& pair : readPairs(file)) {
                examples << QString::fromStdString(pair.source).simplified(); // as the source box gives it back
                references[examples.back().toStdString()] = pair.target;
            }
    } catch (const Error&) {
        // Examples are a convenience.
    }
    recipe_->source()->setExamples(examples);
    metrics_->model()->setReferences(std::move(references));
}

void MainWindow::restore() {
    setTheme(settings_.theme);
    setLanguage(settings_.language);
    setDevice(settings_.device);
    recipe_->model()->setRecent(settings_.recentModels);
    if (!settings_.lanes.empty()) recipe_->setRecipes(settings_.lanes);
    if (settings_.geometry.isEmpty() || !restoreGeometry(settings_.geometry)) {
        const auto room = screen()->availableSize();
        resize(std::min(1440, room.width()), std::min(900, room.height()));
    }
    if (settings_.layout.isEmpty() || !restoreState(settings_.layout, kLayoutVersion)) restoreDefaultLayout();
    else if (!settings_.centreSplit.isEmpty()) centre_->restoreState(settings_.centreSplit);
    ViewState(*this).restore();
}

void MainWindow::restoreDefaultLayout() {
    applyNamedLayout(QStringLiteral("explore"));
    centre_->setSizes({3 * height() / 4, height() / 4});
}

void MainWindow::applyNamedLayout(const QString& name) {
    const auto layouts = dockLayouts();
    const auto wanted =
        std::find_if(layouts.begin(), layouts.end(), [key = name.toStdString()](const DockLayout& layout) { return layout.name == key; });
    if (wanted == layouts.end()) return;
    auto all = plots_->docks();
    const auto studies = studies_->docks();
    all.insert(all.end(), studies.begin(), studies.end());
    all.insert(all.end(), {recipeDock_, inspectorDock_, metricsDock_, historyDock_});
    applyLayout(*this, *wanted, all, [this](std::string_view dock) {
        if (auto* study = studies_->dock(dock)) return study;
        const std::map<std::string_view, QDockWidget*> own{
            {"recipe", recipeDock_}, {"inspector", inspectorDock_}, {"metrics", metricsDock_}, {"history", historyDock_}};
        const auto found = own.find(dock);
        return found == own.end() ? plots_->dock(dock) : found->second;
    });
}

void MainWindow::saveSettings() const {
    auto settings = settings_;
    settings.geometry = saveGeometry();
    settings.layout = saveState(kLayoutVersion);
    settings.centreSplit = centre_->saveState();
    const auto* model = recipe_->model();
    settings.model = model->info() ? model->current() : model->wanted(); // it may close before the first one is open
    settings.recentModels = recipe_->model()->recent();
    // What stands there before a model was ever open is not what it recommends.
    if (model->info() || !settings_.lanes.empty()) settings.lanes = recipe_->recipes();
    settings.save();
    ViewState(*this).save();
}

bool MainWindow::focusNextPrevChild(bool next) {
    // Docks behind a tab are beside the window, where Qt takes them to be visible: the focus would go through all their fields.
    const auto* first = focusWidget();
    do {
        if (!QMainWindow::focusNextPrevChild(next)) return false;
    } while (focusWidget() != first && isBehindTab(focusWidget()));
    return true;
}

void MainWindow::closeEvent(QCloseEvent* event) {
    saveSettings();
    engine_->cancelRuns();
    QMainWindow::closeEvent(event);
}

void MainWindow::childEvent(QChildEvent* event) {
    QMainWindow::childEvent(event);
    // Tabs of docks come and go; their names are better cut off by scrolling than letter by letter.
    auto* tabs = event->polished() ? qobject_cast<QTabBar*>(event->child()) : nullptr;
    if (tabs) tabs->setElideMode(Qt::ElideNone);
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

} // namespace diffuscope
