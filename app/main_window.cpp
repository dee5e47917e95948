// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main_window.h"

#include "app/layouts.h"
#include "app/model_box.h"
#include "app/plot_docks.h"
#include "app/recipe_panel.h"
#include "app/sampler_box.h"
#include "app/source_box.h"
#include "core/engine/bundled.h"
#include "core/engine/trace_io.h"
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
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QMimeData>
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

constexpr int kLayoutVersion = 2; ///< of the set of docks; a state of another one is not restored

} // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent), engine_(new EngineThread(this)), cursor_(new TraceCursor(this)), settings_(Settings::load()) {
    setAcceptDrops(true);
    createViews();
    createDocks();
    createStatus();
    createActions();
    connectEngine();
    loadExamples();
    restore();
    openModel(settings_.model);
}

MainWindow::~MainWindow() = default;

void MainWindow::createViews() {
    grid_ = new TokenGrid;
    player_ = new StepPlayer;
    sentences_ = new SentencesView;
    laneTitle_ = new QLabel;
    laneTitle_->setTextFormat(Qt::PlainText);
    laneTitle_->setContentsMargins(10, 6, 10, 2);
    laneTitle_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* denoising = new QWidget;
    auto* layout = new QVBoxLayout(denoising);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    findBar_ = new FindBar(grid_);
    layout->addWidget(laneTitle_);
    layout->addWidget(findBar_);
    layout->addWidget(grid_, 1);
    layout->addWidget(player_);
    centre_ = new QSplitter(Qt::Vertical);
    centre_->addWidget(denoising);
    centre_->addWidget(sentences_);
    centre_->setStretchFactor(0, 3);
    centre_->setStretchFactor(1, 1);
    centre_->setChildrenCollapsible(false);
    setCentralWidget(centre_);
    grid_->bindCursor(cursor_);
    player_->bindCursor(cursor_);
    sentences_->bindCursor(cursor_);
}

void MainWindow::createDocks() {
    recipe_ = new RecipePanel;
    recipeDock_ = new QDockWidget(this);
    recipeDock_->setObjectName(QStringLiteral("recipeDock"));
    recipeDock_->setWidget(recipe_);
    addDockWidget(Qt::LeftDockWidgetArea, recipeDock_);
    inspector_ = new Inspector;
    inspector_->bindCursor(cursor_);
    inspectorDock_ = new QDockWidget(this);
    inspectorDock_->setObjectName(QStringLiteral("inspectorDock"));
    inspectorDock_->setWidget(inspector_);
    addDockWidget(Qt::RightDockWidgetArea, inspectorDock_);
    connect(inspectorDock_, &QDockWidget::visibilityChanged, inspector_, &Inspector::wake);
    connect(grid_, &TokenGrid::cellClicked, inspectorDock_, [this] {
        inspectorDock_->show();
        inspectorDock_->raise();
    });
    plots_ = new PlotDocks(this, cursor_);
    connect(plots_, &PlotDocks::said, this, [this](const QString& sentence) { status_->setText(sentence); });
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setDockNestingEnabled(true);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea); // the recipe needs all its height
    connect(recipe_, &RecipePanel::runRequested, this, &MainWindow::run);
    connect(recipe_, &RecipePanel::cancelRequested, this, &MainWindow::cancel);
    connect(recipe_->model(), &ModelBox::modelChosen, this, &MainWindow::openModel);
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

void MainWindow::connectEngine() {
    connect(engine_, &EngineThread::modelOpened, this, &MainWindow::onModelOpened);
    connect(engine_, &EngineThread::modelFailed, this, &MainWindow::onModelFailed);
    const auto ifCurrent = [this](auto handle) {
        return [this, handle](quint64 id, const auto&... values) {
            if (id == runId_) handle(values...);
        };
    };
    connect(engine_, &EngineThread::started, this, ifCurrent([this](const TracePtr& trace) { showTrace(trace); }));
    connect(engine_, &EngineThread::stepReady, this, ifCurrent([this](const TracePtr& trace) { showTrace(trace); }));
    connect(engine_, &EngineThread::progress, this, ifCurrent([this](int done, int total, double left) { onProgress(done, total, left); }));
    connect(engine_, &EngineThread::finished, this, ifCurrent([this](const TracePtr& trace) {
        showTrace(trace);
        endRun();
        status_->setText(tr("%n evaluation(s) in %1 s", nullptr, trace->steps.empty() ? 0 : trace->steps.back()->evaluations)
                             .arg(QLocale().toString(trace->seconds, 'f', 2)));
        emit runEnded();
    }));
    connect(engine_, &EngineThread::cancelled, this, ifCurrent([this] {
        endRun();
        status_->setText(tr("Cancelled; the steps so far stay."));
        emit runEnded();
    }));
    connect(engine_, &EngineThread::failed, this, &MainWindow::onFailed);
}

void MainWindow::openModel(const QString& folder) {
    recipe_->model()->setOpening(folder);
    modelId_ = engine_->openModel(folder);
}

void MainWindow::onModelOpened(quint64 id, const ModelInfo& info) {
    if (id != modelId_) return;
    const bool another = recipe_->model()->info().has_value();
    recipe_->model()->setInfo(info);
    recipe_->sampler()->setRecommended(info.recommended);
    if (another || !settings_.recipe) recipe_->sampler()->resetToRecommended();
    emit modelReady();
}

void MainWindow::onModelFailed(quint64 id, const QString& sentence) {
    if (id != modelId_) return;
    recipe_->model()->setError(sentence);
    emit modelReady();
}

