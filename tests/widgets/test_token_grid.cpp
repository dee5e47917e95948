// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/sample_trace.h"
#include "tests/widgets/widget_test.h"
#include "widgets/token_grid.h"
#include "widgets/trace_cursor.h"

#include <QAction>
#include <QClipboard>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QSignalSpy>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace diffuscope;
using namespace diffuscope::test;

class TestTokenGrid : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { installFatalLog(); }

    void saysWhatToDoWhenEmpty() {
        TokenGrid grid;
        show(grid, {640, 360});
        QVERIFY(!grid.cellAt({100, 100}));
        QVERIFY(grid.describe(0, 0).isEmpty());
        QVERIFY(!grid.accessibleName().isEmpty());
        grid.copyText();
        QTest::keyClick(&grid, Qt::Key_Down);
        savePictures(grid, QStringLiteral("token-grid-empty"));
    }

    void oneOfSeveralLanesTakesLittleRoomAndFillsItWithRows() {
        QWidget box;
        auto* layout = new QVBoxLayout(&box);
        auto* grid = new TokenGrid;
        layout->addWidget(grid);
        grid->setTrace(sampleTrace());
        const int alone = box.minimumSizeHint().height();
        grid->setBands(false, true);
        QTRY_VERIFY(box.minimumSizeHint().height() < alone);
        show(box, box.minimumSizeHint());
        QVERIFY2(grid->model().rowCount() >= 2, qPrintable(QString::number(grid->model().rowCount())));
        box.resize(box.width(), alone + 40);
        QTRY_VERIFY(grid->model().rowCount() > 2);
    }

    void clickFindsTheCell() {
        TokenGrid grid;
        TraceCursor cursor;
        const auto trace = sampleTrace();
        cursor.setTrace(0, trace);
        grid.bindCursor(&cursor);
        grid.setTrace(trace);
        show(grid, {860, 420});
        QSignalSpy clicked(&grid, &TokenGrid::cellActivated);
        for (const auto& [step, n] : {std::pair{0, 0}, {4, 3}, {10, 9}}) {
            const QRect cell = grid.cellRect(step, Sample::position(n));
            QVERIFY(grid.viewport()->rect().contains(cell));
            QTest::mouseClick(grid.viewport(), Qt::LeftButton, {}, cell.center());
            QCOMPARE(cursor.step(), step);
            QCOMPARE(cursor.position(), Sample::position(n));
            QCOMPARE(grid.step(), step);
        }
        QCOMPARE(clicked.count(), 3);
    }

    void keysMoveTheCursor() {
        TokenGrid grid;
        TraceCursor cursor;
        cursor.setTrace(0, sampleTrace());
        grid.bindCursor(&cursor);
        grid.setTrace(sampleTrace());
        show(grid, {860, 420});
        QTest::keyClick(&grid, Qt::Key_Home);
        QCOMPARE(cursor.step(), 0);
        QTest::keyClick(&grid, Qt::Key_Down);
        QTest::keyClick(&grid, Qt::Key_Down);
        QTest::keyClick(&grid, Qt::Key_Up);
        QCOMPARE(cursor.step(), 1);
        QTest::keyClick(&grid, Qt::Key_End);
        QCOMPARE(cursor.step(), Sample::steps);
        QTest::keyClick(&grid, Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(cursor.position(), Sample::position(0));
        QTest::keyClick(&grid, Qt::Key_Right);
        QCOMPARE(cursor.position(), Sample::position(1));
        QTest::keyClick(&grid, Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(cursor.position(), Sample::position(Sample::words - 1));
        QTest::keyClick(&grid, Qt::Key_Right);
        QCOMPARE(cursor.position(), Sample::position(Sample::words - 1));
    }

    void copiesTextAndTable() {
        TokenGrid grid;
        grid.setTrace(sampleTrace());
        grid.setStep(10);
        show(grid, {860, 420});
        QTest::keyClick(&grid, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QLatin1String(Sample::text));
        QTest::keyClick(&grid, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), Sample::steps + 2);
        QCOMPARE(lines[0].split(u'\t').size(), 3 + Sample::words);
        QCOMPARE(lines[11].split(u'\t')[3], QStringLiteral("▁what"));
    }

    void tooltipTellsTheNumbers() {
        TokenGrid grid;
        grid.setTrace(sampleTrace());
        const QString text = grid.describe(6, Sample::position(2));
        QVERIFY2(text.contains(QLatin1String("distance 2.200")), qPrintable(text));
        QVERIFY2(text.contains(QLatin1String("Margin: 0.640")), qPrintable(text));
        QVERIFY2(text.contains(QLatin1String("step 7")), qPrintable(text));
        QVERIFY(grid.describe(Sample::absorbedStep, Sample::position(Sample::absorbedWord)).contains(QLatin1String("Replaced")));
        QVERIFY(grid.describe(2, 3).contains(QLatin1String("Source")));
        grid.setTrace(sampleTraceWithNan());
        QVERIFY(grid.describe(5, Sample::position(0)).contains(QStringLiteral("–")));
    }

    void zoomsByWheelAndKeys() {
        TokenGrid grid;
        grid.setTrace(sampleTrace());
        show(grid, {860, 420});
        const int width = grid.cellRect(0, Sample::position(0)).width();
        QWheelEvent wheel(QPointF(200, 200), grid.mapToGlobal(QPoint(200, 200)), {}, {0, 240}, Qt::NoButton, Qt::ControlModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(grid.viewport(), &wheel);
        QVERIFY(grid.zoom() > 1.2);
        QVERIFY(grid.cellRect(0, Sample::position(0)).width() > width);
        QTest::keyClick(&grid, Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(grid.zoom(), 1.0);
        QTest::keyClick(&grid, Qt::Key_Minus, Qt::ControlModifier);
        QVERIFY(grid.zoom() < 1.0);
    }

    void keepsTheCursorInSight() {
        TokenGrid grid;
        TraceCursor cursor;
        const auto trace = sampleTrace(2001, 2000, 128);
        cursor.setTrace(0, trace);
        grid.bindCursor(&cursor);
        grid.setTrace(trace);
        grid.setWholeCanvas(true);
        grid.setEveryStep(true);
        show(grid, {600, 400});
        for (const auto& [step, position] : {std::pair{0, 0}, {1234, 100}, {2000, 127}, {3, 60}}) {
            cursor.setStep(step);
            cursor.setPosition(position);
            const QRect cell = grid.cellRect(step, position);
            QVERIFY2(grid.viewport()->rect().contains(cell), qPrintable(QStringLiteral("%1 %2").arg(step).arg(position)));
            const auto found = grid.cellAt(cell.center());
            QVERIFY(found);
            QCOMPARE(*found, (GridCell{step, position}));
        }
        grid.setEveryStep(false);
        QCOMPARE(grid.verticalScrollBar()->maximum(), 0);
        cursor.setStep(1234);
        QCOMPARE(grid.cellAt(grid.cellRect(1234, 60).center())->step, 1234);
    }

    void anotherLaneShowsTheSameTime() {
        TraceCursor cursor;
        TokenGrid first;
        TokenGrid second;
        const auto few = sampleTrace();
        const auto many = sampleTrace(2001, 2000);
        cursor.setTrace(0, few);
        cursor.setTrace(1, many);
        first.bindCursor(&cursor, 0);
        second.bindCursor(&cursor, 1);
        first.setTrace(few);
        second.setTrace(many);
        cursor.setStep(4);
        QCOMPARE(second.step(), 800);
        show(second, {860, 420});
        QTest::keyClick(&second, Qt::Key_Home);
        QCOMPARE(cursor.lane(), 1);
        QCOMPARE(cursor.step(), 0);
        QCOMPARE(first.step(), 0);
    }

    void takesARunStepByStep() {
        TokenGrid grid;
        TraceCursor cursor;
        const auto whole = sampleTrace();
        grid.bindCursor(&cursor);
        show(grid, {860, 420});
        for (int recorded = 0; recorded <= Sample::steps; ++recorded) {
            const auto trace = beginning(*whole, recorded);
            cursor.setTrace(0, trace);
            grid.setTrace(trace);
            QCOMPARE(grid.step(), std::max(0, recorded - 1));
        }
        savePictures(grid, QStringLiteral("token-grid-running"));
        grid.setTrace(nullptr);
        QVERIFY(grid.model().empty());
    }

    void survivesAnything_data() {
        QTest::addColumn<QSize>("size");
        for (const QSize size : {QSize(1, 1), QSize(60, 40), QSize(260, 160), QSize(1600, 1200)})
            QTest::addRow("%dx%d", size.width(), size.height()) << size;
    }

    void survivesAnything() {
        QFETCH(QSize, size);
        TokenGrid grid;
        grid.setMinimumSize(1, 1);
        show(grid, size);
        for (const auto& trace : {sampleTrace(), sampleTrace(1, 1), sampleTrace(2, 1), sampleTraceWithNan(), sampleTrace(2001, 2000)})
            for (int mode = 0; mode <= static_cast<int>(GridColourBy::Committed); ++mode) {
                grid.setTrace(trace);
                grid.setColourBy(static_cast<GridColourBy>(mode));
                QVERIFY(!grid.grab().isNull());
            }
        QEvent language(QEvent::LanguageChange);
        QApplication::sendEvent(&grid, &language);
    }

    void looks() {
        TokenGrid grid;
        grid.setTrace(sampleTraceWithNan());
        grid.setStep(6);
        grid.setPosition(Sample::position(2));
        show(grid, {860, 400});
        const QStringList names = {QStringLiteral("margin"), QStringLiteral("distance"), QStringLiteral("changed"),
                                   QStringLiteral("absorbed"), QStringLiteral("committed")};
        for (int mode = 0; mode < names.size(); ++mode) {
            grid.colourActions()[mode]->trigger();
            QCOMPARE(static_cast<int>(grid.colourBy()), mode);
            savePictures(grid, QStringLiteral("token-grid-") + names[mode]);
        }
        grid.setColourBy(GridColourBy::Margin);
        grid.setColourMap(ColourMap::Cividis);
        savePictures(grid, QStringLiteral("token-grid-cividis"));
        grid.setWholeCanvas(true);
        savePictures(grid, QStringLiteral("token-grid-canvas"));
        grid.setColourMap(ColourMap::Ink);
        grid.setWholeCanvas(false);
        grid.setTrace(sampleTrace(2001, 2000));
        grid.setStep(1100);
        grid.resize(1000, 560);
        savePictures(grid, QStringLiteral("token-grid-2000"));
    }

    void scrubbingIsFast() {
        TokenGrid grid;
        grid.setTrace(sampleTrace(2001, 2000, 73)); // 64 target positions
        grid.setWholeCanvas(true);
        show(grid, {1920, 1080});
        QPixmap screen(grid.viewport()->size());
        grid.viewport()->render(&screen);
        QElapsedTimer timer;
        timer.start();
        for (int frame = 0; frame < 50; ++frame) {
            grid.setStep(frame * 40);
            grid.viewport()->render(&screen);
        }
        const double each = static_cast<double>(timer.nsecsElapsed()) / 1e6 / 50;
        qInfo("a frame of a full screen takes %.2f ms", each);
        QVERIFY(each < 200); // far above what is aimed at (16 ms), so that a busy machine does not fail
    }
};

int main(int argc, char** argv) { return runWidgetTest<TestTokenGrid>(argc, argv); }
#include "test_token_grid.moc"
