// SPDX-License-Identifier: GPL-3.0-or-later
// The A/B test in the real window: what it shows is what core measured.
#include "app/lane_list.h"
#include "app/studies/ab_examples_view.h"
#include "app/studies/ab_metrics_model.h"
#include "app/studies/ab_study.h"
#include "app/studies/data_file_box.h"
#include "app/studies/study_docks.h"
#include "tests/app/window_test.h"
#include "widgets/difference_view.h"
#include "widgets/trace_cursor.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDockWidget>
#include <QFile>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>

namespace diffuscope::test {

class AbStudyTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { installFatalLog(); }
    void init();
    void cleanup() { settings_.reset(); }
    void saysWhatToDo();
    void dataFollowTheModel();
    void shippedDataHaveNames();
    void lanesSayTheirModels();
    void chosenLanesStayWhenAnotherGoes();
    void comparesTwoLanesOfTheWindow();
    void editsOfALaneAreNotNamedInItsTest();
    void handMadeNumbersAreShown();
    void examplesAreSortedEitherWay();
    void anExampleIsRunByBothLanes();
    void anExampleKeepsTheModelOfItsTest();
    void cancelLeavesThingsAsTheyWere();
    void errorsAreBesideTheirCause();
    void choicesSurviveARestart();
    void speaksGermanAndLooksGoodInTheDark();

private:
    QString write(const char* name, const QByteArray& text) const;
    /// A window with two lanes, its study in front, and a data file of `rows` rows.
    std::unique_ptr<MainWindow> windowWithLanes(int rows, int stepsOfB = 3);
    static AbStudy& study(const MainWindow& window) { return *window.studies()->dock("abtest")->findChild<AbStudy*>(); }
    static bool runTest(AbStudy& study);
    /// Two metrics and three examples, one of them failed.
    static std::shared_ptr<const AbResult> handMade();

    std::optional<WindowSettings> settings_;
};

void AbStudyTest::init() {
    settings_.emplace();
    // Finished texts of another test must not be found again.
    qputenv("XDG_CACHE_HOME", (settings_->folder() + QStringLiteral("/cache")).toUtf8());
}

QString AbStudyTest::write(const char* name, const QByteArray& text) const {
    QFile file(settings_->folder() + QLatin1Char('/') + QLatin1String(name));
    if (!file.open(QIODevice::WriteOnly)) return {};
    file.write(text);
    return file.fileName();
}

std::unique_ptr<MainWindow> AbStudyTest::windowWithLanes(int rows, int stepsOfB) {
    QByteArray text;
    for (int i = 0; i < rows; ++i)
        text += "{\"src\": \"hello there my friend " + QByteArray::number(i) + "\", \"trg\": \"how are you today " + QByteArray::number(i) +
                "\"}\n";
    auto window = openWindow();
    if (!window) return nullptr;
    auto a = plainRecipe(*window), b = a;
    a.sources = b.sources = {"hello"};
    a.steps = 2;
    b.solver = "euler";
    b.steps = stepsOfB;
    window->recipePanel()->setRecipes({a, b});
    window->applyNamedLayout(QStringLiteral("study"));
    window->studies()->dock("abtest")->raise();
    study(*window).data()->setPath(write("pairs.jsonl", text));
    return QTest::qWaitFor([&] { return study(*window).data()->rowsInFile() == rows; }, kPatience) ? std::move(window) : nullptr;
}

bool AbStudyTest::runTest(AbStudy& study) {
    const auto before = study.result();
    auto* run = study.findChild<QPushButton*>(QStringLiteral("studyRun"));
    if (!run->isEnabled()) return false;
    QTest::mouseClick(run, Qt::LeftButton);
    return study.isRunning() && QTest::qWaitFor([&] { return !study.isRunning(); }, kPatience) && study.result() != before;
}

