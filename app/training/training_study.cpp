// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/training_study.h"

#include "app/notice.h"
#include "app/studies/run_bar.h"
#include "app/training/training_form.h"
#include "app/training/training_plan.h"
#include "app/wheel_guard.h"
#include "widgets/training_view.h"

#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace diffuscope {
namespace {

constexpr int kLook = 1000;      ///< milliseconds between two looks at the logs
constexpr int kFormHeight = 150; ///< pixels that are always to be seen of the plan
const QString kOthersKey = QStringLiteral("training/otherLogs");

QString nameOf(const std::filesystem::path& log) {
    // Each run's log has the same name, unless somebody gave it another.
    return QString::fromStdString((log.filename() == "train.jsonl" ? log.parent_path().filename() : log.stem()).string());
}

} // namespace

TrainingStudy::TrainingStudy(QWidget* parent)
    : QWidget(parent), form_(new TrainingForm), view_(new TrainingView), job_(new TrainingJob(this)), bar_(new RunBar),
      open_(new QPushButton), logs_(new QToolButton), logMenu_(new QMenu(this)), status_(new QLabel), notice_(new Notice),
      split_(new QSplitter(Qt::Vertical, this)) {
    createLayout();
    connectJob();
    clock_.setInterval(kLook);
    connect(&clock_, &QTimer::timeout, this, &TrainingStudy::readLogs);
    connect(bar_, &RunBar::runRequested, this, &TrainingStudy::start);
    connect(bar_, &RunBar::cancelRequested, this, &TrainingStudy::stop);
    connect(open_, &QPushButton::clicked, this, [this] { emit openRequested(QString::fromStdString(form_->plan().output.string())); });
    connect(view_, &TrainingView::said, this, &TrainingStudy::said);
    connect(logMenu_, &QMenu::aboutToShow, this, &TrainingStudy::fillLogMenu);
    connect(form_, &TrainingForm::changed, this, [this] {
        notice_->clearSentence(); // it was another plan's
        onPlan();
    });
    followed_.emplace_back(std::filesystem::path());
    for (const auto& file : QSettings().value(kOthersKey).toStringList()) followed_.emplace_back(file.toStdString());
    form_->setPlan(loadTrainingPlan());
    retranslate();
}

TrainingStudy::~TrainingStudy() { saveTrainingPlan(form_->plan()); }

