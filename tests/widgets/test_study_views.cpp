// SPDX-License-Identifier: GPL-3.0-or-later
// Plots of studies: differences with intervals, and errors position by position.
#include "tests/widgets/widget_test.h"
#include "widgets/difference_view.h"
#include "widgets/error_split_view.h"
#include "widgets/trace_cursor.h"

#include <QClipboard>
#include <cmath>
#include <limits>
#include <qcustomplot.h>

using namespace diffuscope;
using namespace diffuscope::test;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

std::vector<DifferenceView::Entry> sampleEntries() {
    return {{QStringLiteral("BLEU"), 1.5, 0.5, 2.5, true},
            {QStringLiteral("chrF2"), -0.4, -1.0, 0.3, false},
            {QStringLiteral("Slots"), kNan, kNan, kNan, false}};
}

std::vector<ErrorSplitView::Cell> sampleCells() {
    std::vector<ErrorSplitView::Cell> cells;
    for (int i = 0; i < 12; ++i)
        cells.push_back({20 + i, 0.1 * i, 0.3, false, -1, -1, QStringLiteral("word%1").arg(i), QStringLiteral("word%1").arg(i)});
    cells[3] = {23, 2.0, 0.4, true, 5, 50, QStringLiteral("table"), QStringLiteral("tables")};
    return cells;
}

} // namespace

class TestStudyViews : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { installFatalLog(); }

    void differencesLieWhereTheyShould() {
        DifferenceView view;
        show(view, {460, 300});
        QVERIFY(view.emptyText().contains(QLatin1String("Run the test")));
        view.setEntries(sampleEntries(), QStringLiteral("A"), QStringLiteral("C"), {{"a", 1}});
        view.refreshNow();
        QCOMPARE(view.figureMetadata().at("a").get<int>(), 1);
        QVERIFY(view.emptyText().isEmpty());
        auto* sure = view.plot()->graph(0);
        auto* open = view.plot()->graph(1);
        QCOMPARE(sure->dataCount(), 1);
        QCOMPARE(sure->dataMainKey(0), 0.0);
        QCOMPARE(sure->dataMainValue(0), 1.5);
        QCOMPARE(open->dataCount(), 1); // what has no figure has no dot
        QCOMPARE(open->dataMainKey(0), 1.0);
        const auto range = view.plot()->xAxis->range();
        QVERIFY(range.contains(-1.0) && range.contains(2.5) && range.contains(0.0));
        QCOMPARE(view.plot()->xAxis->label(), QStringLiteral("C − A (of 100)"));
        QCOMPARE(view.dataTable().split(u'\n', Qt::SkipEmptyParts).at(1), QStringLiteral("BLEU\t1.5\t0.5\t2.5\t1"));
        savePictures(view, QStringLiteral("plot-differences"));
        view.copyPicture();
    }

    void errorsSaySolverRoundingAndFlip() {
        TraceCursor cursor;
        cursor.setPositionCount(40);
        cursor.setStepCount(10);
        ErrorSplitView view;
        view.bindCursor(&cursor);
        show(view, {520, 360});
        view.setCells(0, {}, QStringLiteral("Run the lanes."));
        view.refreshNow();
        QCOMPARE(view.emptyText(), QStringLiteral("Run the lanes."));
        view.setCells(1, sampleCells(), {});
        cursor.setPosition(23);
        view.refreshNow();
        QVERIFY(view.emptyText().isEmpty());
        QCOMPARE(view.valueText(),
                 QStringLiteral("position 23: “table” · solver 2.000 · rounding 0.400 · reference “tables”, left at step 50"));
        auto* flips = view.plot()->graph(0);
        QCOMPARE(flips->dataCount(), 1);
        QCOMPARE(flips->dataMainKey(0), 23.0);
        QCOMPARE(flips->dataMainValue(0), 2.0);
        QVERIFY(view.plot()->yAxis->range().upper > 2.0);
        const auto lines = view.dataTable().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 13);
        QCOMPARE(lines.at(4), QStringLiteral("23\t2\t0.4\t1\t50\ttable\ttables"));
        savePictures(view, QStringLiteral("plot-error-split"));
    }

    void aClickMovesTheCursor() {
        TraceCursor cursor;
        cursor.setPositionCount(40);
        cursor.setStepCount(10);
        ErrorSplitView view;
        view.bindCursor(&cursor);
        show(view, {520, 360});
        view.setCells(0, sampleCells(), {});
        view.refreshNow();
        view.plot()->replot();
        const auto click = [&](double position) {
            const QPoint at(static_cast<int>(view.plot()->xAxis->coordToPixel(position)), view.plot()->axisRect()->center().y());
            QTest::mouseClick(view.plot(), Qt::LeftButton, {}, at);
        };
        click(23);
        QCOMPARE(cursor.position(), 23);
        QCOMPARE(cursor.step(), 5);
        click(27); // kept its token: the step stays
        QCOMPARE(cursor.position(), 27);
        QCOMPARE(cursor.step(), 5);
    }

    void survivesOddNumbers() {
        ErrorSplitView view;
        show(view, {230, 190});
        auto cells = sampleCells();
        cells[0].solver = kNan;
        cells[1].rounding = std::numeric_limits<double>::infinity();
        cells[3].solver = kNan;
        view.setCells(5, cells, {});
        view.refreshNow();
        QVERIFY(std::isfinite(view.plot()->yAxis->range().upper));
        view.setCells(5, {cells[0]}, {});
        view.refreshNow();
        view.copyPicture();
        DifferenceView differences;
        show(differences, {230, 190});
        differences.setEntries({sampleEntries().back()}, QStringLiteral("A"), QStringLiteral("B"));
        differences.refreshNow();
        QVERIFY(std::isfinite(differences.plot()->xAxis->range().size()));
    }
};

int main(int argc, char** argv) { return runWidgetTest<TestStudyViews>(argc, argv); }
#include "test_study_views.moc"
