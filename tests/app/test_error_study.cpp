// SPDX-License-Identifier: GPL-3.0-or-later
// Errors against a fine reference run, in the real window: what is shown is what core splits, and nothing runs twice or unseen.
#include "app/lane_list.h"
#include "app/studies/error_study.h"
#include "app/studies/reference_runs.h"
#include "app/studies/study_docks.h"
#include "core/compare/reference_run.h"
#include "tests/app/window_test.h"
#include "widgets/error_split_view.h"
#include "widgets/pieces.h"
#include "widgets/trace_cursor.h"

#include <QAbstractItemModelTester>
#include <QDockWidget>
#include <QPushButton>
#include <QTableView>

namespace diffuscope::test {

class ErrorStudyTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { installFatalLog(); }
    void init() { settings_.emplace(); }
    void cleanup() { settings_.reset(); }
    void showsWhatCoreSplits();
    void theReferencesOwnRecipeHasNoSolverError();
    void oneReferenceServesAllLanes();
    void nothingRunsUnseen();
    void cancelHoldsUntilItIsAskedForAgain();
    void whatFailsIsSaid();
    void saysWhyALaneCannotBeCompared();
    void saysWhatTheSplitHoldsBesides();
    void aFlipLeadsToItsStep();
    void speaksGermanAndLooksGoodInTheDark();

private:
    static ErrorStudy& study(const MainWindow& window) { return *window.studies()->dock("errors")->findChild<ErrorStudy*>(); }
    /// A window with these lanes, run to their end, and the study in front with a reference of `steps` steps.
    static std::unique_ptr<MainWindow> windowWith(std::vector<Recipe> lanes, int steps = 40);
    static Recipe recipe(const char* solver, int steps);
    static bool isSplit(const ErrorStudy& study, size_t lane) {
        return lane < study.lanes()->lanes().size() && study.lanes()->lanes()[lane].split.has_value();
    }
    static bool waitForSplits(ErrorStudy& study, size_t lanes);

    std::optional<WindowSettings> settings_;
};

Recipe ErrorStudyTest::recipe(const char* solver, int steps) {
    Recipe recipe;
    recipe.model = kTiny.toStdString();
    recipe.sources = {"hello there my friend"};
    recipe.solver = solver;
    recipe.steps = steps;
    return recipe;
}

std::unique_ptr<MainWindow> ErrorStudyTest::windowWith(std::vector<Recipe> lanes, int steps) {
    auto window = openWindow();
    if (!window) return nullptr;
    window->applyNamedLayout(QStringLiteral("study"));
    study(*window).setSteps(steps);
    window->studies()->dock("errors")->raise();
    window->recipePanel()->setRecipes(lanes);
    return runToEnd(*window) ? std::move(window) : nullptr;
}

bool ErrorStudyTest::waitForSplits(ErrorStudy& study, size_t lanes) {
    return QTest::qWaitFor(
        [&] {
            for (size_t lane = 0; lane < lanes; ++lane)
                if (!isSplit(study, lane)) return false;
            return true;
        },
        kPatience);
}

void ErrorStudyTest::showsWhatCoreSplits() {
    const auto window = windowWith({recipe("dpmpp-2m", 4), recipe("euler", 3)});
    QVERIFY(window);
    auto& errors = study(*window);
    QVERIFY(waitForSplits(errors, 2));
    Engine engine(kTiny.toStdString());
    const auto reference = engine.run(referenceRecipe(recipe("euler", 3), 40));
    QCOMPARE(reference.header->steps, 40);
    const QAbstractItemModelTester tester(errors.lanes());
    for (int lane = 0; lane < 2; ++lane) {
        const auto trace = window->cursor()->trace(lane);
        const auto wanted = splitError(*trace, 0, reference, 0);
        const auto& shown = *errors.lanes()->lanes()[static_cast<size_t>(lane)].split;
        QVERIFY(wanted.solver > 0.0);
        QCOMPARE(shown.solver, wanted.solver);
        QCOMPARE(shown.rounding, wanted.rounding);
        QCOMPARE(shown.flips, wanted.flips);
        QCOMPARE(errors.lanes()->index(lane, LaneSplitsModel::Solver).data().toString(), QString::number(wanted.solver, 'f', 3));
        window->cursor()->setLane(lane);
        errors.refreshNow();
        QVERIFY(errors.view()->emptyText().isEmpty());
        const auto& cells = errors.view()->cells();
        QVERIFY(!cells.empty());
        QCOMPARE(std::count_if(cells.begin(), cells.end(), [](const auto& cell) { return cell.flipped; }), wanted.flips);
        QCOMPARE(errors.flips()->rowCount(), wanted.flips);
        for (const auto& cell : cells) {
            const auto one = std::find_if(wanted.positions.begin(), wanted.positions.end(),
                                          [&](const auto& other) { return other.position == cell.position; });
            QCOMPARE(cell.solver, one->solver);
            QCOMPARE(cell.record, one->leftAt);
            QCOMPARE(cell.token, displayPiece(trace->piece(trace->token(static_cast<int>(trace->steps.size()) - 1, 0, cell.position))));
            QCOMPARE(cell.referenceToken, displayPiece(reference.piece(reference.token(40, 0, cell.position))));
        }
    }
}

