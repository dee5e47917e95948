// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/history_view.h"
#include "app/lane_list.h"
#include "tests/app/window_test.h"
#include "tests/widgets/latent_trace.h"
#include "widgets/trace_cursor.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QStandardPaths>

namespace diffuscope::test {

using TracePtr = std::shared_ptr<const Trace>;

class HistoryTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void theNewestStayInMemoryAndOlderOnesGoToDisk();
    void aStoredTraceComesBackWhole();
    void aTraceThatIsGoneIsSaid();
    void theListIsNewestFirst();
    void runsSayTheirModels();
    void anEarlierRunOpensAgainInTheWindow();
    void lanesOpenTogether();
    void aLaneThatEndedStaysWhereAnotherFails();
    void anEarlierRunBringsItsModel();
    void anEarlierRunTakesThePlaceOfTheOneUnderWay();

private:
    std::optional<WindowSettings> settings_;
};

void HistoryTest::initTestCase() {
    installFatalLog();
    QStandardPaths::setTestModeEnabled(true);
    settings_.emplace();
}

void HistoryTest::theNewestStayInMemoryAndOlderOnesGoToDisk() {
    const auto one = latentTrace();
    TraceShelf shelf(traceBytes(*one) * 2);
    QSignalSpy stored(&shelf, &TraceShelf::stored);
    std::vector<quint64> keys;
    for (int i = 0; i < 4; ++i) keys.push_back(shelf.add(latentTrace()));
    QTRY_COMPARE_WITH_TIMEOUT(stored.count(), 2, kPatience);
    QVERIFY(shelf.isStored(keys[0]));
    QVERIFY(shelf.isStored(keys[1]));
    QVERIFY(!shelf.isStored(keys[2]));
    QVERIFY(!shelf.isStored(keys[3]));
}

void HistoryTest::aStoredTraceComesBackWhole() {
    TraceShelf shelf(0);
    QSignalSpy stored(&shelf, &TraceShelf::stored);
    const auto before = latentTrace();
    const auto key = shelf.add(before);
    QVERIFY(!stored.isEmpty() || stored.wait(kPatience));
    TracePtr after;
    connect(&shelf, &TraceShelf::fetched, this, [&](quint64, const TracePtr& trace) { after = trace; });
    shelf.fetch(key);
    QTRY_VERIFY_WITH_TIMEOUT(after != nullptr, kPatience);
    QVERIFY(after != before);
    QCOMPARE(after->steps.size(), before->steps.size());
    for (size_t i = 0; i < after->steps.size(); ++i) {
        QCOMPARE(after->steps[i]->tokens, before->steps[i]->tokens);
        QVERIFY(after->steps[i]->x == before->steps[i]->x);
    }
    QCOMPARE(*after->header->embeddings, *before->header->embeddings);
}

void HistoryTest::aTraceThatIsGoneIsSaid() {
    TraceShelf shelf(0);
    QSignalSpy stored(&shelf, &TraceShelf::stored), failed(&shelf, &TraceShelf::failed);
    const auto key = shelf.add(latentTrace());
    QVERIFY(!stored.isEmpty() || stored.wait(kPatience));
    shelf.remove(key);
    shelf.fetch(key);
    QCOMPARE(failed.count(), 1);
    const auto other = shelf.add(latentTrace());
    QTRY_COMPARE_WITH_TIMEOUT(stored.count(), 2, kPatience);
    QDir caches(QStandardPaths::writableLocation(QStandardPaths::CacheLocation));
    for (const auto& folder : caches.entryList({QStringLiteral("history-*")}))
        QFile::remove(caches.filePath(folder) + QStringLiteral("/%1.safetensors").arg(other));
    shelf.fetch(other);
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 2, kPatience);
}

