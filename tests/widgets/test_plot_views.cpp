// SPDX-License-Identifier: GPL-3.0-or-later
// What all plots have in common: cursor, mouse, keys, theme, empty states, pictures.
#include "tests/widgets/latent_trace.h"
#include "tests/widgets/widget_test.h"
#include "widgets/figure_export.h"
#include "widgets/heat_plot.h"
#include "widgets/palette.h"
#include "widgets/plot_table.h"
#include "widgets/step_plot.h"
#include "widgets/trace_cursor.h"

#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QImage>
#include <QPainter>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTimer>
#include <QVBoxLayout>
#include <cmath>
#include <qcustomplot.h>

using namespace diffuscope;
using namespace diffuscope::test;

namespace {

QString nameOf(const PlotKind& kind) { return QString::fromLatin1(kind.name.data(), static_cast<qsizetype>(kind.name.size())); }

std::shared_ptr<Trace> withoutLatents() { return sampleTrace(); }

std::shared_ptr<Trace> withoutAbsorbing() {
    auto trace = latentTrace();
    auto header = std::make_shared<TraceHeader>(*trace->header);
    header->hasAbsorbing = false;
    header->absorbing.clear();
    trace->header = header;
    for (auto& step : trace->steps) {
        auto record = std::make_shared<TraceStep>(*step);
        record->toAbsorbing.clear();
        record->nearAbsorbing.clear();
        step = record;
    }
    return trace;
}

/// What of a sheet of this resolution a figure takes, drawn a pixel for each point.
QRect inkOf(const Figure& figure, int dotsPerInch) {
    QImage sheet(figure.figureSize().toSize(), QImage::Format_RGB32);
    sheet.fill(Qt::white);
    sheet.setDotsPerMeterX(qRound(dotsPerInch / 0.0254));
    sheet.setDotsPerMeterY(qRound(dotsPerInch / 0.0254));
    QPainter painter(&sheet);
    figure.paintFigure(painter, sheet.rect());
    painter.end();
    QRect ink;
    for (int y = 0; y < sheet.height(); ++y)
        for (int x = 0; x < sheet.width(); ++x)
            if (qGray(sheet.pixel(x, y)) < 200) ink |= QRect(x, y, 1, 1);
    return ink;
}

QPoint pixel(const PlotView& view, double x, double y) {
    return QPointF(view.plot()->xAxis->coordToPixel(x), view.plot()->yAxis->coordToPixel(y)).toPoint();
}

} // namespace

