// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/widget_test.h"
#include "widgets/order_view.h"

#include <QSignalSpy>
#include <cmath>
#include <qcustomplot.h>

using namespace diffuscope;
using namespace diffuscope::test;

namespace {

/// A solver whose error falls with the power `order` of its evaluations.
OrderRow rowOf(const char* solver, const char* mode, int order, double first) {
    OrderRow row;
    row.solver = solver;
    row.mode = mode;
    row.schedule = "sqrt";
    row.spacing = "log-snr";
    row.expected = order;
    row.measured = order;
    row.ok = true;
    for (const int steps : {64, 128, 256}) {
        row.steps.push_back(steps);
        row.evaluations.push_back(steps);
        row.errors.push_back(first * std::pow(64.0 / steps, order));
    }
    return row;
}

std::vector<OrderRow> sampleRows() {
    return {rowOf("euler", "faithful", 1, 1e-2), rowOf("dpmpp-2m", "faithful", 2, 1e-3), rowOf("dpmpp-2m", "as-released", 0, 1.0),
            rowOf("lms", "faithful", 4, 1e-4)};
}

} // namespace

class TestOrderView : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { installFatalLog(); }

    void asksForRowsOnceItCanBeSeen() {
        OrderView view;
        QSignalSpy wanted(&view, &OrderView::wanted);
        QTest::qWait(30);
        QCOMPARE(wanted.count(), 0);
        QVERIFY(!view.emptyText().isEmpty());
        show(view, {420, 360});
        view.refreshNow();
        QTRY_COMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().toString(), QStringLiteral("log-snr"));
        view.setSpacing(QStringLiteral("karras"));
        QTRY_COMPARE(wanted.count(), 2);
        view.setRows(QStringLiteral("log-snr"), sampleRows(), 4); // came too late
        QVERIFY(view.rows().empty());
    }

    void aSolverThatIsNotMeasuredLeavesTheAxesTheirWidth() {
        OrderView view;
        show(view, {420, 360});
        view.setSolver(QStringLiteral("unipc"));
        view.setRows(QStringLiteral("log-snr"), sampleRows(), 4);
        view.refreshNow();
        view.plot()->replot();
        QVERIFY2(view.plot()->axisRect()->width() > 250, qPrintable(QString::number(view.plot()->axisRect()->width())));
        view.setSolver(QStringLiteral("lms"));
        view.refreshNow();
        QVERIFY(view.plot()->legend->visible());
    }

    void zoomingKeepsTheMiddleOfALogarithmicAxis() {
        OrderView view;
        show(view, {420, 360});
        view.setRows(QStringLiteral("log-snr"), sampleRows(), 4);
        view.refreshNow();
        const auto middle = [&] { return std::log10(view.plot()->yAxis->range().lower * view.plot()->yAxis->range().upper) / 2; };
        const double before = middle(), decades = std::log10(view.plot()->yAxis->range().upper / view.plot()->yAxis->range().lower);
        view.zoomIn();
        QVERIFY(std::log10(view.plot()->yAxis->range().upper / view.plot()->yAxis->range().lower) < 0.9 * decades);
        QVERIFY(std::abs(middle() - before) < 1e-6);
    }

    void saysTheSlopeOfTheChosenSolver() {
        OrderView view;
        show(view, {420, 360});
        view.setRows(QStringLiteral("log-snr"), sampleRows(), 4);
        view.refreshNow();
        QVERIFY(view.emptyText().isEmpty());
        QCOMPARE(view.summary(), QStringLiteral("dpmpp-2m: order 2.00, expected 2 · dpmpp-2m · as released: slope 0.00, no order"));
        QCOMPARE(view.valueText(), view.summary());
        savePictures(view, QStringLiteral("plot-order"));
        view.setSolver(QStringLiteral("lms"));
        QVERIFY(view.summary().contains(QStringLiteral("order 4.00")));
        view.setSolver(QStringLiteral("unipc"));
        QVERIFY(view.summary().contains(QStringLiteral("not measured")));
        view.setRows(QStringLiteral("log-snr"), {sampleRows().front()}, 4);
        QVERIFY(view.summary().contains(QStringLiteral("measured 1 of 4")));
    }

    void survivesOddNumbers() {
        OrderView view;
        auto rows = sampleRows();
        rows[1].errors = {0.0, std::nan(""), INFINITY};
        view.setRows(QStringLiteral("log-snr"), rows, 4);
        show(view, {230, 190});
        view.refreshNow();
        const auto lines = view.dataTable().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 13);
        for (const auto& line : lines) QCOMPARE(line.count(u'\t'), 8);
        QTest::keyClick(&view, Qt::Key_Right);
        view.copyPicture();
    }
};

int main(int argc, char** argv) { return runWidgetTest<TestOrderView>(argc, argv); }
#include "test_order_view.moc"
