// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/sample_trace.h"
#include "tests/widgets/widget_test.h"
#include "widgets/step_player.h"
#include "widgets/trace_cursor.h"

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSlider>
#include <QVBoxLayout>

using namespace diffuscope;
using namespace diffuscope::test;

class TestStepPlayer : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { installFatalLog(); }

    void emptyCannotPlay() {
        StepPlayer player;
        TraceCursor cursor;
        player.play();
        player.bindCursor(&cursor);
        player.play();
        QVERIFY(!player.isPlaying());
        QVERIFY(!player.playAction()->isEnabled());
        QCOMPARE(player.positionText(), QStringLiteral("no steps yet"));
        show(player, {900, 44});
        savePictures(player, QStringLiteral("step-player-empty"));
    }

    void labelTellsStepAndTime() {
        StepPlayer player;
        TraceCursor cursor;
        const auto trace = sampleTrace();
        cursor.setTrace(0, trace);
        player.bindCursor(&cursor);
        player.setTrace(trace);
        cursor.setStep(4);
        QCOMPARE(player.positionText(), QStringLiteral("step 4/10 · t 0.60 · λ −3.8"));
        const auto* label = player.findChild<QLabel*>();
        show(player, {900, 60});
        QCOMPARE(label->text(), player.positionText());
        player.resize(player.minimumSizeHint().width(), 60);
        QTRY_COMPARE(label->text(), QStringLiteral("step 4/10")); // whole parts give way
        player.resize(900, 60);
        QTRY_COMPARE(label->text(), player.positionText());
    }

    void buttonsAndKeysStep() {
        StepPlayer player;
        TraceCursor cursor;
        cursor.setTrace(0, sampleTrace());
        player.bindCursor(&cursor);
        player.setTrace(cursor.trace(0));
        show(player, {900, 44});
        player.firstAction()->trigger();
        QCOMPARE(cursor.step(), 0);
        QVERIFY(!player.previousAction()->isEnabled());
        player.nextAction()->trigger();
        QTest::keyClick(&player, Qt::Key_Right);
        QCOMPARE(cursor.step(), 2);
        QTest::keyClick(&player, Qt::Key_Left);
        QCOMPARE(cursor.step(), 1);
        QTest::keyClick(&player, Qt::Key_End);
        QCOMPARE(cursor.step(), Sample::steps);
        QVERIFY(!player.nextAction()->isEnabled());
        auto* slider = player.findChild<QSlider*>();
        QCOMPARE(slider->maximum(), Sample::steps);
        slider->setValue(7);
        QCOMPARE(cursor.step(), 7);
        cursor.setStep(3);
        QCOMPARE(slider->value(), 3);
        savePictures(player, QStringLiteral("step-player"));
    }

    void spacePlaysWhereNothingElseTakesIt() {
        QWidget area;
        auto* layout = new QVBoxLayout(&area);
        auto* player = new StepPlayer;
        auto* plain = new QWidget;
        auto* button = new QCheckBox;
        auto* text = new QLineEdit;
        for (auto* widget : QList<QWidget*>{player, plain, button, text}) layout->addWidget(widget);
        plain->setFocusPolicy(Qt::StrongFocus);
        TraceCursor cursor;
        cursor.setTrace(0, sampleTrace());
        player->bindCursor(&cursor);
        player->setTrace(cursor.trace(0));
        player->playBySpaceIn(&area);
        show(area, {900, 200});
        QTest::keyClick(button, Qt::Key_Space);
        QVERIFY(button->isChecked() && !player->isPlaying());
        QTest::keyClick(text, Qt::Key_Space);
        QVERIFY(text->text() == QStringLiteral(" ") && !player->isPlaying());
        QTest::keyClick(plain, Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(!player->isPlaying());
        QTest::keyClick(plain, Qt::Key_Space);
        QVERIFY(player->isPlaying());
        QTest::keyClick(player, Qt::Key_Space); // it takes the key itself, and once
        QVERIFY(!player->isPlaying());
    }

    void playsToTheEnd() {
        StepPlayer player;
        TraceCursor cursor;
        cursor.setTrace(0, sampleTrace());
        player.bindCursor(&cursor);
        player.setTrace(cursor.trace(0));
        show(player, {900, 44});
        player.setSpeed(250);
        QSignalSpy playing(&player, &StepPlayer::playingChanged);
        QTest::keyClick(&player, Qt::Key_Space); // at the end: starts again at the noise
        QVERIFY(player.isPlaying());
        QCOMPARE(cursor.step(), 0);
        QTRY_VERIFY(!player.isPlaying());
        QCOMPARE(cursor.step(), Sample::steps);
        QCOMPARE(playing.count(), 2);
    }

    void loopsAndPauses() {
        StepPlayer player;
        TraceCursor cursor;
        cursor.setTrace(0, sampleTrace());
        player.bindCursor(&cursor);
        player.setTrace(cursor.trace(0));
        show(player, {900, 44});
        player.setSpeed(250);
        player.setLoop(true);
        player.play();
        bool atEnd = false;
        bool again = false;
        connect(&cursor, &TraceCursor::stepChanged, this, [&](int step) {
            atEnd |= step == Sample::steps;
            again |= atEnd && step == 0;
        });
        QTRY_VERIFY(again);
        QVERIFY(player.isPlaying());
        QTest::keyClick(&player, Qt::Key_Space);
        QVERIFY(!player.isPlaying());
        player.play();
        player.hide();
        QVERIFY(!player.isPlaying()); // hidden views do nothing
    }

    void speedSnapsToTheList() {
        StepPlayer player;
        player.setSpeed(7);
        QCOMPARE(player.speed(), 10);
        player.setSpeed(100000);
        QCOMPARE(player.speed(), 250);
    }

    void followsALongRunAndAnotherCursor() {
        StepPlayer player;
        TraceCursor first;
        TraceCursor second;
        player.bindCursor(&first);
        player.bindCursor(&second);
        second.setTrace(0, sampleTrace(2001, 2000));
        QCOMPARE(player.findChild<QSlider*>()->maximum(), 2000);
        first.setTrace(0, sampleTrace());
        QCOMPARE(player.findChild<QSlider*>()->maximum(), 2000);
        QEvent language(QEvent::LanguageChange);
        QApplication::sendEvent(&player, &language);
    }
};

int main(int argc, char** argv) { return runWidgetTest<TestStepPlayer>(argc, argv); }
#include "test_step_player.moc"
