// SPDX-License-Identifier: GPL-3.0-or-later
// A model is trained in the real window, from pairs to the first sentence.
#include "app/studies/study_docks.h"
#include "app/training/training_form.h"
#include "app/training/training_study.h"
#include "core/text/file_bytes.h"
#include "tests/app/window_test.h"
#include "widgets/training_view.h"

#include <QCheckBox>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPushButton>
#include <fstream>

namespace diffuscope::test {

class TrainingStudyTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { installFatalLog(); }
    void init();
    void cleanup() { settings_.reset(); }
    void aModelIsTrainedAndOpened();
    void aStoppedRunGoesOn();
    void aRunOfTheCommandLineGoesOn();
    void aRunThatIsPassedWhileTypingLeavesTheFields();
    void theMenuShowsAndStopsIt();
    void whatIsMissingIsSaid();
    void namesThatNoFileCanHaveAreOnlyMissing();
    void otherRunsAreFollowed();
    void itSpeaksGermanAndHasItsPictures();

private:
    static TrainingStudy* study(const MainWindow& window) {
        return qobject_cast<TrainingStudy*>(window.studies()->dock("train")->widget());
    }
    static QPushButton* button(TrainingStudy* study, const char* name) { return study->findChild<QPushButton*>(QLatin1String(name)); }
    std::unique_ptr<MainWindow> openStudy();
    TrainingPlan plan(double minutes) const;
    QString file(const char* name) const { return settings_->folder() + u'/' + QLatin1String(name); }

    std::optional<WindowSettings> settings_;
};

void TrainingStudyTest::init() {
    settings_.emplace();
    for (const char* name : {"train.jsonl", "valid.jsonl"}) {
        std::string rows;
        for (const char* word : {"hello", "friend", "good", "where", "there", "again"})
            for (const char* other : {"you", "we", "they"}) {
                const auto text = std::string(word) + " " + other;
                rows += nlohmann::json{{"src", text}, {"trg", text + " " + word}}.dump() + "\n";
            }
        writeFileBytes(file(name).toStdString(), rows);
    }
}

TrainingPlan TrainingStudyTest::plan(double minutes) const {
    TrainingPlan plan;
    plan.train = file("train.jsonl").toStdString();
    plan.valid = file("valid.jsonl").toStdString();
    plan.output = file("model").toStdString();
    plan.vocabSize = 80;
    plan.minutes = minutes;
    return plan;
}

std::unique_ptr<MainWindow> TrainingStudyTest::openStudy() {
    auto window = openWindow();
    if (!window) return nullptr;
    window->action(QStringLiteral("layout-train"))->trigger();
    if (!QTest::qWaitFor([&] { return study(*window)->isVisible(); }, kPatience)) return nullptr;
    return window;
}

void TrainingStudyTest::aModelIsTrainedAndOpened() {
    const auto window = openStudy();
    QVERIFY(window);
    auto* study = this->study(*window);
    study->form()->setPlan(plan(0.1));
    QVERIFY2(study->form()->problem().isEmpty(), qPrintable(study->form()->problem()));
    QVERIFY(!button(study, "openTrained")->isEnabled());
    QTest::mouseClick(button(study, "studyRun"), Qt::LeftButton);
    QVERIFY(study->isRunning());
    QVERIFY(!study->form()->isEnabled());
    QVERIFY(!button(study, "studyRun")->isEnabled());
    QVERIFY(QTest::qWaitFor([&] { return !study->isRunning(); }, kPatience));
    QVERIFY2(study->errorText().isEmpty(), qPrintable(study->errorText()));
    QVERIFY(study->statusText().startsWith(QStringLiteral("Trained.")));
    QCOMPARE(study->view()->runs().size(), 1u);
    const auto& run = study->view()->runs().front();
    QCOMPARE(run.name, QStringLiteral("model"));
    QVERIFY(run.lines.back().step > 0);
    QVERIFY(!run.validations.empty());
    QSignalSpy ready(window.get(), &MainWindow::modelReady);
    QTest::mouseClick(button(study, "openTrained"), Qt::LeftButton);
    QVERIFY(!ready.isEmpty() || ready.wait(kPatience));
    QCOMPARE(window->recipePanel()->model()->current(), file("model"));
    setRecipe(*window, "hello you", 4);
    QVERIFY(runToEnd(*window));
    QVERIFY(window->trace() && window->trace()->finished());
    QCOMPARE(window->trace()->header->recipe.model, file("model").toStdString());
}

