// SPDX-License-Identifier: GPL-3.0-or-later
// Times on the λ axis: what a hand may do to the list, with the mouse on the real plot and with the keys.
#include "tests/widgets/widget_test.h"
#include "widgets/time_edits.h"
#include "widgets/times_view.h"

#include <QSignalSpy>
#include <QWheelEvent>
#include <cmath>
#include <functional>
#include <qcustomplot.h>

using namespace diffuscope;
using namespace diffuscope::test;

namespace {

const std::vector<double> kTimes{1.0, 0.8, 0.5, 0.2, 0.05, 0.0005};

const NoiseSchedule& schedule() {
    static const auto sqrt = NoiseSchedule::sqrt(2000);
    return sqrt;
}

bool falls(const std::vector<double>& times) { return std::adjacent_find(times.begin(), times.end(), std::less_equal<>()) == times.end(); }

/// A profile that needs as much per λ everywhere.
ErrorProfile evenProfile() {
    ErrorProfile profile;
    for (int i = 0; i <= 400; ++i) {
        const double lambda = schedule().lambda(1.0) + (schedule().lambda(0.0005) - schedule().lambda(1.0)) * i / 400;
        profile.times.push_back(i == 0 ? 1.0 : i == 400 ? 0.0005 : schedule().timeOfLambda(lambda));
        profile.needs.push_back(lambda - schedule().lambda(1.0));
    }
    return profile;
}

struct Stage {
    TimesView view;
    QSignalSpy changed{&view, &TimesView::timesChanged};

    explicit Stage(const QSize& size = {560, 420}) {
        view.setSchedule(schedule());
        view.setTimes(kTimes);
        show(view, size);
        view.refreshNow();
        view.plot()->replot(QCustomPlot::rpImmediateRefresh);
    }
    void drag(int index, int pixels) {
        auto at = view.handleAt(index);
        QTest::mousePress(view.plot(), Qt::LeftButton, {}, at);
        for (const int part : {3, 2, 1}) QTest::mouseMove(view.plot(), at + QPoint(pixels / part, 0));
        QTest::mouseRelease(view.plot(), Qt::LeftButton, {}, at + QPoint(pixels, 0));
    }
};

} // namespace

