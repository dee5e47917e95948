// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the sweep study by themselves: fields to a plan and back, rows, sentences, what survives a restart.
#include "app/notice.h"
#include "app/studies/check_choice.h"
#include "app/studies/sweep_form.h"
#include "app/studies/sweep_model.h"
#include "app/studies/sweep_names.h"
#include "app/studies/sweep_record.h"
#include "app/studies/sweep_results.h"
#include "app/studies/sweep_texts_model.h"
#include "app/wheel_guard.h"
#include "tests/app/window_test.h"
#include "widgets/sentence_delegate.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QScrollArea>
#include <QTableView>
#include <QWheelEvent>

namespace diffuscope::test {
namespace {

SweepRow measured(const char* solver, int steps, double bleu) {
    SweepRow row;
    row.setting = {solver, steps, "log-snr", Mode::AsReleased};
    row.evaluations = steps;
    row.secondsPerSentence = 0.1234;
    row.sentences = 10;
    row.skipped = 1;
    row.metrics = {{"bleu_sacre", {bleu, bleu - 1, bleu + 1}}};
    return row;
}

SweepRow failure() {
    SweepRow row;
    row.setting = {"ddim", 5, "time-uniform", Mode::AsReleased};
    row.error = "The solver 'ddim' has no mode 'as-released'.";
    return row;
}

} // namespace

class SweepPartsTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { installFatalLog(); }
    void init() { settings_.emplace(); }
    void cleanup() { settings_.reset(); }
    void aPlanGoesIntoTheFieldsAndBack();
    void theBaseIsTheLaneWithoutWhatTheGridDecides();
    void eachModeIsCalledByItsOwnName();
    void wrongStepsAreSaidBesideTheField();
    void theFigureIsThePublishedOne();
    void theMenuStaysOpenWhileOneTicks();
    void theWheelScrollsThePlan();
    void rowsHaveTheirFiguresOrTheirSentence();
    void columnsAreAsWideAsTheRowsThatCame();
    void textsMarkWhatDiffers();
    void theLastSweepComesBack();
    void durationsAreRoundedUp();

private:
    std::optional<WindowSettings> settings_;
};

void SweepPartsTest::aPlanGoesIntoTheFieldsAndBack() {
    SweepForm form;
    QVERIFY2(form.plan().input.find("valid.jsonl.gz") != std::string::npos, "the file that comes with the program is chosen first");
    QVERIFY2(form.problem().isEmpty(), qPrintable(form.problem()));
    SweepPlan plan;
    plan.input = settings_->folder().toStdString() + "/pairs.jsonl";
    plan.limit = 17;
    plan.solvers = {"ancestral", "heun"};
    plan.steps = {3, 8, 40};
    plan.spacings = {"time-uniform", "karras"};
    plan.modes = {Mode::AsReleased};
    plan.seeds = 3;
    plan.batch = 5;
    QSignalSpy changed(&form, &SweepForm::changed);
    form.setPlan(plan);
    QCOMPARE(changed.count(), 1);
    plan.base = form.plan().base;
    QCOMPARE(toJson(form.plan()).dump(), toJson(plan).dump());
    plan.limit = 0;
    form.setPlan(plan);
    QCOMPARE(form.plan().limit, size_t(0));
    QCOMPARE(form.findChild<QSpinBox*>(QStringLiteral("rows"))->text(), QStringLiteral("all"));
}

void SweepPartsTest::theBaseIsTheLaneWithoutWhatTheGridDecides() {
    SweepForm form;
    Recipe lane;
    lane.sources = {"hello there"};
    lane.solver = "heun";
    lane.steps = 77;
    lane.spacing = "custom";
    lane.times = {1.0, 0.5, 0.1};
    lane.temperature = 0.5;
    lane.seed = 9;
    lane.samples = 4;
    form.setBase(lane);
    Recipe wanted;
    wanted.temperature = 0.5;
    wanted.seed = 9;
    wanted.samples = 4;
    QCOMPARE(toJson(form.plan().base).dump(), toJson(wanted).dump());
    const auto said = form.findChild<QLabel*>(QStringLiteral("base"))->text();
    QVERIFY2(said.contains(QStringLiteral("seed 9")) && said.contains(QStringLiteral("temperature 0.5")) &&
                 !said.contains(QStringLiteral("77")),
             qPrintable(said));
    // The list of times counts only where the grid has that spacing.
    form.findChild<CheckChoice*>(QStringLiteral("spacings"))->setChosen({QStringLiteral("custom")});
    QCOMPARE(form.plan().base.times, lane.times);
}

void SweepPartsTest::eachModeIsCalledByItsOwnName() {
    const SweepForm form;
    for (const char* name : {"modes", "asReleased"}) {
        const auto* box = form.findChild<QCheckBox*>(QLatin1String(name));
        QVERIFY2(box->accessibleName().isEmpty() || box->accessibleName() == box->text(), qPrintable(box->accessibleName()));
    }
}

