// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/widget_test.h"
#include "widgets/training_view.h"

#include <cmath>
#include <qcustomplot.h>

using namespace diffuscope;
using namespace diffuscope::test;

namespace {

TrainingRun runOf(const QString& name, double speed) {
    TrainingRun run{name, {}, {}};
    for (int step = 50; step <= 2000; step += 50) {
        TrainLogLine line;
        line.step = step;
        line.pairs = 20 * step;
        line.seconds = step / speed;
        line.nll = 0.6 + 6 * std::exp(-speed * step / 4000);
        line.loss = 2 * line.nll;
        line.mse = 0.1 * line.nll;
        line.gradientNorm = line.nll;
        line.absorbingNorm = 1 + 0.001 * step;
        line.learningRate = 1e-3 * (1 - step / 2000.0);
        line.tokensPerSecond = 8000;
        run.lines.push_back(line);
        if (step % 500 == 0) run.validations.push_back({step, line.pairs, line.seconds, line.nll + 0.1, 10 + step / 100.0});
    }
    return run;
}

} // namespace

class TestTrainingView : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { installFatalLog(); }

    void saysWhatToDoWhileThereIsNothing() {
        TrainingView view;
        show(view, {420, 360});
        view.refreshNow();
        QVERIFY(view.emptyText().contains(QStringLiteral("Train")));
        auto run = runOf(QStringLiteral("a"), 8);
        run.validations.clear();
        view.setRuns({run});
        view.setQuantity(TrainingView::Quantity::Bleu);
        view.refreshNow();
        QVERIFY(view.emptyText().contains(QStringLiteral("validation")));
    }

    void drawsEachRunAgainstWhatIsChosen() {
        TrainingView view;
        show(view, {520, 420});
        view.setRuns({runOf(QStringLiteral("discrete noise"), 8), runOf(QStringLiteral("without"), 4)});
        view.refreshNow();
        QVERIFY(view.emptyText().isEmpty());
        auto* plot = view.plot();
        QCOMPARE(plot->graphCount(), 4); // training and validation of each
        QCOMPARE(plot->graph(0)->name(), QStringLiteral("discrete noise, training"));
        QCOMPARE(plot->graph(3)->name(), QStringLiteral("without, validation"));
        QCOMPARE(plot->graph(1)->dataCount(), 4);
        QCOMPARE(plot->graph(0)->data()->at(1)->key, 100.0);
        QCOMPARE(plot->yAxis->scaleType(), QCPAxis::stLogarithmic);
        savePictures(view, QStringLiteral("plot-training"));
        view.setAxis(TrainingView::Axis::Hours);
        view.setQuantity(TrainingView::Quantity::LearningRate);
        view.refreshNow();
        QCOMPARE(plot->graphCount(), 2);
        QVERIFY(std::abs(plot->graph(1)->data()->at(0)->key - 50 / 4.0 / 3600) < 1e-9);
        QVERIFY(std::abs(plot->graph(1)->data()->at(0)->value - 1e-3 * (1 - 50 / 2000.0)) < 1e-12);
        QCOMPARE(plot->yAxis->scaleType(), QCPAxis::stLinear);
        view.setAxis(TrainingView::Axis::Pairs);
        view.setQuantity(TrainingView::Quantity::Bleu);
        view.refreshNow();
        QCOMPARE(plot->graph(0)->data()->at(0)->key, 10000.0);
        QCOMPARE(plot->graph(0)->data()->at(0)->value, 15.0);
    }

    void tellsTheNewestFiguresAndCopiesAll() {
        TrainingView view;
        show(view, {520, 420});
        auto run = runOf(QStringLiteral("a"), 8);
        run.lines.back().nll = 0.75;
        run.lines.back().gradientNorm = std::nan("");
        view.setRuns({run});
        view.refreshNow();
        QCOMPARE(view.valueText(), view.summary(run));
        QVERIFY(view.summary(run).startsWith(QStringLiteral("step 2000 · 0.07 h · cross-entropy 0.750")));
        const auto table = view.dataTable();
        QVERIFY(table.contains(QStringLiteral("a\t2000\t40000\t0.0694444\tnll\t0.75\n")));
        QVERIFY(table.contains(QStringLiteral("a\t2000\t40000\t0.0694444\tvalid_token_bleu\t30\n")));
        QVERIFY(!table.contains(QStringLiteral("nan")));
    }
};

int main(int argc, char** argv) { return runWidgetTest<TestTrainingView>(argc, argv); }
#include "test_training_view.moc"
