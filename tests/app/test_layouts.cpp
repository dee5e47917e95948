// SPDX-License-Identifier: GPL-3.0-or-later
// The plots in the real window: they follow a run and each other, and their places survive a restart.
#include "app/lane_stack.h"
#include "app/layouts.h"
#include "app/plot_docks.h"
#include "app/studies/study_docks.h"
#include "tests/app/window_test.h"
#include "tests/widgets/sample_trace.h"
#include "widgets/heat_plot.h"
#include "widgets/order_view.h"
#include "widgets/plot_table.h"
#include "widgets/token_grid.h"
#include "widgets/trace_cursor.h"

#include <QComboBox>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <map>
#include <set>

namespace diffuscope::test {
namespace {

/// Names of the docks that are open, in front or behind a tab.
std::set<QString> openDocks(const MainWindow& window) {
    std::set<QString> names;
    for (const auto* dock : window.findChildren<QDockWidget*>())
        if (!dock->isHidden()) names.insert(dock->objectName());
    return names;
}

PlotView* frontPlot(const MainWindow& window) {
    for (const auto& kind : plotTable())
        if (window.plots()->view(kind.name)->isVisible() && !window.plots()->dock(kind.name)->visibleRegion().isEmpty())
            return window.plots()->view(kind.name);
    return nullptr;
}

QString letterOf(const QString& text) { return QKeySequence::mnemonic(text).toString(); }

/// Entries of a menu, and of those in it, that share the letter by which they are chosen.
QStringList doubles(const QList<QAction*>& entries) {
    QStringList found;
    std::map<QString, QString> taken;
    for (const auto* entry : entries) {
        const auto letter = letterOf(entry->text());
        if (!letter.isEmpty() && !taken.emplace(letter, entry->text()).second) found << taken[letter] + u'/' + entry->text();
        if (entry->menu()) found << doubles(entry->menu()->actions());
    }
    return found;
}

} // namespace

class LayoutsTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { installFatalLog(); }
    void init() { settings_.emplace(); }
    void cleanup() { settings_.reset(); }
    void everyPlotHasADockAndAnExport();
    void whatIsEmptyCannotBeExported();
    void aPlotFollowsTheRunWhileItGoesOn();
    void brushingReachesTheGridAndBack();
    void namedLayoutsShowWhatTheyName();
    void theTabKeyGoesToWhatCanBeSeen();
    void placesSurviveARestart();
    void noLetterStandsForTwo_data();
    void noLetterStandsForTwo();
    void plotsSpeakGerman();
    void ordersAreMeasuredOnceTheyCanBeSeen();
    void eachLayoutHasItsPicture();

private:
    std::optional<WindowSettings> settings_;
};

void LayoutsTest::everyPlotHasADockAndAnExport() {
    const auto window = openWindow();
    QVERIFY(window);
    QCOMPARE(window->plots()->docks().size(), plotTable().size() + 2); // and the lanes' distance, and the solvers' orders
    for (const auto& kind : plotTable()) {
        auto* dock = window->plots()->dock(kind.name);
        QVERIFY(dock && !dock->windowTitle().isEmpty() && !dock->isHidden());
    }
    QVERIFY(!window->plots()->dock("nothing"));
    QCOMPARE(window->plots()->showActions().size(), static_cast<qsizetype>(plotTable().size()) + 2);
    for (auto* action : window->plots()->exportActions()) QVERIFY(!action->isEnabled() && !action->text().isEmpty());
    setRecipe(*window, "hello there", 4);
    QVERIFY(runToEnd(*window));
    const auto exports = window->plots()->exportActions();
    for (size_t i = 0; i < plotTable().size(); ++i) QVERIFY(exports[static_cast<qsizetype>(i)]->isEnabled());
    // Only the plot in front has drawn anything.
    QTRY_VERIFY(frontPlot(*window));
    auto* front = frontPlot(*window);
    QTRY_VERIFY(!front->valueText().isEmpty());
    for (const auto& kind : plotTable())
        if (window->plots()->view(kind.name) != front) QVERIFY2(window->plots()->view(kind.name)->valueText().isEmpty(), kind.name.data());
}

void LayoutsTest::whatIsEmptyCannotBeExported() {
    QMainWindow window;
    TraceCursor cursor;
    PlotDocks plots(&window, &cursor);
    cursor.setTrace(0, sampleTrace()); // without latents
    plots.setTrace(sampleTrace());
    for (size_t i = 0; i < plotTable().size(); ++i)
        QCOMPARE(plots.exportActions()[static_cast<qsizetype>(i)]->isEnabled(), plotTable()[i].name != "trajectory");
    plots.setTrace(nullptr);
    for (auto* action : plots.exportActions()) QVERIFY(!action->isEnabled());
}

