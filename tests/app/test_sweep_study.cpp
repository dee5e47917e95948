// SPDX-License-Identifier: GPL-3.0-or-later
// Sweeps in the real window with the tiny model: rows as they finish, pause, cancel, resume after a restart, sentences, export.
#include "app/lane_list.h"
#include "app/studies/study_docks.h"
#include "app/studies/sweep_controls.h"
#include "app/studies/sweep_form.h"
#include "app/studies/sweep_model.h"
#include "app/studies/sweep_results.h"
#include "app/studies/sweep_study.h"
#include "app/studies/sweep_texts.h"
#include "app/studies/sweep_texts_model.h"
#include "core/sweep/sweep_result.h"
#include "tests/app/window_test.h"
#include "widgets/sweep_view.h"
#include "widgets/trace_cursor.h"

#include <QAbstractItemModelTester>
#include <QDockWidget>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

namespace diffuscope::test {

class SweepStudyTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { installFatalLog(); }
    void init();
    void cleanup();
    void rowsAppearAsTheyFinish();
    void aSettingThatFailsIsMarkedAndTheRestGoesOn();
    void pauseHoldsItAndCancelKeepsWhatThereIs();
    void itResumesAfterARestart();
    void sentencesRunInTheWindow();
    void exportsCarryThePlan();
    void whatGoesWrongIsSaidBesideTheButtons();
    void theWindowStaysFreeMeanwhile();
    void itSpeaksGermanAndHasItsPictures();

private:
    std::unique_ptr<MainWindow> openStudy();
    static SweepStudy* study(const MainWindow& window) { return qobject_cast<SweepStudy*>(window.studies()->dock("sweep")->widget()); }
    static QPushButton* button(SweepStudy* study, const char* name) { return study->findChild<QPushButton*>(QLatin1String(name)); }
    SweepPlan plan(std::vector<int> steps) const;
    static bool end(SweepStudy* study);
    static bool run(SweepStudy* study, const SweepPlan& plan);
    QString file(const char* name) const { return settings_->folder() + u'/' + QLatin1String(name); }

    std::optional<WindowSettings> settings_;
};

void SweepStudyTest::init() {
    settings_.emplace();
    QFile pairs(file("pairs.jsonl"));
    QVERIFY(pairs.open(QIODevice::WriteOnly));
    for (const char* source : {"hello there", "hello my friend", "there you are", "good bye", "where are you"})
        pairs.write(QByteArray::fromStdString(nlohmann::json{{"src", source}, {"trg", "hello there my friend"}}.dump()) + '\n');
    const auto endless = QStringLiteral("hello ").repeated(500).trimmed().toStdString();
    pairs.write(QByteArray::fromStdString(nlohmann::json{{"src", endless}, {"trg", "too long"}}.dump()) + '\n');
}

void SweepStudyTest::cleanup() { settings_.reset(); }

std::unique_ptr<MainWindow> SweepStudyTest::openStudy() {
    auto window = openWindow();
    if (window) window->applyNamedLayout(QStringLiteral("study"));
    return window;
}

SweepPlan SweepStudyTest::plan(std::vector<int> steps) const {
    SweepPlan plan;
    plan.input = file("pairs.jsonl").toStdString();
    plan.solvers = {"ddim", "dpmpp-2m"};
    plan.steps = std::move(steps);
    plan.batch = 2;
    return plan;
}

bool SweepStudyTest::end(SweepStudy* study) {
    return QTest::qWaitFor([&] { return !study->isRunning(); }, kPatience);
}

bool SweepStudyTest::run(SweepStudy* study, const SweepPlan& plan) {
    study->form()->setPlan(plan);
    QTest::mouseClick(button(study, "runSweep"), Qt::LeftButton);
    return study->isRunning() && end(study);
}

