// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/run_bar.h"

#include <QEvent>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>
#include <cmath>

namespace diffuscope {
namespace {

constexpr int kScale = 1000; ///< parts of the whole that the bar can show

} // namespace

RunBar::RunBar(QWidget* parent)
    : QWidget(parent), run_(new QPushButton(this)), cancel_(new QPushButton(this)), progress_(new QProgressBar(this)) {
    run_->setObjectName(QStringLiteral("studyRun"));
    cancel_->setObjectName(QStringLiteral("studyCancel"));
    progress_->setRange(0, kScale);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(run_);
    buttons->addWidget(cancel_);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(buttons);
    connect(run_, &QPushButton::clicked, this, &RunBar::runRequested);
    connect(cancel_, &QPushButton::clicked, this, &RunBar::cancelRequested);
    setRunText(tr("Run"), {});
    retranslate();
    setRunning(false);
}

void RunBar::setRunning(bool running) {
    running_ = running;
    if (running) {
        progress_->setFormat(tr("starting …"));
        progress_->setRange(0, 0); // busy until there is something to tell
    }
    progress_->setVisible(running);
    updateButtons();
}

void RunBar::setReady(bool ready) {
    ready_ = ready;
    updateButtons();
}

void RunBar::updateButtons() {
    run_->setEnabled(ready_ && !running_);
    cancel_->setEnabled(running_);
}

void RunBar::setRunText(const QString& text, const QString& toolTip) {
    run_->setText(text);
    run_->setToolTip(toolTip);
}

void RunBar::setCancelText(const QString& text, const QString& toolTip) {
    cancelText_ = {text, toolTip};
    retranslate();
}

void RunBar::setProgress(double share, double secondsLeft) {
    progress_->setRange(0, kScale);
    progress_->setValue(static_cast<int>(share * kScale));
    const auto percent = QLocale().toString(100.0 * share, 'f', 0);
    progress_->setFormat(std::isnan(secondsLeft) ? tr("%1 %").arg(percent)
                         : secondsLeft < 90      ? tr("%1 % · %2 s left").arg(percent, QLocale().toString(secondsLeft, 'f', 0))
                                                 : tr("%1 % · %2 min left").arg(percent, QLocale().toString(secondsLeft / 60, 'f', 0)));
}

QString RunBar::progressText() const { return progress_->format(); }

void RunBar::retranslate() {
    cancel_->setText(cancelText_.first.isEmpty() ? tr("Cancel") : cancelText_.first);
    cancel_->setToolTip(cancelText_.first.isEmpty() ? tr("Stop; what was shown before stays") : cancelText_.second);
    progress_->setAccessibleName(tr("Progress"));
}

void RunBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

} // namespace diffuscope
