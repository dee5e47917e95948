// SPDX-License-Identifier: GPL-3.0-or-later
// The λ designer in the real window: times are moved, measured, searched, named and used, on the tiny model.
#include "app/lane_list.h"
#include "app/named_spacings.h"
#include "app/studies/search_bar.h"
#include "app/studies/spacing_bar.h"
#include "app/studies/study_docks.h"
#include "app/studies/times_designer.h"
#include "app/studies/times_result.h"
#include "core/text/file_bytes.h"
#include "tests/app/window_test.h"
#include "widgets/time_edits.h"
#include "widgets/times_view.h"

#include <QComboBox>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <algorithm>
#include <functional>
#include <numeric>
#include <qcustomplot.h>

namespace diffuscope::test {

namespace {

const std::vector<double> kTimes{1.0, 0.7, 0.3, 0.0005};

bool falls(const std::vector<double>& times) { return std::adjacent_find(times.begin(), times.end(), std::less_equal<>()) == times.end(); }

void choose(QComboBox* box, const QString& text) {
    box->setCurrentIndex(box->findText(text));
    emit box->activated(box->currentIndex());
}

} // namespace

class TimesDesignerTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { installFatalLog(); }
    void init() { settings_.emplace(); }
    void cleanup();
    void startsFromTheLanesOwnTimes();
    void aDragShowsWhatItGives();
    void equalErrorLaysFallingTimesBetweenTheEnds();
    void aSearchNeverGetsWorse();
    void aHandEndsASearchAndCancelKeepsTheBest();
    void lanesTakeTheTimes();
    void namesAreKeptAndOfferedInTheSampler();
    void namesThatDoNotFitAreRefused();
    void solversThatTakeNoTimesAreTold();
    void noiseAtTheStepsIsLeftOutOfTheMeasurement();
    void aLanesOwnModelIsTheOneThatCounts();
    void outdatedFiguresAreDimmed();
    void whatFailsIsSaidBesideIt();
    void whatWasSetSurvivesARestart();
    void speaksEveryLanguageInEveryTheme();

private:
    /// Opens the window with the designer in sight; not live unless asked.
    void open(bool live = false, int steps = 8);
    template <class Widget> Widget* part(const char* name) { return designer_->findChild<Widget*>(QLatin1String(name)); }
    void click(const char* name) { QTest::mouseClick(part<QWidget>(name), Qt::LeftButton); }
    /// Runs the times that are there, to the end.
    void runThem();
    QString pairs(int count);

    std::optional<WindowSettings> settings_;
    std::unique_ptr<MainWindow> window_;
    TimesDesigner* designer_ = nullptr;
};

void TimesDesignerTest::open(bool live, int steps) {
    window_ = openWindow();
    QVERIFY(window_);
    setRecipe(*window_, "hello there my friend", steps);
    auto* dock = window_->studies()->dock("designer");
    QVERIFY(dock);
    designer_ = qobject_cast<TimesDesigner*>(dock->widget());
    designer_->setLive(live);
    part<QSpinBox>("designFine")->setValue(40);
    window_->applyNamedLayout(QStringLiteral("study"));
    dock->raise();
    QTRY_VERIFY_WITH_TIMEOUT(designer_->isVisible(), kPatience);
}

void TimesDesignerTest::cleanup() {
    window_.reset();
    QFile::remove(NamedSpacings::filePath());
    settings_.reset();
}

void TimesDesignerTest::runThem() {
    QSignalSpy shown(designer_->runner(), &TimesRunner::shown);
    click("designRun");
    QVERIFY(!shown.isEmpty() || shown.wait(kPatience));
    QTRY_VERIFY_WITH_TIMEOUT(!designer_->runner()->isRunning(), kPatience);
}

QString TimesDesignerTest::pairs(int count) {
    QFile file(settings_->folder() + QStringLiteral("/pairs.jsonl"));
    if (!file.open(QIODevice::WriteOnly)) return {};
    for (int i = 0; i < count; ++i) file.write(QStringLiteral("{\"src\": \"hello number %1\", \"trg\": \"yes\"}\n").arg(i).toUtf8());
    return file.fileName();
}

