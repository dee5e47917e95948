// SPDX-License-Identifier: GPL-3.0-or-later
// What changed the recipe is taken back and done again, by the keys that everybody knows.
#include "app/lane_list.h"
#include "app/lane_stack.h"
#include "app/recipe_undo.h"
#include "tests/app/window_test.h"
#include "widgets/trace_cursor.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>

namespace diffuscope::test {

class RecipeUndoTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { installFatalLog(); }
    void init() { settings_.emplace(); }
    void cleanup() { settings_.reset(); }
    void aStartIsNothingToTakeBack();
    void aNumberIsTakenBackWhereTheKeysAre();
    void aListOfTimesIsTakenBackWhereTheKeysAre();
    void turnsOfANumberAreOneChangeUntilARun();
    void aSentenceIsTakenBackWordByWord();
    void theRestOfASolverComesBackWithIt();
    void aRemovedLaneComesBackWithItsRun();
    void aLaneThatRanSinceItCameDoesSoToo();
    void lanesThatWereReplacedComeBack();
    void anotherModelIsTakenBackWithWhatItBrought();
    void aRunUnderWayIsLeftAlone();
    void whatWasTurnedDuringARunLeavesTheRun();

private:
    /// Ctrl+Z, wherever the keys are.
    static void undo() { QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier); }
    static void redo() { QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier); }
    static bool takesBack(MainWindow& window) { return window.action(QStringLiteral("undo"))->isEnabled(); }
    static int steps(MainWindow& window) { return window.recipePanel()->recipe().steps; }
    std::optional<WindowSettings> settings_;
};

void RecipeUndoTest::aStartIsNothingToTakeBack() {
    const auto window = openWindow();
    QVERIFY(window);
    QCoreApplication::processEvents();
    QVERIFY(!takesBack(*window));
    QVERIFY(!window->action(QStringLiteral("redo"))->isEnabled());
}

void RecipeUndoTest::aNumberIsTakenBackWhereTheKeysAre() {
    const auto window = openWindow();
    QVERIFY(window);
    auto* field = test::field<QSpinBox>(*window, "steps");
    const int before = steps(*window);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_Up);
    QTRY_VERIFY(takesBack(*window));
    QCOMPARE(steps(*window), before + 1);
    QVERIFY(window->action(QStringLiteral("undo"))->text().contains(QStringLiteral("sampler")));
    undo();
    QCOMPARE(steps(*window), before);
    QCOMPARE(field->value(), before);
    QVERIFY(!takesBack(*window));
    redo();
    QCOMPARE(steps(*window), before + 1);
}

void RecipeUndoTest::aListOfTimesIsTakenBackWhereTheKeysAre() {
    const auto window = openWindow();
    QVERIFY(window);
    setRecipe(*window, "hello there", 4);
    QCoreApplication::processEvents();
    auto* spacing = field<QComboBox>(*window, "spacing");
    const auto before = window->recipePanel()->recipe().spacing;
    spacing->setCurrentIndex(spacing->findData(QStringLiteral("custom")));
    QCoreApplication::processEvents();
    // The line knows nothing of the choice that filled it, and must leave the keys to those who do.
    field<QLineEdit>(*window, "times")->setFocus();
    undo();
    QCOMPARE(window->recipePanel()->recipe().spacing, before);
}

void RecipeUndoTest::turnsOfANumberAreOneChangeUntilARun() {
    const auto window = openWindow();
    QVERIFY(window);
    setRecipe(*window, "hello there", 4);
    auto* field = test::field<QSpinBox>(*window, "steps");
    const auto turn = [&] {
        const int before = steps(*window);
        field->setValue(before + 1);
        QCoreApplication::processEvents();
        return steps(*window) == before + 1;
    };
    QCoreApplication::processEvents();
    QVERIFY(turn() && turn());
    QVERIFY(runToEnd(*window));
    QVERIFY(turn() && turn());
    auto* undo = window->action(QStringLiteral("undo"));
    undo->trigger();
    QCOMPARE(steps(*window), 6);
    undo->trigger();
    QCOMPARE(steps(*window), 4);
}

