// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/trace.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>
#include <memory>

class QAction;
class QCheckBox;
class QComboBox;
class QLabel;
class QToolButton;

namespace diffuscope {

class StepSlider;
class TraceCursor;

/// Transport over the steps of the cursor's lane: first, back, play, forward, last; slider; speed; loop;
/// following a running job. Space plays, arrow keys step.
class StepPlayer : public QWidget {
    Q_OBJECT
public:
    explicit StepPlayer(QWidget* parent = nullptr);

    void bindCursor(TraceCursor* cursor);
    /// Space plays in this widget too, wherever nothing inside it has a use for the key.
    void playBySpaceIn(QWidget* area);
    /// The trace of the current lane, for the times in the label.
    void setTrace(const std::shared_ptr<const Trace>& trace);

    bool isPlaying() const;
    bool loops() const;
    /// Steps each second while playing.
    int speed() const;
    /// `step 4/10 · t 0.60 · λ −1.2`
    QString positionText() const;

    QAction* firstAction() const { return first_; }
    QAction* previousAction() const { return previous_; }
    QAction* playAction() const { return play_; }
    QAction* nextAction() const { return next_; }
    QAction* lastAction() const { return last_; }

public slots:
    void play();
    void pause();
    void togglePlay();
    void stepForward();
    void stepBack();
    void toFirst();
    void toLast();
    void setSpeed(int stepsPerSecond);
    void setLoop(bool loop);

signals:
    void playingChanged(bool playing);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void createActions();
    void createControls();
    void retranslate();
    void updateIcons();
    void updateControls();
    void updateLabel();
    void updateMarks();
    void updateAlign();
    void advance();
    void setPlaying(bool playing);
    int lastStep() const;

    QPointer<TraceCursor> cursor_;
    std::shared_ptr<const Trace> trace_;
    QTimer timer_;
    QAction* first_ = nullptr;
    QAction* previous_ = nullptr;
    QAction* play_ = nullptr;
    QAction* next_ = nullptr;
    QAction* last_ = nullptr;
    StepSlider* slider_ = nullptr;
    QLabel* label_ = nullptr;
    QComboBox* speed_ = nullptr;
    QComboBox* align_ = nullptr; ///< where there are lanes to align
    QToolButton* loop_ = nullptr;
    QCheckBox* follow_ = nullptr;
};

} // namespace diffuscope