void TimesDesignerTest::startsFromTheLanesOwnTimes() {
    open();
    designer_->takeLane();
    const auto& times = designer_->view()->times();
    QCOMPARE(times.size(), size_t(9));
    QVERIFY(std::abs(times[1] - (1.0 - 0.9995 / 8)) < 1e-7); // even in time
    QCOMPARE(times.back(), 0.0005);
    QCOMPARE(designer_->spacings()->steps(), 8);
    choose(part<QComboBox>("designStart"), QStringLiteral("Karras (ρ = 7)"));
    QCOMPARE(designer_->view()->times().size(), size_t(9));
    QCOMPARE(designer_->spacings()->rule(), QStringLiteral("karras"));
    part<QSpinBox>("designSteps")->setValue(5); // the rule is laid anew
    QCOMPARE(designer_->view()->times().size(), size_t(6));
    QCOMPARE(designer_->spacings()->rule(), QStringLiteral("karras"));
    designer_->view()->select(2);
    designer_->view()->removeSelected();
    QVERIFY(designer_->spacings()->rule().isEmpty());
    QCOMPARE(designer_->spacings()->steps(), 4);
    part<QSpinBox>("designSteps")->setValue(8); // edited times keep their shape
    QCOMPARE(designer_->view()->times().size(), size_t(9));
    QVERIFY(falls(designer_->view()->times()));
}

void TimesDesignerTest::aDragShowsWhatItGives() {
    open(true);
    auto* view = designer_->view();
    QTRY_VERIFY_WITH_TIMEOUT(designer_->result()->outcome() && !designer_->runner()->isRunning(), kPatience);
    const auto before = designer_->result()->outcome()->distance;
    view->editTimes(kTimes);
    view->refreshNow();
    view->plot()->replot(QCustomPlot::rpImmediateRefresh);
    const auto at = view->handleAt(1);
    QTest::mousePress(view->plot(), Qt::LeftButton, {}, at);
    for (int pixels = 5; pixels <= 15; pixels += 5) QTest::mouseMove(view->plot(), at + QPoint(pixels, 0));
    QTest::mouseRelease(view->plot(), Qt::LeftButton, {}, at + QPoint(15, 0));
    const auto times = view->times();
    QVERIFY(times[1] < kTimes[1]);
    QVERIFY(times[0] == kTimes[0] && times[2] == kTimes[2] && times[3] == kTimes[3]);
    QTRY_VERIFY_WITH_TIMEOUT(designer_->result()->outcome()->times == times && !designer_->runner()->isRunning(), kPatience);
    const auto& outcome = *designer_->result()->outcome();
    QCOMPARE(outcome.evaluations, 3);
    QVERIFY2(outcome.distance > before, "three steps are worse than eight");
    QVERIFY(outcome.differing <= outcome.positions && outcome.positions > 0);
    QCOMPARE(outcome.parting.size(), times.size());
    QCOMPARE(std::accumulate(outcome.parting.begin(), outcome.parting.end(), 0), outcome.differing);
    QCOMPARE(view->errors().size(), size_t(3));
    QVERIFY(!designer_->result()->isDimmed());
    // The same as the engine gives for the recipe of these times.
    Engine engine(kTiny.toStdString());
    QCOMPARE(engine.run(withTimes(designer_->runner()->base(), times)).sentences.front().text, outcome.sentence);
}

void TimesDesignerTest::equalErrorLaysFallingTimesBetweenTheEnds() {
    open();
    designer_->view()->editTimes({1.0, 0.9, 0.8, 0.7, 0.6, 0.0005});
    QSignalSpy changed(designer_->view(), &TimesView::timesChanged);
    click("equalError");
    QVERIFY(changed.wait(kPatience));
    const auto& times = designer_->view()->times();
    QCOMPARE(times.size(), size_t(6));
    QVERIFY(falls(times));
    QCOMPARE(times.front(), 1.0);
    QCOMPARE(times.back(), 0.0005);
    const auto errors = designer_->view()->errors();
    const auto [least, most] = std::minmax_element(errors.begin(), errors.end());
    QVERIFY2(*most < 1.01 * *least, "each step errs as much");
    designer_->view()->undo();
    QCOMPARE(designer_->view()->times()[1], 0.9);
    click("equalError"); // the fine run is there: at once
    QVERIFY(designer_->view()->times()[1] != 0.9);
}

