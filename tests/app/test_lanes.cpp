// SPDX-License-Identifier: GPL-3.0-or-later
// Samplers side by side in the real window: they run on common noise, share the cursor, and are compared in every view.
#include "app/common_noise.h"
#include "app/lane_list.h"
#include "app/lane_stack.h"
#include "app/lane_table.h"
#include "core/compare/common_noise.h"
#include "tests/app/window_test.h"
#include "widgets/inspector.h"
#include "widgets/sentences_model.h"
#include "widgets/sentences_view.h"
#include "widgets/token_grid.h"
#include "widgets/trace_cursor.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDir>
#include <QFocusEvent>
#include <QListWidget>
#include <QToolButton>

namespace diffuscope::test {

class LanesTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { installFatalLog(); }
    void init() { settings_.emplace(); }
    void cleanup() { settings_.reset(); }
    void oneLaneLooksLikeOne();
    void twoLanesRunOnCommonNoise();
    void aClickMakesALaneTheCurrentOne();
    void focusThatComesBackChoosesNoLane();
    void fieldsBelongToTheCurrentLane();
    void aLaneGoesWithItsRun();
    void presetsRunInOneClick();
    void aLaneMayHaveAModelOfItsOwn();
    void aLaneLeftAloneBringsItsModel();
    void metricsAgainstAnExamplesReference();
    void lanesSurviveARestart();
    void aLaneThatFailsShowsItsFields();
    void aLaneThatFailsBeforeItsFirstStepWaitsForNone();
    void cancelledLanesSayWhatToDo();
    void anEditGoesOnAsANewLane();
    void editsBelongToTheirSource();
    void saysWhyNoiseIsNotCommon();
    void everySizeHasItsPicture();

private:
    /// Lane A: 10 steps of DPM-Solver++ 2M; lane B: 20 steps of Euler.
    static void setTwoLanes(MainWindow& window, int samples = 1);
    std::optional<WindowSettings> settings_;
};

void LanesTest::setTwoLanes(MainWindow& window, int samples) {
    setRecipe(window, "hello there my friend", 10, samples);
    QTest::mouseClick(field<QToolButton>(window, "duplicateLane"), Qt::LeftButton);
    auto* solver = field<QComboBox>(window, "solver");
    solver->setCurrentIndex(solver->findData(QStringLiteral("euler")));
    field<QSpinBox>(window, "steps")->setValue(20);
    window.recipePanel()->lanes()->setCurrent(0);
}

void LanesTest::oneLaneLooksLikeOne() {
    const auto window = openWindow();
    QVERIFY(window);
    setRecipe(*window, "hello there", 6);
    QVERIFY(runToEnd(*window));
    QCOMPARE(window->stack()->count(), 1);
    QVERIFY(!field<QListWidget>(*window, "lanes")->isVisible());
    QVERIFY(!field<QToolButton>(*window, "removeLane")->isEnabled());
    QVERIFY(!window->findChild<QComboBox*>(QStringLiteral("align"))->isVisible());
    QVERIFY2(window->stack()->title(0).contains(QStringLiteral("seed 0")), qPrintable(window->stack()->title(0)));
}