void RecipeUndoTest::aSentenceIsTakenBackWordByWord() {
    const auto window = openWindow();
    QVERIFY(window);
    setRecipe(*window, "", 4);
    QCoreApplication::processEvents();
    auto* source = window->recipePanel()->source();
    source->editor()->setFocus();
    for (const char key : std::string_view("hello my friend")) {
        QTest::keyClick(source->editor(), key);
        QCoreApplication::processEvents();
    }
    QCOMPARE(source->text(), QStringLiteral("hello my friend"));
    undo();
    QCOMPARE(source->text(), QStringLiteral("hello my"));
    QCOMPARE(source->editor()->textCursor().position(), 8); // one goes on typing there
    undo();
    QCOMPARE(source->text(), QStringLiteral("hello"));
    redo();
    QCOMPARE(source->text(), QStringLiteral("hello my"));
    QCOMPARE(window->recipePanel()->recipe().sources, std::vector<std::string>{"hello my"});
}

void RecipeUndoTest::theRestOfASolverComesBackWithIt() {
    const auto window = openWindow();
    QVERIFY(window);
    setRecipe(*window, "hello there", 9);
    QCoreApplication::processEvents();
    const auto before = window->recipePanel()->recipe();
    auto* solver = field<QComboBox>(*window, "solver");
    solver->setCurrentIndex(solver->findData(QStringLiteral("ancestral")));
    QCoreApplication::processEvents();
    solver->setCurrentIndex(solver->findData(QStringLiteral("heun")));
    QCoreApplication::processEvents();
    auto* undo = window->action(QStringLiteral("undo"));
    undo->trigger();
    QCOMPARE(window->recipePanel()->recipe().solver, std::string("ancestral"));
    undo->trigger();
    QVERIFY(window->recipePanel()->recipe() == before);
}

void RecipeUndoTest::aRemovedLaneComesBackWithItsRun() {
    const auto window = openWindow();
    QVERIFY(window);
    setRecipe(*window, "hello there", 4);
    QTest::mouseClick(field<QToolButton>(*window, "duplicateLane"), Qt::LeftButton);
    field<QSpinBox>(*window, "steps")->setValue(7);
    QVERIFY(runToEnd(*window));
    const auto first = window->cursor()->trace(0), second = window->cursor()->trace(1);
    window->recipePanel()->lanes()->setCurrent(0);
    QTest::mouseClick(field<QToolButton>(*window, "removeLane"), Qt::LeftButton);
    QCoreApplication::processEvents();
    QCOMPARE(window->cursor()->trace(0), second);
    window->action(QStringLiteral("undo"))->trigger();
    QCOMPARE(window->recipePanel()->lanes()->count(), 2);
    QCOMPARE(window->recipePanel()->recipes()[0].steps, 4);
    QCOMPARE(window->recipePanel()->recipes()[1].steps, 7);
    QCOMPARE(window->cursor()->trace(0), first);
    QCOMPARE(window->cursor()->trace(1), second);
    window->action(QStringLiteral("redo"))->trigger();
    QCOMPARE(window->recipePanel()->lanes()->count(), 1);
    QCOMPARE(window->cursor()->trace(0), second);
}

void RecipeUndoTest::aLaneThatRanSinceItCameDoesSoToo() {
    const auto window = openWindow();
    QVERIFY(window);
    setRecipe(*window, "hello there", 4);
    QCoreApplication::processEvents();
    QTest::mouseClick(field<QToolButton>(*window, "duplicateLane"), Qt::LeftButton);
    QVERIFY(runToEnd(*window));
    const auto second = window->cursor()->trace(1);
    QVERIFY(second);
    window->action(QStringLiteral("undo"))->trigger();
    QCOMPARE(window->recipePanel()->lanes()->count(), 1);
    window->action(QStringLiteral("redo"))->trigger();
    QCOMPARE(window->cursor()->trace(1), second);
}