void ErrorStudyTest::theReferencesOwnRecipeHasNoSolverError() {
    const auto window = windowWith({referenceRecipe(recipe("euler", 3), 20), recipe("dpmpp-2m", 2)}, 20);
    QVERIFY(window);
    auto& errors = study(*window);
    QVERIFY(waitForSplits(errors, 2));
    const auto& own = *errors.lanes()->lanes()[0].split;
    QVERIFY2(own.solver < 1e-3,
             qPrintable(QString::number(own.solver))); // the lane ran beside another, the reference alone: see Engine::run
    QCOMPARE(own.flips, 0);
    QVERIFY(own.rounding > 0.0);
    QVERIFY(errors.lanes()->lanes()[1].split->solver > 0.0);
}

void ErrorStudyTest::oneReferenceServesAllLanes() {
    const auto window = windowWith({recipe("dpmpp-2m", 4), recipe("euler", 3)});
    QVERIFY(window);
    auto& errors = study(*window);
    QVERIFY(waitForSplits(errors, 2));
    QSignalSpy computed(errors.references(), &ReferenceRuns::ready);
    window->recipePanel()->setRecipes({recipe("dpmpp-2m", 4), recipe("euler", 3), recipe("heun", 5)});
    QVERIFY(runToEnd(*window));
    QVERIFY(waitForSplits(errors, 3));
    QCOMPARE(computed.count(), 0); // the same source and seed
    auto other = recipe("euler", 3);
    other.seed = 5;
    window->recipePanel()->setRecipes({recipe("dpmpp-2m", 4), other});
    QVERIFY(runToEnd(*window));
    QTRY_COMPARE_WITH_TIMEOUT(computed.count(), 1, kPatience);
    QVERIFY(waitForSplits(errors, 2));
    errors.setSteps(30);
    QTRY_COMPARE_WITH_TIMEOUT(computed.count(), 3, kPatience); // another reference for each seed
}

void ErrorStudyTest::nothingRunsUnseen() {
    const auto window = openWindow();
    QVERIFY(window);
    auto& errors = study(*window);
    QVERIFY(!window->studies()->dock("errors")->isVisible());
    errors.setSteps(20);
    window->recipePanel()->setRecipes({recipe("euler", 3)});
    QSignalSpy progress(errors.references(), &ReferenceRuns::progress);
    QVERIFY(runToEnd(*window));
    QTest::qWait(60);
    QVERIFY(!errors.references()->isRunning());
    QCOMPARE(progress.count(), 0);
    window->studies()->dock("errors")->show();
    window->studies()->dock("errors")->raise();
    QVERIFY(waitForSplits(errors, 1));
    QVERIFY(progress.count() > 0);
}