void AbStudyTest::saysWhatToDo() {
    const auto window = openWindow();
    QVERIFY(window);
    setRecipe(*window, "hello", 3);
    auto& ab = study(*window);
    QCOMPARE(ab.data()->path(), DataFileBox::bundledFile());
    QTRY_COMPARE_WITH_TIMEOUT(ab.data()->rowsInFile(), 2000, kPatience);
    QVERIFY2(ab.emptyText().contains(QStringLiteral("Add a lane")), qPrintable(ab.emptyText()));
    QVERIFY(!ab.findChild<QPushButton*>(QStringLiteral("studyRun"))->isEnabled());
    window->recipePanel()->lanes()->addLane();
    QVERIFY2(ab.emptyText().contains(QStringLiteral("Press Run")), qPrintable(ab.emptyText()));
    QVERIFY(ab.findChild<QPushButton*>(QStringLiteral("studyRun"))->isEnabled());
    ab.findChild<QComboBox*>(QStringLiteral("abLaneB"))->setCurrentIndex(0);
    QVERIFY(ab.emptyText().contains(QStringLiteral("different lanes")));
    QVERIFY(!ab.findChild<QPushButton*>(QStringLiteral("studyRun"))->isEnabled());
    QVERIFY(ab.exportTo(settings_->folder() + QStringLiteral("/none.json"), false).contains(QStringLiteral("nothing")));
}

void AbStudyTest::shippedDataHaveNames() {
    DataFileBox box;
    const auto* files = box.findChild<QComboBox*>(QStringLiteral("dataFile"));
    QCOMPARE(files->currentText(), QStringLiteral("sgd-nlg/valid.jsonl.gz (comes with Diffuscope)"));
    QVERIFY(files->toolTip().contains(QStringLiteral("valid.jsonl.gz")));
    const auto own = write("own.jsonl", "{\"src\": \"a\", \"trg\": \"b\"}\n");
    box.setPath(own);
    QCOMPARE(files->currentText(), QStringLiteral("own.jsonl"));
    QCOMPARE(box.path(), own);
    QTRY_COMPARE_WITH_TIMEOUT(box.rowsInFile(), 1, kPatience);
    box.setPath(DataFileBox::bundledFile());
    box.setPath(own); // known by now
    QCOMPARE(files->findText(QStringLiteral("own.jsonl")), files->count() - 1);
}

void AbStudyTest::lanesSayTheirModels() {
    const auto window = windowWithLanes(2);
    QVERIFY(window);
    auto* lanes = window->recipePanel()->lanes();
    lanes->setCurrent(1);
    const auto other = copyOfTiny(settings_->folder() + QStringLiteral("/another"));
    QVERIFY(!other.isEmpty());
    lanes->setOwnModel(other);
    const auto name = study(*window).findChild<QComboBox*>(QStringLiteral("abLaneB"))->currentText();
    QVERIFY2(name.contains(QStringLiteral("another")), qPrintable(name));
    study(*window).data()->setPath(settings_->folder() + QStringLiteral("/pairs.jsonl"));
    QTRY_COMPARE_WITH_TIMEOUT(study(*window).data()->rowsInFile(), 2, kPatience);
    QVERIFY(runTest(study(*window)));
    const auto summary = study(*window).summaryText();
    QVERIFY2(summary.contains(QStringLiteral("tiny")) && summary.contains(QStringLiteral("another")), qPrintable(summary));
}

void AbStudyTest::chosenLanesStayWhenAnotherGoes() {
    const auto window = openWindow();
    QVERIFY(window);
    auto* panel = window->recipePanel();
    std::vector<Recipe> lanes(4, plainRecipe(*window));
    for (int lane = 0; lane < 4; ++lane) lanes[static_cast<size_t>(lane)].steps = 2 + lane;
    panel->setRecipes(lanes);
    auto* a = study(*window).findChild<QComboBox*>(QStringLiteral("abLaneA"));
    auto* b = study(*window).findChild<QComboBox*>(QStringLiteral("abLaneB"));
    a->setCurrentIndex(2);
    b->setCurrentIndex(3);
    panel->lanes()->setCurrent(0);
    panel->lanes()->removeLane();
    QVERIFY2(a->currentText().contains(QStringLiteral("4 steps")), qPrintable(a->currentText()));
    QVERIFY2(b->currentText().contains(QStringLiteral("5 steps")), qPrintable(b->currentText()));
}