class TestTimesView : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { installFatalLog(); }

    void editsKeepTheOrderAndTheEnds() {
        const auto moved = movedTime(schedule(), kTimes, 2, 100.0);
        QVERIFY(falls(moved));
        QVERIFY2(moved[2] > kTimes[3] && moved[2] < 0.21, "as near to its neighbour as it may come");
        QVERIFY(falls(movedTime(schedule(), kTimes, 2, -100.0)));
        QCOMPARE(movedTime(schedule(), kTimes, 0, -100.0).front(), 1.0);
        QCOMPARE(movedTime(schedule(), kTimes, 5, 100.0).back(), 0.0005);
        const auto more = insertedTime(schedule(), kTimes, schedule().lambda(0.35));
        QCOMPARE(more.size(), kTimes.size() + 1);
        QVERIFY(std::abs(more[3] - 0.35) < 1e-6);
        QCOMPARE(insertedTime(schedule(), kTimes, schedule().lambda(0.5)), kTimes);
        QCOMPARE(insertedTime(schedule(), kTimes, 50.0), kTimes);
        QCOMPARE(removedTime(kTimes, 0), kTimes);
        QCOMPARE(removedTime(kTimes, 5), kTimes);
        QCOMPARE(removedTime(kTimes, 2), (std::vector{1.0, 0.8, 0.2, 0.05, 0.0005}));
    }

    void resamplingKeepsTheShape() {
        QCOMPARE(resampledTimes(schedule(), kTimes, 5), kTimes);
        const auto twice = resampledTimes(schedule(), kTimes, 10);
        QCOMPARE(twice.size(), size_t(11));
        QVERIFY(falls(twice));
        for (size_t i = 0; i < kTimes.size(); ++i) QVERIFY(std::abs(twice[2 * i] - kTimes[i]) < 1e-6);
        QCOMPARE(resampledTimes(schedule(), kTimes, 1), (std::vector{1.0, 0.0005}));
    }

    void draggingChangesThatTimeAlone() {
        Stage stage;
        stage.drag(3, 15);
        const auto& times = stage.view.times();
        QCOMPARE(times.size(), kTimes.size());
        for (size_t i = 0; i < kTimes.size(); ++i)
            if (i != 3) QCOMPARE(times[i], kTimes[i]);
        const double pixel = stage.view.plot()->xAxis->pixelToCoord(1) - stage.view.plot()->xAxis->pixelToCoord(0);
        QVERIFY2(std::abs(schedule().lambda(times[3]) - schedule().lambda(kTimes[3]) - 15 * pixel) < pixel, "where the mouse let go");
        QVERIFY(stage.changed.count() >= 1);
        QCOMPARE(stage.view.selected(), 3);
        // Far beyond its neighbours it stops before them; one drag is undone as one.
        stage.drag(3, 400);
        QVERIFY(falls(stage.view.times()));
        QCOMPARE(stage.view.times()[4], kTimes[4]);
        stage.view.undo();
        QVERIFY(std::abs(schedule().lambda(stage.view.times()[3]) - schedule().lambda(kTimes[3]) - 15 * pixel) < pixel);
        stage.view.undo();
        QCOMPARE(stage.view.times(), kTimes);
        stage.view.redo();
        QVERIFY(stage.view.times() != kTimes);
    }

    void theTimesAboveStayAtTheirLambdas() {
        Stage stage;
        auto* p = stage.view.plot();
        const QPoint at = p->axisRect()->center();
        const double whole = p->xAxis->range().size();
        QWheelEvent wheel(at, p->mapToGlobal(at), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(p, &wheel);
        QVERIFY(p->xAxis->range().size() < whole);
        QCOMPARE(p->xAxis2->range(), p->xAxis->range());
        stage.view.zoomIn();
        QCOMPARE(p->xAxis2->range(), p->xAxis->range());
    }

    void endsMoveOnlyWhereTheyMay() {
        Stage stage;
        const auto range = stage.view.plot()->xAxis->range();
        stage.drag(5, -30);
        QCOMPARE(stage.view.times(), kTimes);
        QCOMPARE(stage.view.plot()->xAxis->range(), range); // the plot was not moved instead
        stage.view.setEndsFree(true);
        stage.drag(5, -30);
        QVERIFY(stage.view.times().back() > 0.0005);
        QCOMPARE(stage.view.times().front(), 1.0);
    }

    void aDoubleClickAmongThePointsInsertsOne() {
        Stage stage;
        const auto middle = (stage.view.handleAt(2) + stage.view.handleAt(3)) / 2;
        QTest::mouseDClick(stage.view.plot(), Qt::LeftButton, {}, middle);
        QCOMPARE(stage.view.times().size(), kTimes.size() + 1);
        QCOMPARE(stage.view.selected(), 3);
        QVERIFY(falls(stage.view.times()));
        QTest::mouseDClick(stage.view.plot(), Qt::LeftButton, {}, middle - QPoint(0, 120)); // above: all is to be seen again
        QCOMPARE(stage.view.times().size(), kTimes.size() + 1);
    }

    void keysDoTheSame() {
        Stage stage;
        QTest::keyClick(&stage.view, Qt::Key_Home);
        QTest::keyClick(&stage.view, Qt::Key_Down);
        QCOMPARE(stage.view.selected(), 1);
        QTest::keyClick(&stage.view, Qt::Key_Right);
        QVERIFY(std::abs(schedule().lambda(stage.view.times()[1]) - schedule().lambda(0.8) - 0.05) < 1e-5);
        QTest::keyClick(&stage.view, Qt::Key_Left, Qt::ShiftModifier);
        QVERIFY(std::abs(schedule().lambda(stage.view.times()[1]) - schedule().lambda(0.8) - 0.045) < 1e-5);
        stage.view.undo();
        QCOMPARE(stage.view.times(), kTimes);
        QTest::keyClick(&stage.view, Qt::Key_Insert);
        QCOMPARE(stage.view.times().size(), kTimes.size() + 1);
        QTest::keyClick(&stage.view, Qt::Key_Delete);
        QCOMPARE(stage.view.times(), kTimes);
        QTest::keyClick(&stage.view, Qt::Key_End);
        QTest::keyClick(&stage.view, Qt::Key_Delete);
        QTest::keyClick(&stage.view, Qt::Key_Left);
        QCOMPARE(stage.view.times(), kTimes);
    }

    void aMoveByKeyIsUndoneWithoutTheEditBeforeIt() {
        Stage stage;
        const auto moveAndUndo = [&](const char* what) {
            const auto before = stage.view.times();
            QTest::keyClick(&stage.view, Qt::Key_Left);
            QVERIFY2(stage.view.times() != before, what);
            stage.view.undo();
            QVERIFY2(stage.view.times() == before, what);
        };
        stage.drag(3, 15);
        moveAndUndo("drag");
        QTest::keyClick(&stage.view, Qt::Key_Insert);
        moveAndUndo("insert");
        QTest::keyClick(&stage.view, Qt::Key_Delete);
        moveAndUndo("remove");
        QTest::mouseDClick(stage.view.plot(), Qt::LeftButton, {}, (stage.view.handleAt(1) + stage.view.handleAt(2)) / 2);
        moveAndUndo("double click");
    }

    void listsFromElsewhereAreEditsToo() {
        Stage stage;
        stage.view.editTimes({1.0, 0.4, 0.0005});
        QCOMPARE(stage.changed.count(), 1);
        stage.view.undo();
        QCOMPARE(stage.view.times(), kTimes);
        stage.view.setTimes({1.0, 0.0005});
        QCOMPARE(stage.changed.count(), 2); // the undo, not the setting
        stage.view.undo();
        QCOMPARE(stage.view.times().size(), size_t(2));
    }

    void errorsComeFromTheProfile() {
        Stage stage;
        QVERIFY(stage.view.errors().empty());
        stage.view.setProfile(evenProfile());
        const auto sizes = stepSizes(schedule(), kTimes), errors = stage.view.errors();
        QCOMPARE(errors.size(), size_t(5));
        for (size_t i = 0; i < errors.size(); ++i) QVERIFY(std::abs(errors[i] - 0.5 * sizes[i] * sizes[i]) < 0.05 * errors[i]);
        stage.view.setMeasure(TimesView::Measure::Error);
        stage.view.refreshNow();
        QCOMPARE(stage.view.plot()->yAxis->label(), QStringLiteral("local error (L2)"));
        QVERIFY(stage.view.plot()->yAxis->range().contains(*std::max_element(errors.begin(), errors.end())));
        stage.view.setParting({0, 0, 2, 0, 0, 1});
        savePictures(stage.view, QStringLiteral("plot-times"));
        const auto lines = stage.view.dataTable().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 7);
        QVERIFY(lines[1].endsWith(QStringLiteral("nan\tnan")));
        QVERIFY(!lines[2].contains(QStringLiteral("nan")));
    }

    void saysWhatToDoWhileThereIsNothing() {
        TimesView view;
        show(view, {300, 200});
        view.refreshNow();
        QVERIFY(view.emptyText().contains(QStringLiteral("model")));
        for (const auto key : {Qt::Key_Left, Qt::Key_Insert, Qt::Key_Delete, Qt::Key_Up}) QTest::keyClick(&view, key);
        view.setSchedule(schedule());
        QVERIFY(!view.emptyText().isEmpty());
        view.copyData();
        view.setTimes(kTimes);
        view.refreshNow();
        QVERIFY(view.emptyText().isEmpty());
        QVERIFY2(view.valueText().contains(QStringLiteral("step 1")), qPrintable(view.valueText())); // the widest
    }
};

int main(int argc, char** argv) { return runWidgetTest<TestTimesView>(argc, argv); }
#include "test_times_view.moc"
