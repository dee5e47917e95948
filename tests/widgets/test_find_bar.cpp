// SPDX-License-Identifier: GPL-3.0-or-later
// Searching the token grid, its LaTeX, and the cell under the mouse.
#include "tests/widgets/sample_trace.h"
#include "tests/widgets/widget_test.h"
#include "widgets/find_bar.h"
#include "widgets/step_slider.h"
#include "widgets/token_grid.h"
#include "widgets/trace_cursor.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <algorithm>

using namespace diffuscope;
using namespace diffuscope::test;

class TestFindBar : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { installFatalLog(); }

    void findsEachCellInTurn() {
        TokenGrid grid;
        TraceCursor cursor;
        const auto trace = sampleTrace();
        cursor.setTrace(0, trace);
        grid.bindCursor(&cursor);
        grid.setTrace(trace);
        show(grid, {860, 420});
        int expected = 0;
        for (int step = 0; step <= Sample::steps; ++step) expected += sampleToken(step, 0, 8) == Sample::final(8); // "++"
        FindBar bar(&grid);
        QVERIFY(bar.isHidden());
        bar.open();
        QVERIFY(!bar.isHidden());
        bar.field()->setText(QStringLiteral("++"));
        QCOMPARE(grid.foundCount(), expected);
        QVERIFY(bar.countText().startsWith(QString::number(expected)));
        cursor.setStep(0);
        cursor.setPosition(0);
        for (int i = 0; i < expected; ++i) {
            QTest::keyClick(bar.field(), Qt::Key_Return);
            QCOMPARE(cursor.position(), Sample::position(8));
            QCOMPARE(cursor.step(), Sample::committed(8) + i);
        }
        QVERIFY(grid.findNext()); // around the end
        QCOMPARE(cursor.step(), Sample::committed(8));
        QVERIFY(grid.findNext(true));
        QCOMPARE(cursor.step(), Sample::steps);
        savePictures(grid, QStringLiteral("token-grid-found"));
        bar.field()->setText(QStringLiteral(" WAY"));
        QVERIFY(grid.foundCount() > 0);
        bar.field()->setText(QStringLiteral("xyz"));
        QCOMPARE(grid.foundCount(), 0);
        QVERIFY(!grid.findNext());
        QTest::keyClick(bar.field(), Qt::Key_Escape);
        QVERIFY(bar.isHidden());
    }

    void theCountFollowsTheRun() {
        TokenGrid grid;
        FindBar bar(&grid);
        show(bar, {400, 40});
        bar.open();
        bar.field()->setText(QStringLiteral("++"));
        QCOMPARE(bar.countText(), QStringLiteral("nowhere in this run"));
        const auto buttons = bar.findChildren<QToolButton*>();
        const auto enabled = [&] {
            return std::count_if(buttons.begin(), buttons.end(), [](auto* button) { return button->isEnabled(); });
        };
        const auto before = enabled();
        grid.setTrace(sampleTrace());
        QVERIFY(grid.foundCount() > 0);
        QTRY_VERIFY2(bar.countText().startsWith(QString::number(grid.foundCount())), qPrintable(bar.countText()));
        QCOMPARE(enabled(), before + 2);
        grid.setTrace(nullptr);
        QTRY_COMPARE(bar.countText(), QStringLiteral("nowhere in this run"));
        QCOMPARE(enabled(), before);
    }

    void theContextMenuShowsItsTooltips() {
        TokenGrid grid;
        grid.setTrace(sampleTrace());
        show(grid, {860, 420});
        const QPoint at(20, 20);
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, grid.viewport()->mapToGlobal(at));
        QApplication::sendEvent(grid.viewport(), &event);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu && menu->toolTipsVisible());
        QCOMPARE(menu->actions(), grid.actions());
        menu->close();
    }

    void theGridRepaintsByItself() {
        TokenGrid grid;
        grid.setTrace(sampleTrace());
        show(grid, {1400, 600}); // no scroll bars: nothing of the grid itself shows beside its viewport
        QTest::qWait(60);
        struct Paints : QObject {
            int count = 0;
            bool eventFilter(QObject*, QEvent* event) override { return count += event->type() == QEvent::Paint, false; }
        } paints;
        grid.viewport()->installEventFilter(&paints);
        grid.setSearch(QStringLiteral("the"));
        QTRY_COMPARE(paints.count, 1);
        grid.setStep(3);
        QTRY_COMPARE(paints.count, 2);
    }

    void searchWithoutATraceFindsNothing() {
        TokenGrid grid;
        grid.setSearch(QStringLiteral("the"));
        QCOMPARE(grid.foundCount(), 0);
        QVERIFY(!grid.findNext());
        grid.setTrace(sampleTrace());
        QVERIFY(grid.foundCount() > 0);
    }

    void copiesLatex() {
        TokenGrid grid;
        grid.copyLatex();
        grid.setTrace(sampleTrace());
        show(grid, {860, 420});
        grid.copyLatex();
        const auto text = QGuiApplication::clipboard()->text();
        const auto lines = text.split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), Sample::steps + 1 + 4);
        QVERIFY(lines.front().startsWith(QLatin1String("\\begin{tabular}{rrl")));
        QCOMPARE(lines.back(), QStringLiteral("\\end{tabular}"));
        for (const auto& line : lines.mid(3, Sample::steps + 1)) {
            QCOMPARE(line.count(QLatin1String(" & ")), Sample::words + 1);
            QVERIFY(line.endsWith(QLatin1String(" \\\\")));
        }
        QVERIFY(lines[13].contains(QLatin1String("\\textvisiblespace{}what")));
        QVERIFY(!text.contains(QChar(0x2581)));
    }

    void aSpaceMeansTheBeginningOfAWordInEveryVocabulary() {
        auto header = sampleHeader(Sample::steps, Sample::length, Sample::targetFrom, Sample::rows);
        auto pieces = std::make_shared<std::vector<std::string>>();
        for (const auto& piece : *header->pieces) pieces->push_back(piece.rfind("▁", 0) == 0 ? piece.substr(3) : piece); // as BERT's
        header->pieces = pieces;
        TokenGrid grid;
        grid.setTrace(sampleTrace(Sample::steps + 1, Sample::steps, Sample::length, header));
        grid.setSearch(QStringLiteral("hat")); // what
        QVERIFY(grid.foundCount() > 0);
        grid.setSearch(QStringLiteral(" hat"));
        QCOMPARE(grid.foundCount(), 0);
        grid.setSearch(QStringLiteral(" wha"));
        QVERIFY(grid.foundCount() > 0);
    }

    void latexPrintsPlaceholdersAsTheyAre() {
        auto header = sampleHeader(Sample::steps, Sample::length, Sample::targetFrom, Sample::rows);
        auto pieces = std::make_shared<std::vector<std::string>>(*header->pieces);
        (*pieces)[static_cast<size_t>(Sample::final(0))] = "<a|b_c>";
        header->pieces = pieces;
        TokenGrid grid;
        grid.setTrace(sampleTrace(Sample::steps + 1, Sample::steps, Sample::length, header));
        grid.copyLatex();
        const auto text = QGuiApplication::clipboard()->text();
        QVERIFY2(text.contains(QLatin1String("\\textless{}a\\textbar{}b\\_c\\textgreater{}")), qPrintable(text));
        QVERIFY(!text.contains(u'<') && !text.contains(u'>'));
    }

    void theMouseMarksACellEverywhere() {
        TokenGrid first, second;
        TraceCursor cursor;
        const auto trace = sampleTrace();
        cursor.setTrace(0, trace);
        for (auto* grid : {&first, &second}) {
            grid->bindCursor(&cursor);
            grid->setTrace(trace);
        }
        show(first, {860, 420});
        QTest::mouseMove(first.viewport(), first.cellRect(4, Sample::position(3)).center());
        QTRY_COMPARE(cursor.hoverStep(), 4);
        QCOMPARE(cursor.hoverPosition(), Sample::position(3));
        QCOMPARE(cursor.step(), Sample::steps); // nothing moved
        savePictures(second, QStringLiteral("token-grid-hover"));
        cursor.setHover(3, -1);
        QVERIFY(!first.grab().isNull());
        cursor.setHover(99, 99);
        QCOMPARE(cursor.hoverStep(), -1);
    }

    void theSliderIsMarkedWhereTokensChange() {
        StepSlider slider;
        QVERIFY(slider.marks().empty());
        const auto trace = sampleTrace();
        slider.setRange(0, Sample::steps);
        slider.setTrace(trace, 0);
        show(slider, {400, 40});
        QCOMPARE(slider.marks().size(), size_t(Sample::steps + 1));
        QVERIFY(slider.marks()[1] > 0);
        QCOMPARE(slider.marks()[Sample::steps], 0.0); // nothing changes any more
        slider.setTrace(sampleTrace(2001, 2000), 1);
        slider.setRange(0, 2000);
        savePictures(slider, QStringLiteral("step-slider"));
        slider.setTrace(nullptr, 0);
        QVERIFY(slider.marks().empty());
    }
};

int main(int argc, char** argv) { return runWidgetTest<TestFindBar>(argc, argv); }
#include "test_find_bar.moc"
