// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main_window.h"

#include "app/lane_presets.h"
#include "app/lane_stack.h"
#include "app/layouts.h"
#include "app/model_box.h"
#include "app/plot_docks.h"
#include "app/recipe_panel.h"
#include "app/recipe_undo.h"
#include "app/studies/study_docks.h"
#include "app/training/training_study.h"
#include "core/model/device_names.h"
#include "widgets/figure_export.h"
#include "widgets/find_bar.h"
#include "widgets/step_player.h"
#include "widgets/token_grid.h"

#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QFileDialog>
#include <QLabel>
#include <QLibraryInfo>
#include <QLocale>
#include <QMenuBar>
#include <QMessageBox>
#include <QTranslator>

namespace diffuscope {

QAction* MainWindow::addAction(const QString& name, QMenu* menu, const QKeySequence& key, std::function<void()> run) {
    auto* action = menu->addAction(QString());
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, std::move(run));
    actions_[name] = action;
    return action;
}

void MainWindow::createActions() {
    for (const char* name : {"file", "edit", "run", "view", "figure", "train", "help"})
        menus_[QLatin1String(name)] = menuBar()->addMenu(QString());
    auto* file = menus_["file"];
    addAction("openModel", file, QKeySequence::Open, [this] { recipe_->model()->chooseFolder(); });
    addAction("openSession", file, {}, [this] { chooseSession(); });
    addAction("openTrace", file, {}, [this] {
        const auto path = QFileDialog::getOpenFileName(this, tr("Open trace"), {}, tr("Traces (*.safetensors)"));
        if (!path.isEmpty()) openTrace(path);
    });
    addAction("openRecipe", file, {}, [this] {
        const auto patterns = QStringLiteral("*.") + figureSuffixes().join(QStringLiteral(" *."));
        const auto path = QFileDialog::getOpenFileName(this, tr("Open recipe of a figure"), {}, tr("Figures (%1)").arg(patterns));
        if (!path.isEmpty()) openRecipeOf(path);
    });
    file->addSeparator();
    addAction("saveSession", file, QKeySequence::Save, [this] { saveSession(); });
    addAction("saveSessionAs", file, QKeySequence::SaveAs, [this] { saveSessionAs(); });
    addAction("saveTrace", file, {}, [this] { saveTrace(); })->setEnabled(false);
    file->addSeparator();
    addAction("quit", file, QKeySequence::Quit, [this] { close(); })->setMenuRole(QAction::QuitRole);
    auto* edit = menus_["edit"];
    actions_["undo"] = undo_->undoAction();
    actions_["redo"] = undo_->redoAction();
    edit->addActions({undo_->undoAction(), undo_->redoAction()});
    edit->addSeparator();
    addAction("copyText", edit, {}, [this] { grid()->copyText(); });
    addAction("copyTable", edit, {}, [this] { grid()->copyTable(); });
    addAction("copyLatex", edit, {}, [this] { grid()->copyLatex(); });
    edit->addSeparator();
    addAction("find", edit, QKeySequence::Find, [this] { findBar_->open(); });
    auto* runMenu = menus_["run"];
    addAction("run", runMenu, QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { run(); });
    addAction("cancel", runMenu, QKeySequence(Qt::Key_Escape), [this] { cancel(); });
    runMenu->addSeparator();
    addAction("compareModes", runMenu, {}, [this] { runLanes(releasedAgainstFaithful(recipe_->recipe())); });
    addAction("compareSolvers", runMenu, {}, [this] {
        const auto& model = recipe_->model()->info();
        runLanes(ancestralAgainstSolver(recipe_->recipe(), model ? model->config.diffusionSteps : 2000));
    });
    runMenu->addSeparator();
    runMenu->addActions(
        {player_->playAction(), player_->firstAction(), player_->previousAction(), player_->nextAction(), player_->lastAction()});
    createDeviceMenu();
    createChoices();
    addAction("exportFigure", menus_["figure"], QKeySequence(Qt::CTRL | Qt::Key_E), [this] { exportFigure(); })->setEnabled(false);
    menus_["figure"]->addActions(plots_->exportActions());
    createTrainMenu();
    auto* help = menus_["help"];
    addAction("shortcuts", help, QKeySequence::HelpContents, [this] { showShortcuts(); });
    addAction("about", help, {}, [this] { about(); })->setMenuRole(QAction::AboutRole);
}

