// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/widget_test.h"
#include "widgets/decade_ticker.h"
#include "widgets/metric_names.h"
#include "widgets/sweep_view.h"

#include <QClipboard>
#include <QComboBox>
#include <QSignalSpy>
#include <cmath>
#include <qcustomplot.h>

using namespace diffuscope;
using namespace diffuscope::test;

namespace {

SweepRow rowOf(const char* solver, int steps, Mode mode, double bleu, double seconds) {
    SweepRow row;
    row.setting = {solver, steps, "time-uniform", mode};
    row.evaluations = steps;
    row.secondsPerSentence = seconds;
    row.sentences = 100;
    row.metrics = {{"bleu_sacre", {bleu, bleu - 2, bleu + 3}}, {"length_ratio", {bleu / 20, bleu / 20 - 0.1, bleu / 20 + 0.1}}};
    return row;
}

/// A quick solver in two modes, a slow good one, and one that failed.
std::vector<SweepRow> sampleRows() {
    std::vector<SweepRow> rows{rowOf("dpmpp-2m", 2, Mode::Faithful, 20, 0.02), rowOf("dpmpp-2m", 10, Mode::Faithful, 30, 0.1),
                               rowOf("dpmpp-2m", 5, Mode::AsReleased, 15, 0.05), rowOf("ancestral", 200, Mode::Faithful, 32, 2.0)};
    SweepRow failed;
    failed.setting = {"ddim", 5, "time-uniform", Mode::AsReleased};
    failed.error = "The solver 'ddim' has no mode 'as-released'.";
    rows.insert(rows.begin() + 2, failed);
    return rows;
}

QCPGraph* graphNamed(const SweepView& view, const QString& name) {
    for (int i = 0; i < view.plot()->graphCount(); ++i)
        if (view.plot()->graph(i)->name() == name) return view.plot()->graph(i);
    return nullptr;
}

QPoint pixelOf(const SweepView& view, double x, double y) {
    return QPointF(view.plot()->xAxis->coordToPixel(x), view.plot()->yAxis->coordToPixel(y)).toPoint();
}

} // namespace

