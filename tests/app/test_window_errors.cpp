// SPDX-License-Identifier: GPL-3.0-or-later
// What goes wrong appears as one sentence beside its cause, and nothing else is lost.
#include "app/trace_files.h"
#include "core/engine/trace_io.h"
#include "tests/app/window_test.h"
#include "widgets/figure_export.h"
#include "widgets/token_grid.h"
#include "widgets/trace_cursor.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QPlainTextEdit>

namespace diffuscope::test {

class WindowErrorsTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { installFatalLog(); }
    void init();
    void cleanup();
    void aFolderWithoutAModel();
    void aCorruptWeightsFile();
    void aTokenizerThatDoesNotFit();
    void anEmptySource();
    void aSourceLongerThanTheCanvas();
    void aFileThatIsNoTrace();
    void aTraceOfAnotherVersionsSolverChangesNothing();
    void settingsOfAnotherVersionAreLeftOut();
    void aMissingBundledModelLeavesAUsableWindow();
    void failuresAreSaidWhereTheRecipeIsHidden();
    void aDroppedFolderOpens();
    void aFileDroppedOnTheSourceOpensToo();
    void aFolderIsKeptByItsWholeName();
    void aDroppedFigureBringsItsRecipe();
    void filesOfAModelOpenItsFolderAndOthersAreRefused();

private:
    /// Opens a folder and waits for the answer; what the model box then says.
    QString open(const QString& folder);
    /// A copy of the tiny model that a test may spoil.
    QString copyToSpoil(const QString& name);
    /// nullptr: on the window.
    void drop(const QString& path, QWidget* target = nullptr);

    std::optional<WindowSettings> settings_;
    std::unique_ptr<MainWindow> window_;
};

void WindowErrorsTest::init() {
    settings_.emplace();
    window_ = openWindow();
    QVERIFY(window_);
}

void WindowErrorsTest::cleanup() {
    window_.reset();
    settings_.reset();
}

QString WindowErrorsTest::open(const QString& folder) {
    QSignalSpy ready(window_.get(), &MainWindow::modelReady);
    window_->openModel(folder);
    if (ready.isEmpty() && !ready.wait(kPatience)) return QStringLiteral("no answer");
    return window_->recipePanel()->model()->errorText();
}

QString WindowErrorsTest::copyToSpoil(const QString& name) {
    const QDir to(copyOfTiny(settings_->folder() + QLatin1Char('/') + name));
    for (const auto& file : to.entryList(QDir::Files)) QFile::setPermissions(to.filePath(file), QFile::ReadOwner | QFile::WriteOwner);
    return to.path();
}

void WindowErrorsTest::aFolderWithoutAModel() {
    const QTemporaryDir empty;
    const auto sentence = open(empty.path());
    QVERIFY2(sentence.contains(empty.path()), qPrintable(sentence));
    QVERIFY2(!sentence.contains(QLatin1Char('\n')), "one sentence");
    QVERIFY(window_->recipePanel()->findChild<QWidget*>(QStringLiteral("modelNotice"))->isVisible());
    QCOMPARE(window_->recipePanel()->model()->current(), kTiny);
    setRecipe(*window_, "still works", 3);
    QVERIFY(runToEnd(*window_));
    QVERIFY(window_->trace()->finished());
}

void WindowErrorsTest::aCorruptWeightsFile() {
    const auto folder = copyToSpoil(QStringLiteral("corrupt"));
    QFile weights(folder + QStringLiteral("/ema_0.9999_000600.pt"));
    QVERIFY(weights.resize(weights.size() / 2));
    const auto sentence = open(folder);
    QVERIFY2(sentence.contains(QLatin1String("ema_0.9999_000600.pt")), qPrintable(sentence));
    QVERIFY(!sentence.contains(QLatin1Char('\n')));
}

void WindowErrorsTest::aTokenizerThatDoesNotFit() {
    const auto folder = copyToSpoil(QStringLiteral("tokenizer"));
    QVERIFY(QFile::remove(folder + QStringLiteral("/tokenizer.json"))); // it would be preferred to vocab.txt
    QFile vocabulary(folder + QStringLiteral("/vocab.txt"));
    QVERIFY(vocabulary.open(QIODevice::Append));
    vocabulary.write("surplus\nwords\n");
    vocabulary.close();
    const auto sentence = open(folder);
    QVERIFY2(sentence.contains(QLatin1String("token"), Qt::CaseInsensitive), qPrintable(sentence));
}