void TimesDesignerTest::aSearchNeverGetsWorse() {
    open();
    designer_->view()->setTimes({1.0, 0.9, 0.8, 0.0005});
    designer_->searchBar()->setFile(pairs(3));
    designer_->searchBar()->setSentences(2);
    QSignalSpy better(designer_->runner(), &TimesRunner::better);
    click("searchTimes");
    QVERIFY(designer_->runner()->isSearching());
    QTRY_VERIFY_WITH_TIMEOUT(!designer_->runner()->isRunning(), kPatience);
    QVERIFY2(designer_->errorText().isEmpty(), qPrintable(designer_->errorText()));
    QVERIFY2(better.count() > 1, "such times can be bettered");
    double last = better.first().at(1).toDouble();
    for (const auto& one : better) {
        QVERIFY(one.at(1).toDouble() <= last);
        last = one.at(1).toDouble();
        QCOMPARE(one.at(2).toDouble(), better.first().at(1).toDouble());
    }
    QCOMPARE(designer_->view()->times(), better.last().at(0).value<std::vector<double>>());
    QVERIFY(falls(designer_->view()->times()));
    QVERIFY(designer_->searchBar()->foundText().contains(QStringLiteral("mean distance")));
    QCOMPARE(designer_->result()->outcome()->times, designer_->view()->times());
    // What is said of them is so.
    Engine engine(kTiny.toStdString());
    auto base = designer_->runner()->base();
    base.sources = designer_->searchBar()->sources();
    QCOMPARE(base.sources.size(), size_t(2));
    const auto fine = runFine(engine, base, 40, {}, {});
    QVERIFY(std::abs(meanDistance(engine, base, designer_->view()->times(), fine, {}) - last) < 1e-6);
    designer_->view()->undo(); // the whole search
    QCOMPARE(designer_->view()->times(), (std::vector{1.0, 0.9, 0.8, 0.0005}));
}

void TimesDesignerTest::aHandEndsASearchAndCancelKeepsTheBest() {
    open();
    designer_->searchBar()->setFile(pairs(16));
    designer_->searchBar()->setSentences(16);
    designer_->view()->setTimes({1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.0005});
    QSignalSpy better(designer_->runner(), &TimesRunner::better);
    click("searchTimes");
    QVERIFY(better.wait(kPatience));
    QVERIFY(!designer_->searchBar()->progressText().isEmpty());
    click("cancelDesign");
    QVERIFY(!designer_->runner()->isRunning() && !designer_->runner()->isSearching());
    QVERIFY(designer_->searchBar()->progressText().isEmpty());
    const auto best = designer_->view()->times();
    QTest::qWait(50);
    QCOMPARE(designer_->view()->times(), best);
    QCOMPARE(best, better.last().at(0).value<std::vector<double>>());
    click("searchTimes");
    QVERIFY(designer_->runner()->isSearching());
    designer_->view()->editTimes(kTimes);
    QVERIFY(!designer_->runner()->isSearching());
    QTest::qWait(50);
    QCOMPARE(designer_->view()->times(), kTimes);
}

void TimesDesignerTest::lanesTakeTheTimes() {
    open();
    QSignalSpy said(designer_, &TimesDesigner::said);
    designer_->view()->setTimes(kTimes);
    designer_->wake();
    click("designUse");
    QCOMPARE(said.count(), 1);
    const auto recipe = window_->recipePanel()->recipe();
    QCOMPARE(recipe.spacing, std::string("custom"));
    QCOMPARE(recipe.times, kTimes);
    QCOMPARE(recipe.sources.front(), std::string("hello there my friend"));
    QVERIFY(runToEnd(*window_));
    QCOMPARE(window_->trace()->header->times, kTimes);
    designer_->view()->editTimes({1.0, 0.5, 0.0005});
    click("designAdd");
    QCOMPARE(window_->recipePanel()->lanes()->count(), 2);
    QCOMPARE(window_->recipePanel()->recipes()[0].times, kTimes);
    QCOMPARE(window_->recipePanel()->recipes()[1].times, (std::vector{1.0, 0.5, 0.0005}));
    QVERIFY2(window_->recipePanel()->lanes()->recipes()[1].model.empty(),
             "it follows the window's model as the lane does that it is made of");
    QCOMPARE(window_->recipePanel()->lanes()->current(), 1);
    while (window_->recipePanel()->lanes()->count() < 6) click("designAdd");
    QVERIFY(designer_->errorText().isEmpty());
    click("designAdd");
    QVERIFY(designer_->errorText().contains(QLatin1Char('6')));
}