class TestSweepView : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { installFatalLog(); }

    void saysWhatToDoWhileThereAreNoRows() {
        SweepView view;
        show(view, {420, 340});
        view.refreshNow();
        QVERIFY(view.emptyText().contains(QStringLiteral("Run sweep")));
        view.setRows({sampleRows()[2]}); // failed
        view.refreshNow();
        QVERIFY(view.emptyText().contains(QStringLiteral("No setting has a figure")));
    }

    void eachSolverAndModeIsALineWithItsIntervals() {
        SweepView view;
        show(view, {520, 420});
        view.setTitles({{"dpmpp-2m", QStringLiteral("DPM-Solver++ 2M")}});
        view.setRows(sampleRows());
        view.refreshNow();
        QVERIFY(view.emptyText().isEmpty());
        auto* faithful = graphNamed(view, QStringLiteral("DPM-Solver++ 2M · faithful"));
        QVERIFY(faithful);
        QCOMPARE(faithful->dataCount(), 2);
        QCOMPARE(faithful->data()->at(1)->key, 10.0);
        QCOMPARE(faithful->data()->at(1)->value, 30.0);
        QVERIFY(graphNamed(view, QStringLiteral("DPM-Solver++ 2M · as released")));
        QVERIFY(graphNamed(view, QStringLiteral("ancestral · faithful")));
        QVERIFY2(!graphNamed(view, QStringLiteral("ddim · as released")), "what failed has no place");
        bool found = false;
        for (int i = 0; i < view.plot()->plottableCount(); ++i) {
            auto* bars = qobject_cast<QCPErrorBars*>(view.plot()->plottable(i));
            if (!bars || bars->dataPlottable() != faithful) continue;
            found = true;
            QCOMPARE(bars->data()->at(0).errorMinus, 2.0);
            QCOMPARE(bars->data()->at(0).errorPlus, 3.0);
        }
        QVERIFY(found);
        QVERIFY(view.plot()->yAxis->range().contains(35.0) && view.plot()->yAxis->range().contains(13.0));
        savePictures(view, QStringLiteral("plot-sweep"));
    }

    void theFrontFollowsMetricAndCost() {
        SweepView view;
        show(view, {420, 340});
        view.setRows(sampleRows());
        QCOMPARE(view.front(), (std::vector<std::size_t>{0, 1, 4}));
        view.setMetric(QStringLiteral("length_ratio")); // 1.0, 1.5, 0.75, 1.6: the closest to 1 is the best
        QCOMPARE(view.front(), std::vector<std::size_t>{0});
        view.setMetric(QStringLiteral("bleu_sacre"));
        auto rows = sampleRows();
        rows[4].secondsPerSentence = 0.001;
        view.setRows(rows);
        view.setCost(SweepView::Cost::Seconds);
        view.refreshNow();
        QCOMPARE(view.plot()->xAxis->label(), QStringLiteral("seconds a sentence"));
        QCOMPARE(view.front(), std::vector<std::size_t>{4});
        view.refreshNow();
        auto* front = graphNamed(view, QStringLiteral("Pareto front"));
        QVERIFY(front);
        QCOMPARE(front->dataCount(), 1);
        QCOMPARE(front->data()->at(0)->key, 0.001);
        view.setMetric(QStringLiteral("slot_accuracy"));
        QVERIFY(view.front().empty());
        view.refreshNow();
        QVERIFY(!view.emptyText().isEmpty());
    }

    void aClickChoosesAndKeysWalk() {
        SweepView view;
        show(view, {520, 420});
        view.setRows(sampleRows());
        view.refreshNow();
        QTest::qWait(40);
        QSignalSpy chosen(&view, &SweepView::rowChosen), pointed(&view, &SweepView::rowPointed);
        QTest::mouseClick(view.plot(), Qt::LeftButton, {}, pixelOf(view, 5, 15));
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.last().at(0).toInt(), 3);
        QCOMPARE(view.current(), 3);
        QTest::mouseClick(view.plot(), Qt::LeftButton, {}, pixelOf(view, 60, 15)); // nothing there
        QCOMPARE(chosen.count(), 1);
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(view.current(), 1);
        QTest::keyClick(&view, Qt::Key_Right);
        QTest::keyClick(&view, Qt::Key_Right); // the last stays
        QCOMPARE(view.current(), 4);
        QCOMPARE(pointed.count(), 3);
        view.refreshNow();
        QVERIFY2(view.valueText().contains(QStringLiteral("ancestral")) && view.valueText().contains(QStringLiteral("32.0 (30.0–35.0)")),
                 qPrintable(view.valueText()));
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(chosen.last().at(0).toInt(), 4);
        view.setRows({sampleRows().front()});
        QCOMPARE(view.current(), -1);
    }

    void hoverNamesThePoint() {
        SweepView view;
        show(view, {520, 420});
        view.setRows(sampleRows());
        view.refreshNow();
        QTest::qWait(40);
        QTest::mouseMove(view.plot(), pixelOf(view, 10, 30));
        QTRY_VERIFY2(view.valueText().contains(QStringLiteral("dpmpp-2m · faithful, 10 step")), qPrintable(view.valueText()));
        auto one = sampleRows().front();
        one.evaluations = 1;
        view.setRows({one});
        view.setCurrent(0);
        view.refreshNow();
        QVERIFY2(!view.valueText().contains(QStringLiteral("1 evaluations")), qPrintable(view.valueText()));
    }

    void theDataAreWhatIsShown() {
        SweepView view;
        show(view, {420, 340});
        view.setRows(sampleRows(), {{"input", "pairs.jsonl"}});
        view.refreshNow();
        view.copyData();
        const auto lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 5);
        QCOMPARE(lines[1], QStringLiteral("dpmpp-2m\tfaithful\ttime-uniform\t2\t2\t0.02\tbleu_sacre\t20\t18\t23\t1"));
        QVERIFY(lines[3].endsWith(QStringLiteral("\t0")));
        QCOMPARE(view.figureMetadata().at("plan").at("input"), nlohmann::json("pairs.jsonl"));
        QCOMPARE(view.figureMetadata().at("rows").size(), size_t(5));
    }

    void survivesOddNumbers() {
        SweepView view;
        auto rows = sampleRows();
        rows[0].evaluations = 0;
        rows[1].metrics = {{"bleu_sacre", {7, std::nan(""), std::nan("")}}};
        view.setRows({rows[0], rows[1]});
        show(view, {230, 190});
        view.refreshNow();
        QCOMPARE(view.front(), std::vector<std::size_t>{1});
        QVERIFY(view.plot()->xAxis->range().size() > 0 && view.plot()->yAxis->range().contains(7.0));
    }

    void ticksArePlainNumbers() {
        struct Ticks : DecadeTicker {
            QVector<double> of(double low, double high) { return createTickVector(0, QCPRange(low, high)); }
            QString label(double tick) { return getTickLabel(tick, QLocale::c(), u'g', 6); }
        } ticker;
        QVERIFY(ticker.of(1, 30).contains(20.0));
        QVERIFY(!ticker.of(1, 1e5).contains(20.0) && ticker.of(1, 1e5).contains(1000.0));
        QVERIFY(ticker.of(0, 1).isEmpty());
        QCOMPARE(ticker.label(0.02), QStringLiteral("0.02"));
        QCOMPARE(ticker.label(2000), QStringLiteral("2000"));
    }

    void everyMetricHasItsDefinition() {
        for (const auto name : sweepMetrics()) QVERIFY2(metricName(name).definition.size() > 20, name.data());
        QCOMPARE(metricName("other").title, QStringLiteral("other"));
        QVERIFY(qualityOf("length_ratio", 1.1) > qualityOf("length_ratio", 0.8));
    }
};

int main(int argc, char** argv) { return runWidgetTest<TestSweepView>(argc, argv); }
#include "test_sweep_view.moc"