void TrainingStudyTest::aStoppedRunGoesOn() {
    const auto window = openStudy();
    QVERIFY(window);
    auto* study = this->study(*window);
    study->form()->setPlan(plan(1000));
    const auto* status = study->findChild<QLabel*>(QStringLiteral("trainingStatus"));
    bool reading = false;
    connect(study->findChild<TrainingJob*>(), &TrainingJob::entered, this, [&](TrainingJob::Phase phase) {
        if (phase == TrainingJob::Phase::Reading) reading = status->isVisible() && status->text().startsWith(QStringLiteral("Reading"));
    });
    QTest::mouseClick(button(study, "studyRun"), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return !study->view()->runs().empty(); }, kPatience)); // the first line of the log
    QVERIFY2(reading, "what it does is said from the beginning");
    QTest::mouseClick(button(study, "studyCancel"), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return !study->isRunning(); }, kPatience));
    QVERIFY(study->statusText().startsWith(QStringLiteral("Stopped.")));
    QCOMPARE(button(study, "studyRun")->text(), QStringLiteral("Train on"));
    QVERIFY(!study->form()->findChild<QWidget*>(QStringLiteral("preset"))->isEnabled());
    QVERIFY(study->form()->findChild<QWidget*>(QStringLiteral("minutes"))->isEnabled());
    const auto before = study->view()->runs().front().lines.back().step;
    QTest::mouseClick(button(study, "studyRun"), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return study->view()->runs().front().lines.back().step > before; }, kPatience));
    study->stop();
    QVERIFY(QTest::qWaitFor([&] { return !study->isRunning(); }, kPatience));
    QVERIFY2(study->errorText().isEmpty(), qPrintable(study->errorText()));
}

void TrainingStudyTest::aRunOfTheCommandLineGoesOn() {
    auto begun = plan(0);
    begun.steps = 2;
    begun.selfCondition = false;
    begun.changes.hidden = 32;
    begun.changes.layers = 1;
    begun.changes.heads = 2;
    runTraining(begun, {}, {});
    const auto window = openStudy();
    QVERIFY(window);
    auto* study = this->study(*window);
    auto* folder = study->form()->findChild<QLineEdit*>(QStringLiteral("modelFolder"));
    folder->setText(file("model"));
    QVERIFY2(study->form()->plan() == begun, "what has no field here, too");
    auto* minutes = study->form()->findChild<QDoubleSpinBox*>(QStringLiteral("minutes"));
    QCOMPARE(minutes->text(), QStringLiteral("2 steps"));
    minutes->setValue(1000);
    QVERIFY(study->form()->plan().steps == 0);
    QCOMPARE(study->form()->plan().minutes, 1000.0);
    QTest::mouseClick(button(study, "studyRun"), Qt::LeftButton);
    const auto hasGoneOn = [&] { return !study->view()->runs().empty() && study->view()->runs().front().lines.back().step > 2; };
    QVERIFY(QTest::qWaitFor(hasGoneOn, kPatience));
    study->stop();
    QVERIFY(QTest::qWaitFor([&] { return !study->isRunning(); }, kPatience));
    QVERIFY2(study->errorText().isEmpty(), qPrintable(study->errorText()));
    folder->setText(file("another"));
    QVERIFY2(study->form()->plan().changes == PresetChanges(), "they were that run's");
    folder->setText(file("model"));
    QVERIFY(study->form()->plan().changes == begun.changes);
    QCOMPARE(minutes->value(), 1000.0);
}

void TrainingStudyTest::aRunThatIsPassedWhileTypingLeavesTheFields() {
    auto begun = plan(0);
    begun.steps = 2;
    begun.seed = 7;
    begun.changes.hidden = 32;
    begun.changes.layers = 1;
    begun.changes.heads = 2;
    runTraining(begun, {}, {});
    const auto window = openStudy();
    QVERIFY(window);
    auto* form = study(*window)->form();
    auto own = plan(12);
    own.seed = 3;
    own.vocabSize = 90;
    own.output = file("other").toStdString();
    form->setPlan(own);
    auto* folder = form->findChild<QLineEdit*>(QStringLiteral("modelFolder"));
    folder->setText(file("model"));
    QCOMPARE(form->findChild<QSpinBox*>(QStringLiteral("trainSeed"))->value(), 7);
    folder->setText(file("model-10"));
    own.output = file("model-10").toStdString();
    QVERIFY2(form->plan() == own, "it was another run's folder on the way to this one");
}

void TrainingStudyTest::theMenuShowsAndStopsIt() {
    const auto window = openWindow();
    QVERIFY(window);
    auto* study = this->study(*window);
    QVERIFY(!study->isVisible());
    window->action(QStringLiteral("train"))->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!study->visibleRegion().isEmpty(), kPatience);
    auto* stop = window->action(QStringLiteral("stopTraining"));
    QVERIFY(!stop->isEnabled());
    study->form()->setPlan(plan(1000));
    study->start();
    QVERIFY(study->isRunning() && stop->isEnabled());
    stop->trigger();
    QVERIFY(QTest::qWaitFor([&] { return !study->isRunning(); }, kPatience));
    QVERIFY(!stop->isEnabled());
}