void LanesTest::twoLanesRunOnCommonNoise() {
    const auto window = openWindow();
    QVERIFY(window);
    setTwoLanes(*window, 2);
    QVERIFY(field<QListWidget>(*window, "lanes")->isVisible());
    QCOMPARE(window->stack()->count(), 2);
    QVERIFY(runToEnd(*window));
    const auto a = window->cursor()->trace(0), b = window->cursor()->trace(1);
    QVERIFY(a && b && a->finished() && b->finished());
    QCOMPARE(a->header->steps, 10);
    QCOMPARE(b->header->steps, 20);
    QVERIFY2(a->steps.front()->x == b->steps.front()->x, "one draw for both");
    QCOMPARE(window->cursor()->lane(), 0);
    QVERIFY(window->stack()->grid(0)->isVisible() && window->stack()->grid(1)->isVisible());
    QVERIFY2(window->stack()->title(1).contains(QStringLiteral("20 evaluations")), qPrintable(window->stack()->title(1)));
    QCOMPARE(window->stack()->grid(0)->scaleMaximum(), window->stack()->grid(1)->scaleMaximum());
    // The same λ side by side, or the same number.
    window->cursor()->setStep(5);
    QCOMPARE(window->stack()->grid(1)->step(), window->cursor()->stepInLane(1));
    auto* align = window->findChild<QComboBox*>(QStringLiteral("align"));
    QVERIFY(align->isVisible());
    align->setCurrentIndex(static_cast<int>(TraceCursor::Align::Fraction));
    QCOMPARE(window->stack()->grid(1)->step(), 10);
    align->setCurrentIndex(static_cast<int>(TraceCursor::Align::Step));
    QCOMPARE(window->stack()->grid(1)->step(), 5);
    window->sentences()->refreshNow();
    QCOMPARE(window->sentences()->model()->rowCount(), 4);
    // What colours mean is one thing for all.
    window->stack()->grid(1)->setColourBy(GridColourBy::Distance);
    QCOMPARE(window->stack()->grid(0)->colourBy(), GridColourBy::Distance);
    window->stack()->grid(0)->setZoom(1.5);
    QCOMPARE(window->stack()->grid(1)->zoom(), 1.5);
}

void LanesTest::aClickMakesALaneTheCurrentOne() {
    const auto window = openWindow();
    QVERIFY(window);
    setTwoLanes(*window);
    QVERIFY(runToEnd(*window));
    auto* grid = window->stack()->grid(1);
    const auto cell = grid->cellRect(20, window->cursor()->position());
    QVERIFY(!cell.isEmpty());
    QTest::mouseClick(grid->viewport(), Qt::LeftButton, {}, cell.center());
    QCOMPARE(window->cursor()->lane(), 1);
    QCOMPARE(window->cursor()->step(), 20);
    QCOMPARE(window->grid(), grid);
    QCOMPARE(window->trace(), window->cursor()->trace(1));
    QCOMPARE(window->recipePanel()->lanes()->current(), 1);
    QCOMPARE(field<QSpinBox>(*window, "steps")->value(), 20);
    window->inspector()->refreshNow();
    window->stack()->grid(0)->setFocus(Qt::TabFocusReason);
    QTRY_COMPARE(window->cursor()->lane(), 0);
    QCOMPARE(field<QSpinBox>(*window, "steps")->value(), 10);
}

void LanesTest::focusThatComesBackChoosesNoLane() {
    const auto window = openWindow();
    QVERIFY(window);
    setTwoLanes(*window);
    const auto comeTo = [&](int lane, Qt::FocusReason reason) {
        QFocusEvent event(QEvent::FocusIn, reason);
        QApplication::sendEvent(window->stack()->grid(lane), &event);
        return window->cursor()->lane();
    };
    window->cursor()->setLane(1);
    QCOMPARE(comeTo(0, Qt::ActiveWindowFocusReason), 1); // a dialog that asked for an edit has closed
    QCOMPARE(comeTo(0, Qt::PopupFocusReason), 1);
    QCOMPARE(comeTo(0, Qt::TabFocusReason), 0);
}

void LanesTest::fieldsBelongToTheCurrentLane() {
    const auto window = openWindow();
    QVERIFY(window);
    setTwoLanes(*window);
    field<QSpinBox>(*window, "seed")->setValue(7);
    field<QSpinBox>(*window, "samples")->setValue(3);
    const auto recipes = window->recipePanel()->recipes();
    QCOMPARE(recipes.size(), size_t(2));
    QCOMPARE(recipes[0].seed, std::uint64_t(7));
    QCOMPARE(recipes[1].seed, std::uint64_t(0));
    QCOMPARE(recipes[1].solver, std::string("euler"));
    QVERIFY2(recipes[1].samples == 3, "a row is the same candidate in every lane");
    auto* list = field<QListWidget>(*window, "lanes");
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(field<QSpinBox>(*window, "seed")->value(), 0);
    QVERIFY(list->item(1)->text().contains(QStringLiteral("Euler")));
    for (int i = 0; i < 9; ++i) QTest::mouseClick(field<QToolButton>(*window, "addLane"), Qt::LeftButton);
    QCOMPARE(window->recipePanel()->lanes()->count(), 6);
    QVERIFY(!field<QToolButton>(*window, "addLane")->isEnabled());
}

