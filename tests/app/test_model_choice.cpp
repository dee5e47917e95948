// SPDX-License-Identifier: GPL-3.0-or-later
// The models that ship, and the examples that come and go with a model.
#include "app/lane_model_menu.h"
#include "tests/app/window_test.h"

#include <QComboBox>
#include <QMenu>
#include <QToolButton>

namespace diffuscope::test {

class ModelChoiceTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { installFatalLog(); }
    void modelsThatShipCanBeChosen();
    void aFolderIsCalledAsItIsInTheMenuOfALane();
    void examplesReplaceEachOtherButNotWhatWasTyped();
    void anotherModelBringsItsExamples();
};

void ModelChoiceTest::modelsThatShipCanBeChosen() {
    QCOMPARE(modelTitle(QStringLiteral("bundled")), QStringLiteral("Bundled model"));
    QCOMPARE(modelTitle(QStringLiteral("bundled/pronunciation")), QStringLiteral("pronunciation (bundled)"));
    QCOMPARE(modelTitle(QStringLiteral("/home/me/bundled/mine")), QStringLiteral("mine"));
    ModelBox box;
    const auto* choice = box.findChild<QComboBox*>(QStringLiteral("modelChoice"));
    for (const auto& model : shippedModels()) QVERIFY(choice->findData(model) >= 0);
    ModelInfo info;
    box.setOpening(QStringLiteral("bundled/pronunciation"));
    box.setInfo(info);
    QVERIFY2(box.recent().isEmpty(), "what ships is there without having been opened");
    QCOMPARE(choice->currentData().toString(), QStringLiteral("bundled/pronunciation"));
    box.setOpening(QStringLiteral("/home/me/mine"));
    box.setInfo(info);
    QCOMPARE(box.recent(), QStringList{QStringLiteral("/home/me/mine")});
}

void ModelChoiceTest::aFolderIsCalledAsItIsInTheMenuOfALane() {
    LaneModelMenu menu;
    menu.fill({}, {QStringLiteral("/home/me/R&D")});
    QStringList texts;
    for (const auto* action : menu.actions()) texts << action->text();
    QVERIFY2(texts.contains(QStringLiteral("R&&D")), "one of the two is drawn, and no letter gets a line below it");
}

void ModelChoiceTest::examplesReplaceEachOtherButNotWhatWasTyped() {
    SourceBox box;
    const auto* button = box.findChild<QToolButton*>();
    box.setExamples({QStringLiteral("one"), QStringLiteral("two")});
    QCOMPARE(box.text(), QStringLiteral("one"));
    QCOMPARE(button->menu()->actions().size(), 2);
    QVERIFY2(button->menu()->toolTipsVisible(), "they hold what is elided");
    button->menu()->actions().at(1)->trigger();
    QCOMPARE(box.text(), QStringLiteral("two"));
    box.setExamples({QStringLiteral("one"), QStringLiteral("two")});
    QCOMPARE(box.text(), QStringLiteral("two"));
    box.setExamples({QStringLiteral("three")});
    QCOMPARE(box.text(), QStringLiteral("three"));
    box.setText(QStringLiteral("my own"));
    box.setExamples({QStringLiteral("four")});
    QCOMPARE(box.text(), QStringLiteral("my own"));
    box.setExamples({});
    QVERIFY(!button->isEnabled());
}

void ModelChoiceTest::anotherModelBringsItsExamples() {
    const WindowSettings settings;
    const auto window = openWindow();
    QVERIFY(window);
    auto* panel = window->recipePanel();
    const auto open = [&](const char* model) {
        QSignalSpy ready(window.get(), &MainWindow::modelReady);
        emit panel->model()->modelChosen(QLatin1String(model));
        return ready.wait(kPatience) && panel->errorText().isEmpty();
    };
    QVERIFY2(panel->source()->text().isEmpty(), "the recorded tiny model has no samples");
    QVERIFY(open("bundled"));
    const auto act = panel->source()->text();
    QVERIFY2(act.contains(QLatin1String(" : ")), qPrintable(act));
    QVERIFY(open("bundled/pronunciation"));
    const auto word = panel->source()->text();
    QVERIFY(!word.isEmpty() && word != act);
    QCOMPARE(panel->recipe().model, std::string("bundled/pronunciation"));
    const auto undo = window->action(QStringLiteral("undo"))->text();
    QVERIFY2(undo.contains(QStringLiteral("model")), qPrintable(undo));
    QVERIFY(runToEnd(*window));
    QVERIFY(!window->trace()->sentences.front().text.empty());
}

} // namespace diffuscope::test

int main(int argc, char** argv) { return diffuscope::test::runWidgetTest<diffuscope::test::ModelChoiceTest>(argc, argv); }

#include "test_model_choice.moc"
