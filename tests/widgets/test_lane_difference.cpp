// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/latent_trace.h"
#include "tests/widgets/widget_test.h"
#include "widgets/commit_view.h"
#include "widgets/lane_difference.h"
#include "widgets/lane_distance_view.h"
#include "widgets/sentences_model.h"
#include "widgets/sentences_view.h"
#include "widgets/token_grid.h"
#include "widgets/trace_cursor.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QTableView>

using namespace diffuscope;
using namespace diffuscope::test;

class TestLaneDifference : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { installFatalLog(); }

    void marksWordsThatTheOtherDoesNotSayThere_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("reference");
        QTest::addColumn<QStringList>("marked");
        QTest::newRow("same") << "a table for two"
                              << "a table for two" << QStringList();
        QTest::newRow("another word") << "a table for four"
                                      << "a table for two" << QStringList{"four"};
        QTest::newRow("one more") << "a nice table for two"
                                  << "a table for two" << QStringList{"nice"};
        QTest::newRow("one less") << "a table"
                                  << "a table for two" << QStringList();
        QTest::newRow("order") << "two for a table"
                               << "a table for two" << QStringList{"two", "for"};
        QTest::newRow("nothing to compare with") << "a table"
                                                 << "" << QStringList{"a", "table"};
        QTest::newRow("nothing") << ""
                                 << "a table" << QStringList();
        QTest::newRow("spaces") << "  a   chair "
                                << "a table" << QStringList{"chair"};
    }

    void marksWordsThatTheOtherDoesNotSayThere() {
        QFETCH(QString, text);
        QFETCH(QString, reference);
        QFETCH(QStringList, marked);
        QStringList found;
        for (const auto& [from, length] : differingWords(text, reference)) found << text.mid(from, length);
        QCOMPARE(found, marked);
    }

    void comparesTokensPlaceByPlace() {
        const auto one = sampleTrace(), other = sampleTrace();
        QVERIFY(!tokensDiffer(*one, 10, *other, 10, 0, Sample::position(3)));
        QVERIFY(tokensDiffer(*one, 10, *other, 0, 0, Sample::position(3)));
        QVERIFY2(!tokensDiffer(*one, 10, *other, 0, 0, 2), "a source position is the same in all lanes");
        QVERIFY2(!tokensDiffer(*one, 10, *other, 0, 7, Sample::position(3)), "a row that only one has");
        QCOMPARE(differingTokens(*one, *other, 0), 0);
        // At step 4 the words that settle later still differ from the result.
        int late = 0;
        for (int n = 0; n < Sample::words; ++n) late += Sample::committed(n) > 4;
        const auto begun = beginning(*one, 5);
        QVERIFY(late > 0);
        QCOMPARE(differingTokens(*begun, *other, 0), late);
    }

    void sentencesOfAllLanesStandTogether() {
        TraceCursor cursor;
        SentencesView view;
        view.bindCursor(&cursor);
        const auto first = sampleTrace();
        auto second = std::make_shared<Trace>(*sampleTrace());
        second->sentences[0].text = "what is the worst way to learn c++";
        cursor.setTrace(0, first);
        cursor.setTrace(1, second);
        const QAbstractItemModelTester tester(view.model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        view.setTraces({first, second});
        show(view, {720, 200});
        view.refreshNow();
        auto* table = view.findChild<QTableView*>();
        QVERIFY(!table->isColumnHidden(SentencesModel::Lane));
        QCOMPARE(view.model()->rowCount(), 4);
        QCOMPARE(view.model()->laneOf(1), 1);
        QCOMPARE(view.model()->rowOf(2), 1);
        const auto marks = [&](int line) {
            return view.model()->index(line, SentencesModel::Text).data(SentenceDelegate::kDifferenceRole).value<WordRanges>();
        };
        QVERIFY(marks(0).empty());
        QCOMPARE(marks(1), (WordRanges{{12, 5}})); // "worst"
        savePictures(view, QStringLiteral("sentences-lanes"));
        table->setCurrentIndex(view.model()->index(3, SentencesModel::Text));
        QCOMPARE(cursor.lane(), 1);
        QCOMPARE(cursor.row(), 1);
        view.refreshNow();
        QVERIFY(!marks(0).empty() && marks(1).empty()); // now against lane B
        table->selectAll();
        view.copyTable();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("lane\tsource\t")));
        view.setTraces({first});
        view.refreshNow();
        QVERIFY(table->isColumnHidden(SentencesModel::Lane));
        QCOMPARE(view.model()->rowCount(), 2);
    }

    void distancesAreThoseOfThePredictions() {
        TraceCursor cursor;
        LaneDistanceView view;
        view.bindCursor(&cursor);
        const auto one = latentTrace();
        auto other = std::make_shared<Trace>(*latentTrace());
        auto moved = std::make_shared<TraceStep>(*other->steps[6]);
        // One coordinate of each prediction moves by 2.
        std::vector<std::uint16_t> predictions(moved->x0.begin(), moved->x0.end());
        for (size_t i = 2; i < predictions.size(); i += 4) predictions[i] = half(2);
        moved->x0 = std::move(predictions);
        other->steps[6] = moved;
        cursor.setTrace(0, one);
        view.setTrace(one);
        show(view, {420, 360});
        view.refreshNow();
        QVERIFY2(view.emptyText().startsWith(QStringLiteral("Add a lane")), qPrintable(view.emptyText()));
        cursor.setTrace(1, other);
        view.updateLanes();
        view.refreshNow();
        QVERIFY(view.emptyText().isEmpty());
        QCOMPARE(LaneDistanceView::distance(*one, 6, *other, 6, 0), 2.0);
        const auto values = view.values(QStringLiteral("lane_b"));
        QCOMPARE(values.size(), size_t(11));
        QCOMPARE(values[6], 2.0);
        QCOMPARE(values[5], 0.0);
        QVERIFY(view.values(QStringLiteral("lane_a")).empty());
        savePictures(view, QStringLiteral("plot-distance"));
        cursor.setTrace(1, beginning(*other, 4)); // under way
        view.updateLanes();
        view.refreshNow();
        QVERIFY(!std::isnan(view.values(QStringLiteral("lane_b"))[3]) && std::isnan(view.values(QStringLiteral("lane_b"))[4]));
        cursor.setTrace(1, sampleTrace()); // without latents
        view.updateLanes();
        view.refreshNow();
        QVERIFY(std::isnan(view.values(QStringLiteral("lane_b"))[3]));
    }

    void theCommitMapShowsTheOtherLane() {
        TraceCursor cursor;
        CommitView view;
        view.bindCursor(&cursor);
        const auto one = sampleTrace();
        const auto other = sampleTrace(2001, 2000); // the same at 200 times the steps
        cursor.setTrace(0, one);
        view.setTrace(one);
        show(view, {420, 360});
        view.refreshNow();
        QVERIFY(view.commitsOf(1).empty());
        cursor.setTrace(1, other);
        view.updateLanes();
        view.refreshNow();
        const auto commits = view.commitsOf(1);
        QCOMPARE(commits.size(), view.positions().size());
        for (size_t i = 0; i < commits.size(); ++i) QCOMPARE(commits[i], 200 * view.commits()[i]);
        savePictures(view, QStringLiteral("plot-commit-lanes"));
        cursor.setRow(7);
        view.setMap(CommitView::Map::Order);
        view.refreshNow();
    }

    void aGridMarksWhatTheCurrentLaneHasNot() {
        TraceCursor cursor;
        TokenGrid grid;
        grid.setComparing(true);
        cursor.setTrace(0, sampleTrace());
        auto other = std::make_shared<Trace>(*sampleTrace());
        auto last = std::make_shared<TraceStep>(*other->steps[10]);
        last->tokens[static_cast<size_t>(Sample::position(2) * 3)] = 17;
        other->steps[10] = last;
        cursor.setTrace(1, other);
        grid.bindCursor(&cursor, 1);
        grid.setTrace(other);
        show(grid, {900, 420});
        QVERIFY(grid.describe(10, Sample::position(2)).contains(QStringLiteral("Lane A has")));
        QVERIFY(!grid.describe(10, Sample::position(1)).contains(QStringLiteral("Lane A has")));
        savePictures(grid, QStringLiteral("token-grid-compared"));
        cursor.setLane(1); // it is the one compared with
        QVERIFY(!grid.describe(10, Sample::position(2)).contains(QStringLiteral("Lane A has")));
    }
};

int main(int argc, char** argv) { return runWidgetTest<TestLaneDifference>(argc, argv); }
#include "test_lane_difference.moc"
