// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/engine_job.h"
#include "core/error.h"
#include "tests/app/window_test.h"

#include <atomic>

namespace diffuscope::test {

class EngineJobTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { installFatalLog(); }
    void workHasAnEngineAndPostsInOrder();
    void whatGoesWrongIsSaid();
    void laterWorkTakesThePlaceOfEarlierWork();
    void cancelIsToldOnceAndNothingComesAfterIt();
    void destroyingItInTheMiddleOfARunReturns();

private:
    static Recipe longRun();
    static Recipe of(const QString& model);
};

Recipe EngineJobTest::of(const QString& model) {
    Recipe recipe;
    recipe.model = model.toStdString();
    return recipe;
}

Recipe EngineJobTest::longRun() {
    Recipe recipe;
    recipe.sources = {"hello there"};
    recipe.solver = "ancestral";
    recipe.steps = 2000;
    return recipe;
}

void EngineJobTest::workHasAnEngineAndPostsInOrder() {
    EngineJob job;
    QSignalSpy finished(&job, &EngineJob::finished);
    std::vector<int> seen;
    job.start(of(kTiny), [&seen](const EngineJob::Context& context) {
        if (context.engine.sourceLength("hello there") < 2) throw Error("The engine has no model.");
        for (int i = 0; i < 3; ++i) context.post([&seen, i] { seen.push_back(i); });
    });
    QVERIFY(job.isRunning());
    QVERIFY(finished.wait(kPatience));
    QVERIFY(!job.isRunning());
    QCOMPARE(seen, (std::vector<int>{0, 1, 2}));
}

void EngineJobTest::whatGoesWrongIsSaid() {
    EngineJob job;
    QSignalSpy failed(&job, &EngineJob::failed);
    job.start(of(QStringLiteral("/nowhere")), [](const EngineJob::Context&) {});
    QVERIFY(failed.wait(kPatience));
    QVERIFY(failed.first().at(0).toString().contains(QLatin1String("/nowhere")));
    job.start(of(kTiny), [](const EngineJob::Context&) { throw Error("That does not go."); });
    QVERIFY(failed.wait(kPatience));
    QCOMPARE(failed.last().at(0).toString(), QStringLiteral("That does not go."));
    QVERIFY(!job.isRunning());
}

void EngineJobTest::laterWorkTakesThePlaceOfEarlierWork() {
    EngineJob job;
    QSignalSpy finished(&job, &EngineJob::finished), cancelled(&job, &EngineJob::cancelled);
    QStringList heard;
    job.start(of(kTiny), [&heard](const EngineJob::Context& context) {
        context.engine.run(longRun(), {}, {}, context.stop);
        context.post([&heard] { heard << QStringLiteral("first"); });
    });
    job.start(of(kTiny), [&heard](const EngineJob::Context& context) { context.post([&heard] { heard << QStringLiteral("second"); }); });
    QVERIFY(finished.wait(kPatience));
    QCOMPARE(heard, QStringList{QStringLiteral("second")});
    QCOMPARE(finished.count(), 1);
    QCOMPARE(cancelled.count(), 0);
}

void EngineJobTest::cancelIsToldOnceAndNothingComesAfterIt() {
    EngineJob job;
    QSignalSpy cancelled(&job, &EngineJob::cancelled), finished(&job, &EngineJob::finished), failed(&job, &EngineJob::failed);
    std::atomic<bool> began = false, ended = false;
    job.start(of(kTiny), [&](const EngineJob::Context& context) {
        began = true;
        try {
            context.engine.run(longRun(), {}, {}, context.stop);
        } catch (const Cancelled&) {
            ended = true;
            throw;
        }
    });
    QTRY_VERIFY_WITH_TIMEOUT(began.load(), kPatience);
    job.cancel();
    QCOMPARE(cancelled.count(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(ended.load(), kPatience);
    QTest::qWait(50);
    QCOMPARE(cancelled.count() + finished.count() + failed.count(), 1);
    job.cancel();
    QCOMPARE(cancelled.count(), 1);
}

void EngineJobTest::destroyingItInTheMiddleOfARunReturns() {
    int heard = 0;
    {
        EngineJob job;
        job.start(of(kTiny), [&](const EngineJob::Context& context) {
            Observer observer;
            observer.onStep = [&](const auto&) { context.post([&heard] { ++heard; }); };
            context.engine.run(longRun(), {}, observer, context.stop);
        });
        QTRY_VERIFY_WITH_TIMEOUT(heard > 0, kPatience);
    }
    const int before = heard;
    QCoreApplication::processEvents();
    QCOMPARE(heard, before);
}

} // namespace diffuscope::test

QTEST_MAIN(diffuscope::test::EngineJobTest)
#include "test_engine_job.moc"
