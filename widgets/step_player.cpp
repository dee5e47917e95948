// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/step_player.h"

#include "widgets/elided_label.h"
#include "widgets/media_icons.h"
#include "widgets/number_text.h"
#include "widgets/step_slider.h"
#include "widgets/trace_cursor.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace diffuscope {
namespace {

constexpr std::array<int, 8> speeds = {1, 2, 5, 10, 25, 50, 100, 250};
constexpr int shortestTick = 20; ///< milliseconds; faster playing takes several steps at once

} // namespace

StepPlayer::StepPlayer(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    createActions();
    createControls();
    retranslate();
    updateControls();
    connect(&timer_, &QTimer::timeout, this, &StepPlayer::advance);
}

void StepPlayer::createActions() {
    const auto make = [this](MediaIcon icon, void (StepPlayer::*slot)()) {
        auto* action = new QAction(mediaIcon(icon), QString(), this);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
        return action;
    };
    first_ = make(MediaIcon::First, &StepPlayer::toFirst);
    previous_ = make(MediaIcon::Back, &StepPlayer::stepBack);
    play_ = make(MediaIcon::Play, &StepPlayer::togglePlay);
    next_ = make(MediaIcon::Forward, &StepPlayer::stepForward);
    last_ = make(MediaIcon::Last, &StepPlayer::toLast);
}

void StepPlayer::createControls() {
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(6, 2, 6, 4);
    rows->setSpacing(0);
    // The slider has a row of its own: 2,000 steps need every pixel.
    slider_ = new StepSlider(this);
    align_ = new QComboBox(this);
    align_->setObjectName(QStringLiteral("align"));
    for (int i = 0; i < 3; ++i) align_->addItem(QString());
    auto* top = new QHBoxLayout;
    top->addWidget(slider_, 1);
    top->addWidget(align_);
    rows->addLayout(top);
    auto* layout = new QHBoxLayout;
    layout->setSpacing(2);
    rows->addLayout(layout);
    for (QAction* action : {first_, previous_, play_, next_, last_}) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setAutoRepeat(action == previous_ || action == next_);
        button->setFocusPolicy(Qt::TabFocus);
        layout->addWidget(button);
    }
    label_ = new ElidedLabel(this); // “no steps yet” too may lack room
    label_->setTextFormat(Qt::PlainText);
    label_->installEventFilter(this);
    label_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // t and λ give way first where there is little room
    speed_ = new QComboBox(this);
    speed_->setObjectName(QStringLiteral("speed"));
    for (const int speed : speeds) speed_->addItem(QString(), speed);
    loop_ = new QToolButton(this);
    loop_->setObjectName(QStringLiteral("loop"));
    loop_->setIcon(mediaIcon(MediaIcon::Loop));
    loop_->setCheckable(true);
    loop_->setAutoRaise(true);
    follow_ = new QCheckBox(this);
    layout->addSpacing(6);
    layout->addWidget(label_, 1);
    layout->addSpacing(6);
    layout->addWidget(speed_);
    layout->addSpacing(4);
    layout->addWidget(loop_);
    layout->addSpacing(6);
    layout->addWidget(follow_);
    connect(slider_, &StepSlider::valueChanged, this, [this](int step) {
        if (cursor_) cursor_->setStep(step);
    });
    connect(speed_, &QComboBox::currentIndexChanged, this, [this](int index) { setSpeed(speeds[static_cast<size_t>(index)]); });
    speed_->setCurrentIndex(2);
    connect(align_, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (cursor_) cursor_->setAlign(static_cast<TraceCursor::Align>(index));
    });
}

void StepPlayer::bindCursor(TraceCursor* cursor) {
    if (cursor_) {
        cursor_->disconnect(this);
        cursor_->disconnect(follow_);
        follow_->disconnect(cursor_);
    }
    cursor_ = cursor;
    if (cursor) {
        connect(cursor, &TraceCursor::stepChanged, this, &StepPlayer::updateControls);
        connect(cursor, &TraceCursor::stepCountChanged, this, &StepPlayer::updateControls);
        connect(cursor, &TraceCursor::laneChanged, this, &StepPlayer::updateControls);
        connect(cursor, &TraceCursor::rowChanged, this, &StepPlayer::updateMarks);
        connect(cursor, &TraceCursor::laneCountChanged, this, &StepPlayer::updateAlign);
        connect(cursor, &TraceCursor::alignChanged, this, &StepPlayer::updateAlign);
        connect(cursor, &TraceCursor::followLiveChanged, follow_, &QCheckBox::setChecked);
        connect(follow_, &QCheckBox::toggled, cursor, &TraceCursor::setFollowLive);
        follow_->setChecked(cursor->followLive());
    }
    updateAlign();
    updateControls();
}