void SweepPartsTest::wrongStepsAreSaidBesideTheField() {
    SweepForm form;
    show(form, {420, 340});
    auto* steps = form.findChild<QLineEdit*>(QStringLiteral("steps"));
    auto* notice = form.findChild<Notice*>();
    QVERIFY(!notice->isVisible());
    steps->setText(QStringLiteral("2 five 10"));
    QVERIFY(notice->isVisible());
    QVERIFY(notice->text().contains(QStringLiteral("five")) && form.problem() == notice->text());
    steps->setText(QStringLiteral("2; 5,10"));
    QVERIFY(!notice->isVisible());
    QCOMPARE(form.plan().steps, (std::vector<int>{2, 5, 10}));
    steps->clear();
    QVERIFY2(form.problem().contains(QStringLiteral("nothing to run")), qPrintable(form.problem()));
}

void SweepPartsTest::theFigureIsThePublishedOne() {
    SweepForm form;
    form.setDiffusionSteps(500);
    form.fillFigure();
    const auto settings = settingsOf(form.plan());
    const auto published = publishedFigure(500);
    QCOMPARE(settings.size(), published.size());
    for (const auto& setting : published) QVERIFY(std::count(settings.begin(), settings.end(), setting) == 1);
    QVERIFY2(settings.back() == published.front(), "ancestral sampling takes longest: it comes last");
    QVERIFY(form.findChild<QCheckBox*>(QStringLiteral("figure"))->isChecked());
    QVERIFY(form.plan().limit > 0 && form.problem().isEmpty());
    form.findChild<QCheckBox*>(QStringLiteral("figure"))->setChecked(false);
    QVERIFY(settingsOf(form.plan()).empty());
}

void SweepPartsTest::theMenuStaysOpenWhileOneTicks() {
    CheckChoice choice;
    choice.setItems({{QStringLiteral("a"), QStringLiteral("Alpha"), {}}, {QStringLiteral("b"), QStringLiteral("Beta & more"), {}}});
    choice.setEmptyText(QStringLiteral("none"));
    show(choice, {200, 30});
    QCOMPARE(choice.text(), QStringLiteral("none"));
    auto* menu = choice.menu();
    menu->popup(choice.mapToGlobal(QPoint(0, 30)));
    QSignalSpy changed(&choice, &CheckChoice::changed);
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(choice.item(QStringLiteral("b"))).center());
    QVERIFY(menu->isVisible());
    QCOMPARE(choice.chosen(), QStringList{QStringLiteral("b")});
    QCOMPARE(changed.count(), 1);
    menu->setActiveAction(choice.item(QStringLiteral("a")));
    QTest::keyClick(menu, Qt::Key_Space);
    QCOMPARE(choice.chosen(), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    QTest::keyClick(menu, Qt::Key_Return);
    QVERIFY(!menu->isVisible());
}

