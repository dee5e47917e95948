// SPDX-License-Identifier: GPL-3.0-or-later
// The session: what the window is set to, in a file.
#include "app/error_sentence.h"
#include "app/lane_list.h"
#include "app/lane_model_menu.h"
#include "app/lanes.h"
#include "app/main_window.h"
#include "app/model_box.h"
#include "app/recipe_panel.h"
#include "app/session.h"
#include "widgets/save_path.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSplitter>

namespace diffuscope {
namespace {

QString sessionFilter() { return MainWindow::tr("Sessions (*.%1)").arg(QLatin1String(kSessionSuffix)); }

} // namespace

void MainWindow::chooseSession() {
    const auto path = QFileDialog::getOpenFileName(this, tr("Open session"), QFileInfo(sessionFile_).path(), sessionFilter());
    if (!path.isEmpty()) openSession(path);
}

void MainWindow::openSession(const QString& path) {
    try {
        const auto session = readSession(path);
        requireKnownSolvers(session.lanes);
        leaveRun();
        openModelOfLane(session.model);
        recipe_->setRecipes(session.lanes);
        recipe_->lanes()->setCurrent(session.current);
        for (int lane = 0; lane < recipe_->lanes()->count(); ++lane) lanes_->show(lane, nullptr);
        settings_.lanes = session.lanes; // a model that opens later must not replace them by its own
        ViewState(*this).apply(session.view);
        if (!session.layout.isEmpty() && restoreState(session.layout, kLayoutVersion)) centre_->restoreState(session.centreSplit);
        nameSession(path);
        say([name = QFileInfo(path).fileName()] { return tr("Opened %1; press Run to compute its lanes.").arg(name); });
        if (!isModelHere(session.model))
            complain(tr("There is no model “%1” here; lanes that ran it run the window's instead.").arg(session.model));
    } catch (const std::exception& error) {
        complainOfFile(sentenceOf(error));
    }
}

void MainWindow::saveSession() {
    if (sessionFile_.isEmpty()) saveSessionAs();
    else saveSessionTo(sessionFile_);
}

void MainWindow::saveSessionAs() {
    const auto suggested = sessionFile_.isEmpty() ? QStringLiteral("session.") + QLatin1String(kSessionSuffix) : sessionFile_;
    const auto path = askSavePath(this, tr("Save session"), suggested, {sessionFilter()});
    if (!path.isEmpty()) saveSessionTo(path);
}

void MainWindow::saveSessionTo(const QString& path) {
    try {
        writeSession(path, {recipe_->model()->wanted(), recipe_->recipes(), recipe_->lanes()->current(), ViewState(*this).values(),
                            saveState(kLayoutVersion), centre_->saveState()});
        nameSession(path);
        say([path] { return tr("Saved %1").arg(path); });
    } catch (const std::exception& error) {
        complainOfFile(sentenceOf(error));
    }
}

void MainWindow::nameSession(const QString& path) {
    sessionFile_ = path;
    setWindowTitle(path.isEmpty() ? tr("Diffuscope") : tr("%1 – Diffuscope").arg(QFileInfo(path).completeBaseName()));
}

} // namespace diffuscope