void AbStudyTest::dataFollowTheModel() {
    DataFileBox box;
    const auto usual = DataFileBox::bundledFile();
    box.fitTo("bundled/pronunciation");
    QVERIFY2(box.path().endsWith(QStringLiteral("cmudict/valid.jsonl.gz")), qPrintable(box.path()));
    QVERIFY(box.isUsual());
    box.setPath(usual);
    box.fitTo("bundled/pronunciation");
    QVERIFY(!box.isUsual());
    QCOMPARE(box.path(), usual); // what someone chose stays until another model comes
    box.fitTo("bundled");
    QCOMPARE(box.path(), usual);
    QVERIFY(box.isUsual());
    box.setPath(write("own.jsonl", "{\"src\": \"a\", \"trg\": \"b\"}\n"));
    box.fitTo("bundled/pronunciation");
    QVERIFY(box.path().endsWith(QStringLiteral("own.jsonl")));
}

void AbStudyTest::comparesTwoLanesOfTheWindow() {
    const auto window = windowWithLanes(5);
    QVERIFY(window);
    auto& ab = study(*window);
    QVERIFY2(ab.noiseText().startsWith(QStringLiteral("Common noise")), qPrintable(ab.noiseText()));
    ab.data()->setRows(4);
    QVERIFY(runTest(ab));
    const auto result = ab.result();
    QCOMPARE(result->items, size_t(4));
    QCOMPARE(result->plan.a.solver, std::string("dpmpp-2m"));
    QCOMPARE(result->plan.b.solver, std::string("euler"));
    QCOMPARE(result->plan.b.steps, 3);
    QVERIFY(ab.summaryText().contains(QStringLiteral("4 rows")));
    QCOMPARE(ab.metrics()->rowCount(), static_cast<int>(result->metrics.size()));
    QCOMPARE(ab.differences()->entries().size(), result->metrics.size());
    QCOMPARE(ab.examples()->model()->rowCount(), 4);
    // The texts are those that a run of the window gives.
    auto alone = recipeOfSeed(window->recipePanel()->recipes().front(), 0);
    for (const auto& example : result->examples) alone.sources.push_back(example.pair.source);
    Engine engine(kTiny.toStdString());
    const auto trace = engine.run(alone);
    for (size_t i = 0; i < 4; ++i) QCOMPARE(trace.sentences[i].text, result->examples[i].a);
}

void AbStudyTest::editsOfALaneAreNotNamedInItsTest() {
    const auto window = windowWithLanes(2);
    QVERIFY(window);
    auto lanes = window->recipePanel()->recipes();
    lanes[1].edits = {{1, 0, 40, Edit::Kind::Renoise, {}}};
    window->recipePanel()->setRecipes(lanes);
    auto& ab = study(*window);
    QVERIFY(runTest(ab));
    QVERIFY(ab.result()->plan.b.edits.empty());
    QVERIFY2(!ab.summaryText().contains(QStringLiteral("edit")), qPrintable(ab.summaryText()));
    QCOMPARE(window->recipePanel()->recipes()[1].edits.size(), size_t(1)); // the lane keeps them
}