void SweepStudyTest::rowsAppearAsTheyFinish() {
    const auto window = openStudy();
    QVERIFY(window);
    auto* sweep = study(*window);
    const QAbstractItemModelTester tester(sweep->results()->model());
    std::vector<int> counts;
    connect(sweep->results()->model(), &QAbstractItemModel::rowsInserted, this, [&] { counts.push_back(sweep->isRunning()); });
    QVERIFY(run(sweep, plan({2, 4})));
    QCOMPARE(counts, (std::vector<int>{1, 1, 1, 1}));
    const auto& rows = sweep->results()->model()->rows();
    QCOMPARE(rows.size(), size_t(4));
    QCOMPARE(rows[1].setting.steps, 4);
    QCOMPARE(rows[1].evaluations, 4.0);
    QCOMPARE(rows[1].sentences, size_t(5));
    QCOMPARE(rows[1].skipped, size_t(1));
    QCOMPARE(sweep->results()->view()->rows().size(), size_t(4));
    QVERIFY(sweep->results()->view()->emptyText().isEmpty());
    QVERIFY2(sweep->controls()->statusText().contains(QStringLiteral("4 settings measured")), qPrintable(sweep->controls()->statusText()));
    QVERIFY2(sweep->controls()->errorText().isEmpty(), qPrintable(sweep->controls()->errorText()));
    QCOMPARE(button(sweep, "runSweep")->text(), QStringLiteral("Run sweep"));
    QVERIFY2(!sweep->form()->isVisible(), "the results have its room");
    QTest::mouseClick(sweep->findChild<QToolButton*>(QStringLiteral("sweepPlan")), Qt::LeftButton);
    QVERIFY(sweep->form()->isVisible());
}

void SweepStudyTest::aSettingThatFailsIsMarkedAndTheRestGoesOn() {
    const auto window = openStudy();
    QVERIFY(window);
    auto* sweep = study(*window);
    auto both = plan({2});
    both.modes = {Mode::Faithful, Mode::AsReleased};
    QVERIFY(run(sweep, both));
    const auto* model = sweep->results()->model();
    QCOMPARE(model->rowCount(), 4);
    QVERIFY(!model->failed(0) && model->failed(1) && !model->failed(2) && !model->failed(3));
    QVERIFY(model->index(1, SweepModel::Evaluations).data().toString().contains(QStringLiteral("ddim")));
    QCOMPARE(sweep->results()->table()->columnSpan(1, SweepModel::Evaluations), model->columnCount() - SweepModel::Evaluations);
    QVERIFY(sweep->controls()->statusText().contains(QStringLiteral("could not run")));
    sweep->results()->open(1); // has no sentences
    QCOMPARE(sweep->results()->texts()->title(), QString());
}

void SweepStudyTest::pauseHoldsItAndCancelKeepsWhatThereIs() {
    const auto window = openStudy();
    QVERIFY(window);
    auto* sweep = study(*window);
    auto slow = plan({2, 100});
    slow.solvers = {"dpmpp-2m"};
    slow.batch = 1;
    sweep->form()->setPlan(slow);
    sweep->start();
    QTRY_COMPARE_WITH_TIMEOUT(sweep->results()->model()->rowCount(), 1, kPatience);
    QTest::mouseClick(button(sweep, "pauseSweep"), Qt::LeftButton);
    QVERIFY(sweep->controls()->state() == SweepControls::State::Paused && sweep->isRunning());
    const auto stored = SweepStore(sweepStore()).size();
    QTest::qWait(500);
    QVERIFY2(SweepStore(sweepStore()).size() <= stored + 1, "the batch under way ends, and nothing follows");
    const auto said = sweep->controls()->statusText();
    QVERIFY2(said.contains(QStringLiteral("paused")), qPrintable(said));
    QTest::mouseClick(button(sweep, "pauseSweep"), Qt::LeftButton);
    QVERIFY(sweep->controls()->state() == SweepControls::State::Running);
    QTest::mouseClick(button(sweep, "pauseSweep"), Qt::LeftButton);
    QTest::mouseClick(button(sweep, "cancelSweep"), Qt::LeftButton); // while it is paused
    QVERIFY(!sweep->isRunning());
    QVERIFY(sweep->results()->model()->rowCount() >= 1);
    QCOMPARE(button(sweep, "runSweep")->text(), QStringLiteral("Resume"));
    QVERIFY(button(sweep, "runSweep")->isEnabled() && !button(sweep, "pauseSweep")->isEnabled());
    QVERIFY(!button(sweep, "pauseSweep")->isChecked());
    // Another plan is another sweep.
    slow.steps = {3};
    sweep->form()->setPlan(slow);
    QCOMPARE(button(sweep, "runSweep")->text(), QStringLiteral("Run sweep"));
}

