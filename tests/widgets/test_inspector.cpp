// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/sample_trace.h"
#include "tests/widgets/widget_test.h"
#include "widgets/inspector.h"
#include "widgets/neighbours_model.h"
#include "widgets/trace_cursor.h"

#include <QAbstractItemModelTester>

using namespace diffuscope;
using namespace diffuscope::test;

class TestInspector : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { installFatalLog(); }

    void modelListsTheNearest() {
        NeighboursModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(model.rowCount(), 0);
        const auto trace = sampleTrace();
        model.setCell(trace, 6, 0, Sample::position(0));
        QCOMPARE(model.rowCount(), 3);
        const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(text(0, NeighboursModel::Token), QStringLiteral("␣what"));
        QCOMPARE(text(0, NeighboursModel::Distance), QStringLiteral("2.200"));
        QCOMPARE(text(1, NeighboursModel::Farther), QStringLiteral("+0.600"));
        QCOMPARE(model.index(0, NeighboursModel::Token).data(Qt::UserRole).toInt(), 10);
        QCOMPARE(model.index(2, NeighboursModel::Distance).data(Qt::UserRole).toFloat(), trace->distance(6, 0, Sample::position(0), 2));
        model.setCell(trace, 2, 1, Sample::position(5));
        model.setCell(sampleTraceWithNan(), 5, 0, Sample::position(0));
        QCOMPARE(text(0, NeighboursModel::Distance), QStringLiteral("–"));
        model.setCell(nullptr, 0, 0, 0);
        QCOMPARE(model.rowCount(), 0);
    }

    void showsTheCellUnderTheCursor() {
        Inspector inspector;
        TraceCursor cursor;
        const auto trace = sampleTrace();
        inspector.bindCursor(&cursor);
        show(inspector, {300, 420});
        savePictures(inspector, QStringLiteral("inspector-empty"));
        cursor.setTrace(0, trace);
        inspector.setTrace(trace);
        cursor.setStep(6);
        cursor.setPosition(Sample::position(2));
        inspector.refreshNow();
        QCOMPARE(inspector.value(Inspector::Position), QStringLiteral("11 of 24, target"));
        QCOMPARE(inspector.value(Inspector::Step), QStringLiteral("6/10 · t 0.400 · λ −1.82"));
        QCOMPARE(inspector.value(Inspector::Margin), QStringLiteral("0.640"));
        QCOMPARE(inspector.value(Inspector::ToAbsorbing), QStringLiteral("4.000"));
        QCOMPARE(inspector.value(Inspector::Absorbed), QStringLiteral("no"));
        QCOMPARE(inspector.value(Inspector::Committed), QStringLiteral("since step 7"));
        QCOMPARE(inspector.value(Inspector::Final), QStringLiteral("␣the"));
        QCOMPARE(inspector.neighbours()->rowCount(), 3);
        savePictures(inspector, QStringLiteral("inspector"));
        cursor.setStep(Sample::absorbedStep);
        cursor.setPosition(Sample::position(Sample::absorbedWord));
        inspector.refreshNow();
        QCOMPARE(inspector.value(Inspector::Absorbed), QStringLiteral("yes, in this step"));
        cursor.setPosition(0);
        inspector.refreshNow();
        QVERIFY(inspector.value(Inspector::Position).contains(QLatin1String("source")));
    }

    void takesWhateverComes() {
        Inspector inspector;
        TraceCursor cursor;
        inspector.bindCursor(&cursor);
        show(inspector, {300, 420});
        for (const auto& trace : {sampleTrace(0), sampleTrace(1), sampleTrace(2, 1), sampleTraceWithNan(), std::shared_ptr<Trace>()}) {
            inspector.setTrace(trace); // before the cursor knows it
            inspector.refreshNow();
            cursor.setTrace(0, trace);
            inspector.refreshNow();
            QEvent language(QEvent::LanguageChange);
            QApplication::sendEvent(&inspector, &language);
        }
        QCOMPARE(inspector.neighbours()->rowCount(), 0);
    }

    void modelWithoutAbsorbingState() {
        auto header = sampleHeader(Sample::steps, Sample::length, Sample::targetFrom, Sample::rows);
        header->hasAbsorbing = false;
        auto trace = sampleTrace(1, Sample::steps, Sample::length, header);
        auto record = std::make_shared<TraceStep>(*trace->steps[0]);
        record->toAbsorbing.clear();
        record->nearAbsorbing.clear();
        trace->steps[0] = record;
        Inspector inspector;
        TraceCursor cursor;
        cursor.setTrace(0, trace);
        inspector.bindCursor(&cursor);
        inspector.setTrace(trace);
        inspector.refreshNow();
        QCOMPARE(inspector.value(Inspector::ToAbsorbing), QStringLiteral("this model has no absorbing state"));
    }
};

int main(int argc, char** argv) { return runWidgetTest<TestInspector>(argc, argv); }
#include "test_inspector.moc"
