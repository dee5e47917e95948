// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/sample_trace.h"
#include "tests/widgets/widget_test.h"
#include "widgets/trace_cursor.h"

#include <QSignalSpy>

using namespace diffuscope;
using namespace diffuscope::test;

class TestTraceCursor : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { installFatalLog(); }

    void isEmptyAtFirst() {
        TraceCursor cursor;
        QCOMPARE(cursor.stepCount(), 0);
        cursor.setStep(5);
        cursor.setRow(-1);
        QCOMPARE(cursor.step(), 0);
        QCOMPARE(cursor.row(), 0);
        QVERIFY(std::isnan(cursor.time()));
    }

    void clampsToTheTrace() {
        TraceCursor cursor;
        cursor.setTrace(0, sampleTrace());
        QCOMPARE(cursor.stepCount(), Sample::steps + 1);
        QCOMPARE(cursor.rowCount(), Sample::rows);
        QCOMPARE(cursor.positionCount(), Sample::length);
        cursor.setStep(99);
        cursor.setRow(99);
        cursor.setPosition(99);
        QCOMPARE(cursor.step(), Sample::steps);
        QCOMPARE(cursor.row(), Sample::rows - 1);
        QCOMPARE(cursor.position(), Sample::length - 1);
        cursor.setTrace(0, nullptr);
        QCOMPARE(cursor.step(), 0);
        QCOMPARE(cursor.position(), 0);
    }

    void signalsOnlyChanges() {
        TraceCursor cursor;
        cursor.setTrace(0, sampleTrace());
        QSignalSpy steps(&cursor, &TraceCursor::stepChanged);
        cursor.setStep(4);
        cursor.setStep(4);
        QCOMPARE(steps.count(), 1);
        QCOMPARE(steps.first().first().toInt(), 4);
    }

    void followsARun() {
        TraceCursor cursor;
        const auto whole = sampleTrace();
        for (int recorded = 1; recorded <= 4; ++recorded) {
            cursor.setTrace(0, beginning(*whole, recorded));
            QCOMPARE(cursor.step(), recorded - 1);
        }
        QSignalSpy follow(&cursor, &TraceCursor::followLiveChanged);
        cursor.setStep(1);
        QCOMPARE(follow.count(), 1);
        cursor.setTrace(0, beginning(*whole, 6));
        QCOMPARE(cursor.step(), 1);
        cursor.setFollowLive(true);
        QCOMPARE(cursor.step(), 5);
    }

    void staysWhenARunFinishes() {
        TraceCursor cursor;
        const auto whole = sampleTrace();
        cursor.setTrace(0, whole);
        QCOMPARE(cursor.step(), Sample::steps);
        cursor.setStep(3);
        QVERIFY(cursor.followLive()); // looking back in a finished run switches nothing off
        cursor.setTrace(0, whole);
        QCOMPARE(cursor.step(), 3);
    }

    void findsTheSameTimeInAnotherLane() {
        TraceCursor cursor;
        cursor.setTrace(0, sampleTrace());           // t falls by 0.1 a step
        cursor.setTrace(1, sampleTrace(2001, 2000)); // by 0.0005
        QCOMPARE(cursor.laneCount(), 2);
        cursor.setStep(4);
        QCOMPARE(cursor.stepInLane(0), 4);
        QCOMPARE(cursor.stepInLane(1), 800);
        cursor.setLane(1);
        QCOMPARE(cursor.step(), 800);
        QCOMPARE(cursor.stepCount(), 2001);
        cursor.setStep(1390); // t = 0.305: nearest is 0.3
        QCOMPARE(cursor.stepInLane(0), 7);
        cursor.setLaneCount(1);
        QCOMPARE(cursor.lane(), 0);
        QCOMPARE(cursor.stepCount(), Sample::steps + 1);
    }

    void alignsByWhatIsChosen() {
        // The second lane has half the steps, and its λ runs ahead at first: t = 1, 0.5, 0.4, 0.2, 0.1, 0.
        auto header = sampleHeader(5, Sample::length, Sample::targetFrom, Sample::rows);
        header->times = {1.0, 0.5, 0.4, 0.2, 0.1, 0.0};
        TraceCursor cursor;
        cursor.setTrace(0, sampleTrace());
        cursor.setTrace(1, sampleTrace(6, 5, Sample::length, header));
        QSignalSpy changed(&cursor, &TraceCursor::alignChanged);
        cursor.setStep(4); // t = 0.6
        QCOMPARE(cursor.stepInLane(1), 1);
        cursor.setAlign(TraceCursor::Align::Fraction);
        QCOMPARE(cursor.stepInLane(1), 2);
        cursor.setAlign(TraceCursor::Align::Step);
        QCOMPARE(cursor.stepInLane(1), 4);
        QCOMPARE(changed.count(), 2);
        cursor.setStep(9); // past the other's end
        QCOMPARE(cursor.stepInLane(1), 5);
        QCOMPARE(cursor.stepBeside(1, 3, 0), 3);
        QCOMPARE(cursor.stepBeside(1, 6, 0), -1);
        QCOMPARE(cursor.stepBeside(0, 3, 2), -1);
    }

    void aLaneStillToComeTakesRowAndPositionOver() {
        TraceCursor cursor;
        cursor.setTrace(0, sampleTrace());
        cursor.setRow(1);
        cursor.setStep(4);
        cursor.setPosition(Sample::position(3));
        cursor.setLaneCount(2);
        cursor.setLane(1);         // as after an edit: its run has yet to begin
        QCOMPARE(cursor.row(), 1); // the other lane is still looked at
        QCOMPARE(cursor.stepInLane(0), 4);
        cursor.setTrace(1, beginning(*sampleTrace(), 1));
        QCOMPARE(cursor.row(), 1);
        QCOMPARE(cursor.position(), Sample::position(3));
        cursor.setRow(0);
        cursor.setLane(0);
        QCOMPARE(cursor.row(), 0);
    }

    void lanesMoveUpWhenOneGoes() {
        TraceCursor cursor;
        const std::vector traces{sampleTrace(), sampleTrace(), sampleTrace()};
        for (int lane = 0; lane < 3; ++lane) cursor.setTrace(lane, traces[static_cast<size_t>(lane)]);
        cursor.setLane(2);
        QSignalSpy lanes(&cursor, &TraceCursor::laneChanged), counts(&cursor, &TraceCursor::laneCountChanged);
        cursor.removeLane(0);
        QCOMPARE(cursor.lane(), 1);
        QCOMPARE(cursor.trace(1), traces[2]);
        cursor.removeLane(1);
        QCOMPARE(cursor.lane(), 0);
        QCOMPARE(cursor.trace(0), traces[1]);
        cursor.removeLane(0); // the last one stays
        QCOMPARE(cursor.laneCount(), 1);
        QCOMPARE(lanes.count(), 2);
        QCOMPARE(counts.count(), 2);
    }
};

int main(int argc, char** argv) { return runWidgetTest<TestTraceCursor>(argc, argv); }
#include "test_trace_cursor.moc"