void SweepPartsTest::theWheelScrollsThePlan() {
    QScrollArea area;
    auto* form = new QWidget;
    form->setFixedSize(180, 2000);
    auto* number = new QSpinBox(form);
    number->move(10, 10);
    auto* other = new QLineEdit(form);
    other->move(10, 90);
    area.setWidget(form);
    new WheelGuard(form);
    auto* later = new QComboBox(form);
    later->addItems({QStringLiteral("a"), QStringLiteral("b")});
    later->move(10, 50);
    show(area, {220, 200});
    later->show();
    other->setFocus();
    QCoreApplication::processEvents();
    const auto takes = [](QWidget* field, int by) {
        const QPointF at(field->rect().center());
        QWheelEvent event(at, field->mapToGlobal(at), {}, QPoint(0, by), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(field, &event);
        return event.isAccepted();
    };
    number->setValue(50);
    QVERIFY2(!takes(number, -120) && !takes(later, -120), "what they do not take goes on to the scroll area");
    QCOMPARE(number->value(), 50);
    QCOMPARE(later->currentIndex(), 0);
    number->setFocus();
    QTRY_VERIFY(number->hasFocus());
    QVERIFY(takes(number, 120)); // what has the focus is meant
    QCOMPARE(number->value(), 51);
}

void SweepPartsTest::rowsHaveTheirFiguresOrTheirSentence() {
    SweepModel model;
    const QAbstractItemModelTester tester(&model);
    model.setRows({measured("dpmpp-2m", 5, 31.5)});
    model.append(failure());
    QCOMPARE(model.rowCount(), 2);
    const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(text(0, SweepModel::Setting), QStringLiteral("DPM-Solver++ 2M · as released · even in λ (log-SNR)"));
    QCOMPARE(text(0, SweepModel::Steps), QStringLiteral("5"));
    QCOMPARE(text(0, SweepModel::Seconds), QStringLiteral("0.1234"));
    QCOMPARE(text(0, SweepModel::FirstMetric), QStringLiteral("31.5 (30.5–32.5)"));
    QCOMPARE(text(0, SweepModel::FirstMetric + 1), QStringLiteral("–"));
    QCOMPARE(model.index(0, SweepModel::FirstMetric).data(SweepModel::kSortRole).toDouble(), 31.5);
    QVERIFY(!model.index(0, SweepModel::FirstMetric + 1).data(SweepModel::kSortRole).isValid());
    QVERIFY(model.index(0, SweepModel::Setting).data(Qt::ToolTipRole).toString().contains(QStringLiteral("left out")));
    QVERIFY(model.failed(1) && !model.failed(0));
    QCOMPARE(text(1, SweepModel::Evaluations), QStringLiteral("The solver 'ddim' has no mode 'as-released'."));
    QCOMPARE(text(1, SweepModel::FirstMetric), QString());
    model.setErrorColour(Qt::red);
    QCOMPARE(model.index(1, SweepModel::Evaluations).data(Qt::ForegroundRole).value<QColor>(), QColor(Qt::red));
    QVERIFY(!model.index(0, SweepModel::Evaluations).data(Qt::ForegroundRole).isValid());
    for (int column = 0; column < model.columnCount(); ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
}

void SweepPartsTest::columnsAreAsWideAsTheRowsThatCame() {
    SweepResults results;
    results.setSweep({});
    results.resize(640, 700);
    results.show();
    QVERIFY(QTest::qWaitForWindowExposed(&results));
    const auto wide = [&](int column) { return results.table()->columnWidth(column); };
    for (const auto& row : {measured("ddim", 5, 1.5), measured("dpmpp-2m", 5, 31.5)}) {
        results.append(row);
        QCoreApplication::processEvents();
    }
    const QAbstractItemView* table = results.table();
    for (const int column : {SweepModel::Setting, SweepModel::FirstMetric}) QVERIFY(wide(column) >= table->sizeHintForColumn(column));
    const int before = wide(SweepModel::Evaluations);
    results.append(failure());
    QCOMPARE(wide(SweepModel::Evaluations), before); // its sentence goes over the columns behind
}

void SweepPartsTest::textsMarkWhatDiffers() {
    SweepTextsModel model;
    const QAbstractItemModelTester tester(&model);
    model.setTexts({{"a table for two", "have a nice day"}, {"a table for four", "have a nice day"}, {"first", "second"}});
    QCOMPARE(model.rowCount(), 2);
    const auto words = model.index(0, SweepTextsModel::Text).data(SentenceDelegate::kDifferenceRole).value<WordRanges>();
    QCOMPARE(words.size(), size_t(1));
    QCOMPARE(words.front(), std::make_pair(12, 3));
    QVERIFY(model.index(1, SweepTextsModel::Text).data(SentenceDelegate::kDifferenceRole).value<WordRanges>().empty());
    QVERIFY(model.bleu(1) > model.bleu(0));
    QCOMPARE(model.index(1, SweepTextsModel::Source).data().toString(), QStringLiteral("second"));
    model.setTexts({});
    QCOMPARE(model.rowCount(), 0);
}

void SweepPartsTest::theLastSweepComesBack() {
    QVERIFY(!loadSweepRecord());
    QVERIFY2(QString::fromStdString(sweepStore().string()).startsWith(settings_->folder()), "not the person's own data");
    SweepRecord record;
    record.plan.input = "pairs.jsonl";
    record.plan.solvers = {"ddim"};
    record.plan.steps = {2};
    record.rows = {measured("ddim", 2, 10), failure()};
    record.origin = {"model 1", {"a source without end"}};
    record.unfinished = true;
    saveSweepRecord(record);
    const auto back = loadSweepRecord();
    QVERIFY(back && back->plan == record.plan && back->unfinished);
    QCOMPARE(back->rows.size(), size_t(2));
    QCOMPARE(back->rows[1].error.text(), record.rows[1].error.text());
    QCOMPARE(back->origin.model, record.origin.model);
    QVERIFY(back->origin.misfits == record.origin.misfits);
    // What another version wrote must not keep the window from starting.
    record.plan.solvers = {"a solver of tomorrow"};
    saveSweepRecord(record);
    QVERIFY(!loadSweepRecord());
    QFile file(QString::fromStdString((sweepFolder() / "last.json").string()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{ half of");
    file.close();
    QVERIFY(!loadSweepRecord());
    QVERIFY(!loadSweepDraft());
    saveSweepDraft(record.plan);
    QVERIFY(loadSweepDraft() == record.plan);
}

void SweepPartsTest::durationsAreRoundedUp() {
    QCOMPARE(durationText(0.2), QStringLiteral("1 s"));
    QCOMPARE(durationText(59.0), QStringLiteral("59 s"));
    QCOMPARE(durationText(61.0), QStringLiteral("2 min"));
    QCOMPARE(durationText(3 * 3600 + 60), QStringLiteral("3 h 1 min"));
}

} // namespace diffuscope::test

int main(int argc, char** argv) { return diffuscope::test::runWidgetTest<diffuscope::test::SweepPartsTest>(argc, argv); }

#include "test_sweep_parts.moc"