std::shared_ptr<const AbResult> AbStudyTest::handMade() {
    auto result = std::make_shared<AbResult>();
    result->plan.b.solver = "euler";
    result->examples = {{0, 0, {"source one", "the cat sat"}, "the dog sat", "the cat sat", ""},
                        {1, 0, {"source two", "a b c"}, "a b c", "a x c", ""},
                        {4, 0, {"source five", "d e f"}, "", "", "It broke."}};
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const auto add = [&](const char* name, const PairedEstimate& estimate, std::vector<double> a, std::vector<double> b) {
        auto& metric = result->metrics.emplace_back();
        metric.corpus.metric = name;
        metric.corpus.estimate = estimate;
        metric.a = std::move(a);
        metric.b = std::move(b);
    };
    add("bleu_sacre", {{20.5, 18, 23}, {22.25, 20, 25}, {1.75, 0.5, 3}, 0.0123}, {10, 100, nan}, {100, 40, nan});
    add("rougeL", {{0.5, 0.4, 0.6}, {0.45, 0.4, 0.5}, {-0.05, -0.1, 0.02}, 0.21}, {0.3, 0.7, nan}, {0.4, 0.9, nan});
    result->metrics[0].corpus.wins = 12;
    result->metrics[0].corpus.ties = 3;
    result->metrics[0].corpus.losses = 4;
    result->items = 19;
    result->skipped = 2;
    result->failed = 1;
    return result;
}

void AbStudyTest::handMadeNumbersAreShown() {
    AbMetricsModel model;
    const QAbstractItemModelTester tester(&model);
    model.setResult(handMade(), QStringLiteral("B"), QStringLiteral("D"));
    const auto cell = [&](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(cell(0, AbMetricsModel::OfA), QStringLiteral("20.50"));
    QCOMPARE(cell(0, AbMetricsModel::Difference), QStringLiteral("+1.75 [0.50, 3.00]"));
    QCOMPARE(cell(0, AbMetricsModel::P), QStringLiteral("0.012 *"));
    QCOMPARE(cell(0, AbMetricsModel::Wins), QStringLiteral("12 / 3 / 4"));
    QCOMPARE(cell(1, AbMetricsModel::Difference), QStringLiteral("−0.050 [−0.100, 0.020]"));
    QCOMPARE(cell(1, AbMetricsModel::P), QStringLiteral("0.210"));
    QVERIFY(model.significant(0) && !model.significant(1));
    QCOMPARE(model.headerData(AbMetricsModel::Difference, Qt::Horizontal).toString(), QStringLiteral("D − B [95 %]"));
    QVERIFY(model.index(0, AbMetricsModel::Metric).data(Qt::ToolTipRole).toString().contains(QStringLiteral("sacreBLEU")));
}

void AbStudyTest::examplesAreSortedEitherWay() {
    AbExamplesView view;
    const QAbstractItemModelTester tester(view.model());
    show(view, {700, 500});
    view.setResult(handMade(), QStringLiteral("A"), QStringLiteral("B"));
    const auto order = [&] {
        QStringList rows;
        for (int i = 0; i < 3; ++i) rows << view.table()->model()->index(i, AbExamplesModel::Row).data().toString();
        return rows.join(u' ');
    };
    QCOMPARE(order(), QStringLiteral("1 2 5")); // +90, −60, nothing
    view.table()->sortByColumn(AbExamplesModel::Difference, Qt::AscendingOrder);
    QCOMPARE(order(), QStringLiteral("2 1 5")); // what has no figure stays behind
    view.table()->sortByColumn(AbExamplesModel::Difference, Qt::DescendingOrder);
    QSignalSpy chosen(&view, &AbExamplesView::metricChosen);
    view.findChild<QComboBox*>(QStringLiteral("abMetric"))->setCurrentIndex(1);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(order(), QStringLiteral("2 1 5")); // +0.2, +0.1
    const auto words = view.model()->index(0, AbExamplesModel::TextA).data(SentenceDelegate::kDifferenceRole).value<WordRanges>();
    QCOMPARE(words, (WordRanges{{4, 3}})); // "dog"
    QVERIFY(view.model()->index(2, AbExamplesModel::TextA).data().toString().contains(QStringLiteral("It broke.")));
    view.table()->setCurrentIndex(view.table()->model()->index(1, 0));
    QVERIFY2(view.detailText().contains(QStringLiteral("the dog sat")) && view.detailText().contains(QStringLiteral("source one")),
             qPrintable(view.detailText()));
}

void AbStudyTest::anExampleIsRunByBothLanes() {
    const auto window = windowWithLanes(3);
    QVERIFY(window);
    auto& ab = study(*window);
    QVERIFY(runTest(ab));
    QSignalSpy ended(window.get(), &MainWindow::runEnded);
    auto* table = ab.examples()->table();
    ab.findChild<QTabWidget*>()->setCurrentIndex(1);
    const auto index = table->model()->index(1, AbExamplesModel::TextA);
    const int row = table->model()->index(1, AbExamplesModel::Row).data().toInt() - 1;
    table->setCurrentIndex(index);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Return);
    QVERIFY(!ended.isEmpty() || ended.wait(kPatience));
    const auto a = window->cursor()->trace(0), b = window->cursor()->trace(1);
    QVERIFY(a && b && b->finished());
    const auto& example = ab.result()->examples[static_cast<size_t>(row)];
    QCOMPARE(a->header->recipe.sources.front(), example.pair.source);
    QCOMPARE(b->header->recipe.solver, std::string("euler"));
}