void LanesTest::aLaneGoesWithItsRun() {
    const auto window = openWindow();
    QVERIFY(window);
    setTwoLanes(*window);
    QVERIFY(runToEnd(*window));
    const auto second = window->cursor()->trace(1);
    QTest::mouseClick(field<QToolButton>(*window, "removeLane"), Qt::LeftButton);
    QCOMPARE(window->stack()->count(), 1);
    QCOMPARE(window->cursor()->laneCount(), 1);
    QCOMPARE(window->trace(), second);
    QCOMPARE(window->grid()->trace(), second);
    QCOMPARE(window->recipePanel()->recipe().solver, std::string("euler"));
    QCOMPARE(window->cursor()->stepCount(), 21);
    QVERIFY(runToEnd(*window));
}

void LanesTest::presetsRunInOneClick() {
    const auto window = openWindow();
    QVERIFY(window);
    setRecipe(*window, "hello there", 6);
    QSignalSpy ended(window.get(), &MainWindow::runEnded);
    window->action("compareModes")->trigger();
    QVERIFY(ended.wait(kPatience));
    QCOMPARE(window->stack()->count(), 2);
    QVERIFY(window->cursor()->trace(0)->header->recipe.mode == Mode::AsReleased);
    QVERIFY(window->cursor()->trace(1)->header->recipe.mode == Mode::Faithful);
    QCOMPARE(window->cursor()->trace(1)->header->steps, 6);
    window->metrics()->refreshNow();
    QVERIFY(window->metrics()->noteText().contains(QStringLiteral("Common noise")));
    window->action("compareSolvers")->trigger();
    QVERIFY(ended.wait(kPatience));
    QCOMPARE(window->cursor()->trace(0)->header->recipe.solver, std::string("ancestral"));
    QCOMPARE(window->cursor()->trace(0)->header->steps, std::min(2000, window->recipePanel()->model()->info()->config.diffusionSteps));
    QCOMPARE(window->cursor()->trace(1)->header->steps, 10);
    QCOMPARE(window->cursor()->trace(1)->header->recipe.sources.front(), std::string("hello there"));
}

void LanesTest::aLaneMayHaveAModelOfItsOwn() {
    // The same model in another folder is another model.
    const QTemporaryDir folder;
    for (const auto& file : QDir(kTiny).entryInfoList(QDir::Files)) QVERIFY(QFile::copy(file.filePath(), folder.filePath(file.fileName())));
    {
        const auto window = openWindow();
        QVERIFY(window);
        QVERIFY(!field<QToolButton>(*window, "laneModel")->isVisible());
        setTwoLanes(*window);
        auto* lanes = window->recipePanel()->lanes();
        lanes->setCurrent(1);
        QVERIFY(field<QToolButton>(*window, "laneModel")->isVisible());
        lanes->setOwnModel(folder.path());
        QVERIFY(runToEnd(*window));
        QCOMPARE(window->cursor()->trace(0)->header->recipe.model, kTiny.toStdString());
        QCOMPARE(window->cursor()->trace(1)->header->recipe.model, folder.path().toStdString());
        const auto name = QFileInfo(folder.path()).fileName();
        QVERIFY2(window->stack()->title(1).contains(name), qPrintable(window->stack()->title(1)));
        QVERIFY(!window->stack()->title(0).contains(QStringLiteral("tiny")));
        window->close();
    }
    const auto window = openWindow();
    QVERIFY(window);
    const auto again = window->recipePanel()->recipes();
    QCOMPARE(again.size(), size_t(2));
    QCOMPARE(again[0].model, kTiny.toStdString());
    QCOMPARE(again[1].model, folder.path().toStdString());
    window->recipePanel()->lanes()->setCurrent(1);
    window->recipePanel()->lanes()->setOwnModel(QStringLiteral("/nowhere"));
    QVERIFY(runToEnd(*window));
    QVERIFY2(window->recipePanel()->errorText().contains(QLatin1String("/nowhere")), qPrintable(window->recipePanel()->errorText()));
}

