// SPDX-License-Identifier: GPL-3.0-or-later
// The window is set again to what a session file says.
#include "app/lane_list.h"
#include "app/session.h"
#include "core/error.h"
#include "tests/app/window_test.h"
#include "widgets/token_grid.h"
#include "widgets/trace_cursor.h"

#include <QDockWidget>
#include <QToolButton>

namespace diffuscope::test {

class SessionTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { installFatalLog(); }
    void init() { settings_.emplace(); }
    void cleanup() { settings_.reset(); }
    void whatWasSavedIsThereAgain();
    void itGivesTheSameRunAgain();
    void saveGoesWhereItWentBefore();
    void aModelThatIsNotHereIsMissed();
    void otherFilesAreRefusedAndChangeNothing_data();
    void otherFilesAreRefusedAndChangeNothing();

private:
    QString file() const { return folder_.filePath(QStringLiteral("evening.diffuscope")); }
    static void setTwoLanes(MainWindow& window) {
        setRecipe(window, "hello there my friend", 6, 2);
        QTest::mouseClick(field<QToolButton>(window, "duplicateLane"), Qt::LeftButton);
        field<QSpinBox>(window, "steps")->setValue(9);
    }
    QTemporaryDir folder_;
    std::optional<WindowSettings> settings_;
};

void SessionTest::whatWasSavedIsThereAgain() {
    std::vector<Recipe> lanes;
    {
        const auto window = openWindow();
        QVERIFY(window);
        setTwoLanes(*window);
        window->grid()->setColourBy(GridColourBy::Distance);
        window->applyNamedLayout(QStringLiteral("figure"));
        window->saveSessionTo(file());
        QCOMPARE(window->windowTitle(), QStringLiteral("evening – Diffuscope"));
        lanes = window->recipePanel()->recipes();
    }
    const auto window = openWindow(); // the first one was not closed, and so has left no settings
    QVERIFY(window);
    QCOMPARE(window->recipePanel()->lanes()->count(), 1);
    QVERIFY(window->grid()->colourBy() != GridColourBy::Distance);
    const auto* recipe = window->findChild<QDockWidget*>(QStringLiteral("recipeDock"));
    QVERIFY(recipe->isVisible());
    window->openPath(file());
    QVERIFY(window->recipePanel()->recipes() == lanes);
    QCOMPARE(window->recipePanel()->lanes()->current(), 1);
    QCOMPARE(window->recipePanel()->source()->text(), QStringLiteral("hello there my friend"));
    QCOMPARE(window->grid()->colourBy(), GridColourBy::Distance);
    QVERIFY(!recipe->isVisible());
    QCOMPARE(window->windowTitle(), QStringLiteral("evening – Diffuscope"));
    auto* undo = window->action(QStringLiteral("undo"));
    QTRY_VERIFY(undo->isEnabled());
    undo->trigger();
    QCOMPARE(window->recipePanel()->lanes()->count(), 1);
}

void SessionTest::itGivesTheSameRunAgain() {
    const auto window = openWindow();
    QVERIFY(window);
    setTwoLanes(*window);
    window->saveSessionTo(file());
    QVERIFY(runToEnd(*window));
    const auto ran = window->cursor()->trace(1);
    window->openSession(file());
    QVERIFY(!window->cursor()->trace(0) && !window->cursor()->trace(1)); // nothing stands there that another recipe gave
    QVERIFY(runToEnd(*window));
    const auto again = window->cursor()->trace(1);
    QVERIFY(again != ran);
    QCOMPARE(again->steps.back()->distances, ran->steps.back()->distances);
    for (size_t row = 0; row < ran->sentences.size(); ++row) QCOMPARE(again->sentences[row].text, ran->sentences[row].text);
}

void SessionTest::saveGoesWhereItWentBefore() {
    const auto window = openWindow();
    QVERIFY(window);
    setRecipe(*window, "hello there", 6);
    window->saveSessionTo(file());
    field<QSpinBox>(*window, "steps")->setValue(8);
    window->action(QStringLiteral("saveSession"))->trigger();
    QCOMPARE(readSession(file()).lanes.at(0).steps, 8);
}

void SessionTest::aModelThatIsNotHereIsMissed() {
    Session session;
    session.model = QStringLiteral("/no/such/model");
    Recipe lane;
    lane.model = session.model.toStdString();
    lane.sources = {"hello there"};
    session.lanes = {lane};
    writeSession(file(), session);
    MainWindow window; // as from a command line: before there is any model
    window.openPath(file());
    QVERIFY2(window.recipePanel()->errorText().contains(session.model), "it runs another model than it was saved with");
    QSignalSpy ready(&window, &MainWindow::modelReady);
    QVERIFY(ready.wait(kPatience));
    QCOMPARE(window.recipePanel()->model()->current(), kTiny);
    window.openPath(file());
    QVERIFY(window.recipePanel()->errorText().contains(session.model));
    QVERIFY(ready.wait(kPatience)); // the answer that it cannot be opened
}

void SessionTest::otherFilesAreRefusedAndChangeNothing_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("says");
    QTest::newRow("no JSON") << QByteArray("PK\x03") << QStringLiteral("is no session");
    QTest::newRow("another JSON") << QByteArray(R"({"lanes": []})") << QStringLiteral("is no session");
    QTest::newRow("a later version") << QByteArray(R"({"format": "diffuscope-session", "version": 2})") << QStringLiteral("later version");
    QTest::newRow("no lanes") << QByteArray(R"({"format": "diffuscope-session", "version": 1, "model": "bundled", "lanes": []})")
                              << QStringLiteral("no lanes");
    QTest::newRow("an unknown solver")
        << QByteArray(R"({"format": "diffuscope-session", "version": 1, "model": "bundled", "lanes": [{"solver": "magic"}]})")
        << QStringLiteral("magic");
    QTest::newRow("a wrong kind of value") << QByteArray(R"({"format": "diffuscope-session", "version": 1, "model": 7, "lanes": [{}]})")
                                           << QStringLiteral("damaged session");
}

void SessionTest::otherFilesAreRefusedAndChangeNothing() {
    QFETCH(const QByteArray, content);
    QFETCH(const QString, says);
    const auto window = openWindow();
    QVERIFY(window);
    setRecipe(*window, "hello there", 6);
    const auto before = window->recipePanel()->recipes();
    QFile other(file());
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write(content);
    other.close();
    window->openPath(file());
    QVERIFY2(window->recipePanel()->errorText().contains(says), qPrintable(window->recipePanel()->errorText()));
    QVERIFY(window->recipePanel()->recipes() == before);
    QCOMPARE(window->windowTitle(), QStringLiteral("Diffuscope"));
}

} // namespace diffuscope::test

QTEST_MAIN(diffuscope::test::SessionTest)
#include "test_session.moc"