void SweepStudyTest::itResumesAfterARestart() {
    auto small = plan({2, 300});
    small.solvers = {"dpmpp-2m"};
    size_t before = 0;
    {
        const auto window = openStudy();
        QVERIFY(window);
        auto* sweep = study(*window);
        sweep->form()->setPlan(small);
        sweep->start();
        QTRY_COMPARE_WITH_TIMEOUT(sweep->results()->model()->rowCount(), 1, kPatience);
        before = sweep->results()->model()->rows().size();
        window->close(); // in the middle of the second setting
    }
    SweepStore stored(sweepStore());
    QVERIFY(stored.size() >= 3); // batches of two: five sentences
    const auto window = openStudy();
    QVERIFY(window);
    auto* sweep = study(*window);
    QCOMPARE(sweep->results()->model()->rows().size(), before);
    QCOMPARE(sweep->form()->plan().steps, small.steps);
    QCOMPARE(button(sweep, "runSweep")->text(), QStringLiteral("Resume"));
    QVERIFY2(sweep->controls()->statusText().contains(QStringLiteral("not finished")), qPrintable(sweep->controls()->statusText()));
    QTest::mouseClick(button(sweep, "runSweep"), Qt::LeftButton);
    QVERIFY(end(sweep));
    QCOMPARE(sweep->results()->model()->rowCount(), 2);
    QCOMPARE(SweepStore(sweepStore()).size(), size_t(6)); // none was computed twice
    QCOMPARE(button(sweep, "runSweep")->text(), QStringLiteral("Run sweep"));
}

void SweepStudyTest::sentencesRunInTheWindow() {
    const auto window = openStudy();
    QVERIFY(window);
    auto* sweep = study(*window);
    auto seeds = plan({6});
    seeds.solvers = {"dpmpp-2m"};
    seeds.seeds = 2;
    QVERIFY(run(sweep, seeds));
    auto* texts = sweep->results()->texts();
    sweep->results()->open(0);
    QTRY_COMPARE_WITH_TIMEOUT(texts->model()->rowCount(), 5, kPatience);
    QVERIFY(texts->isVisible() && texts->title().contains(QStringLiteral("6 steps")));
    QCOMPARE(texts->model()->texts().sources[4], std::string("where are you"));
    const auto firstSeed = texts->model()->texts().candidates;
    texts->findChild<QSpinBox*>()->setValue(1);
    QTRY_COMPARE_WITH_TIMEOUT(texts->model()->rowCount(), 5, kPatience);
    QVERIFY(texts->model()->texts().candidates != firstSeed);
    texts->table()->selectRow(2);
    const auto wanted = texts->model()->texts().candidates[2];
    QSignalSpy ended(window.get(), &MainWindow::runEnded);
    QTest::keyClick(texts->table(), Qt::Key_Return);
    QVERIFY(!ended.isEmpty() || ended.wait(kPatience));
    QCOMPARE(window->recipePanel()->lanes()->count(), 2);
    const auto lane = window->cursor()->trace(1);
    QCOMPARE(lane->header->recipe.sources.front(), std::string("there you are"));
    QCOMPARE(lane->header->recipe.seed, std::uint64_t(1));
    QCOMPARE(lane->sentences.front().text, wanted);
    // Whatever model is open meanwhile, the sentence is the sweep's.
    const auto other = copyOfTiny(file("other"));
    QVERIFY(openModel(*window, other));
    ended.clear();
    QTest::keyClick(texts->table(), Qt::Key_Return);
    QVERIFY(!ended.isEmpty() || ended.wait(kPatience));
    QCOMPARE(window->cursor()->trace(0)->header->recipe.model, other.toStdString());
    QCOMPARE(window->cursor()->trace(1)->header->recipe.model, kTiny.toStdString());
}