void HistoryTest::theListIsNewestFirst() {
    HistoryView view;
    const QAbstractItemModelTester tester(view.model());
    const auto trace = std::make_shared<Trace>(*latentTrace());
    view.add({nullptr, latentTrace(4)}, 1.0); // not finished: nothing to keep
    QCOMPARE(view.model()->rowCount(), 0);
    trace->sentences = {{"one", {}}, {"two", {}}};
    trace->chosen = {1};
    trace->evaluations = 7;
    for (int i = 0; i <= HistoryView::kMostRuns; ++i) {
        trace->evaluations = i;
        view.add({std::make_shared<Trace>(*trace)}, 0.5 * i);
    }
    QCOMPARE(view.model()->rowCount(), HistoryView::kMostRuns);
    QCOMPARE(view.model()->index(0, HistoryModel::Text).data().toString(), QStringLiteral("two"));
    QCOMPARE(view.model()->run(0).evaluations, HistoryView::kMostRuns);
    QCOMPARE(view.model()->run(0).seconds, 0.5 * HistoryView::kMostRuns);
    QCOMPARE(view.model()->run(HistoryView::kMostRuns - 1).evaluations, 1);
}

void HistoryTest::runsSayTheirModels() {
    Recipe mine, other;
    mine.model = "/home/me/mine";
    other.model = "/home/me/other";
    HistoryModel model;
    for (const auto& lanes : {std::vector{mine, mine}, {mine, other}}) {
        PastRun run;
        run.recipes = lanes;
        model.add(std::move(run));
    }
    const auto text = [&](int row, int role) { return model.index(row, HistoryModel::Lanes).data(role).toString(); };
    QVERIFY2(text(0, Qt::DisplayRole).contains(QStringLiteral("mine")) && text(0, Qt::DisplayRole).contains(QStringLiteral("other")),
             qPrintable(text(0, Qt::DisplayRole)));
    QVERIFY2(!text(1, Qt::DisplayRole).contains(QStringLiteral("mine")), "what is the same in all lanes takes no room");
    QVERIFY(text(1, Qt::ToolTipRole).contains(QStringLiteral("mine")));
}

void HistoryTest::anEarlierRunOpensAgainInTheWindow() {
    const auto window = openWindow();
    QVERIFY(window);
    setRecipe(*window, "hello there", 4);
    QVERIFY(runToEnd(*window));
    const auto first = window->trace();
    setRecipe(*window, "what date?", 9);
    QVERIFY(runToEnd(*window));
    QCOMPARE(window->history()->model()->rowCount(), 2);
    window->history()->reopen(1);
    QTRY_VERIFY_WITH_TIMEOUT(window->trace() == first, kPatience);
    QCOMPARE(window->recipePanel()->recipe().steps, 4);
    QCOMPARE(window->recipePanel()->recipe().sources.front(), std::string("hello there"));
    QCOMPARE(window->cursor()->stepCount(), 5);
}

void HistoryTest::lanesOpenTogether() {
    const auto window = openWindow();
    QVERIFY(window);
    auto a = plainRecipe(*window), b = a;
    a.sources = b.sources = {"hello there"};
    a.steps = 3;
    b.steps = 5;
    QSignalSpy ended(window.get(), &MainWindow::runEnded);
    window->runLanes({a, b});
    QVERIFY(ended.wait(kPatience));
    setRecipe(*window, "what date?", 2);
    QVERIFY(runToEnd(*window));
    QCOMPARE(window->cursor()->laneCount(), 1);
    window->history()->reopen(1);
    QTRY_COMPARE_WITH_TIMEOUT(window->cursor()->laneCount(), 2, kPatience);
    QCOMPARE(window->cursor()->trace(0)->steps.size(), size_t(4));
    QCOMPARE(window->cursor()->trace(1)->steps.size(), size_t(6));
    QCOMPARE(window->history()->model()->index(1, HistoryModel::Evaluations).data().toString(), QStringLiteral("8"));
}