void TimesDesignerTest::namesAreKeptAndOfferedInTheSampler() {
    open();
    designer_->view()->editTimes(kTimes);
    part<QLineEdit>("designName")->setText(QStringLiteral("three steps"));
    click("designSave");
    QVERIFY2(designer_->errorText().isEmpty(), qPrintable(designer_->errorText()));
    QCOMPARE(part<QComboBox>("designStart")->currentText(), QStringLiteral("three steps"));
    auto* spacing = field<QComboBox>(*window_, "spacing");
    QVERIFY(spacing->findText(QStringLiteral("three steps")) > 0);
    spacing->setCurrentIndex(spacing->findText(QStringLiteral("three steps")));
    QCOMPARE(window_->recipePanel()->recipe().spacing, std::string("custom"));
    QCOMPARE(window_->recipePanel()->recipe().times, kTimes);
    field<QLineEdit>(*window_, "times")->setText(QStringLiteral("1, 0.5, 0.1"));
    QCOMPARE(spacing->currentText(), QStringLiteral("own list of times"));
    QCOMPARE(window_->recipePanel()->recipe().times, (std::vector{1.0, 0.5, 0.1}));
    designer_->view()->editTimes({1.0, 0.2, 0.0005});
    QCOMPARE(part<QComboBox>("designStart")->currentText(), QStringLiteral("own times"));
    const auto exported = settings_->folder() + QStringLiteral("/mine.json");
    QVERIFY(window_->recipePanel()->spacings()->exportTo(exported).isEmpty());
    choose(part<QComboBox>("designStart"), QStringLiteral("three steps"));
    QCOMPARE(designer_->view()->times(), kTimes);
    window_->close();
    open();
    auto* names = window_->recipePanel()->spacings();
    QVERIFY2(names->errorText().isEmpty(), qPrintable(names->errorText()));
    QCOMPARE(names->entries().size(), size_t(1));
    QCOMPARE(names->entries().front(), (NamedSpacings::Entry{QStringLiteral("three steps"), kTimes}));
    auto recipe = window_->recipePanel()->recipe();
    window_->recipePanel()->setRecipe(withTimes(recipe, kTimes)); // a recipe's times are known again
    QCOMPARE(field<QComboBox>(*window_, "spacing")->currentText(), QStringLiteral("three steps"));
    choose(part<QComboBox>("designStart"), QStringLiteral("three steps"));
    part<QLineEdit>("designName")->setText(QStringLiteral("few"));
    designer_->spacings()->renameChosen();
    QVERIFY(names->find(QStringLiteral("few")) && !names->find(QStringLiteral("three steps")));
    designer_->spacings()->removeChosen();
    QVERIFY(names->entries().empty());
    QCOMPARE(field<QComboBox>(*window_, "spacing")->currentText(), QStringLiteral("own list of times"));
    QCOMPARE(window_->recipePanel()->recipe().times, kTimes);
    QVERIFY(names->importFrom(exported).isEmpty());
    QVERIFY(names->importFrom(exported).isEmpty()); // the same once more is no other
    QCOMPARE(names->entries().size(), size_t(1));
}

void TimesDesignerTest::namesThatDoNotFitAreRefused() {
    NamedSpacings names;
    QVERIFY(!names.save(QStringLiteral("  "), kTimes).isEmpty());
    QVERIFY(!names.save(QStringLiteral("rising"), {0.1, 0.5}).isEmpty());
    QVERIFY(!names.remove(QStringLiteral("nobody")).isEmpty());
    QVERIFY(names.save(QStringLiteral("a"), kTimes).isEmpty());
    QVERIFY(names.save(QStringLiteral("b"), {1.0, 0.0005}).isEmpty());
    QVERIFY(!names.rename(QStringLiteral("a"), QStringLiteral("b")).isEmpty());
    QCOMPARE(names.entries().size(), size_t(2));
    QVERIFY(!names.exportTo(QStringLiteral("/nowhere/spacings.json")).isEmpty());
    QVERIFY(!names.importFrom(QStringLiteral("/nowhere/spacings.json")).isEmpty());
    // A file that is none is told of, and not lost.
    QFile file(NamedSpacings::filePath());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("not mine");
    file.close();
    NamedSpacings again;
    QVERIFY(!again.errorText().isEmpty());
    QVERIFY(again.entries().empty());
    QVERIFY(again.save(QStringLiteral("c"), kTimes).isEmpty());
    QFile aside(NamedSpacings::filePath() + QStringLiteral(".bak"));
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), QByteArray("not mine"));
    // Nor is another one later.
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write("nor this");
    file.close();
    NamedSpacings later;
    QVERIFY(later.save(QStringLiteral("d"), kTimes).isEmpty());
    QFile second(NamedSpacings::filePath() + QStringLiteral(".bak2"));
    QVERIFY(second.open(QIODevice::ReadOnly));
    QCOMPARE(second.readAll(), QByteArray("nor this"));
    QVERIFY(second.remove());
    QVERIFY(aside.remove());
}