void LayoutsTest::aPlotFollowsTheRunWhileItGoesOn() {
    const auto window = openWindow();
    QVERIFY(window);
    window->plots()->dock("margin")->raise();
    auto* view = window->plots()->view("margin");
    QTRY_VERIFY(view->isVisible());
    setRecipe(*window, "hello there", 1500);
    std::set<QString> seen;
    connect(window->engine(), &EngineThread::stepReady, this, [&] { seen.insert(view->valueText()); });
    QVERIFY(runToEnd(*window));
    QVERIFY2(seen.size() > 3, qPrintable(QString::number(seen.size())));
}

void LayoutsTest::brushingReachesTheGridAndBack() {
    const auto window = openWindow();
    QVERIFY(window);
    setRecipe(*window, "hello there", 10);
    QVERIFY(runToEnd(*window));
    window->plots()->dock("margin")->raise();
    auto* view = window->plots()->view("margin");
    QTRY_VERIFY(view->isVisible());
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Home);
    QCOMPARE(window->grid()->step(), 0);
    QTest::keyClick(view, Qt::Key_Down);
    QCOMPARE(window->grid()->step(), 1);
    const int position = window->cursor()->position();
    QTest::keyClick(view, Qt::Key_Right);
    QCOMPARE(window->grid()->position(), position + 1);
    const auto cell = window->grid()->cellRect(4, position);
    QTest::mouseClick(window->grid()->viewport(), Qt::LeftButton, {}, cell.center());
    QTRY_VERIFY2(view->valueText().contains(QStringLiteral("step 4")), qPrintable(view->valueText()));
}

void LayoutsTest::namedLayoutsShowWhatTheyName() {
    const auto window = openWindow();
    QVERIFY(window);
    const auto everything = openDocks(*window);
    QCOMPARE(everything.size(), plotTable().size() + 5); // with recipe, inspector, history, distance and orders
    for (const auto& layout : dockLayouts()) {
        window->action(QStringLiteral("layout-") + QString::fromStdString(std::string(layout.name)))->trigger();
        const auto open = openDocks(*window);
        QCOMPARE(open.count(QStringLiteral("recipeDock")) == 1, layout.left == "recipe");
        for (const auto& stacks : {layout.right, layout.bottom})
            for (const auto& stack : stacks)
                for (const auto name : stack)
                    for (auto* dock : {window->plots()->dock(name), window->studies()->dock(name)})
                        QVERIFY2(!dock || !dock->isHidden(), name.data());
    }
    window->action(QStringLiteral("defaultLayout"))->trigger();
    QVERIFY(openDocks(*window) == everything);
}

void LayoutsTest::theTabKeyGoesToWhatCanBeSeen() {
    const auto window = openWindow();
    QVERIFY(window);
    window->recipePanel()->source()->editor()->setFocus();
    std::set<const QWidget*> visited;
    for (const auto key : {Qt::Key_Tab, Qt::Key_Backtab})
        for (int i = 0; i < 100; ++i) {
            QTest::keyClick(window->focusWidget(), key);
            const QWidget* part = window->focusWidget();
            visited.insert(part);
            while (part && !qobject_cast<const QDockWidget*>(part)) part = part->parentWidget();
            QVERIFY2(!part || part->geometry().intersects(window->rect()), qPrintable(part ? part->objectName() : QString()));
        }
    QVERIFY2(visited.contains(window->stack()->grid(0)), "round the whole window");
    QVERIFY(visited.contains(frontPlot(*window)));
}

void LayoutsTest::placesSurviveARestart() {
    {
        const auto window = openWindow();
        QVERIFY(window);
        window->applyNamedLayout(QStringLiteral("compare"));
        window->plots()->dock("commit")->close();
        window->close();
    }
    const auto window = openWindow();
    QVERIFY(window);
    const auto open = openDocks(*window);
    QVERIFY(!open.count(QStringLiteral("inspectorDock")) && !open.count(QStringLiteral("commitDock")));
    QVERIFY(open.count(QStringLiteral("trajectoryDock")));
    QCOMPARE(window->dockWidgetArea(window->plots()->dock("trajectory")), Qt::BottomDockWidgetArea);
}