void StepPlayer::playBySpaceIn(QWidget* area) { area->installEventFilter(this); }

void StepPlayer::updateAlign() {
    align_->setVisible(cursor_ && cursor_->laneCount() > 1);
    if (cursor_) align_->setCurrentIndex(static_cast<int>(cursor_->align()));
}

void StepPlayer::setTrace(const std::shared_ptr<const Trace>& trace) {
    trace_ = trace;
    updateMarks();
    updateControls();
}

void StepPlayer::updateMarks() { slider_->setTrace(trace_, cursor_ ? cursor_->row() : 0); }

bool StepPlayer::isPlaying() const { return timer_.isActive(); }
bool StepPlayer::loops() const { return loop_->isChecked(); }
int StepPlayer::speed() const { return speed_->currentData().toInt(); }
int StepPlayer::lastStep() const { return cursor_ ? std::max(0, cursor_->stepCount() - 1) : 0; }

void StepPlayer::play() {
    if (!cursor_ || lastStep() == 0) return;
    if (cursor_->step() >= lastStep()) cursor_->setStep(0);
    setPlaying(true);
}

void StepPlayer::pause() { setPlaying(false); }

void StepPlayer::togglePlay() {
    if (isPlaying()) pause();
    else play();
}

void StepPlayer::setPlaying(bool playing) {
    if (playing == isPlaying()) return;
    if (playing) timer_.start(std::max(shortestTick, 1000 / speed()));
    else timer_.stop();
    updateIcons();
    retranslate();
    emit playingChanged(playing);
}

void StepPlayer::advance() {
    if (!cursor_) return pause();
    const int stride = std::max(1, speed() * timer_.interval() / 1000);
    const int last = lastStep();
    if (cursor_->step() < last) {
        cursor_->setStep(std::min(last, cursor_->step() + stride));
    } else if (loops()) {
        cursor_->setStep(0);
        return;
    }
    // At the end of what has come so far a running job may still bring more.
    const bool more = trace_ && !trace_->finished();
    if (cursor_->step() >= last && !loops() && !more) pause();
}

void StepPlayer::stepForward() {
    pause();
    if (cursor_) cursor_->setStep(cursor_->step() + 1);
}

void StepPlayer::stepBack() {
    pause();
    if (cursor_) cursor_->setStep(cursor_->step() - 1);
}

void StepPlayer::toFirst() {
    if (cursor_) cursor_->setStep(0);
}

void StepPlayer::toLast() {
    pause();
    if (cursor_) cursor_->setStep(lastStep());
}

void StepPlayer::setSpeed(int stepsPerSecond) {
    const auto found = std::lower_bound(speeds.begin(), speeds.end() - 1, stepsPerSecond);
    speed_->setCurrentIndex(static_cast<int>(found - speeds.begin()));
    if (isPlaying()) timer_.setInterval(std::max(shortestTick, 1000 / speed()));
}

void StepPlayer::setLoop(bool loop) { loop_->setChecked(loop); }

QString StepPlayer::positionText() const {
    const size_t step = cursor_ ? static_cast<size_t>(cursor_->step()) : 0;
    if (!trace_ || step >= trace_->steps.size()) return tr("no steps yet");
    const auto& record = *trace_->steps[step];
    return tr("step %1/%2 · t %3 · λ %4")
        .arg(record.index)
        .arg(trace_->header->steps)
        .arg(numberText(record.t, 2), numberText(record.lambda, 1));
}