void RecipeUndoTest::lanesThatWereReplacedComeBack() {
    const auto window = openWindow();
    QVERIFY(window);
    setRecipe(*window, "hello there", 4);
    QVERIFY(runToEnd(*window));
    const auto run = window->trace();
    const auto before = window->recipePanel()->recipes();
    QSignalSpy ended(window.get(), &MainWindow::runEnded);
    window->action(QStringLiteral("compareModes"))->trigger();
    QVERIFY(!ended.isEmpty() || ended.wait(kPatience));
    QCOMPARE(window->recipePanel()->lanes()->count(), 2);
    window->action(QStringLiteral("undo"))->trigger();
    QVERIFY(window->recipePanel()->recipes() == before);
    QCOMPARE(window->trace(), run);
}

void RecipeUndoTest::anotherModelIsTakenBackWithWhatItBrought() {
    const auto window = openWindow();
    QVERIFY(window);
    const auto folder = copyOfTiny(settings_->folder() + QStringLiteral("/other"));
    QVERIFY(!folder.isEmpty());
    setRecipe(*window, "hello there", 9);
    QCoreApplication::processEvents();
    QVERIFY(openModel(*window, folder));
    QCOMPARE(window->recipePanel()->recipe().model, folder.toStdString());
    auto* undo = window->action(QStringLiteral("undo"));
    QVERIFY(undo->isEnabled());
    QVERIFY(undo->text().contains(QStringLiteral("model")));
    QSignalSpy ready(window.get(), &MainWindow::modelReady);
    undo->trigger();
    QVERIFY(!ready.isEmpty() || ready.wait(kPatience));
    QCOMPARE(window->recipePanel()->model()->current(), kTiny);
    QCOMPARE(steps(*window), 9);
    QCoreApplication::processEvents();
    QVERIFY(window->action(QStringLiteral("redo"))->isEnabled());
}

void RecipeUndoTest::aRunUnderWayIsLeftAlone() {
    const auto window = openWindow();
    QVERIFY(window);
    setRecipe(*window, "hello there", 4);
    QCoreApplication::processEvents();
    setRecipe(*window, "hello there", 2000);
    QCoreApplication::processEvents();
    QVERIFY(takesBack(*window));
    QSignalSpy ended(window.get(), &MainWindow::runEnded);
    window->run();
    QVERIFY(!takesBack(*window));
    window->cancel();
    QVERIFY(!ended.isEmpty() || ended.wait(kPatience));
    QVERIFY(takesBack(*window));
}

void RecipeUndoTest::whatWasTurnedDuringARunLeavesTheRun() {
    const auto window = openWindow();
    QVERIFY(window);
    setRecipe(*window, "hello there", 2000);
    QCoreApplication::processEvents();
    const auto before = window->recipePanel()->recipe().seed;
    auto* field = test::field<QSpinBox>(*window, "seed");
    QSignalSpy steps(window->engine(), &EngineThread::stepReady), ended(window.get(), &MainWindow::runEnded);
    window->run();
    for (int turn = 0; turn < 2; ++turn) {
        steps.clear();
        QVERIFY(steps.wait(kPatience));
        QVERIFY(window->isRunning());
        field->setValue(field->value() + 1);
    }
    window->cancel();
    QVERIFY(!ended.isEmpty() || ended.wait(kPatience));
    const auto run = window->trace();
    QVERIFY(run);
    window->action(QStringLiteral("undo"))->trigger();
    QCOMPARE(window->recipePanel()->recipe().seed, before);
    QCOMPARE(window->trace(), run);
}

} // namespace diffuscope::test

QTEST_MAIN(diffuscope::test::RecipeUndoTest)
#include "test_recipe_undo.moc"