class TestPlotViews : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { installFatalLog(); }

    void theFocusCanBeSeen() {
        for (const auto& kind : plotTable()) {
            QWidget window;
            auto* view = kind.make().release();
            auto* layout = new QVBoxLayout(&window);
            auto* other = new QPushButton(&window);
            layout->addWidget(other);
            layout->addWidget(view);
            show(window, {400, 400});
            window.activateWindow();
            const auto corner = [&] { return view->grab().toImage().pixelColor(0, 0).rgb(); };
            const auto accent = GridTheme::fromPalette(view->palette()).accent.rgb();
            other->setFocus();
            QTRY_VERIFY(other->hasFocus());
            QVERIFY(corner() != accent);
            view->setFocus();
            QTRY_VERIFY(view->hasFocus());
            QCOMPARE(corner(), accent);
        }
    }

    void eachSaysWhatToDoWhenEmpty() {
        for (const auto& kind : plotTable()) {
            const auto view = kind.make();
            QVERIFY(!view->emptyText().isEmpty());
            QVERIFY(!view->windowTitle().isEmpty());
            QVERIFY(!view->accessibleName().isEmpty());
            QVERIFY(!view->toolTip().isEmpty());
            show(*view, {380, 320});
            view->copyData();
            view->resetZoom();
            QTest::keyClick(view.get(), Qt::Key_Down);
            view->setTrace(sampleTrace(0));
            view->refreshNow();
            QVERIFY(view->emptyText().startsWith(QLatin1String("Waiting")));
            savePictures(*view, QStringLiteral("plot-%1-empty").arg(nameOf(kind)));
        }
    }

    void whatNobodySeesIsSavedAsItIs() {
        const QTemporaryDir folder;
        for (const auto& kind : plotTable()) {
            const auto view = kind.make(); // as behind a tab, it is not shown
            QString said;
            connect(view.get(), &PlotView::said, this, [&](const QString& sentence) { said = sentence; });
            view->saveTo(folder.filePath(QStringLiteral("none.png")));
            QCOMPARE(said, view->emptyText());
            QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("none.png"))));
            view->setTrace(latentTrace());
            view->saveTo(folder.filePath(QStringLiteral("hidden.png")));
            QVERIFY2(said.startsWith(QLatin1String("Wrote")), qPrintable(said));
            view->refreshNow();
            QVERIFY(exportFigure(*view, folder.filePath(QStringLiteral("seen.png")), {}));
            QCOMPARE(QImage(folder.filePath(QStringLiteral("hidden.png"))), QImage(folder.filePath(QStringLiteral("seen.png"))));
        }
    }

    void eachSaysWhatItLacks() {
        for (const auto& kind : plotTable()) {
            const auto view = kind.make();
            view->setTrace(withoutAbsorbing());
            view->refreshNow();
            QCOMPARE(!view->emptyText().isEmpty(), kind.name == "absorbing");
            view->setTrace(withoutLatents());
            view->refreshNow();
            QCOMPARE(!view->emptyText().isEmpty(), kind.name == "trajectory");
        }
    }

    void eachSurvivesAnything() {
        const auto traces = {
            latentTrace(),    latentTrace(1, 10), latentTrace(2, 1), latentTraceWithNan(),         latentTrace(2001, 2000),
            withoutLatents(), withoutAbsorbing(), sampleTrace(1, 1), beginning(*latentTrace(), 4), std::shared_ptr<Trace>()};
        for (const auto& kind : plotTable())
            for (const QSize size : {QSize(1, 1), QSize(230, 190), QSize(420, 360), QSize(1600, 1200)}) {
                const auto view = kind.make();
                TraceCursor cursor;
                view->bindCursor(&cursor);
                view->setMinimumSize(1, 1);
                show(*view, size);
                auto* choice = view->findChild<QComboBox*>();
                for (const auto& trace : traces) {
                    cursor.setTrace(0, trace);
                    view->setTrace(trace);
                    for (int i = 0; i < (choice ? choice->count() : 1); ++i) {
                        if (choice) choice->setCurrentIndex(i);
                        for (const int step : {0, 1, 5000}) {
                            cursor.setStep(step);
                            cursor.setPosition(step + 8);
                            cursor.setRow(step);
                            view->refreshNow();
                        }
                        QVERIFY(!view->grab().isNull());
                    }
                    QEvent language(QEvent::LanguageChange);
                    QApplication::sendEvent(view.get(), &language);
                }
            }
    }

    void hiddenViewsDoNothing() {
        for (const auto& kind : plotTable()) {
            const auto view = kind.make();
            TraceCursor cursor;
            const auto trace = latentTrace();
            cursor.setTrace(0, trace);
            cursor.setPosition(Sample::position(0));
            view->bindCursor(&cursor);
            view->setTrace(trace);
            QTest::qWait(40);
            QVERIFY2(view->valueText().isEmpty(), kind.name.data());
            show(*view, {380, 320});
            QTRY_VERIFY(!view->valueText().isEmpty());
        }
    }

    void aClickMovesTheCursorAndTheMouseMarksTheCell() {
        for (const char* name : {"margin", "absorbing"}) {
            const auto kind = *std::find_if(plotTable().begin(), plotTable().end(), [&](const auto& k) { return k.name == name; });
            const auto view = kind.make();
            TraceCursor cursor;
            const auto trace = latentTrace();
            cursor.setTrace(0, trace);
            view->bindCursor(&cursor);
            view->setTrace(trace);
            show(*view, {420, 420});
            QTRY_VERIFY(view->plot()->axisRect()->width() > 50);
            QTest::qWait(30);
            QTest::mouseClick(view->plot(), Qt::LeftButton, {}, pixel(*view, Sample::position(4), 3));
            QCOMPARE(cursor.step(), 3);
            QCOMPARE(cursor.position(), Sample::position(4));
            QTest::mouseMove(view->plot(), pixel(*view, Sample::position(2), 6));
            QTRY_COMPARE(cursor.hoverStep(), 6);
            QCOMPARE(cursor.hoverPosition(), Sample::position(2));
            QTRY_VERIFY2(view->valueText().contains(QLatin1String("position 11, step 6")), qPrintable(view->valueText()));
            QEvent leave(QEvent::Leave);
            QApplication::sendEvent(view->plot(), &leave);
            QCOMPARE(cursor.hoverStep(), -1);
        }
    }

    void keysWalkAndZoom() {
        for (const auto& kind : plotTable()) {
            const auto view = kind.make();
            TraceCursor cursor;
            const auto trace = latentTrace();
            cursor.setTrace(0, trace);
            cursor.setPosition(Sample::position(3));
            view->bindCursor(&cursor);
            view->setTrace(trace);
            show(*view, {420, 360});
            view->refreshNow();
            QTest::keyClick(view.get(), Qt::Key_Home);
            QCOMPARE(cursor.step(), 0);
            QTest::keyClick(view.get(), Qt::Key_Down);
            QCOMPARE(cursor.step(), 1);
            QTest::keyClick(view.get(), Qt::Key_Right);
            QCOMPARE(cursor.step() + cursor.position(), 1 + Sample::position(3) + 1);
            QTest::keyClick(view.get(), Qt::Key_End);
            QCOMPARE(cursor.step(), Sample::steps);
            QTest::qWait(30);
            const auto whole = view->plot()->xAxis->range().size();
            view->zoomIn();
            QVERIFY(view->plot()->xAxis->range().size() < whole * 0.9);
            view->setTrace(latentTraceWithNan()); // another run: all of it is shown
            view->refreshNow();
            view->zoomIn();
            view->resetZoom();
            view->plot()->replot();
            QVERIFY(view->plot()->xAxis->range().size() > whole * 0.9);
        }
    }

    void keysStayWithinTheSentence() {
        for (const char* name : {"margin", "absorbing", "commit", "trajectory"}) {
            const auto kind = *std::find_if(plotTable().begin(), plotTable().end(), [&](const auto& k) { return k.name == name; });
            const auto view = kind.make();
            TraceCursor cursor;
            const auto trace = latentTrace();
            cursor.setTrace(0, trace);
            cursor.setPosition(Sample::position(0));
            view->bindCursor(&cursor);
            view->setTrace(trace);
            show(*view, {420, 360});
            view->refreshNow();
            QTest::keyClick(view.get(), Qt::Key_Left);
            QCOMPARE(cursor.position(), Sample::position(0));
            cursor.setPosition(Sample::position(Sample::words - 1));
            QTest::keyClick(view.get(), Qt::Key_Right);
            QCOMPARE(cursor.position(), Sample::position(Sample::words - 1));
        }
    }

    void axesWithoutNumbersStayAsTheyAre() {
        for (const char* name : {"change", "margin"}) {
            const auto kind = *std::find_if(plotTable().begin(), plotTable().end(), [&](const auto& k) { return k.name == name; });
            const auto view = kind.make();
            view->setTrace(beginning(*latentTrace(), 1)); // nothing has changed yet
            show(*view, {420, 360});
            view->refreshNow();
            QList<QCPRange> before, after;
            for (auto* rect : view->plot()->axisRects())
                for (auto* axis : rect->axes()) before << axis->range();
            for (int again = 0; again < 5; ++again) view->resetZoom();
            for (auto* rect : view->plot()->axisRects())
                for (auto* axis : rect->axes()) after << axis->range();
            QCOMPARE(after, before);
        }
    }

    void bothVerticalAxesZoomTogether() {
        for (const char* name : {"change", "schedule"}) {
            const auto kind = *std::find_if(plotTable().begin(), plotTable().end(), [&](const auto& k) { return k.name == name; });
            const auto view = kind.make();
            view->setTrace(latentTrace());
            show(*view, {420, 360});
            view->refreshNow();
            const auto left = view->plot()->yAxis->range(), right = view->plot()->yAxis2->range();
            view->zoomIn();
            QVERIFY(view->plot()->yAxis->range().size() < 0.9 * left.size());
            QVERIFY(view->plot()->yAxis2->range().size() < 0.9 * right.size());
            view->resetZoom();
            QCOMPARE(view->plot()->yAxis2->range(), right);
            const auto vertical = view->plot()->axisRect()->rangeDragAxes(Qt::Vertical);
            QVERIFY(vertical.contains(view->plot()->yAxis) && vertical.contains(view->plot()->yAxis2));
        }
    }

    void stepsAndPositionsAreWhole() {
        const auto whole = [](const QCPAxis* axis) {
            const auto ticks = axis->tickVector();
            return ticks.size() > 1 && std::all_of(ticks.begin(), ticks.end(), [](double tick) { return tick == std::round(tick); });
        };
        for (const char* name : {"margin", "absorbing", "commit", "change"}) {
            const auto kind = *std::find_if(plotTable().begin(), plotTable().end(), [&](const auto& k) { return k.name == name; });
            const auto view = kind.make();
            view->setTrace(latentTrace());
            show(*view, {420, 360});
            view->refreshNow();
            auto* p = view->plot();
            for (const double size : {3.0, 11.0, 15.0, 120.0}) {
                p->xAxis->setRange(12.5, 12.5 + size);
                if (kind.name != "change") p->yAxis->setRange(12.5, 12.5 + size);
                p->replot();
                QVERIFY2(whole(p->xAxis) && (kind.name == "change" || whole(p->yAxis)), name);
            }
        }
    }

    void resettingTheZoomResetsTheColoursToo() {
        const auto kind = *std::find_if(plotTable().begin(), plotTable().end(), [](const auto& k) { return k.name == "margin"; });
        const auto view = kind.make();
        view->setTrace(latentTrace());
        show(*view, {420, 360});
        view->refreshNow();
        auto* colours = view->plot()->findChild<QCPColorScale*>();
        QVERIFY(colours);
        const auto whole = colours->dataRange();
        colours->setDataRange({1.0, 2.0}); // as the wheel does
        view->resetZoom();
        QCOMPARE(colours->dataRange(), whole);
    }

    void aRightClickOpensTheMenu() {
        for (const auto& kind : plotTable()) {
            const auto view = kind.make();
            view->setTrace(latentTrace());
            show(*view, {420, 360});
            view->refreshNow();
            bool opened = false;
            QTimer::singleShot(0, this, [&opened] {
                auto* menu = QApplication::activePopupWidget(); // it has a loop of its own
                opened = menu;
                if (menu) menu->close();
            });
            const QPoint at = view->plot()->rect().center();
            QContextMenuEvent event(QContextMenuEvent::Mouse, at, view->plot()->mapToGlobal(at));
            QApplication::sendEvent(view->plot(), &event);
            QVERIFY2(opened, kind.name.data());
        }
    }

    void growingDataDoesNotTakeAZoomAway() {
        const auto whole = latentTrace(501, 500);
        const auto view = plotTable().back().make();
        TraceCursor cursor;
        view->bindCursor(&cursor);
        show(*view, {420, 360});
        view->setTrace(beginning(*whole, 100));
        view->refreshNow();
        view->zoomIn();
        const auto range = view->plot()->xAxis->range();
        view->setTrace(beginning(*whole, 200));
        view->refreshNow();
        QCOMPARE(view->plot()->xAxis->range(), range);
    }

    void copiesDataAndPicture() {
        for (const auto& kind : plotTable()) {
            const auto view = kind.make();
            view->setTrace(latentTrace());
            view->refreshNow();
            view->copyData();
            const auto lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
            QVERIFY2(lines.size() >= Sample::words, kind.name.data());
            for (const auto& line : lines) QCOMPARE(line.count(u'\t'), lines[0].count(u'\t'));
            view->copyPicture();
            QVERIFY(!QGuiApplication::clipboard()->image().isNull());
        }
    }

    void writesFiguresThatCarryTheirRecipe() {
        QTemporaryDir folder;
        for (const auto& kind : plotTable())
            for (const auto& suffix : figureSuffixes()) {
                const auto view = kind.make();
                const auto trace = latentTrace();
                view->setTrace(trace);
                view->refreshNow();
                const auto path = folder.filePath(nameOf(kind) + u'.' + suffix);
                QString error;
                QVERIFY2(exportFigure(*view, path, toJson(trace->header->recipe), &error), qPrintable(error));
                QVERIFY(readRecipe(path).has_value());
                if (suffix != QLatin1String("png")) continue;
                const QImage picture(path);
                QVERIFY(picture.width() > 1000);
                QCOMPARE(picture.pixelColor(2, 2), QColor(Qt::white));
                QFile::copy(path, QStringLiteral(DIFFUSCOPE_PICTURES "/figure-%1.png").arg(nameOf(kind)));
            }
    }

    void figuresFillTheirPageAtAnyResolution() {
        for (const auto& kind : plotTable()) {
            const auto view = kind.make();
            view->setTrace(latentTrace());
            view->refreshNow();
            const QRect screen = inkOf(*view, 96);
            QVERIFY2(screen.width() > 0.8 * view->figureSize().width(), kind.name.data());
            for (const int dotsPerInch : {72, 1200}) { // of SVG and of PDF
                const QRect paper = inkOf(*view, dotsPerInch);
                const QPoint first = paper.topLeft() - screen.topLeft(), last = paper.bottomRight() - screen.bottomRight();
                QVERIFY2(std::max(first.manhattanLength(), last.manhattanLength()) <= 4, kind.name.data());
            }
        }
    }

    void aFigureLeavesTheScreenAsItWas() {
        for (const auto& kind : plotTable()) {
            const auto view = kind.make();
            view->setTrace(latentTrace());
            show(*view, {600, 500});
            QTRY_VERIFY2(view->plot()->height() > 350, kind.name.data()); // the plot has its place
            view->refreshNow();
            view->plot()->replot();
            const QRect axes = view->plot()->axisRect()->rect();
            inkOf(*view, 96);
            QTRY_VERIFY2(view->plot()->axisRect()->rect() == axes, kind.name.data());
        }
    }

    void aThemeRecolours() {
        const auto light = QApplication::palette();
        for (const auto& kind : plotTable()) {
            const auto view = kind.make();
            view->setTrace(latentTrace());
            show(*view, {380, 320});
            view->refreshNow();
            QApplication::setPalette(darkPalette());
            QApplication::processEvents();
            QCOMPARE(view->plot()->xAxis->labelColor(), darkPalette().color(QPalette::Text));
            QVERIFY(view->grab().toImage().pixelColor(view->plot()->geometry().topLeft() + QPoint(1, 1)).lightness() < 60);
            QApplication::setPalette(light);
            QApplication::processEvents();
            QCOMPARE(view->plot()->xAxis->labelColor(), light.color(QPalette::Text));
        }
    }

    void looks() {
        for (const auto& kind : plotTable()) {
            const auto view = kind.make();
            TraceCursor cursor;
            const auto trace = latentTrace();
            cursor.setTrace(0, trace);
            cursor.setStep(6);
            cursor.setPosition(Sample::position(2));
            view->bindCursor(&cursor);
            view->setTrace(trace);
            show(*view, {420, 400});
            QTest::qWait(60);
            savePictures(*view, QStringLiteral("plot-%1").arg(nameOf(kind)));
        }
    }
};

int main(int argc, char** argv) { return runWidgetTest<TestPlotViews>(argc, argv); }
#include "test_plot_views.moc"