void WindowErrorsTest::anEmptySource() {
    setRecipe(*window_, "   ", 3);
    QVERIFY(runToEnd(*window_));
    const auto* source = window_->recipePanel()->source();
    QVERIFY(source->errorText().contains(QLatin1String("empty")));
    source->editor()->setPlainText(QStringLiteral("now there is one"));
    QVERIFY2(source->errorText().isEmpty(), "typing takes the sentence away");
}

void WindowErrorsTest::aSourceLongerThanTheCanvas() {
    setRecipe(*window_, std::string(4000, 'a').insert(2000, " ").c_str(), 3);
    window_->recipePanel()->source()->setText(QStringLiteral("word ").repeated(600));
    QVERIFY(runToEnd(*window_));
    const auto sentence = window_->recipePanel()->source()->errorText();
    QVERIFY2(sentence.contains(QLatin1String("canvas")), qPrintable(sentence));
    QVERIFY(window_->recipePanel()->source()->text().startsWith(QLatin1String("word word")));
}

void WindowErrorsTest::aFileThatIsNoTrace() {
    setRecipe(*window_, "hello", 3);
    QVERIFY(runToEnd(*window_));
    const auto before = window_->trace();
    QSignalSpy failed(window_->files(), &TraceFiles::failed);
    window_->openTrace(kTiny + QStringLiteral("/vocab.txt"));
    QVERIFY(failed.wait(kPatience));
    QVERIFY(window_->recipePanel()->errorText().contains(QLatin1String("vocab.txt")));
    QCOMPARE(statusText(*window_), window_->recipePanel()->errorText());
    QCOMPARE(window_->trace(), before);
}

void WindowErrorsTest::aTraceOfAnotherVersionsSolverChangesNothing() {
    setRecipe(*window_, "hello", 3);
    QVERIFY(runToEnd(*window_));
    const auto before = window_->trace();
    auto header = std::make_shared<TraceHeader>(*before->header);
    header->recipe.solver = "of-tomorrow";
    auto other = *before;
    other.header = header;
    const auto path = settings_->folder() + QStringLiteral("/tomorrow.safetensors");
    writeTrace(path.toStdString(), other);
    QSignalSpy opened(window_->files(), &TraceFiles::opened);
    window_->openTrace(path);
    QVERIFY(opened.wait(kPatience));
    QVERIFY2(statusText(*window_).contains(QLatin1String("of-tomorrow")), qPrintable(statusText(*window_)));
    QCOMPARE(window_->recipePanel()->recipe().solver, before->header->recipe.solver);
    window_->setLanguage(QStringLiteral("de")); // names every lane anew
    QCoreApplication::processEvents();
    QVERIFY(runToEnd(*window_));
    QVERIFY(window_->trace()->finished());
}

void WindowErrorsTest::settingsOfAnotherVersionAreLeftOut() {
    window_.reset();
    auto settings = Settings::load();
    Recipe recipe;
    recipe.solver = "of-tomorrow";
    settings.lanes = {recipe};
    settings.save();
    QVERIFY(Settings::load().lanes.empty());
    window_ = openWindow();
    QVERIFY(window_);
    setRecipe(*window_, "hello", 3);
    QVERIFY(runToEnd(*window_));
    QVERIFY(window_->trace()->finished());
}

void WindowErrorsTest::aMissingBundledModelLeavesAUsableWindow() {
    window_.reset();
    auto settings = Settings::load();
    settings.model = QStringLiteral("/no/such/model");
    settings.save();
    window_ = openWindow();
    QVERIFY(window_);
    QVERIFY(!window_->recipePanel()->model()->errorText().isEmpty());
    setRecipe(*window_, "hello", 3);
    QVERIFY(runToEnd(*window_));
    QVERIFY(!window_->recipePanel()->errorText().isEmpty());
    QVERIFY(open(kTiny).isEmpty());
    QVERIFY(runToEnd(*window_));
    QVERIFY(window_->trace()->finished());
}

void WindowErrorsTest::failuresAreSaidWhereTheRecipeIsHidden() {
    QSignalSpy ended(window_.get(), &MainWindow::runEnded);
    const auto run = [&] {
        ended.clear();
        window_->action("run")->trigger();
        return !ended.isEmpty() || ended.wait(kPatience);
    };
    setRecipe(*window_, "   ", 3);
    QVERIFY(run());
    QVERIFY2(statusText(*window_).isEmpty(), "it stands beside its cause");
    window_->applyNamedLayout(QStringLiteral("figure"));
    QVERIFY(run());
    QVERIFY2(statusText(*window_).contains(QLatin1String("empty")), qPrintable(statusText(*window_)));
    auto recipe = plainRecipe(*window_);
    recipe.sources = {"hello"};
    recipe.spacing = "custom";
    recipe.times = {0.5};
    window_->recipePanel()->setRecipe(recipe);
    QVERIFY(run());
    QCOMPARE(statusText(*window_), window_->recipePanel()->errorText());
    QVERIFY(!statusText(*window_).isEmpty());
    const auto sentence = open(QStringLiteral("/no/such/model"));
    QCOMPARE(statusText(*window_), sentence);
}