void HistoryTest::aLaneThatEndedStaysWhereAnotherFails() {
    const auto window = openWindow();
    QVERIFY(window);
    auto a = plainRecipe(*window), b = a;
    a.sources = b.sources = {"hello there"};
    a.steps = 3;
    b.spacing = "custom";
    b.times = {0.5};
    QSignalSpy ended(window.get(), &MainWindow::runEnded);
    window->runLanes({a, b});
    QVERIFY(ended.wait(kPatience));
    QVERIFY(!window->recipePanel()->errorText().isEmpty());
    const auto* history = window->history()->model();
    QCOMPARE(history->rowCount(), 1);
    QCOMPARE(history->run(0).recipes.size(), size_t(1));
    QCOMPARE(history->run(0).recipes.front().steps, 3);
    window->runLanes({b});
    QVERIFY(ended.wait(kPatience));
    QCOMPARE(history->rowCount(), 1); // what an earlier run left in the lane is not this run's
}

void HistoryTest::anEarlierRunBringsItsModel() {
    const auto other = copyOfTiny(settings_->folder() + QStringLiteral("/other"));
    const auto window = openWindow();
    QVERIFY(window);
    QVERIFY(openModel(*window, kTiny));
    setRecipe(*window, "hello there", 4);
    QVERIFY(runToEnd(*window));
    QVERIFY(openModel(*window, other));
    setRecipe(*window, "what date?", 9);
    QVERIFY(runToEnd(*window));
    QCOMPARE(window->trace()->header->recipe.model, other.toStdString());
    window->history()->reopen(1);
    QTRY_COMPARE_WITH_TIMEOUT(window->recipePanel()->model()->current(), kTiny, kPatience);
    QVERIFY(window->recipePanel()->lanes()->recipe().model.empty());
    QCOMPARE(window->recipePanel()->recipe().steps, 4); // and not what the model's makers recommend
    QCOMPARE(window->recipePanel()->recipe().sources.front(), std::string("hello there"));
    QVERIFY(runToEnd(*window));
    QCOMPARE(window->trace()->header->recipe.model, kTiny.toStdString());
}

void HistoryTest::anEarlierRunTakesThePlaceOfTheOneUnderWay() {
    const auto other = copyOfTiny(settings_->folder() + QStringLiteral("/beside"));
    const auto window = openWindow();
    QVERIFY(window);
    setRecipe(*window, "hello there", 4);
    QVERIFY(runToEnd(*window));
    const auto first = window->trace();
    // Lanes run model after model: of two, the one that comes first ends alone.
    auto quick = plainRecipe(*window), slow = quick;
    (kTiny < other ? slow : quick).model = other.toStdString();
    quick.sources = slow.sources = {"what date?"};
    quick.steps = 3;
    slow.steps = 2000;
    slow.samples = quick.samples = 16;
    QSignalSpy lanes(window->engine(), &EngineThread::laneFinished);
    window->runLanes({quick, slow});
    QVERIFY(lanes.wait(kPatience) && window->isRunning());
    window->showRuns({first});
    QVERIFY(!window->isRunning());
    QVERIFY2(statusText(*window).contains(QStringLiteral("hello there")), qPrintable(statusText(*window)));
    QCOMPARE(window->history()->model()->rowCount(), 2);
    QCOMPARE(window->history()->model()->run(0).recipes.size(), size_t(1));
    QCOMPARE(window->history()->model()->run(0).recipes.front().steps, 3);

    lanes.clear();
    window->runLanes({quick, slow});
    QVERIFY(lanes.wait(kPatience) && window->isRunning());
    window->goOnFrom(0, {1, 0, 0, Edit::Kind::Renoise, {}});
    QVERIFY2(window->recipePanel()->errorText().contains(QStringLiteral("under way")), qPrintable(window->recipePanel()->errorText()));
    auto next = plainRecipe(*window);
    next.sources = {"hello there"};
    QSignalSpy ended(window.get(), &MainWindow::runEnded);
    window->runLanes({next});
    QVERIFY(ended.wait(kPatience));
    QCOMPARE(window->history()->model()->rowCount(), 4); // the lane that had ended, and the run that took its place
}

} // namespace diffuscope::test

QTEST_MAIN(diffuscope::test::HistoryTest)
#include "test_history.moc"