void MainWindow::run() {
    recipe_->setError({});
    recipe_->source()->setError({});
    engine_->cancelRuns();
    runId_ = engine_->run(recipe_->recipe());
    recipe_->setRunning(true);
    cursor_->setFollowLive(true);
    progress_->setRange(0, 0);
    progress_->show();
    status_->setText(tr("Generating …"));
}

void MainWindow::cancel() { engine_->cancelRuns(); }

void MainWindow::onFailed(quint64 id, const QString& sentence, Error::Cause cause) {
    if (id != runId_) return;
    endRun();
    status_->clear();
    if (cause == Error::Cause::Source) recipe_->source()->setError(sentence);
    else recipe_->setError(sentence);
    emit runEnded();
}

void MainWindow::endRun() {
    runId_ = 0;
    recipe_->setRunning(false);
    progress_->hide();
}

void MainWindow::onProgress(int done, int total, double secondsLeft) {
    progress_->setRange(0, total);
    progress_->setValue(done);
    progress_->setFormat(secondsLeft >= 1.0 ? tr("%v/%m · %1 s left").arg(QLocale().toString(secondsLeft, 'f', 0)) : QStringLiteral("%v/%m"));
}

void MainWindow::showTrace(const TracePtr& trace) {
    const bool another = !trace_ || trace_->header != trace->header;
    trace_ = trace;
    cursor_->setTrace(0, trace);
    if (another) leaveSource();
    grid_->setTrace(trace);
    player_->setTrace(trace);
    sentences_->setTrace(trace);
    inspector_->setTrace(trace);
    plots_->setTrace(trace);
    for (const char* name : {"saveTrace", "exportFigure"}) actions_.at(QLatin1String(name))->setEnabled(!trace->steps.empty());
    updateLaneTitle();
}

void MainWindow::leaveSource() {
    const auto& target = trace_->header->rows.front().target;
    if (target.at(static_cast<size_t>(cursor_->position()))) return;
    cursor_->setPosition(static_cast<int>(std::find(target.begin(), target.end(), 1) - target.begin()));
}

void MainWindow::updateLaneTitle() {
    if (!trace_) {
        laneTitle_->setText(tr("No run yet"));
        return;
    }
    const auto& recipe = trace_->header->recipe;
    laneTitle_->setText(tr("%1 · %n step(s) · %2 · seed %3 · %4", nullptr, recipe.steps)
                            .arg(QString::fromStdString(recipe.solver), recipe.mode == Mode::Faithful ? tr("faithful") : tr("as released"),
                                 QString::number(recipe.seed), QString::fromStdString(trace_->header->modelName)));
}

void MainWindow::openTrace(const QString& path) {
    try {
        const auto trace = std::make_shared<const Trace>(readTrace(path.toStdString()));
        engine_->cancelRuns();
        runId_ = 0;
        cursor_->setFollowLive(true);
        showTrace(trace);
        recipe_->setRecipe(trace->header->recipe);
        settings_.recipe = trace->header->recipe; // a model that opens later must not replace it by its own
        status_->setText(tr("Opened %1").arg(QFileInfo(path).fileName()));
    } catch (const std::exception& error) {
        recipe_->setError(QString::fromUtf8(error.what()));
    }
}

void MainWindow::loadExamples() {
    QStringList examples;
    try {
        for (const auto& pair : readPairs(resourceFolder() / "samples" / "sources.jsonl")) examples << QString::fromStdString(pair.source);
    } catch (const Error&) {
        // Examples are a convenience; a program moved away from its resources says so where the model is.
    }
    recipe_->source()->setExamples(examples);
    if (!examples.isEmpty()) recipe_->source()->setText(examples.first());
}

void MainWindow::restore() {
    setTheme(settings_.theme);
    setLanguage(settings_.language);
    recipe_->model()->setRecent(settings_.recentModels);
    if (settings_.recipe) recipe_->setRecipe(*settings_.recipe);
    if (settings_.geometry.isEmpty() || !restoreGeometry(settings_.geometry)) {
        const auto room = screen()->availableSize();
        resize(std::min(1440, room.width()), std::min(900, room.height()));
    }
    if (settings_.layout.isEmpty() || !restoreState(settings_.layout, kLayoutVersion)) restoreDefaultLayout();
    else if (!settings_.centreSplit.isEmpty()) centre_->restoreState(settings_.centreSplit);
}

void MainWindow::restoreDefaultLayout() {
    applyNamedLayout(QStringLiteral("explore"));
    centre_->setSizes({3 * height() / 4, height() / 4});
}

void MainWindow::applyNamedLayout(const QString& name) {
    const auto layouts = dockLayouts();
    const auto wanted = std::find_if(layouts.begin(), layouts.end(), [key = name.toStdString()](const DockLayout& layout) { return layout.name == key; });
    if (wanted == layouts.end()) return;
    auto all = plots_->docks();
    all.insert(all.end(), {recipeDock_, inspectorDock_});
    applyLayout(*this, *wanted, all, [this](std::string_view dock) {
        return dock == "recipe" ? recipeDock_ : dock == "inspector" ? inspectorDock_ : plots_->dock(dock);
    });
}

void MainWindow::saveSettings() const {
    auto settings = settings_;
    settings.geometry = saveGeometry();
    settings.layout = saveState(kLayoutVersion);
    settings.centreSplit = centre_->saveState();
    settings.model = recipe_->model()->current();
    settings.recentModels = recipe_->model()->recent();
    settings.recipe = recipe_->recipe();
    settings.save();
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

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    const auto urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.first().isLocalFile()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const auto path = event->mimeData()->urls().first().toLocalFile();
    if (QFileInfo(path).isDir()) openModel(path);
    else if (path.endsWith(QLatin1String(".safetensors"))) openTrace(path);
    else openModel(QFileInfo(path).absolutePath()); // a file out of a model folder
}

} // namespace diffuscope