void SweepStudyTest::exportsCarryThePlan() {
    const auto window = openStudy();
    QVERIFY(window);
    auto* sweep = study(*window);
    QVERIFY(!sweep->findChild<QToolButton*>(QStringLiteral("exportSweep"))->isEnabled());
    QVERIFY(run(sweep, plan({2})));
    QVERIFY(sweep->findChild<QToolButton*>(QStringLiteral("exportSweep"))->isEnabled());
    QSignalSpy said(sweep, &SweepStudy::said);
    sweep->writeTo(file("sweep.json"));
    const auto result = readSweepResult(file("sweep.json").toStdString());
    QCOMPARE(result.rows.size(), size_t(2));
    QVERIFY(result.plan && *result.plan == sweep->form()->plan());
    sweep->writeTo(file("sweep.csv"));
    QFile csv(file("sweep.csv"));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QVERIFY(csv.readLine().startsWith("solver,steps,spacing,mode"));
    QVERIFY(csv.readLine().startsWith("ddim,2,time-uniform,faithful,2,"));
    QCOMPARE(said.count(), 2);
    sweep->writeTo(QStringLiteral("/nowhere/sweep.csv"));
    QVERIFY(sweep->controls()->errorText().contains(QStringLiteral("/nowhere")));
}

void SweepStudyTest::whatGoesWrongIsSaidBesideTheButtons() {
    const auto window = openStudy();
    QVERIFY(window);
    auto* sweep = study(*window);
    auto missing = plan({2});
    missing.input = file("missing.jsonl").toStdString();
    QVERIFY(run(sweep, missing));
    QVERIFY2(sweep->controls()->errorText().contains(QStringLiteral("missing.jsonl")), qPrintable(sweep->controls()->errorText()));
    auto nothing = plan({});
    sweep->form()->setPlan(nothing);
    QVERIFY(!button(sweep, "runSweep")->isEnabled());
    QVERIFY(sweep->controls()->statusText().contains(QStringLiteral("nothing to run")));
    // Another program runs a sweep.
    std::optional<FileLock> held(sweepStore());
    QVERIFY(run(sweep, plan({2})));
    QVERIFY2(sweep->controls()->errorText().contains(QStringLiteral("is in use")), qPrintable(sweep->controls()->errorText()));
    held.reset();
    QFile foreign(QString::fromStdString(sweepStore().string()));
    QVERIFY(foreign.open(QIODevice::WriteOnly));
    foreign.write("no sweep's");
    foreign.close();
    QVERIFY(run(sweep, plan({2})));
    QVERIFY2(sweep->controls()->errorText().contains(QStringLiteral("no sweep's file")), qPrintable(sweep->controls()->errorText()));
}

void SweepStudyTest::theWindowStaysFreeMeanwhile() {
    const auto window = openStudy();
    QVERIFY(window);
    auto* sweep = study(*window);
    auto slow = plan({2000});
    sweep->form()->setPlan(slow);
    sweep->start();
    setRecipe(*window, "hello there", 4);
    QVERIFY(runToEnd(*window)); // a run of the window does not wait for the sweep
    QVERIFY(window->trace()->finished() && sweep->isRunning());
    window->close(); // nor does closing
}

void SweepStudyTest::itSpeaksGermanAndHasItsPictures() {
    const auto window = openStudy();
    QVERIFY(window);
    auto* sweep = study(*window);
    auto both = plan({2, 6, 20});
    both.modes = {Mode::Faithful, Mode::AsReleased};
    QVERIFY(run(sweep, both));
    for (const char* language : {"en", "de"})
        for (const auto theme : {Theme::Light, Theme::Dark}) {
            window->setLanguage(QLatin1String(language));
            window->setTheme(theme);
            QTest::qWait(60);
            const bool german = language == std::string("de");
            QCOMPARE(button(sweep, "cancelSweep")->text(), german ? QStringLiteral("Abbrechen") : QStringLiteral("Cancel"));
            QVERIFY(
                window->grab().save(QStringLiteral(DIFFUSCOPE_PICTURES "/sweep-%1-%2.png").arg(QLatin1String(language), themeKey(theme))));
        }
    QVERIFY(sweep->results()->model()->index(0, SweepModel::Setting).data().toString().startsWith(QStringLiteral("DDIM")));
    QCOMPARE(sweep->form()->plan().steps, both.steps);
    window->setLanguage(QStringLiteral("en"));
    window->setTheme(Theme::Light);
}

} // namespace diffuscope::test

int main(int argc, char** argv) { return diffuscope::test::runWidgetTest<diffuscope::test::SweepStudyTest>(argc, argv); }

#include "test_sweep_study.moc"
