// SPDX-License-Identifier: GPL-3.0-or-later
// What core says, which knows no Qt, is said in the language of the window.
#include "app/error_sentence.h"
#include "core/engine/bundled.h"
#include "core/solvers/solver_table.h"
#include "core/text/pairs.h"
#include "tests/app/window_test.h"

#include <QRegularExpression>
#include <QTranslator>
#include <QXmlStreamReader>
#include <fstream>

namespace diffuscope::test {
namespace {

/// German as long as it lives.
class German {
public:
    German() : ready_(translator_.load(QStringLiteral(":/i18n/diffuscope_de.qm")) && QCoreApplication::installTranslator(&translator_)) {}
    bool isReady() const { return ready_; }

private:
    QTranslator translator_;
    bool ready_;
};

template <class Work> QString sentenceFrom(Work work) {
    try {
        work();
    } catch (const std::exception& error) {
        return sentenceOf(error);
    }
    return QStringLiteral("no error");
}

/// Of a text, sorted: "%1", "%2", …
QStringList placesIn(const QString& text) {
    static const QRegularExpression place(QStringLiteral("%[1-9]"));
    QStringList places;
    for (auto found = place.globalMatch(text); found.hasNext();) places << found.next().captured();
    places.sort();
    return places;
}

void compareMessage(QXmlStreamReader& file, int& compared) {
    QString source, translation;
    while (file.readNextStartElement())
        (file.name() == QLatin1String("source") ? source : translation) = file.readElementText(QXmlStreamReader::IncludeChildElements);
    QVERIFY2(!translation.isEmpty(), qPrintable(source));
    QCOMPARE(placesIn(translation), placesIn(source));
    ++compared;
}

} // namespace

class CoreSentencesTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { installFatalLog(); }
    void anOptionOutOfRange();
    void aSentenceInASentence();
    void namesStayAsTheyAre();
    void whatIsNotOfCoreStays();
    void whatShipsIsDescribedInGerman();
    void translationsFillInTheSame();
    void theWindowSaysItInGerman();
};

void CoreSentencesTest::anOptionOutOfRange() {
    Recipe recipe;
    recipe.sources = {"hello"};
    recipe.steps = 0;
    const auto refused = [&] { validate(recipe); };
    QCOMPARE(sentenceFrom(refused), QStringLiteral("The option 'steps' must lie between 1 and 100000, not 0."));
    const German german;
    QVERIFY(german.isReady());
    QCOMPARE(sentenceFrom(refused), QStringLiteral("Die Option „steps“ muss zwischen 1 und 100000 liegen; sie ist 0."));
}

void CoreSentencesTest::aSentenceInASentence() {
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("pairs.jsonl"));
    std::ofstream(path.toStdString()) << "{\"src\": \"a\", \"trg\": \"b\"}\n{\"src\": \"a\"}\n";
    const German german;
    QCOMPARE(sentenceFrom([&] { readPairs(path.toStdString()); }), QStringLiteral("„%1“: Zeile 2 hat keinen Text „trg“.").arg(path));
}

void CoreSentencesTest::namesStayAsTheyAre() {
    const German german;
    QCOMPARE(sentenceFrom([] { readPairs("/no/%2/%1.jsonl"); }), QStringLiteral("„/no/%2/%1.jsonl“ lässt sich nicht öffnen."));
}

void CoreSentencesTest::whatIsNotOfCoreStays() {
    const German german;
    QCOMPARE(sentenceFrom([] { throw std::runtime_error("It broke.\nat line 1"); }), QStringLiteral("It broke."));
    QCOMPARE(sentenceFrom([] { throw Error("Nobody has translated this."); }), QStringLiteral("Nobody has translated this."));
}

void CoreSentencesTest::whatShipsIsDescribedInGerman() {
    const German german;
    QCOMPARE(translated(std::string(findSolver("ddim").reference)), QStringLiteral("Song et al. 2021, Gl. 12 und 16"));
    for (const auto& model : bundledModels()) {
        std::ifstream file(modelFolder(model) / "config.json");
        const auto config = nlohmann::json::parse(file);
        const auto about = config.at("training").value("about", std::string());
        QVERIFY2(about.empty() || translated(about) != QString::fromStdString(about), about.c_str());
    }
}

void CoreSentencesTest::translationsFillInTheSame() {
    QFile ts(QStringLiteral(DIFFUSCOPE_TEST_DATA "/../../translations/diffuscope_de.ts"));
    QVERIFY(ts.open(QIODevice::ReadOnly));
    QXmlStreamReader file(&ts);
    int compared = 0;
    QVERIFY(file.readNextStartElement());
    while (file.readNextStartElement()) { // contexts: a name, then messages
        bool ofCore = false;
        while (file.readNextStartElement()) {
            if (file.name() == QLatin1String("name")) ofCore = file.readElementText() == QLatin1String("core");
            else if (ofCore) compareMessage(file, compared);
            else file.skipCurrentElement();
            if (QTest::currentTestFailed()) return;
        }
    }
    QVERIFY2(!file.hasError(), qPrintable(file.errorString()));
    QVERIFY2(compared > 100, qPrintable(QString::number(compared)));
}

void CoreSentencesTest::theWindowSaysItInGerman() {
    const WindowSettings settings;
    const auto window = openWindow();
    QVERIFY(window);
    window->setLanguage(QStringLiteral("de"));
    const QTemporaryDir empty;
    QSignalSpy ready(window.get(), &MainWindow::modelReady);
    window->openModel(empty.path());
    QVERIFY(!ready.isEmpty() || ready.wait(kPatience));
    QCOMPARE(window->recipePanel()->model()->errorText(),
             QStringLiteral("„%1“ enthält kein Modell: Es gibt dort weder model.safetensors noch einen Sicherungspunkt (ema_*.pt, "
                            "model*.pt).")
                 .arg(empty.path()));
    setRecipe(*window, "   ", 3);
    QVERIFY(runToEnd(*window));
    QCOMPARE(window->recipePanel()->source()->errorText(), QStringLiteral("Der Quellsatz ist leer; zuerst einen eingeben."));
}

} // namespace diffuscope::test

int main(int argc, char** argv) { return diffuscope::test::runWidgetTest<diffuscope::test::CoreSentencesTest>(argc, argv); }

#include "test_core_sentences.moc"
