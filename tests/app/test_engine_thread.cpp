// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine_thread.h"
#include "tests/app/window_test.h"

#include <QDir>

namespace diffuscope::test {

class EngineThreadTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void opensAModelAndSaysWhatIsWrongWithAFolder();
    void stepsArriveInOrderAndTheLastIsComplete();
    void cancelStopsTheRunUnderWayAndThoseThatWait();
    void lanesRunSideBySideOnCommonNoise();
    void lanesOfTwoModelsRunInOneJob();
    void aLaneThatFailsIsNamed();
    void aModelThatCannotBeReachedStopsNoOther();
    void runWithoutAModelIsRefused();
    void theModelStaysWhenAnotherFails();
    void destroyingItInTheMiddleOfARunReturns();

private:
    static Recipe recipe(int steps);
};

Recipe EngineThreadTest::recipe(int steps) {
    Recipe recipe;
    recipe.model = kTiny.toStdString();
    recipe.sources = {"hello there"};
    recipe.steps = steps;
    return recipe;
}

void EngineThreadTest::initTestCase() { installFatalLog(); }

void EngineThreadTest::opensAModelAndSaysWhatIsWrongWithAFolder() {
    EngineThread engine;
    QSignalSpy opened(&engine, &EngineThread::modelOpened), failed(&engine, &EngineThread::modelFailed);
    const auto first = engine.openModel(kTiny);
    QVERIFY(opened.wait(kPatience));
    QCOMPARE(opened.first().at(0).toULongLong(), first);
    engine.openModel(QStringLiteral("/nowhere"));
    QVERIFY(failed.wait(kPatience));
    QVERIFY(failed.first().at(1).toString().contains(QLatin1String("/nowhere")));
}

void EngineThreadTest::stepsArriveInOrderAndTheLastIsComplete() {
    EngineThread engine;
    QSignalSpy finished(&engine, &EngineThread::laneFinished);
    std::vector<size_t> sizes;
    connect(&engine, &EngineThread::stepReady, this, [&](quint64, const TracePtr& trace) { sizes.push_back(trace->steps.size()); });
    engine.openModel(kTiny);
    const auto id = engine.run(recipe(60));
    QVERIFY(finished.wait(kPatience));
    QCOMPARE(finished.first().at(0).toULongLong(), id);
    const auto trace = finished.first().at(1).value<TracePtr>();
    QCOMPARE(trace->steps.size(), size_t(61));
    QVERIFY(trace->finished());
    QVERIFY(!sizes.empty());
    QVERIFY2(std::is_sorted(sizes.begin(), sizes.end()), "an older trace never comes after a newer one");
}

void EngineThreadTest::cancelStopsTheRunUnderWayAndThoseThatWait() {
    EngineThread engine;
    QSignalSpy cancelled(&engine, &EngineThread::cancelled), finished(&engine, &EngineThread::finished);
    QSignalSpy started(&engine, &EngineThread::started), steps(&engine, &EngineThread::stepReady);
    engine.openModel(kTiny);
    const auto under = engine.run(recipe(2000)), waiting = engine.run(recipe(2000));
    QVERIFY(!started.isEmpty() || started.wait(kPatience));
    QVERIFY(!steps.isEmpty() || steps.wait(kPatience));
    engine.cancelRuns();
    QTRY_COMPARE_WITH_TIMEOUT(cancelled.count(), 2, kPatience);
    QCOMPARE(cancelled.at(0).at(0).toULongLong(), under);
    QCOMPARE(cancelled.at(1).at(0).toULongLong(), waiting);
    QCOMPARE(finished.count(), 0);
}

