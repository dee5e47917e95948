// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/sweep_controls.h"

#include "app/notice.h"
#include "app/studies/sweep_names.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <cmath>

namespace diffuscope {
namespace {

constexpr int kParts = 1000; ///< of the progress bar

} // namespace

SweepControls::SweepControls(QWidget* parent)
    : QWidget(parent), run_(new QPushButton(this)), pause_(new QPushButton(this)), cancel_(new QPushButton(this)),
      figure_(new QPushButton(this)), plan_(new QToolButton(this)), export_(new QToolButton(this)), bar_(new QProgressBar(this)),
      work_(new QLabel(this)), status_(new QLabel(this)), notice_(new Notice(this)) {
    createLayout();
    clock_.setInterval(1000);
    connect(&clock_, &QTimer::timeout, this, &SweepControls::describe);
    connect(plan_, &QToolButton::toggled, this, [this](bool shown) {
        plan_->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
        emit planToggled(shown);
    });
    setPlanShown(true);
    connect(run_, &QPushButton::clicked, this, &SweepControls::runRequested);
    connect(pause_, &QPushButton::toggled, this, &SweepControls::pauseRequested);
    connect(cancel_, &QPushButton::clicked, this, &SweepControls::cancelRequested);
    connect(figure_, &QPushButton::clicked, this, &SweepControls::figureRequested);
    connect(csv_, &QAction::triggered, this, [this] { emit exportRequested(QStringLiteral("csv")); });
    connect(json_, &QAction::triggered, this, [this] { emit exportRequested(QStringLiteral("json")); });
    setExportable(false);
    setState(State::Idle);
    retranslate();
}

void SweepControls::createLayout() {
    const std::pair<QWidget*, const char*> names[] = {
        {run_, "runSweep"}, {pause_, "pauseSweep"},   {cancel_, "cancelSweep"}, {figure_, "figure3"}, {export_, "exportSweep"},
        {bar_, "sweepBar"}, {notice_, "sweepNotice"}, {status_, "sweepStatus"}, {work_, "sweepWork"}, {plan_, "sweepPlan"}};
    for (const auto& [widget, name] : names) widget->setObjectName(QLatin1String(name));
    pause_->setCheckable(true);
    auto* menu = new QMenu(this);
    csv_ = menu->addAction(QString());
    json_ = menu->addAction(QString());
    menu->setToolTipsVisible(true);
    export_->setMenu(menu);
    export_->setPopupMode(QToolButton::InstantPopup);
    export_->setToolButtonStyle(Qt::ToolButtonTextOnly);
    bar_->setRange(0, kParts);
    bar_->setTextVisible(false);
    bar_->setFixedHeight(6);
    for (auto* label : {work_, status_}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    status_->setMinimumHeight(2 * status_->fontMetrics().lineSpacing()); // it grows by a line as a sweep goes on; the buttons stay
    status_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    work_->setForegroundRole(QPalette::PlaceholderText);
    plan_->setCheckable(true);
    plan_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    plan_->setAutoRaise(true);
    auto* head = new QHBoxLayout;
    head->addWidget(plan_);
    head->addWidget(work_, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(run_, 2);
    buttons->addWidget(pause_, 1);
    buttons->addWidget(cancel_, 1);
    buttons->addSpacing(8);
    buttons->addWidget(figure_);
    buttons->addWidget(export_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 2, 8, 4);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addLayout(buttons);
    layout->addWidget(notice_);
    layout->addWidget(bar_);
    layout->addWidget(status_);
}

void SweepControls::setState(State state) {
    if (state != State::Idle && state_ == State::Idle) {
        reported_ = false;
        said_.clear();
    }
    state_ = state;
    const bool running = state != State::Idle;
    run_->setEnabled(!running && problem_.isEmpty());
    figure_->setEnabled(!running);
    pause_->setEnabled(running);
    cancel_->setEnabled(running);
    {
        const QSignalBlocker blocker(pause_);
        pause_->setChecked(state == State::Paused);
    }
    bar_->setVisible(running);
    if (running) clock_.start();
    else clock_.stop();
    describe();
}

void SweepControls::setReady(bool resumes, const QString& problem) {
    resumes_ = resumes;
    problem_ = problem;
    retranslate();
    setState(state_);
}

void SweepControls::setExportable(bool there) { export_->setEnabled(there); }

void SweepControls::setWork(const QString& sentence) { work_->setText(sentence); }

void SweepControls::setPlanShown(bool shown) { plan_->setChecked(shown); }

void SweepControls::showProgress(const SweepProgress& progress) {
    progress_ = progress;
    reported_ = true;
    sinceReport_.start();
    bar_->setRange(0, kParts);
    bar_->setValue(static_cast<int>(std::lround(progress.share * kParts)));
    describe();
}

void SweepControls::showWaiting(const QString& sentence) {
    said_ = sentence;
    bar_->setRange(0, 0);
    describe();
}

void SweepControls::say(const QString& sentence) {
    said_ = sentence;
    describe();
}

void SweepControls::setError(const QString& sentence) { notice_->say(sentence); }
QString SweepControls::errorText() const { return notice_->text(); }
QString SweepControls::statusText() const { return status_->text(); }

void SweepControls::describe() {
    if (state_ == State::Idle || !reported_) {
        const bool idle = state_ == State::Idle;
        const auto hint = idle && resumes_ ? tr("The last sweep is not finished; Resume goes on where it was left.") : QString();
        status_->setText(idle && !problem_.isEmpty() ? problem_ : said_.isEmpty() ? hint : said_);
    } else {
        const auto& p = progress_;
        const QLocale locale;
        QStringList parts{
            tr("%1 (setting %2 of %3)").arg(settingTitle(p.setting)).arg(std::min(p.settingsDone + 1, p.settings)).arg(p.settings),
            tr("%1 of %2 sentences")
                .arg(locale.toString(static_cast<qulonglong>(p.sentencesDone)), locale.toString(static_cast<qulonglong>(p.sentences)))};
        if (state_ == State::Paused) parts << tr("paused once the sentences under way are done");
        else if (!std::isnan(p.secondsLeft))
            parts
                << tr("about %1 left").arg(durationText(std::max(1.0, p.secondsLeft - static_cast<double>(sinceReport_.elapsed()) / 1000)));
        if (p.skipped > 0) parts << tr("%n row(s) too long for the canvas", nullptr, static_cast<int>(p.skipped));
        status_->setText(parts.join(QStringLiteral(" · ")));
    }
    status_->setVisible(!status_->text().isEmpty());
}

void SweepControls::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    said_.clear(); // in the language of before
    retranslate();
    describe();
}

void SweepControls::retranslate() {
    run_->setText(resumes_ ? tr("Resume") : tr("Run sweep"));
    run_->setToolTip(resumes_ ? tr("Goes on where this sweep was left; what is finished is taken as it is")
                              : tr("Runs every setting over the rows. Finished batches are kept: a sweep that is cancelled, or cut off, "
                                   "goes on where it was."));
    pause_->setText(tr("Pause"));
    pause_->setToolTip(tr("Stops after the sentences under way, and goes on when pressed again"));
    cancel_->setText(tr("Cancel"));
    cancel_->setToolTip(tr("Stops now; what is finished stays, and Resume goes on from there"));
    figure_->setText(tr("Figure 3"));
    figure_->setToolTip(
        tr("The paper's Figure 3 for this model in one click: quality against speed of ancestral sampling with all steps, and of "
           "DPM-Solver++ 2M "
           "with 1 to 100 steps, as released and faithful, over the first 100 rows. The line above says how long it takes."));
    work_->setToolTip(tr("How much there is to do; the time is measured with a few sentences on this machine."));
    plan_->setText(tr("Plan"));
    plan_->setToolTip(tr("Show or hide the fields of the plan"));
    export_->setText(tr("Export"));
    export_->setToolTip(tr("Writes the rows to a file"));
    csv_->setText(tr("&CSV…"));
    csv_->setToolTip(tr("One line a setting, with the ends of the intervals"));
    json_->setText(tr("&JSON…"));
    json_->setToolTip(tr("The rows with the plan that they come from; “diffuscope --figure sweep” draws it"));
    bar_->setAccessibleName(tr("Progress of the sweep"));
}

} // namespace diffuscope
