// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/sample_trace.h"
#include "tests/widgets/widget_test.h"
#include "widgets/grid_view_model.h"

using namespace diffuscope;
using namespace diffuscope::test;

class TestGridViewModel : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { installFatalLog(); }

    void emptyIsEmpty() {
        GridViewModel model;
        QVERIFY(model.empty());
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(model.cells(0).empty());
        model.setTrace(nullptr);
        QVERIFY(model.positions().empty());
    }

    void showsTargetsWithoutTrailingPadding() {
        GridViewModel model;
        model.setTrace(sampleTrace());
        QCOMPARE(static_cast<int>(model.positions().size()), Sample::words);
        QCOMPARE(model.positions().front(), Sample::targetFrom);
        QCOMPARE(static_cast<int>(model.sourcePositions().size()), Sample::targetFrom);
        model.setWholeCanvas(true);
        QCOMPARE(static_cast<int>(model.positions().size()), Sample::length);
        QCOMPARE(model.columnOfPosition(3), 3);
    }

    void valuesFollowTheMode() {
        GridViewModel model;
        model.setTrace(sampleTrace());
        const int position = Sample::position(2);
        const auto value = [&](GridColourBy mode, int step) {
            model.setColourBy(mode);
            return model.cell(step, position).value;
        };
        QCOMPARE(value(GridColourBy::Margin, 6), Sample::margin(6, 2));
        QCOMPARE(value(GridColourBy::Distance, 6), Sample::distance(6));
        QCOMPARE(Sample::committed(2), 7);
        QCOMPARE(value(GridColourBy::Changed, 7), 1.0f);
        QCOMPARE(value(GridColourBy::Changed, 8), 0.0f);
        QVERIFY(std::isnan(value(GridColourBy::Committed, 6)));
        QCOMPARE(value(GridColourBy::Committed, 9), 7.0f);
        QCOMPARE(value(GridColourBy::Absorbed, 1), 0.5f);
        QCOMPARE(model.cell(Sample::absorbedStep, Sample::position(Sample::absorbedWord)).value, 1.0f);
    }

    void scaleEndsAtAReadableNumber() {
        GridViewModel model;
        model.setTrace(sampleTrace());
        QCOMPARE(model.scaleMaximum(), 1.5); // largest margin 1.28
        model.setColourBy(GridColourBy::Distance);
        QCOMPARE(model.scaleMaximum(), 4.0); // largest distance 4.0
        model.setScaleMaximum(3.0);
        QCOMPARE(model.scaleMaximum(), 3.0);
        model.setColourBy(GridColourBy::Committed);
        QCOMPARE(model.scaleMaximum(), 10.0);
    }

    void gathersStepsInRows() {
        GridViewModel model;
        model.setTrace(sampleTrace(2001, 2000));
        model.setMaximumRows(40);
        QCOMPARE(model.rowCount(), 40);
        int next = 0;
        for (int row = 0; row < model.rowCount(); ++row) {
            const GridBand band = model.band(row);
            QCOMPARE(band.first, next);
            QVERIFY(band.shown >= band.first && band.shown <= band.last);
            QCOMPARE(model.rowOfStep(band.first), row);
            QCOMPARE(model.rowOfStep(band.last), row);
            next = band.last + 1;
        }
        QCOMPARE(next, 2001);
        model.setStep(777);
        QCOMPARE(model.band(model.rowOfStep(777)).shown, 777);
        QCOMPARE(model.band(39).shown, 2000);
    }

    void aGatheredRowRemembersItsMarks() {
        GridViewModel model;
        model.setTrace(sampleTrace());
        model.setMaximumRows(2);
        const GridBand band = model.band(0);
        QVERIFY(band.shown != Sample::absorbedStep && band.last >= Sample::absorbedStep);
        QVERIFY(model.cells(0)[Sample::absorbedWord].absorbed);
        QVERIFY(!model.cells(1)[Sample::absorbedWord].absorbed);
    }

    void growsWithoutMovingRows() {
        const auto whole = sampleTrace();
        GridViewModel model;
        model.setTrace(beginning(*whole, 3));
        QCOMPARE(model.rowCount(), Sample::steps + 1);
        QVERIFY(!model.cells(2).empty());
        QVERIFY(model.cells(3).empty());
        model.setWholeCanvas(true);
        model.setTrace(beginning(*whole, 4));
        QVERIFY(!model.cells(3).empty());
        const auto* again = model.cells(1).data();
        model.setTrace(beginning(*whole, 5));
        QCOMPARE(model.cells(1).data(), again); // not made anew
        model.setTrace(whole);
        QCOMPARE(model.rowCount(), Sample::steps + 1);
    }

    void committedMovesOnWithLaterChanges() {
        const auto whole = sampleTrace();
        GridViewModel model;
        model.setColourBy(GridColourBy::Committed);
        model.setTrace(beginning(*whole, 3));
        const int position = Sample::position(2);
        QVERIFY(model.cell(2, position).value < 3);
        model.setTrace(whole);
        QVERIFY(std::isnan(model.cell(2, position).value));
        for (int n = 0; n < Sample::words; ++n)
            QCOMPARE(model.cell(Sample::steps, Sample::position(n)).value, static_cast<float>(whole->committedAt(0, Sample::position(n))));
    }

    void notANumberIsKept() {
        GridViewModel model;
        model.setTrace(sampleTraceWithNan());
        QVERIFY(std::isnan(model.cells(5)[0].value));
        QCOMPARE(model.scaleMaximum(), 1.5);
    }

    void oneStepAndNoStep() {
        GridViewModel model;
        model.setTrace(sampleTrace(2, 1));
        QCOMPARE(model.rowCount(), 2);
        model.setTrace(sampleTrace(0));
        QVERIFY(model.empty());
        QVERIFY(model.cells(0).empty());
    }

    void rowsOfTheBatchDiffer() {
        GridViewModel model;
        model.setTrace(sampleTrace());
        QCOMPARE(model.cells(10)[3].token, 13);
        model.setRow(1);
        QCOMPARE(model.cells(10)[3].token, 19);
        model.setRow(7);
        QCOMPARE(model.row(), 1);
    }
};

int main(int argc, char** argv) { return runWidgetTest<TestGridViewModel>(argc, argv); }
#include "test_grid_view_model.moc"