void WindowErrorsTest::drop(const QString& path, QWidget* target) {
    if (!target) target = window_.get();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(target, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(target, &drop);
}

void WindowErrorsTest::aDroppedFigureBringsItsRecipe() {
    setRecipe(*window_, "kept in a figure", 6);
    QVERIFY(runToEnd(*window_));
    for (const auto& suffix : figureSuffixes()) {
        const auto figure = settings_->folder() + QStringLiteral("/grid.") + suffix;
        QVERIFY(exportFigure(*window_->grid(), figure, toJson(window_->trace()->header->recipe)));
        setRecipe(*window_, "something else", 3);
        drop(figure);
        QCOMPARE(window_->recipePanel()->recipe().sources.front(), std::string("kept in a figure"));
        QCOMPARE(window_->recipePanel()->recipe().steps, 6);
        QVERIFY2(statusText(*window_).contains(QFileInfo(figure).fileName()), qPrintable(statusText(*window_)));
        QVERIFY(!window_->isRunning());
    }
    const auto sweep = settings_->folder() + QStringLiteral("/sweep.svg");
    QVERIFY(exportFigure(*window_->grid(), sweep, {{"rows", nlohmann::json::array()}}));
    drop(sweep);
    QVERIFY2(statusText(*window_).contains(QLatin1String("no recipe of a run")), qPrintable(statusText(*window_)));
    QCOMPARE(window_->recipePanel()->recipe().steps, 6);
}

void WindowErrorsTest::aFolderIsKeptByItsWholeName() {
    const auto folder = copyToSpoil(QStringLiteral("named"));
    const auto relative = QDir::current().relativeFilePath(folder);
    for (const auto& name : QStringList{relative, folder + u'/'}) { // as on a command line, and as a shell completes it
        QSignalSpy ready(window_.get(), &MainWindow::modelReady);
        window_->openPath(name);
        QVERIFY(!ready.isEmpty() || ready.wait(kPatience));
        QCOMPARE(window_->recipePanel()->model()->current(), folder);
    }
    QCOMPARE(window_->recipePanel()->model()->recent(), (QStringList{folder, kTiny}));
}

void WindowErrorsTest::filesOfAModelOpenItsFolderAndOthersAreRefused() {
    const auto folder = copyToSpoil(QStringLiteral("model"));
    QSignalSpy ready(window_.get(), &MainWindow::modelReady);
    drop(folder + QStringLiteral("/ema_0.9999_000600.pt"));
    QVERIFY(!ready.isEmpty() || ready.wait(kPatience));
    QCOMPARE(window_->recipePanel()->model()->current(), folder);
    for (const char* name : {"notes.txt", "picture.png"}) {
        QFile file(settings_->folder() + QLatin1Char('/') + QLatin1String(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        drop(file.fileName());
        QVERIFY2(statusText(*window_).contains(QLatin1String(name)), qPrintable(statusText(*window_)));
        QCOMPARE(window_->recipePanel()->errorText(), statusText(*window_));
        QCOMPARE(window_->recipePanel()->model()->wanted(), folder);
    }
}

void WindowErrorsTest::aDroppedFolderOpens() {
    const auto folder = copyToSpoil(QStringLiteral("dropped"));
    QSignalSpy ready(window_.get(), &MainWindow::modelReady);
    drop(folder);
    QVERIFY(!ready.isEmpty() || ready.wait(kPatience));
    QCOMPARE(window_->recipePanel()->model()->current(), folder);
    QCOMPARE(window_->recipePanel()->model()->recent().first(), folder);
}

void WindowErrorsTest::aFileDroppedOnTheSourceOpensToo() {
    setRecipe(*window_, "kept", 3);
    const auto folder = copyToSpoil(QStringLiteral("dropped"));
    QSignalSpy ready(window_.get(), &MainWindow::modelReady);
    drop(folder, window_->recipePanel()->source()->editor()->viewport());
    QCOMPARE(window_->recipePanel()->source()->text(), QStringLiteral("kept"));
    QVERIFY(!ready.isEmpty() || ready.wait(kPatience));
    QCOMPARE(window_->recipePanel()->model()->current(), folder);
}

} // namespace diffuscope::test

int main(int argc, char** argv) { return diffuscope::test::runWidgetTest<diffuscope::test::WindowErrorsTest>(argc, argv); }

#include "test_window_errors.moc"