void LanesTest::aLaneLeftAloneBringsItsModel() {
    const auto other = copyOfTiny(settings_->folder() + QStringLiteral("/other"));
    const auto window = openWindow();
    QVERIFY(window);
    setTwoLanes(*window);
    auto* panel = window->recipePanel();
    panel->lanes()->setCurrent(1);
    panel->lanes()->setOwnModel(other);
    panel->lanes()->setCurrent(0);
    QSignalSpy ready(window.get(), &MainWindow::modelReady);
    QTest::mouseClick(field<QToolButton>(*window, "removeLane"), Qt::LeftButton);
    QVERIFY(panel->lanes()->recipe().model.empty());
    QVERIFY(!ready.isEmpty() || ready.wait(kPatience));
    QCOMPARE(panel->model()->current(), other);
    QCOMPARE(panel->recipe().solver, std::string("euler")); // its sampler is not the model's recommended one
    QCOMPARE(panel->recipe().steps, 20);
    QVERIFY(openModel(*window, kTiny));
    QCOMPARE(panel->recipe().model, kTiny.toStdString());
}

void LanesTest::metricsAgainstAnExamplesReference() {
    const auto window = openWindow();
    QVERIFY(window);
    setTwoLanes(*window);
    QVERIFY(runToEnd(*window));
    auto* model = window->metrics()->model();
    const QAbstractItemModelTester tester(model);
    window->metrics()->refreshNow();
    QCOMPARE(model->rowCount(), 2);
    QVERIFY(!model->bleu(0));
    QVERIFY(window->metrics()->noteText().startsWith(QStringLiteral("No reference")));
    model->setReferences({{"hello there my friend", window->cursor()->trace(1)->sentences.front().text}});
    window->metrics()->wake();
    window->metrics()->refreshNow();
    QVERIFY(window->metrics()->noteText().startsWith(QStringLiteral("Reference: ")));
    if (model->sentence(1).split(u' ').size() > 4) QCOMPARE(*model->bleu(1), 1.0);
    QVERIFY(*model->bleu(0) >= 0.0 && *model->bleu(0) <= 1.0);
    QVERIFY(!model->differing(0));
    QVERIFY(*model->differing(1) >= 0);
    QCOMPARE(model->index(1, LanesModel::Evaluations).data().toString(), QStringLiteral("20"));
}

void LanesTest::lanesSurviveARestart() {
    {
        const auto window = openWindow();
        QVERIFY(window);
        setTwoLanes(*window);
        window->close();
    }
    const auto window = openWindow();
    QVERIFY(window);
    const auto recipes = window->recipePanel()->recipes();
    QCOMPARE(recipes.size(), size_t(2));
    QCOMPARE(recipes[1].solver, std::string("euler"));
    QCOMPARE(recipes[1].sources.front(), std::string("hello there my friend"));
    QCOMPARE(window->stack()->count(), 2);
}

void LanesTest::aLaneThatFailsShowsItsFields() {
    const auto window = openWindow();
    QVERIFY(window);
    setRecipe(*window, "hello there", 4);
    auto recipes = window->recipePanel()->recipes();
    recipes.push_back(recipes.front());
    recipes.back().times = {0.5};
    recipes.back().spacing = "custom";
    window->recipePanel()->setRecipes(recipes);
    QVERIFY(runToEnd(*window));
    QVERIFY2(window->recipePanel()->errorText().startsWith(QStringLiteral("Lane B: ")), qPrintable(window->recipePanel()->errorText()));
    QCOMPARE(window->recipePanel()->lanes()->current(), 1);
    QVERIFY(window->cursor()->trace(0)->finished());
}