void ErrorStudyTest::cancelHoldsUntilItIsAskedForAgain() {
    const auto window = windowWith({recipe("euler", 3)}, 5000);
    QVERIFY(window);
    auto& errors = study(*window);
    QTRY_VERIFY_WITH_TIMEOUT(errors.references()->isRunning(), kPatience);
    auto* run = errors.findChild<QPushButton*>(QStringLiteral("studyRun"));
    auto* cancel = errors.findChild<QPushButton*>(QStringLiteral("studyCancel"));
    QTRY_VERIFY_WITH_TIMEOUT(cancel->isEnabled(), kPatience);
    QVERIFY(!run->isEnabled());
    QTest::mouseClick(cancel, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!errors.errorText().isEmpty(), kPatience);
    QVERIFY(errors.errorText().contains(QStringLiteral("cancelled")));
    QVERIFY(errors.view()->emptyText().contains(QStringLiteral("Run reference")));
    window->cursor()->setPosition(window->cursor()->position() + 1);
    errors.wake();
    errors.refreshNow();
    QVERIFY(!errors.references()->isRunning());
    QTRY_VERIFY(run->isEnabled());
    QTest::mouseClick(run, Qt::LeftButton);
    QVERIFY(errors.references()->isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(errors.errorText().isEmpty(), kPatience);
    errors.setSteps(20);
    QTest::mouseClick(cancel, Qt::LeftButton); // that of 5,000 steps
    QVERIFY(waitForSplits(errors, 1));
}

void ErrorStudyTest::whatFailsIsSaid() {
    Engine engine(kTiny.toStdString());
    auto trace = engine.run(recipe("euler", 3));
    auto header = std::make_shared<TraceHeader>(*trace.header);
    header->recipe.model = "/nowhere";
    trace.header = header;
    TraceCursor cursor;
    ErrorStudy errors(&cursor);
    show(errors, {500, 600});
    errors.refreshNow();
    QVERIFY2(errors.view()->emptyText().contains(QStringLiteral("Run the lanes")), qPrintable(errors.view()->emptyText()));
    cursor.setTrace(0, std::make_shared<const Trace>(trace));
    QTRY_VERIFY_WITH_TIMEOUT(errors.errorText().contains(QStringLiteral("/nowhere")), kPatience);
    QVERIFY(!errors.references()->isRunning());
    // Without latents there is nothing to measure, and nothing is run for it.
    TraceOptions options;
    options.latents = false;
    cursor.setTrace(0, std::make_shared<const Trace>(engine.run(recipe("euler", 3), options)));
    errors.refreshNow();
    QVERIFY(errors.view()->emptyText().contains(QStringLiteral("no latents")));
    QVERIFY(!errors.references()->isRunning());
    auto unfinished = trace;
    unfinished.sentences.clear();
    cursor.setTrace(0, std::make_shared<const Trace>(unfinished));
    errors.refreshNow();
    QVERIFY(errors.view()->emptyText().contains(QStringLiteral("not finished")));
}

void ErrorStudyTest::saysWhyALaneCannotBeCompared() {
    auto edited = recipe("euler", 3);
    edited.edits = {{1, 0, 0, Edit::Kind::Source, "something else altogether"}};
    const auto window = windowWith({edited});
    QVERIFY(window);
    auto& errors = study(*window);
    const auto state = [&] { return errors.lanes()->lanes()[0].state; };
    QVERIFY(QTest::qWaitFor([&] { return state().contains(QStringLiteral("cannot be compared")); }, kPatience));
    QCOMPARE(errors.view()->emptyText(), state()); // not that a reference is to be run
}

void ErrorStudyTest::saysWhatTheSplitHoldsBesides() {
    auto released = recipe("dpmpp-2m", 3);
    released.mode = Mode::AsReleased;
    const auto window = windowWith({recipe("euler", 3), recipe("ancestral", 10), released}, 20);
    QVERIFY(window);
    auto& errors = study(*window);
    QVERIFY(waitForSplits(errors, 3));
    QVERIFY(errors.lanes()->lanes()[0].note.isEmpty());
    QVERIFY(errors.lanes()->lanes()[1].note.contains(QStringLiteral("draws noise")));
    QVERIFY(errors.lanes()->lanes()[2].note.contains(QStringLiteral("as released")));
    QVERIFY(errors.noteText().contains(QStringLiteral("Lane B")) && !errors.noteText().contains(QStringLiteral("Lane A")));
    const auto reference = referenceRecipe(released, 20);
    QVERIFY(reference.mode == Mode::Faithful && reference.edits.empty() && reference.seed == released.seed);
}

void ErrorStudyTest::aFlipLeadsToItsStep() {
    const auto window = windowWith({recipe("dpmpp-2m", 1), recipe("ancestral", 20)}, 20);
    QVERIFY(window);
    auto& errors = study(*window);
    QVERIFY(waitForSplits(errors, 2));
    auto* lanes = errors.findChild<QTableView*>(QStringLiteral("splitLanes"));
    lanes->setCurrentIndex(lanes->model()->index(1, 0));
    QCOMPARE(window->cursor()->lane(), 1);
    errors.refreshNow();
    QVERIFY2(errors.flips()->rowCount() > 0, "noise of its own takes a run elsewhere");
    const auto& flip = errors.flips()->flip(errors.flips()->rowCount() - 1);
    auto* table = errors.findChild<QTableView*>(QStringLiteral("flips"));
    emit table->activated(table->model()->index(errors.flips()->rowCount() - 1, 0));
    QCOMPARE(window->cursor()->position(), flip.position);
    QCOMPARE(window->cursor()->step(), flip.record);
    QVERIFY(flip.token != flip.referenceToken);
}

void ErrorStudyTest::speaksGermanAndLooksGoodInTheDark() {
    const QDir pictures(QStringLiteral(DIFFUSCOPE_PICTURES));
    QVERIFY(pictures.mkpath(QStringLiteral(".")));
    const auto window = windowWith({recipe("dpmpp-2m", 2), recipe("ancestral", 20)}, 20);
    QVERIFY(window);
    QVERIFY(waitForSplits(study(*window), 2));
    window->setLanguage(QStringLiteral("de"));
    window->setTheme(Theme::Dark);
    QTest::qWait(60);
    QCOMPARE(window->studies()->dock("errors")->windowTitle(), QStringLiteral("Fehler"));
    QCOMPARE(study(*window).lanes()->headerData(LaneSplitsModel::Rounding, Qt::Horizontal).toString(), QStringLiteral("Rundungsfehler"));
    QVERIFY(window->grab().save(pictures.filePath(QStringLiteral("errors-de-dark.png"))));
    window->setLanguage(QStringLiteral("en"));
    window->setTheme(Theme::Light);
}

} // namespace diffuscope::test

int main(int argc, char** argv) { return diffuscope::test::runWidgetTest<diffuscope::test::ErrorStudyTest>(argc, argv); }

#include "test_error_study.moc"