void TrainingStudy::createLayout() {
    auto* scroll = scrolledForm(form_);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumHeight(kFormHeight);
    open_->setObjectName(QStringLiteral("openTrained"));
    logs_->setObjectName(QStringLiteral("trainingLogs"));
    logs_->setMenu(logMenu_);
    logMenu_->setToolTipsVisible(true);
    logs_->setPopupMode(QToolButton::InstantPopup);
    status_->setObjectName(QStringLiteral("trainingStatus"));
    status_->setTextFormat(Qt::PlainText);
    status_->setWordWrap(true);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(bar_, 1);
    buttons->addWidget(open_);
    buttons->addWidget(logs_);
    auto* controls = new QWidget;
    auto* column = new QVBoxLayout(controls);
    column->setContentsMargins(8, 4, 8, 4);
    column->addLayout(buttons);
    column->addWidget(bar_->progressBar());
    column->addWidget(status_);
    column->addWidget(notice_);
    auto* top = new QWidget;
    auto* plan = new QVBoxLayout(top);
    plan->setContentsMargins(0, 0, 0, 0);
    plan->setSpacing(0);
    plan->addWidget(scroll, 1);
    plan->addWidget(controls);
    split_->addWidget(top);
    split_->addWidget(view_);
    split_->setChildrenCollapsible(false);
    split_->setStretchFactor(0, 0);
    split_->setStretchFactor(1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(split_);
}

void TrainingStudy::connectJob() {
    connect(job_, &TrainingJob::entered, this, &TrainingStudy::onPhase);
    connect(job_, &TrainingJob::progressed, this, &TrainingStudy::onProgress);
    connect(job_, &TrainingJob::leftOut, this, [this](int pairs, int all) {
        emit said(tr("%n pair(s) of %1 are too long for this size and left out.", nullptr, pairs).arg(QLocale().toString(all)));
    });
    connect(job_, &TrainingJob::ended, this, [this](bool whole) {
        onEnd(whole                    ? tr("Trained. Open the model to see what it says.")
              : form_->plan().goesOn() ? tr("Stopped. What was learned is kept; training goes on from there.")
                                       : tr("Stopped before anything was learned."));
    });
    connect(job_, &TrainingJob::failed, this, [this](const QString& sentence) {
        onEnd({});
        notice_->say(sentence);
    });
}

QString TrainingStudy::statusText() const { return status_->text(); }
QString TrainingStudy::errorText() const { return notice_->text(); }

void TrainingStudy::start() {
    const auto plan = form_->plan();
    if (isRunning() || !form_->problem().isEmpty()) return;
    saveTrainingPlan(plan);
    notice_->clearSentence();
    setRunning(true);
    job_->start(plan);
}

void TrainingStudy::stop() { job_->stop(); }

void TrainingStudy::setRunning(bool running) {
    bar_->setRunning(running);
    form_->setEnabled(!running);
    emit runningChanged(running);
}

void TrainingStudy::onPhase(TrainingJob::Phase phase) {
    const auto sentence = [phase] {
        switch (phase) {
        case TrainingJob::Phase::Reading: return tr("Reading the pairs and learning their vocabulary…");
        case TrainingJob::Phase::Training: return tr("Taking the first steps…");
        case TrainingJob::Phase::Stopping: break;
        }
        return tr("Stopping; what was learned is being saved…");
    };
    status_->setText(sentence());
    status_->show(); // long before the first progress
}

void TrainingStudy::onProgress(const TrainingProgress& progress) {
    bar_->setProgress(progress.share, progress.secondsLeft);
    const QLocale locale;
    status_->setText(
        tr("Step %1 · %2 tokens a second").arg(locale.toString(progress.step), locale.toString(progress.tokensPerSecond, 'f', 0)));
    readLogs();
    onPlan();
}

void TrainingStudy::onEnd(const QString& sentence) {
    setRunning(false);
    status_->setText(sentence);
    if (!sentence.isEmpty()) emit said(sentence);
    readLogs();
    onPlan();
}

void TrainingStudy::onPlan() {
    const auto plan = form_->plan();
    form_->look();
    const auto problem = form_->problem();
    const bool again = plan.goesOn();
    bar_->setRunText(again ? tr("Train on") : tr("Train"), !problem.isEmpty() ? problem
                                                           : again            ? tr("Go on from the last checkpoint")
                                                                              : tr("Learn a vocabulary and a model from the pairs"));
    bar_->setReady(problem.isEmpty());
    status_->setVisible(isRunning() || !status_->text().isEmpty());
    if (!isRunning() && (!problem.isEmpty() || tellsProblem_)) notice_->say(problem); // what the last run ended with stays
    tellsProblem_ = !problem.isEmpty();
    open_->setEnabled(plan.hasModel());
    if (followed_.front().file() != plan.log()) {
        followed_.front() = TrainLog(plan.log());
        if (isVisible()) readLogs(); // else when it is shown
        showRuns();
    }
}

void TrainingStudy::readLogs() {
    bool grown = false;
    for (auto& log : followed_) grown = log.readOn() || grown;
    if (grown) showRuns();
}

void TrainingStudy::showRuns() {
    std::vector<TrainingRun> runs;
    for (const auto& log : followed_)
        if (!log.lines().empty()) runs.push_back({nameOf(log.file()), log.lines(), log.validations()});
    view_->setRuns(std::move(runs));
}

QStringList TrainingStudy::otherLogs() const {
    QStringList files;
    for (size_t i = 1; i < followed_.size(); ++i) files << QString::fromStdString(followed_[i].file().string());
    return files;
}

void TrainingStudy::addLog(const QString& file) {
    const QFileInfo info(file);
    const auto log = info.isDir() ? file + QStringLiteral("/train.jsonl") : file;
    if (otherLogs().contains(log)) return;
    followed_.emplace_back(log.toStdString());
    QSettings().setValue(kOthersKey, otherLogs());
    readLogs();
}

void TrainingStudy::removeLog(int index) {
    followed_.erase(followed_.begin() + 1 + index);
    QSettings().setValue(kOthersKey, otherLogs());
    showRuns();
}

void TrainingStudy::fillLogMenu() {
    logMenu_->clear();
    connect(logMenu_->addAction(tr("Add the log of another run…")), &QAction::triggered, this, &TrainingStudy::browseLog);
    const auto others = otherLogs();
    if (!others.isEmpty()) logMenu_->addSeparator();
    for (int i = 0; i < others.size(); ++i) {
        auto* action = logMenu_->addAction(nameOf(others[i].toStdString()).replace(u'&', QStringLiteral("&&")));
        action->setToolTip(others[i]);
        action->setCheckable(true);
        action->setChecked(true);
        connect(action, &QAction::triggered, this, [this, i] { removeLog(i); });
    }
}

void TrainingStudy::browseLog() {
    const auto file =
        QFileDialog::getOpenFileName(this, tr("Log of a training run"), QString::fromStdString(form_->plan().output.parent_path().string()),
                                     tr("Logs (train.jsonl *.jsonl);;All files (*)"));
    if (!file.isEmpty()) addLog(file);
}

void TrainingStudy::retranslate() {
    setWindowTitle(tr("Training"));
    setAccessibleName(tr("Training"));
    bar_->setCancelText(tr("Stop"), tr("End after this step; a checkpoint is kept to go on from"));
    open_->setText(tr("Open the model"));
    open_->setToolTip(tr("Generate with what has been learned so far; training goes on meanwhile"));
    logs_->setText(tr("Other runs"));
    logs_->setToolTip(tr("Training runs to compare with: their logs are followed as they grow, those of the command line too"));
    onPlan();
}

void TrainingStudy::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void TrainingStudy::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    clock_.start();
    onPlan();
    readLogs();
}

void TrainingStudy::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    clock_.stop();
}

} // namespace diffuscope