void MainWindow::createChoices() {
    auto* view = menus_["view"];
    view->addActions({recipeDock_->toggleViewAction(), inspectorDock_->toggleViewAction()});
    for (auto* dock : {metricsDock_, historyDock_}) {
        view->addAction(dock->toggleViewAction());
        connect(dock->toggleViewAction(), &QAction::triggered, this, [this, dock](bool shown) {
            if (shown) bringForward(dock);
        });
    }
    menus_["plots"] = view->addMenu(QString());
    menus_["plots"]->addActions(plots_->showActions());
    menus_["studies"] = view->addMenu(QString());
    menus_["studies"]->addActions(studies_->showActions());
    createLayoutMenu();
    view->addSeparator();
    menus_["colour"] = view->addMenu(QString());
    menus_["colour"]->setToolTipsVisible(true);
    menus_["colour"]->addActions(stack_->grid(0)->colourActions());
    view->addActions({stack_->grid(0)->wholeCanvasAction(), stack_->grid(0)->everyStepAction()});
    view->addSeparator();
    menus_["theme"] = view->addMenu(QString());
    themes_ = new QActionGroup(this);
    for (const auto theme : {Theme::System, Theme::Light, Theme::Dark}) {
        auto* action = addAction("theme-" + themeKey(theme), menus_["theme"], {}, [this, theme] { setTheme(theme); });
        action->setCheckable(true);
        themes_->addAction(action);
    }
    menus_["language"] = view->addMenu(QString());
    languages_ = new QActionGroup(this);
    for (const auto& [key, name] : {std::pair{"", ""}, {"en", "English"}, {"de", "Deutsch"}}) {
        const auto language = QLatin1String(key);
        auto* action =
            addAction(QLatin1String("language-") + language, menus_["language"], {}, [this, language] { setLanguage(language); });
        action->setText(QLatin1String(name));
        action->setCheckable(true);
        languages_->addAction(action);
    }
}

void MainWindow::createLayoutMenu() {
    menus_["layout"] = menus_["view"]->addMenu(QString());
    int key = Qt::Key_1;
    for (const auto& layout : dockLayouts()) {
        const auto name = QString::fromLatin1(layout.name.data(), static_cast<qsizetype>(layout.name.size()));
        addAction("layout-" + name, menus_["layout"], QKeySequence(Qt::CTRL | Qt::Key(key++)), [this, name] { applyNamedLayout(name); });
    }
    menus_["layout"]->addSeparator();
    addAction("defaultLayout", menus_["layout"], {}, [this] { restoreDefaultLayout(); });
}

void MainWindow::createDeviceMenu() {
    menus_["device"] = menus_["run"]->addMenu(QString());
    devices_ = new QActionGroup(this);
    const auto names = deviceNames();
    for (const auto& name : names) {
        const auto device = QString::fromStdString(name);
        auto* action = addAction("device-" + device, menus_["device"], {}, [this, device] { setDevice(device); });
        action->setCheckable(true);
        devices_->addAction(action);
    }
    menus_["device"]->menuAction()->setVisible(names.size() > 1);
}

void MainWindow::createTrainMenu() {
    auto* study = studies_->training();
    addAction("train", menus_["train"], {}, [this] { bringForward(studies_->dock("train")); });
    auto* stop = addAction("stopTraining", menus_["train"], {}, [study] { study->stop(); });
    stop->setEnabled(study->isRunning());
    connect(study, &TrainingStudy::runningChanged, stop, &QAction::setEnabled);
}

void MainWindow::setDevice(const QString& device) {
    // Settings may come from a machine with a GPU.
    const auto known = actions_.find("device-" + device);
    settings_.device = known == actions_.end() ? QStringLiteral("cpu") : device;
    actions_.at("device-" + settings_.device)->setChecked(true);
    recipe_->setDevice(settings_.device);
}

void MainWindow::setTheme(Theme theme) {
    settings_.theme = theme;
    actions_.at("theme-" + themeKey(theme))->setChecked(true);
    applyTheme(theme);
}