void LanesTest::aLaneThatFailsBeforeItsFirstStepWaitsForNone() {
    const auto window = openWindow();
    QVERIFY(window);
    setRecipe(*window, "hello there my friend", 8);
    QVERIFY(runToEnd(*window));
    const auto& target = window->trace()->header->rows.front().target;
    const auto position = static_cast<int>(std::find(target.begin(), target.end(), 1) - target.begin());
    QSignalSpy ended(window.get(), &MainWindow::runEnded);
    window->goOnFrom(0, {3, 0, position, Edit::Kind::Token, "no such piece"});
    QVERIFY(!ended.isEmpty() || ended.wait(kPatience));
    QVERIFY2(window->recipePanel()->errorText().startsWith(QStringLiteral("Lane B: ")), qPrintable(window->recipePanel()->errorText()));
    QVERIFY(!window->stack()->grid(1)->trace()); // or it would say that it waits
    QVERIFY(!window->cursor()->trace(1));
}

void LanesTest::cancelledLanesSayWhatToDo() {
    const auto window = openWindow();
    QVERIFY(window);
    setTwoLanes(*window);
    field<QSpinBox>(*window, "steps")->setValue(2000);
    QSignalSpy steps(window->engine(), &EngineThread::stepReady), ended(window.get(), &MainWindow::runEnded);
    window->action("run")->trigger();
    QVERIFY(steps.wait(kPatience));
    QVERIFY(!field<QToolButton>(*window, "addLane")->isEnabled());
    window->action("cancel")->trigger();
    QVERIFY(!ended.isEmpty() || ended.wait(kPatience));
    QVERIFY(window->cursor()->trace(0) && !window->cursor()->trace(0)->finished());
    QVERIFY(field<QToolButton>(*window, "addLane")->isEnabled());
    QTest::mouseClick(field<QToolButton>(*window, "addLane"), Qt::LeftButton);
    QVERIFY(!window->cursor()->trace(2));
    window->cursor()->setLane(2); // nothing to show, and nothing falls over
    QVERIFY(!window->action("saveTrace")->isEnabled());
}

void LanesTest::saysWhyNoiseIsNotCommon() {
    Recipe a, b;
    QVERIFY(noiseSentence({a}).isEmpty());
    QVERIFY(noiseSentence({a, b}).contains(QStringLiteral("none draws more")));
    b.solver = "ancestral";
    QVERIFY(noiseSentence({a, b}).contains(QStringLiteral("only lane B")));
    a.solver = "ddim";
    a.eta = 1;
    QVERIFY(noiseSentence({a, b}).contains(QStringLiteral("lanes A and B take different steps"))); // ancestral has its own
    b.solver = "euler-ancestral";
    QVERIFY(noiseSentence({a, b}).contains(QStringLiteral("the same at each step")));
    a.steps = 7;
    QVERIFY(noiseSentence({a, b}).contains(QStringLiteral("lanes A and B take different steps")));
    b.temperature = 0.5;
    QVERIFY(noiseSentence({a, b}).contains(QStringLiteral("temperatures")));
    b.seed = 1;
    QVERIFY(noiseSentence({a, b}).contains(QStringLiteral("different seeds")));
    a.eta = 0;
    QVERIFY(!drawsInSteps(a));
}