void StepPlayer::updateControls() {
    const int last = lastStep();
    const int step = cursor_ ? cursor_->step() : 0;
    {
        const QSignalBlocker quiet(slider_);
        slider_->setRange(0, last);
        slider_->setPageStep(std::max(1, last / 10));
        slider_->setValue(step);
    }
    slider_->setEnabled(last > 0);
    first_->setEnabled(step > 0);
    previous_->setEnabled(step > 0);
    next_->setEnabled(step < last);
    last_->setEnabled(step < last);
    play_->setEnabled(last > 0);
    if (last == 0) pause();
    updateLabel();
}

void StepPlayer::updateLabel() {
    const QString between = QStringLiteral(" · ");
    auto text = positionText();
    while (text.contains(between) && label_->fontMetrics().horizontalAdvance(text) > label_->width()) text = text.section(between, 0, -2);
    label_->setText(text);
    if (!trace_) return;
    const auto digits = QString::number(trace_->header->steps);
    const auto whole = tr("step %1/%2 · t %3 · λ %4").arg(digits, digits, numberText(0, 2), numberText(-10, 1));
    label_->setMinimumWidth(label_->fontMetrics().horizontalAdvance(whole.section(between, 0, 0)) + 2);
}

void StepPlayer::updateIcons() { play_->setIcon(mediaIcon(isPlaying() ? MediaIcon::Pause : MediaIcon::Play)); }

void StepPlayer::retranslate() {
    first_->setText(tr("First step"));
    first_->setToolTip(tr("Go to the first step, the noise (Home)"));
    previous_->setText(tr("Step back"));
    previous_->setToolTip(tr("One step back (Left)"));
    play_->setText(isPlaying() ? tr("Pause") : tr("Play"));
    play_->setToolTip(isPlaying() ? tr("Stop playing (Space)") : tr("Play the steps from noise to text (Space)"));
    next_->setText(tr("Step forward"));
    next_->setToolTip(tr("One step forward (Right)"));
    last_->setText(tr("Last step"));
    last_->setToolTip(tr("Go to the last step, the result (End)"));
    slider_->setAccessibleName(tr("Step"));
    slider_->setToolTip(
        tr("Recorded steps of the current lane, noise at the left, result at the right. Marks: how many tokens the step changed."));
    label_->setToolTip(tr("t: time, 1 = noise, 0 = data. λ = log(α/σ): half the log signal-to-noise ratio."));
    speed_->setToolTip(tr("Steps each second while playing"));
    speed_->setAccessibleName(tr("Speed"));
    for (int i = 0; i < speed_->count(); ++i) speed_->setItemText(i, tr("%1/s").arg(speeds[static_cast<size_t>(i)]));
    const QStringList scales{tr("same λ"), tr("same share"), tr("same step")};
    for (int i = 0; i < scales.size(); ++i) align_->setItemText(i, scales[i]);
    align_->setToolTip(tr("Which steps of the lanes stand beside each other: those of the nearest λ = log(α/σ), of the same share of all "
                          "steps, or of the same number"));
    align_->setAccessibleName(tr("Lanes side by side at"));
    loop_->setText(tr("Loop"));
    loop_->setToolTip(tr("Start again at the first step after the last"));
    follow_->setText(tr("Follow &live"));
    follow_->setToolTip(tr("While a run is under way, always show its newest step"));
    updateLabel();
}

void StepPlayer::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Space: return togglePlay();
    case Qt::Key_Left: return stepBack();
    case Qt::Key_Right: return stepForward();
    case Qt::Key_Home: return toFirst();
    case Qt::Key_End: return toLast();
    default: QWidget::keyPressEvent(event);
    }
}

bool StepPlayer::eventFilter(QObject* watched, QEvent* event) {
    if (watched == label_) {
        if (event->type() == QEvent::Resize) updateLabel();
        return QWidget::eventFilter(watched, event);
    }
    // A key press comes up to the area only where the widget with the focus, a button or a text field, did not take it.
    const auto* key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent*>(event) : nullptr;
    if (!key || key->key() != Qt::Key_Space || key->modifiers() != Qt::NoModifier) return QWidget::eventFilter(watched, event);
    if (!key->isAutoRepeat()) togglePlay();
    event->accept();
    return true;
}

void StepPlayer::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::FontChange) updateLabel();
}

void StepPlayer::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    pause();
}

} // namespace diffuscope