void MainWindow::setLanguage(const QString& language) {
    // Settings may come from a version that speaks more of them.
    settings_.language = actions_.contains("language-" + language) ? language : QString();
    actions_.at("language-" + settings_.language)->setChecked(true);
    const QLocale locale = settings_.language.isEmpty() ? QLocale::system() : QLocale(settings_.language);
    QLocale::setDefault(locale);
    const auto install = [&](std::unique_ptr<QTranslator>& slot, const QString& name, const QString& folder) {
        if (slot) QCoreApplication::removeTranslator(slot.get());
        slot = std::make_unique<QTranslator>();
        // English has a file as well, of plural forms; it serves every language that has none.
        if (slot->load(locale, name, QStringLiteral("_"), folder) ||
            slot->load(QLocale(QLocale::English), name, QStringLiteral("_"), folder))
            QCoreApplication::installTranslator(slot.get());
    };
    install(qtTranslator_, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(translator_, QStringLiteral("diffuscope"), QStringLiteral(":/i18n"));
}

void MainWindow::about() {
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("About Diffuscope"), QString(), QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIconPixmap(windowIcon().pixmap(64, 64));
    box->setText(tr("<h3>Diffuscope %1</h3><p>A studio for text diffusion: DiffuSeq-v2 (Gong et al. 2023, arXiv 2310.05793).</p>"
                    "<p>GPL-3.0-or-later. Uses Qt, QCustomPlot, LibTorch and SentencePiece. Bundled data: Schema-Guided Dialogue (Google), "
                    "CC BY-SA 4.0; CMU Pronouncing Dictionary (Carnegie Mellon University), BSD licence. The bundled models were trained "
                    "on them by this program.</p>")
                     .arg(QCoreApplication::applicationVersion()));
    box->open();
}

void MainWindow::showShortcuts() {
    QString rows;
    for (const auto& [name, action] : actions_)
        if (!action->shortcut().isEmpty())
            rows +=
                QStringLiteral("<tr><td>%1&nbsp;&nbsp;&nbsp;</td><td>%2</td></tr>")
                    .arg(action->text().remove(QLatin1Char('&')).toHtmlEscaped(), action->shortcut().toString(QKeySequence::NativeText));
    rows += tr("<tr><td>Play, pause</td><td>Space</td></tr><tr><td>Step, position</td><td>Arrow keys, Home, End</td></tr>"
               "<tr><td>Zoom the grid</td><td>Ctrl+wheel</td></tr>");
    auto* box =
        new QMessageBox(QMessageBox::NoIcon, tr("Keyboard"), QStringLiteral("<table>%1</table>").arg(rows), QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void MainWindow::retranslate() {
    nameSession(sessionFile_);
    recipeDock_->setWindowTitle(tr("Recipe"));
    inspectorDock_->setWindowTitle(tr("Inspector"));
    metricsDock_->setWindowTitle(tr("Metrics"));
    historyDock_->setWindowTitle(tr("History"));
    const std::map<QString, QString> menuTitles{{"file", tr("&File")},         {"edit", tr("&Edit")},     {"run", tr("&Run")},
                                                {"view", tr("&View")},         {"figure", tr("F&igure")}, {"help", tr("&Help")},
                                                {"colour", tr("&Colour by")},  {"theme", tr("&Theme")},   {"language", tr("&Language")},
                                                {"plots", tr("&Plots")},       {"layout", tr("L&ayout")}, {"studies", tr("&Studies")},
                                                {"device", tr("Compute &on")}, {"train", tr("&Train")}};
    for (const auto& [name, title] : menuTitles) menus_.at(name)->setTitle(title);
    const std::map<QString, QString> texts{{"openModel", tr("&Open model folder…")},
                                           {"openTrace", tr("Open &trace…")},
                                           {"openRecipe", tr("Open &recipe of a figure…")},
                                           {"openSession", tr("Open &session…")},
                                           {"saveSession", tr("Sa&ve session")},
                                           {"saveSessionAs", tr("Save session &as…")},
                                           {"saveTrace", tr("Sav&e trace…")},
                                           {"train", tr("&Train a model…")},
                                           {"stopTraining", tr("&Stop training")},
                                           {"quit", tr("&Quit")},
                                           {"copyText", tr("Copy &sentence of this step")},
                                           {"copyTable", tr("Copy &grid as a table")},
                                           {"run", tr("&Run")},
                                           {"cancel", tr("&Cancel")},
                                           {"defaultLayout", tr("Restore &default layout")},
                                           {"exportFigure", tr("&Export the grid…")},
                                           {"shortcuts", tr("&Keyboard")},
                                           {"about", tr("&About Diffuscope")},
                                           {"theme-system", tr("As the &system")},
                                           {"theme-light", tr("&Light")},
                                           {"theme-dark", tr("&Dark")},
                                           {"language-", tr("As the &system")},
                                           {"copyLatex", tr("Copy grid as &LaTeX")},
                                           {"find", tr("&Find a token…")},
                                           {"compareModes", tr("As released against &faithful")},
                                           {"compareSolvers", tr("&Ancestral 2,000 against DPM-Solver++ 2M, 10 steps")},
                                           {"layout-explore", tr("&Explore")},
                                           {"layout-compare", tr("&Compare")},
                                           {"layout-train", tr("&Train")},
                                           {"layout-figure", tr("&Figure")},
                                           {"layout-study", tr("&Study")}};
    for (const auto& [name, text] : texts) actions_.at(name)->setText(text);
    for (auto* action : devices_->actions()) action->setText(action == devices_->actions().first() ? tr("&CPU") : tr("&GPU (CUDA)"));
    plots_->retranslate();
    undo_->retranslate();
    status_->setText(said_());
}

} // namespace diffuscope