void LayoutsTest::noLetterStandsForTwo_data() {
    QTest::addColumn<QString>("language");
    for (const char* language : {"en", "de"}) QTest::newRow(language) << QString::fromLatin1(language);
}

void LayoutsTest::noLetterStandsForTwo() {
    QFETCH(const QString, language);
    const auto window = openWindow();
    QVERIFY(window);
    window->setLanguage(language);
    QCoreApplication::processEvents();
    const auto menus = window->menuBar()->actions();
    QCOMPARE(doubles(menus), QStringList());
    // Where a field has the letter of a menu, neither is reached by the first press.
    for (const auto* label : window->findChildren<QLabel*>())
        for (const auto* menu : menus)
            if (label->buddy() && !letterOf(label->text()).isEmpty())
                QVERIFY2(letterOf(label->text()) != letterOf(menu->text()), qPrintable(label->text()));
    window->setLanguage(QStringLiteral("en"));
}

void LayoutsTest::plotsSpeakGerman() {
    const auto window = openWindow();
    QVERIFY(window);
    window->setLanguage(QStringLiteral("de"));
    QCoreApplication::processEvents();
    QCOMPARE(window->plots()->dock("margin")->windowTitle(), QStringLiteral("Rundung"));
    QVERIFY(window->plots()->exportActions().first()->text().contains(window->plots()->dock("trajectory")->windowTitle()));
    window->setLanguage(QStringLiteral("en"));
    QCoreApplication::processEvents();
    QCOMPARE(window->plots()->dock("margin")->windowTitle(), QStringLiteral("Rounding"));
}

void LayoutsTest::ordersAreMeasuredOnceTheyCanBeSeen() {
    const auto window = openWindow();
    QVERIFY(window);
    auto* view = qobject_cast<OrderView*>(window->plots()->view("order"));
    QTest::qWait(50);
    QVERIFY2(view->rows().empty(), "behind its tab it costs nothing");
    window->plots()->dock("order")->raise();
    QTRY_VERIFY_WITH_TIMEOUT(view->rows().size() > 25 && !view->summary().contains(QStringLiteral("measured")), kPatience);
    for (const auto& row : view->rows()) QVERIFY2(row.ok, qPrintable(QString::fromStdString(row.solver + " " + row.mode)));
    QVERIFY2(view->summary().contains(QStringLiteral("expected 2")) && view->summary().contains(QStringLiteral("no order")),
             qPrintable(view->summary()));
    auto* solver = window->recipePanel()->findChild<QComboBox*>(QStringLiteral("solver"));
    solver->setCurrentIndex(solver->findData(QStringLiteral("euler")));
    QVERIFY2(view->summary().startsWith(QStringLiteral("euler: order")), qPrintable(view->summary()));
    QVERIFY(window->plots()->exportActions().back()->isEnabled());
    QVERIFY(view->dataTable().contains(QStringLiteral("dpmpp-2m\tas-released\tsqrt\tlog-snr\t0")));
    QVERIFY(window->grab().save(QStringLiteral(DIFFUSCOPE_PICTURES "/window-order.png")));
    // Another spacing is measured anew, the first is known.
    view->setSpacing(QStringLiteral("karras"));
    QTRY_VERIFY_WITH_TIMEOUT(!view->rows().empty() && view->rows().front().spacing == "karras", kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!view->summary().contains(QStringLiteral("measured")), kPatience);
    view->setSpacing(QStringLiteral("log-snr"));
    view->refreshNow();
    QCOMPARE(view->rows().front().spacing, std::string("log-snr"));
    QVERIFY(!view->summary().contains(QStringLiteral("measured")));
}

void LayoutsTest::eachLayoutHasItsPicture() {
    const QDir pictures(QStringLiteral(DIFFUSCOPE_PICTURES));
    QVERIFY(pictures.mkpath(QStringLiteral(".")));
    const auto window = openWindow();
    QVERIFY(window);
    setRecipe(*window, "hello there my friend", 20, 2);
    QVERIFY(runToEnd(*window));
    for (const auto& layout : dockLayouts()) {
        const auto name = QString::fromStdString(std::string(layout.name));
        window->applyNamedLayout(name);
        QTest::qWait(100);
        QVERIFY(window->grab().save(pictures.filePath(QStringLiteral("layout-%1.png").arg(name))));
    }
}

} // namespace diffuscope::test

int main(int argc, char** argv) { return diffuscope::test::runWidgetTest<diffuscope::test::LayoutsTest>(argc, argv); }

#include "test_layouts.moc"