void TimesDesignerTest::solversThatTakeNoTimesAreTold() {
    open(true);
    auto* solver = field<QComboBox>(*window_, "solver");
    solver->setCurrentIndex(solver->findData(QStringLiteral("dpm-adaptive")));
    QVERIFY(designer_->errorText().contains(QStringLiteral("itself")));
    QVERIFY(!part<QWidget>("designUse")->isEnabled() && !part<QWidget>("searchTimes")->isEnabled());
    solver->setCurrentIndex(solver->findData(QStringLiteral("heun")));
    QVERIFY(designer_->errorText().isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(designer_->result()->outcome(), kPatience);
    QVERIFY(designer_->result()->noteText().isEmpty());
    solver->setCurrentIndex(solver->findData(QStringLiteral("ancestral")));
    QVERIFY(designer_->result()->noteText().contains(QStringLiteral("noise")));
    QVERIFY(!part<QWidget>("designStill")->isVisible()); // it cannot go without
    QTRY_VERIFY_WITH_TIMEOUT(!designer_->runner()->isRunning() && designer_->runner()->fine(), kPatience);
    QVERIFY2(designer_->errorText().isEmpty(), qPrintable(designer_->errorText()));
}

void TimesDesignerTest::noiseAtTheStepsIsLeftOutOfTheMeasurement() {
    open();
    QVERIFY(!part<QWidget>("designStill")->isVisible());
    auto recipe = window_->recipePanel()->recipe();
    recipe.absorbRate = 0.5;
    window_->recipePanel()->setRecipe(recipe);
    QVERIFY(part<QWidget>("designStill")->isVisible());
    QCOMPARE(designer_->runner()->base().absorbRate, 0.0);
    QVERIFY(designer_->result()->noteText().isEmpty());
    designer_->setStill(false);
    QCOMPARE(designer_->runner()->base().absorbRate, 0.5);
    QVERIFY(!designer_->result()->noteText().isEmpty());
    designer_->setStill(true);
    click("designUse");
    QCOMPARE(window_->recipePanel()->recipe().absorbRate, 0.5); // the lane keeps it
}

void TimesDesignerTest::aLanesOwnModelIsTheOneThatCounts() {
    open();
    const auto folder = copyOfTiny(settings_->folder() + QStringLiteral("/linear"));
    QVERIFY(!folder.isEmpty());
    auto arguments = readFileBytes((folder + QStringLiteral("/training_args.json")).toStdString());
    const std::string before = "\"noise_schedule\": \"sqrt\"";
    arguments.replace(arguments.find(before), before.size(), "\"noise_schedule\": \"linear\"");
    QVERIFY(QFile::remove(folder + QStringLiteral("/training_args.json")));
    writeFileBytes((folder + QStringLiteral("/training_args.json")).toStdString(), arguments);
    writeFileBytes((folder + QStringLiteral("/samples.jsonl")).toStdString(), "{\"src\": \"of its own\", \"trg\": \"yes\"}\n");
    QVERIFY(designer_->view()->schedule()->betas() == NoiseSchedule::named("sqrt", 2000).betas());
    auto* lanes = window_->recipePanel()->lanes();
    lanes->addLane();
    lanes->setOwnModel(folder);
    QVERIFY2(!part<QWidget>("designRun")->isEnabled(), "not before its schedule is known");
    const auto linear = NoiseSchedule::named("linear", 2000).betas();
    QTRY_VERIFY_WITH_TIMEOUT(designer_->view()->schedule()->betas() == linear, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(part<QWidget>("designRun")->isEnabled(), kPatience);
    QCOMPARE(designer_->searchBar()->sources(), std::vector<std::string>{"of its own"});
    lanes->setCurrent(0); // the window's again
    QVERIFY(designer_->view()->schedule()->betas() == NoiseSchedule::named("sqrt", 2000).betas());
}

void TimesDesignerTest::outdatedFiguresAreDimmed() {
    open();
    runThem();
    QVERIFY(designer_->result()->outcome() && !designer_->result()->isDimmed());
    designer_->view()->editTimes(kTimes);
    QVERIFY2(designer_->result()->isDimmed(), "they were other times");
    runThem();
    QVERIFY(!designer_->result()->isDimmed());
    setRecipe(*window_, "where are you", 8);
    QVERIFY2(designer_->result()->isDimmed(), "it was another source");
}

void TimesDesignerTest::whatFailsIsSaidBesideIt() {
    open();
    runThem();
    QVERIFY(designer_->result()->outcome());
    setRecipe(*window_, "", 8);
    QSignalSpy failed(designer_->runner(), &TimesRunner::failed);
    click("designRun");
    QVERIFY(failed.wait(kPatience));
    QVERIFY2(designer_->errorText().contains(QStringLiteral("source")), qPrintable(designer_->errorText()));
    QVERIFY(!designer_->runner()->isRunning());
    designer_->searchBar()->setFile(QStringLiteral("/nowhere.jsonl"));
    click("searchTimes");
    QVERIFY2(designer_->errorText().contains(QStringLiteral("nowhere")), qPrintable(designer_->errorText()));
    designer_->searchBar()->setFile(u'/' + QString(300, u'x')); // as a file in a folder that one may not look into
    click("searchTimes");
    QVERIFY2(designer_->errorText().contains(QStringLiteral("xxx")), qPrintable(designer_->errorText()));
    designer_->view()->setTimes({1.0, 0.0005});
    click("searchTimes");
    QVERIFY(designer_->errorText().contains(QStringLiteral("two steps")));
}

void TimesDesignerTest::whatWasSetSurvivesARestart() {
    open();
    designer_->view()->editTimes(kTimes);
    designer_->searchBar()->setSentences(7);
    part<QSpinBox>("designFine")->setValue(55);
    window_->close();
    window_.reset();
    window_ = openWindow();
    QVERIFY(window_);
    designer_ = qobject_cast<TimesDesigner*>(window_->studies()->dock("designer")->widget());
    QCOMPARE(designer_->view()->times(), kTimes);
    QCOMPARE(designer_->searchBar()->sentences(), 7);
    QCOMPARE(part<QSpinBox>("designFine")->value(), 55);
    QVERIFY(!designer_->isLive());
}

void TimesDesignerTest::speaksEveryLanguageInEveryTheme() {
    open();
    const QDir pictures(QStringLiteral(DIFFUSCOPE_PICTURES));
    QVERIFY(pictures.mkpath(QStringLiteral(".")));
    runThem();
    for (const char* language : {"de", "en"})
        for (const auto theme : {Theme::Dark, Theme::Light}) {
            window_->setLanguage(QLatin1String(language));
            window_->setTheme(theme);
            QTest::qWait(40);
            QCOMPARE(part<QPushButton>("equalError")->text(),
                     language == std::string("de") ? QStringLiteral("Gleicher Fehler") : QStringLiteral("Equal error"));
            QCOMPARE(window_->studies()->dock("designer")->windowTitle(),
                     language == std::string("de") ? QStringLiteral("λ-Entwurf") : QStringLiteral("λ designer"));
            QVERIFY(designer_->grab().save(
                pictures.filePath(QStringLiteral("designer-%1-%2.png").arg(QLatin1String(language), themeKey(theme)))));
        }
    QVERIFY2(designer_->result()->numbersText().contains(QStringLiteral("evaluations")), qPrintable(designer_->result()->numbersText()));
}

} // namespace diffuscope::test

int main(int argc, char** argv) { return diffuscope::test::runWidgetTest<diffuscope::test::TimesDesignerTest>(argc, argv); }

#include "test_times_designer.moc"