void TrainingStudyTest::whatIsMissingIsSaid() {
    const auto window = openStudy();
    QVERIFY(window);
    auto* study = this->study(*window);
    auto wrong = plan(1);
    wrong.train = file("none.jsonl").toStdString();
    study->form()->setPlan(wrong);
    QVERIFY(study->errorText().contains(QStringLiteral("none.jsonl")));
    QVERIFY(!button(study, "studyRun")->isEnabled());
    writeFileBytes(file("none.jsonl").toStdString(), "no pairs\n");
    window->studies()->dock("train")->hide();
    window->studies()->dock("train")->show();
    QTRY_VERIFY2(study->errorText().isEmpty(), "it is there by now");
    wrong.output = file("other").toStdString();
    study->form()->setPlan(wrong);
    QTest::mouseClick(button(study, "studyRun"), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return !study->isRunning(); }, kPatience));
    QVERIFY2(study->errorText().contains(QStringLiteral("holds no pairs")), qPrintable(study->errorText()));
    QVERIFY(button(study, "studyRun")->isEnabled());
    study->form()->findChild<QCheckBox*>(QStringLiteral("absorbing"))->setChecked(false);
    QVERIFY(!study->form()->findChild<QCheckBox*>(QStringLiteral("discreteNoise"))->isEnabled());
    QVERIFY(!study->form()->plan().discreteNoise);
}

void TrainingStudyTest::namesThatNoFileCanHaveAreOnlyMissing() {
    const auto window = openStudy();
    QVERIFY(window);
    auto* form = study(*window)->form();
    form->setPlan(plan(1));
    // As where one may not look, asking for such a file is an error and not a no.
    const auto tooLong = settings_->folder() + u'/' + QString(300, u'x');
    auto* folder = form->findChild<QLineEdit*>(QStringLiteral("modelFolder"));
    folder->setText(tooLong);
    QCOMPARE(form->plan().output.string(), tooLong.toStdString());
    QVERIFY2(form->problem().isEmpty(), qPrintable(form->problem()));
    folder->setText(file("model"));
    form->findChild<QLineEdit*>(QStringLiteral("trainPairs"))->setText(tooLong);
    QVERIFY(form->problem().contains(tooLong));
}

void TrainingStudyTest::otherRunsAreFollowed() {
    TrainLogLine line;
    line.step = 50;
    line.nll = 3;
    const auto log = file("elsewhere.jsonl").toStdString();
    writeFileBytes(log, toJson(line).dump() + "\n");
    {
        const auto window = openStudy();
        QVERIFY(window);
        auto* study = this->study(*window);
        study->addLog(QString::fromStdString(log));
        QCOMPARE(study->view()->runs().size(), 1u);
        line.step = 100;
        std::ofstream(log, std::ios::app) << toJson(line).dump() << '\n';
        QVERIFY(QTest::qWaitFor([&] { return study->view()->runs().front().lines.size() == 2; }, kPatience));
    }
    const auto window = openStudy();
    QVERIFY(window);
    QCOMPARE(study(*window)->otherLogs(), QStringList{QString::fromStdString(log)});
}

void TrainingStudyTest::itSpeaksGermanAndHasItsPictures() {
    const auto window = openStudy();
    QVERIFY(window);
    auto* study = this->study(*window);
    study->form()->setPlan(plan(30));
    std::string lines;
    for (int step = 50; step <= 3000; step += 50) {
        TrainLogLine line;
        line.step = step;
        line.seconds = 0.2 * step;
        line.nll = 0.7 + 6.0 * 300 / (300 + step);
        lines += toJson(line).dump() + "\n";
        if (step % 600 == 0) lines += toJson(TrainLogValidation{step, 0, line.seconds, line.nll + 0.05, step / 100.0}).dump() + "\n";
    }
    writeFileBytes(file("run.jsonl").toStdString(), lines);
    study->addLog(file("run.jsonl"));
    savePictures(*window, QStringLiteral("window-training"));
    window->setLanguage(QStringLiteral("de"));
    QTRY_COMPARE(button(study, "studyRun")->text(), QStringLiteral("Trainieren"));
    savePictures(*window, QStringLiteral("window-training-de"));
}

} // namespace diffuscope::test

int main(int argc, char** argv) { return diffuscope::test::runWidgetTest<diffuscope::test::TrainingStudyTest>(argc, argv); }

#include "test_training_study.moc"