void AbStudyTest::anExampleKeepsTheModelOfItsTest() {
    const auto window = windowWithLanes(2);
    QVERIFY(window);
    auto& ab = study(*window);
    QVERIFY(runTest(ab));
    const auto other = copyOfTiny(settings_->folder() + QStringLiteral("/other"));
    QVERIFY(openModel(*window, other));
    ab.findChild<QTabWidget*>()->setCurrentIndex(1);
    auto* table = ab.examples()->table();
    table->setCurrentIndex(table->model()->index(0, AbExamplesModel::TextA));
    table->setFocus();
    QSignalSpy ended(window.get(), &MainWindow::runEnded);
    QTest::keyClick(table, Qt::Key_Return);
    QVERIFY(!ended.isEmpty() || ended.wait(kPatience));
    for (int lane = 0; lane < 2; ++lane) QCOMPARE(window->cursor()->trace(lane)->header->recipe.model, kTiny.toStdString());
    QCOMPARE(window->recipePanel()->model()->current(), other);
}

void AbStudyTest::cancelLeavesThingsAsTheyWere() {
    const auto window = windowWithLanes(40, 2000);
    QVERIFY(window);
    auto& ab = study(*window);
    QSignalSpy said(&ab, &AbStudy::said);
    QTest::mouseClick(ab.findChild<QPushButton*>(QStringLiteral("studyRun")), Qt::LeftButton);
    QVERIFY(ab.isRunning());
    QVERIFY(!ab.findChild<QComboBox*>(QStringLiteral("abLaneA"))->isEnabled());
    QTest::mouseClick(ab.findChild<QPushButton*>(QStringLiteral("studyCancel")), Qt::LeftButton);
    QVERIFY(!ab.isRunning());
    QVERIFY(!ab.result());
    QCOMPARE(said.count(), 1);
    QVERIFY(ab.findChild<QPushButton*>(QStringLiteral("studyRun"))->isEnabled());
    QVERIFY(ab.findChild<QComboBox*>(QStringLiteral("abLaneA"))->isEnabled());
}