void LanesTest::anEditGoesOnAsANewLane() {
    const auto window = openWindow();
    QVERIFY(window);
    setRecipe(*window, "hello there my friend", 8);
    QVERIFY(runToEnd(*window));
    const auto before = window->trace();
    const auto& target = before->header->rows.front().target;
    const auto position = static_cast<int>(std::find(target.begin(), target.end(), 1) - target.begin());
    QSignalSpy ended(window.get(), &MainWindow::runEnded);
    window->goOnFrom(0, {3, 0, position, Edit::Kind::Clear, {}});
    QVERIFY(!ended.isEmpty() || ended.wait(kPatience));
    QCOMPARE(window->stack()->count(), 2);
    QCOMPARE(window->cursor()->trace(0), before); // it did not run again
    const auto after = window->cursor()->trace(1);
    QVERIFY(after && after->finished());
    QCOMPARE(after->header->recipe.edits.size(), size_t{1});
    for (size_t step = 0; step < after->steps.size(); ++step) QCOMPARE(after->steps[step]->x == before->steps[step]->x, step < 3);
    QCOMPARE(window->recipePanel()->lanes()->current(), 1);
    QVERIFY2(window->stack()->title(1).contains(QStringLiteral("1 edit")), qPrintable(window->stack()->title(1)));

    // Again from an earlier step of the new lane: the later edit belongs to another future.
    ended.clear();
    window->goOnFrom(1, {2, 0, position + 1, Edit::Kind::Renoise, {}});
    QVERIFY(!ended.isEmpty() || ended.wait(kPatience));
    QCOMPARE(window->cursor()->trace(2)->header->recipe.edits.size(), size_t{1});
    QVERIFY(runToEnd(*window)); // all three lanes, as any others
}

void LanesTest::editsBelongToTheirSource() {
    const auto window = openWindow();
    QVERIFY(window);
    setRecipe(*window, "hello there my friend", 8);
    QVERIFY(runToEnd(*window));
    auto* panel = window->recipePanel();
    auto* forget = field<QToolButton>(*window, "forgetEdits");
    QVERIFY(!forget->isVisible());
    const auto& target = window->trace()->header->rows.front().target;
    const auto position = static_cast<int>(std::find(target.begin(), target.end(), 1) - target.begin());
    QSignalSpy ended(window.get(), &MainWindow::runEnded);
    window->goOnFrom(0, {3, 0, position, Edit::Kind::Clear, {}});
    QVERIFY(!ended.isEmpty() || ended.wait(kPatience));
    const auto edits = [&] { return panel->recipes()[1].edits.size(); };
    const auto* line = field<QListWidget>(*window, "lanes")->item(1);
    QCOMPARE(edits(), size_t{1});
    QVERIFY2(line->text().contains(QStringLiteral("edit")), qPrintable(line->text()));
    panel->source()->setText(QStringLiteral("another sentence"));
    QCOMPARE(edits(), size_t{0});
    QVERIFY2(!line->text().contains(QStringLiteral("edit")), qPrintable(line->text()));
    QVERIFY(runToEnd(*window));
    QVERIFY(window->cursor()->trace(1)->header->recipe.edits.empty());
    panel->source()->setText(QStringLiteral("hello there  my friend "));
    QCOMPARE(edits(), size_t{1});
    QVERIFY(forget->isVisible() && forget->isEnabled());
    QTest::mouseClick(forget, Qt::LeftButton);
    QCOMPARE(edits(), size_t{0});
    QVERIFY(!forget->isVisible());
    QCOMPARE(panel->lanes()->count(), 2);
}

void LanesTest::everySizeHasItsPicture() {
    const QDir pictures(QStringLiteral(DIFFUSCOPE_PICTURES));
    QVERIFY(pictures.mkpath(QStringLiteral(".")));
    const auto window = openWindow();
    QVERIFY(window);
    setTwoLanes(*window, 2);
    QVERIFY(runToEnd(*window));
    for (const char* layout : {"explore", "compare"})
        for (const char* language : {"en", "de"}) {
            window->applyNamedLayout(QLatin1String(layout));
            window->setLanguage(QLatin1String(language));
            window->setTheme(language == std::string("de") ? Theme::Dark : Theme::Light);
            QTest::qWait(100);
            QVERIFY(window->width() <= 1280 && window->height() <= 800);
            QVERIFY(window->grab().save(
                pictures.filePath(QStringLiteral("lanes-%1-%2.png").arg(QLatin1String(layout), QLatin1String(language)))));
        }
    window->setLanguage(QStringLiteral("en"));
    window->setTheme(Theme::Light);
}

} // namespace diffuscope::test

int main(int argc, char** argv) { return diffuscope::test::runWidgetTest<diffuscope::test::LanesTest>(argc, argv); }

#include "test_lanes.moc"
