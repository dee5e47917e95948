// SPDX-License-Identifier: GPL-3.0-or-later
// What happens between Run and the last step of the last lane.
#include "app/main_window.h"

#include "app/history/history_view.h"
#include "app/lane_list.h"
#include "app/lanes.h"
#include "app/recipe_panel.h"
#include "app/recipe_undo.h"
#include "app/source_box.h"
#include "app/trace_files.h"
#include "widgets/lane_mark.h"
#include "widgets/trace_cursor.h"

#include <QDockWidget>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>

namespace diffuscope {

void MainWindow::connectEngine() {
    connect(engine_, &EngineThread::modelOpened, this, &MainWindow::onModelOpened);
    connect(engine_, &EngineThread::modelFailed, this, &MainWindow::onModelFailed);
    const auto ifCurrent = [this](auto handle) {
        return [this, handle](quint64 id, const auto&... values) {
            if (id == runId_) handle(values...);
        };
    };
    for (auto signal : {&EngineThread::started, &EngineThread::stepReady, &EngineThread::laneFinished})
        connect(engine_, signal, this, ifCurrent([this](const TracePtr& trace, int lane) { lanes_->show(firstLane_ + lane, trace); }));
    connect(engine_, &EngineThread::laneFinished, this,
            ifCurrent([this](const TracePtr& trace, int lane) { ran_[static_cast<size_t>(lane)] = trace; }));
    connect(engine_, &EngineThread::progress, this, ifCurrent([this](int done, int total, double left) { onProgress(done, total, left); }));
    connect(engine_, &EngineThread::finished, this, ifCurrent([this] { onFinished(); }));
    connect(engine_, &EngineThread::cancelled, this, ifCurrent([this] {
                endRun();
                keepRun();
                say([] { return tr("Cancelled; the steps so far stay."); });
                emit runEnded();
            }));
    connect(engine_, &EngineThread::failed, this, &MainWindow::onFailed);
}

void MainWindow::run() { start(recipe_->recipes(), 0); }

void MainWindow::start(const std::vector<Recipe>& recipes, int firstLane) {
    recipe_->setError({});
    recipe_->source()->setError({});
    leaveRun();
    runId_ = engine_->run(recipes);
    clock_.start();
    ran_.assign(recipes.size(), nullptr);
    firstLane_ = firstLane;
    recipe_->setRunning(true);
    undo_->setRunning(true);
    lanes_->beginRun(firstLane);
    cursor_->setFollowLive(true);
    progress_->setRange(0, 0);
    progress_->show();
    say([] { return tr("Generating …"); });
}

void MainWindow::leaveRun() {
    engine_->cancelRuns();
    // The newest wish counts: a trace that arrived later would end the run that was started while it was read.
    files_->dropOpening();
    history_->forget();
    if (isRunning()) keepRun();
    endRun();
}

void MainWindow::runLanes(const std::vector<Recipe>& lanes) {
    recipe_->setRecipes(lanes);
    bringForward(metricsDock_);
    run();
}

void MainWindow::goOnFrom(int lane, const Edit& edit) {
    const auto trace = cursor_->trace(lane);
    if (!trace) return;
    if (isRunning()) return complain(tr("A run is under way; wait for its end or cancel it, and edit again."));
    auto recipe = trace->header->recipe;
    recipe.device = settings_.device.toStdString();
    std::erase_if(recipe.edits, [&](const Edit& earlier) { return earlier.step > edit.step; });
    recipe.edits.push_back(edit);
    if (!recipe_->addLane(recipe)) return complain(tr("There is no room for another lane; remove one and edit again."));
    start({recipe}, recipe_->lanes()->count() - 1);
}

void MainWindow::cancel() {
    // Whoever stops a run does not mean the file that is written beside it.
    if (!isRunning()) files_->cancel();
    engine_->cancelRuns();
}

void MainWindow::onFailed(quint64 id, const QString& sentence, Error::Cause cause, int lane) {
    if (id != runId_) return;
    endRun();
    keepRun();
    say([] { return QString(); });
    lane += firstLane_;
    if (cause == Error::Cause::Source) {
        recipe_->source()->setError(sentence);
        repeatIfUnseen(sentence);
    } else {
        recipe_->lanes()->setCurrent(lane); // its fields, beside the sentence
        complain(recipe_->lanes()->count() > 1 ? tr("Lane %1: %2").arg(laneName(lane), sentence) : sentence);
    }
    emit runEnded();
}

void MainWindow::onFinished() {
    endRun();
    int evaluations = 0;
    for (const auto& trace : ran_)
        if (trace) evaluations += trace->evaluations;
    say([evaluations, seconds = runSeconds(), lanes = static_cast<int>(ran_.size())] {
        const auto cost = tr("%n evaluation(s) in %1 s", nullptr, evaluations).arg(QLocale().toString(seconds, 'f', 2));
        return lanes > 1 ? tr("%n lane(s): %1", nullptr, lanes).arg(cost) : cost;
    });
    showChosen();
    keepRun();
    emit runEnded();
}

double MainWindow::runSeconds() const {
    // Lanes go side by side: their times are not to be added.
    return ran_.size() == 1 && ran_.front() ? ran_.front()->seconds : static_cast<double>(clock_.elapsed()) / 1000;
}

void MainWindow::keepRun() { history_->add(ran_, runSeconds()); }

void MainWindow::showChosen() {
    // Whoever went back to an earlier step on the way looks at a candidate of their own.
    const auto done = trace();
    const bool chooses = done && !done->chosen.empty() && done->header->recipe.edits.empty(); // whoever edits looks at what they edited
    if (cursor_->followLive() && chooses) cursor_->setRow(done->chosen.front());
}

void MainWindow::endRun() {
    runId_ = 0;
    recipe_->setRunning(false);
    undo_->setRunning(false);
    lanes_->endRun();
    showBusy();
}

void MainWindow::showBusy() {
    if (isRunning()) return; // it counts its steps there
    progress_->setRange(0, 0);
    progress_->setVisible(files_->isLong());
}

void MainWindow::onProgress(int done, int total, double secondsLeft) {
    progress_->setRange(0, total);
    progress_->setValue(done);
    progress_->setFormat(secondsLeft >= 1.0 ? tr("%v/%m · %1 s left").arg(QLocale().toString(secondsLeft, 'f', 0))
                                            : QStringLiteral("%v/%m"));
}

} // namespace diffuscope