void EngineThreadTest::lanesRunSideBySideOnCommonNoise() {
    EngineThread engine;
    QSignalSpy finished(&engine, &EngineThread::finished), lanes(&engine, &EngineThread::laneFinished);
    std::vector<std::pair<int, size_t>> seen; // lane, recorded steps
    const auto note = [&](quint64, const TracePtr& trace, int lane) { seen.emplace_back(lane, trace->steps.size()); };
    for (auto signal : {&EngineThread::started, &EngineThread::stepReady, &EngineThread::laneFinished})
        connect(&engine, signal, this, note);
    std::vector<int> done, total;
    connect(&engine, &EngineThread::progress, this, [&](quint64, int now, int of, double) {
        done.push_back(now);
        total.push_back(of);
    });
    engine.openModel(kTiny);
    auto second = recipe(30);
    second.solver = "ddim";
    const auto id = engine.run(std::vector{recipe(60), second, recipe(60)});
    QVERIFY(finished.wait(kPatience));
    QCOMPARE(finished.first().at(0).toULongLong(), id);
    QCOMPARE(lanes.count(), 3);
    std::stable_sort(seen.begin(), seen.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    QVERIFY2(std::is_sorted(seen.begin(), seen.end()), "never back to an older trace");
    QCOMPARE(lanes.first().at(2).toInt(), 1); // the shortest is done first: they went side by side
    QVERIFY(std::is_sorted(done.begin(), done.end()));
    QCOMPARE(done.back(), 150);
    QVERIFY(std::all_of(total.begin(), total.end(), [](int of) { return of == 150; }));
    std::vector<TracePtr> traces;
    traces.resize(3);
    for (const auto& arguments : lanes) traces[arguments.at(2).toULongLong()] = arguments.at(1).value<TracePtr>();
    QVERIFY2(traces[0]->steps.front()->x == traces[1]->steps.front()->x, "the same draw at the start");
    QVERIFY(traces[0]->sentences.front().ids == traces[2]->sentences.front().ids);
    // Not to the bit: with OpenBLAS's AVX2 kernels the place of a row in its batch is worth some last bits (Engine::run).
    const auto &x = traces[0]->steps.back()->x, &y = traces[2]->steps.back()->x;
    QCOMPARE(x.size(), y.size());
    for (size_t i = 0; i < x.size(); ++i)
        QVERIFY2(std::abs(halfToFloat(x[i]) - halfToFloat(y[i])) < 0.004F, "a lane does not depend on the others");
}

void EngineThreadTest::lanesOfTwoModelsRunInOneJob() {
    // The same model in another folder is another model.
    const QTemporaryDir folder;
    for (const auto& file : QDir(kTiny).entryInfoList(QDir::Files)) QVERIFY(QFile::copy(file.filePath(), folder.filePath(file.fileName())));
    EngineThread engine;
    QSignalSpy finished(&engine, &EngineThread::finished), lanes(&engine, &EngineThread::laneFinished);
    auto other = recipe(5);
    other.model = folder.path().toStdString();
    engine.openModel(kTiny);
    engine.run(std::vector{recipe(5), other, recipe(4)});
    QVERIFY(finished.wait(kPatience));
    QCOMPARE(lanes.count(), 3);
    for (const auto& arguments : lanes) {
        const auto trace = arguments.at(1).value<TracePtr>();
        QCOMPARE(trace->header->recipe.model, arguments.at(2).toInt() == 1 ? other.model : kTiny.toStdString());
    }
}

void EngineThreadTest::aLaneThatFailsIsNamed() {
    EngineThread engine;
    QSignalSpy failed(&engine, &EngineThread::failed), finished(&engine, &EngineThread::finished);
    engine.openModel(kTiny);
    auto bad = recipe(3);
    bad.temperature = 99;
    engine.run(std::vector{recipe(3), bad, recipe(3)});
    QVERIFY(failed.wait(kPatience));
    QCOMPARE(failed.first().at(3).toInt(), 1);
    QVERIFY(failed.first().at(1).toString().contains(QLatin1String("temperature")));
    QCOMPARE(finished.count(), 0);
}

void EngineThreadTest::aModelThatCannotBeReachedStopsNoOther() {
    EngineThread engine;
    QSignalSpy failed(&engine, &EngineThread::failed), lanes(&engine, &EngineThread::laneFinished);
    engine.openModel(kTiny);
    auto before = recipe(3), behind = recipe(3); // in the order in which models run
    before.model = "/" + std::string(300, '!');  // no name that a file can have: the system's words, not this program's
    behind.model = "/" + std::string(300, '~');
    engine.run(std::vector{recipe(3), behind, before});
    QVERIFY(failed.wait(kPatience));
    QCOMPARE(lanes.count(), 1);
    QCOMPARE(lanes.first().at(2).toInt(), 0);
    QCOMPARE(failed.first().at(3).toInt(), 2);
}

void EngineThreadTest::runWithoutAModelIsRefused() {
    EngineThread engine;
    QSignalSpy failed(&engine, &EngineThread::failed);
    engine.run(recipe(5));
    QVERIFY(failed.wait(kPatience));
    QVERIFY(failed.first().at(1).toString().contains(QLatin1String("model")));
}

void EngineThreadTest::theModelStaysWhenAnotherFails() {
    EngineThread engine;
    QSignalSpy failed(&engine, &EngineThread::modelFailed), finished(&engine, &EngineThread::finished);
    engine.openModel(kTiny);
    engine.openModel(QStringLiteral("/nowhere"));
    engine.run(recipe(3));
    QVERIFY(finished.wait(kPatience));
    QCOMPARE(failed.count(), 1);
}

void EngineThreadTest::destroyingItInTheMiddleOfARunReturns() {
    auto engine = std::make_unique<EngineThread>();
    QSignalSpy steps(engine.get(), &EngineThread::stepReady);
    engine->openModel(kTiny);
    engine->run(recipe(2000));
    QVERIFY(steps.wait(kPatience));
    const auto before = steps.count();
    engine.reset();
    QCoreApplication::processEvents();
    QCOMPARE(steps.count(), before);
}

} // namespace diffuscope::test

int main(int argc, char** argv) { return diffuscope::test::runWidgetTest<diffuscope::test::EngineThreadTest>(argc, argv); }

#include "test_engine_thread.moc"