void AbStudyTest::errorsAreBesideTheirCause() {
    const auto window = windowWithLanes(2);
    QVERIFY(window);
    auto& ab = study(*window);
    ab.data()->setPath(QStringLiteral("/nowhere/x.jsonl"));
    QTRY_VERIFY_WITH_TIMEOUT(ab.data()->errorText().contains(QStringLiteral("/nowhere/x.jsonl")), kPatience);
    QVERIFY(!ab.findChild<QPushButton*>(QStringLiteral("studyRun"))->isEnabled());
    ab.data()->setPath(write("empty.jsonl", ""));
    QTRY_VERIFY_WITH_TIMEOUT(ab.data()->errorText().contains(QStringLiteral("no rows")), kPatience);
    // A source that does not fit is skipped; without any other there is nothing to compare.
    const QByteArray longSource = QByteArray("hello there ").repeated(200);
    ab.data()->setPath(write("long.jsonl", "{\"src\": \"" + longSource + "\", \"trg\": \"x\"}\n"));
    QTRY_COMPARE_WITH_TIMEOUT(ab.data()->rowsInFile(), 1, kPatience);
    QVERIFY(!runTest(ab));
    QVERIFY2(ab.errorText().contains(QStringLiteral("No source")), qPrintable(ab.errorText()));
    ab.data()->setPath(
        write("mixed.jsonl", "{\"src\": \"" + longSource + "\", \"trg\": \"x\"}\n{\"src\": \"hello there\", \"trg\": \"hi you\"}\n"));
    QTRY_COMPARE_WITH_TIMEOUT(ab.data()->rowsInFile(), 2, kPatience);
    QVERIFY(runTest(ab));
    QVERIFY(ab.errorText().isEmpty());
    QVERIFY2(ab.summaryText().contains(QStringLiteral("1 skipped")), qPrintable(ab.summaryText()));
    const auto path = settings_->folder() + QStringLiteral("/ab.json");
    QVERIFY(ab.exportTo(path, false).contains(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(nlohmann::json::parse(file.readAll().toStdString()).at("rows").size(), size_t(1));
    QVERIFY(ab.exportTo(QStringLiteral("/nowhere/ab.csv"), true).startsWith(QStringLiteral("Cannot write")));
}

void AbStudyTest::choicesSurviveARestart() {
    {
        const auto window = windowWithLanes(7);
        QVERIFY(window);
        study(*window).data()->setRows(5);
        study(*window).findChild<QSpinBox*>(QStringLiteral("abSeeds"))->setValue(3);
    }
    const auto window = openWindow();
    QVERIFY(window);
    QTRY_COMPARE_WITH_TIMEOUT(study(*window).data()->rowsInFile(), 7, kPatience);
    QCOMPARE(study(*window).data()->rows(), 5);
    QCOMPARE(study(*window).findChild<QSpinBox*>(QStringLiteral("abSeeds"))->value(), 3);
    // So does another split of the model's own data.
    const auto split = QString(DataFileBox::bundledFile()).replace(QStringLiteral("valid"), QStringLiteral("test"));
    study(*window).data()->setPath(split);
    const auto third = openWindow();
    QVERIFY(third);
    QCOMPARE(study(*third).data()->path(), split);
}

void AbStudyTest::speaksGermanAndLooksGoodInTheDark() {
    const QDir pictures(QStringLiteral(DIFFUSCOPE_PICTURES));
    QVERIFY(pictures.mkpath(QStringLiteral(".")));
    const auto window = windowWithLanes(6);
    QVERIFY(window);
    QVERIFY(runTest(study(*window)));
    window->setLanguage(QStringLiteral("de"));
    window->setTheme(Theme::Dark);
    QTest::qWait(60);
    QCOMPARE(window->studies()->dock("abtest")->windowTitle(), QStringLiteral("A/B-Test"));
    QCOMPARE(study(*window).metrics()->headerData(AbMetricsModel::Metric, Qt::Horizontal).toString(), QStringLiteral("Maß"));
    QVERIFY(study(*window).summaryText().contains(QStringLiteral("6 Zeilen")));
    QVERIFY(window->grab().save(pictures.filePath(QStringLiteral("abtest-de-dark.png"))));
    window->setLanguage(QStringLiteral("en"));
    window->setTheme(Theme::Light);
}

} // namespace diffuscope::test

int main(int argc, char** argv) { return diffuscope::test::runWidgetTest<diffuscope::test::AbStudyTest>(argc, argv); }

#include "test_ab_study.moc"
