// SPDX-License-Identifier: GPL-3.0-or-later
// Traces are read and written beside the window, which goes on meanwhile.
#include "app/trace_files.h"
#include "core/engine/trace_io.h"
#include "tests/app/window_test.h"
#include "tests/widgets/latent_trace.h"
#include "widgets/token_grid.h"
#include "widgets/trace_cursor.h"

#include <QProgressBar>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace diffuscope::test {
namespace {

/// A name whose opening takes as long as a test wants, and then fails: a pipe, which waits for a writer.
class HeldFile {
public:
    explicit HeldFile(const QString& path) : path_(path), name_(path.toStdString()), made_(mkfifo(name_.c_str(), 0600) == 0) {}
    ~HeldFile() {
        letGo(); // and stays open: a reader that comes only now must not wait either
        unlink(name_.c_str());
    }
    HeldFile(const HeldFile&) = delete;
    HeldFile& operator=(const HeldFile&) = delete;

    const QString& path() const { return path_; }
    bool isMade() const { return made_; }
    void letGo() {
        if (writer_ < 0) writer_ = ::open(name_.c_str(), O_RDWR | O_CLOEXEC);
    }

private:
    QString path_;
    std::string name_;
    bool made_;
    int writer_ = -1;
};

} // namespace

class TraceFilesTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { installFatalLog(); }
    void init() { settings_.emplace(); }
    void cleanup() { settings_.reset(); }
    void whatIsSavedOpensAgain();
    void theNewestOpeningWins();
    void whatFailsIsSaid();
    void whatIsCancelledLeavesTheFileAsItWas();
    void allThatWasToBeSavedIsWrittenAtTheEnd();
    void theWindowSaysWhatItWaitsFor();
    void aRunHasTheBarWhileAFileIsWritten();
    void aRunTakesThePlaceOfATraceThatIsBeingOpened();
    void aModelThatIsChosenMeanwhileStays();
    void escapeStopsTheOpening();
    void closingWritesTheWholeFile();

private:
    QString path(const char* name) const { return settings_->folder() + QLatin1Char('/') + QLatin1String(name); }
    static QProgressBar* bar(const MainWindow& window) { return window.statusBar()->findChild<QProgressBar*>(); }
    static size_t stepsIn(const QString& file) { return readTrace(file.toStdString()).steps.size(); }

    std::optional<WindowSettings> settings_;
};

void TraceFilesTest::whatIsSavedOpensAgain() {
    TraceFiles files;
    QSignalSpy saved(&files, &TraceFiles::saved);
    const auto before = latentTrace();
    files.save(before, path("a.safetensors"));
    TraceFiles::TracePtr after;
    connect(&files, &TraceFiles::opened, this, [&](const TraceFiles::TracePtr& trace, const QString& from) {
        after = trace;
        QCOMPARE(from, path("a.safetensors"));
    });
    files.open(path("a.safetensors")); // after the writing that is under way
    QTRY_VERIFY_WITH_TIMEOUT(after != nullptr, kPatience);
    QCOMPARE(saved.count(), 1);
    QCOMPARE(saved.first().at(0).toString(), path("a.safetensors"));
    QVERIFY(!files.isLong());
    QCOMPARE(after->steps.size(), before->steps.size());
    QCOMPARE(after->steps.back()->tokens, before->steps.back()->tokens);
}

void TraceFilesTest::theNewestOpeningWins() {
    writeTrace(path("a.safetensors").toStdString(), *latentTrace());
    writeTrace(path("b.safetensors").toStdString(), *latentTrace());
    TraceFiles files;
    HeldFile held(path("held.safetensors"));
    QVERIFY(held.isMade());
    QSignalSpy opened(&files, &TraceFiles::opened), failed(&files, &TraceFiles::failed), cancelled(&files, &TraceFiles::cancelled);
    QSignalSpy saved(&files, &TraceFiles::saved);
    files.open(held.path());
    files.open(path("a.safetensors"));
    files.open(path("b.safetensors"));
    held.letGo();
    files.save(latentTrace(), path("c.safetensors")); // after all of them
    QVERIFY(saved.wait(kPatience));
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.first().at(1).toString(), path("b.safetensors"));
    QVERIFY(failed.isEmpty() && cancelled.isEmpty());
    files.open(path("a.safetensors"));
    files.dropOpening();
    files.save(latentTrace(), path("c.safetensors"));
    QVERIFY(saved.wait(kPatience));
    QCOMPARE(opened.count(), 1);
    QVERIFY(failed.isEmpty() && cancelled.isEmpty());
}

void TraceFilesTest::whatFailsIsSaid() {
    TraceFiles files;
    QSignalSpy failed(&files, &TraceFiles::failed);
    files.open(kTiny + QStringLiteral("/vocab.txt"));
    QVERIFY(failed.wait(kPatience));
    QCOMPARE(failed.last().at(0).toString(), kTiny + QStringLiteral("/vocab.txt"));
    QVERIFY(failed.last().at(1).toString().contains(QLatin1String("vocab.txt")));
    files.save(latentTrace(), path("no/such/folder.safetensors"));
    QVERIFY(failed.wait(kPatience));
    QCOMPARE(failed.last().at(0).toString(), path("no/such/folder.safetensors"));
    QVERIFY(failed.last().at(1).toString().contains(QLatin1String("could not be written")));
    QVERIFY(!files.isLong());
}

void TraceFilesTest::whatIsCancelledLeavesTheFileAsItWas() {
    const auto file = path("a.safetensors");
    writeTrace(file.toStdString(), *latentTrace(4));
    TraceFiles files;
    HeldFile held(path("held.safetensors"));
    QVERIFY(held.isMade());
    QSignalSpy cancelled(&files, &TraceFiles::cancelled), saved(&files, &TraceFiles::saved), failed(&files, &TraceFiles::failed);
    files.open(held.path());
    files.save(latentTrace(), file);
    QTRY_VERIFY_WITH_TIMEOUT(files.isLong(), kPatience);
    files.cancel();
    held.letGo();
    QTRY_COMPARE_WITH_TIMEOUT(cancelled.count(), 2, kPatience);
    QVERIFY(!files.isLong());
    QVERIFY(saved.isEmpty() && failed.isEmpty());
    QCOMPARE(stepsIn(file), size_t(4));
}

void TraceFilesTest::allThatWasToBeSavedIsWrittenAtTheEnd() {
    {
        TraceFiles files;
        HeldFile held(path("held.safetensors"));
        QVERIFY(held.isMade());
        files.open(held.path());
        files.save(latentTrace(4), path("a.safetensors"));
        files.save(latentTrace(5), path("b.safetensors"));
        files.open(path("a.safetensors"));
    }
    QCOMPARE(stepsIn(path("a.safetensors")), size_t(4));
    QCOMPARE(stepsIn(path("b.safetensors")), size_t(5));
    QVERIFY(!QFile::exists(path("b.safetensors.part")));
}

void TraceFilesTest::theWindowSaysWhatItWaitsFor() {
    const auto window = openWindow();
    QVERIFY(window);
    setRecipe(*window, "hello there", 4);
    QVERIFY(runToEnd(*window));
    HeldFile held(path("held.safetensors"));
    QVERIFY(held.isMade());
    const auto before = window->trace();
    window->openTrace(held.path());
    QVERIFY2(!bar(*window)->isVisible(), "what is quick does not flicker");
    QTRY_VERIFY_WITH_TIMEOUT(bar(*window)->isVisible(), kPatience);
    QCOMPARE(bar(*window)->maximum(), 0);
    QVERIFY2(statusText(*window).contains(QLatin1String("Opening held.safetensors")), qPrintable(statusText(*window)));
    window->cursor()->setStep(1); // the window goes on
    QCOMPARE(window->grid()->step(), 1);
    held.letGo();
    QTRY_VERIFY_WITH_TIMEOUT(!bar(*window)->isVisible(), kPatience);
    QCOMPARE(statusText(*window), window->recipePanel()->errorText()); // it is no trace
    QVERIFY(!statusText(*window).isEmpty());
    QCOMPARE(window->trace(), before);
}

void TraceFilesTest::aRunHasTheBarWhileAFileIsWritten() {
    const auto window = openWindow();
    QVERIFY(window);
    setRecipe(*window, "hello there", 4);
    QVERIFY(runToEnd(*window));
    HeldFile held(path("held.safetensors"));
    QVERIFY(held.isMade());
    window->openTrace(held.path());
    window->writeTraceTo(path("run.safetensors"));
    QTRY_VERIFY_WITH_TIMEOUT(statusText(*window).contains(QLatin1String("Saving ")), kPatience);
    QVERIFY(bar(*window)->isVisible());
    std::vector<int> ranges;
    connect(window->engine(), &EngineThread::progress, this, [&] { ranges.push_back(bar(*window)->maximum()); });
    setRecipe(*window, "hello there", 300);
    QVERIFY(runToEnd(*window));
    QVERIFY(!ranges.empty());
    QVERIFY2(std::all_of(ranges.begin(), ranges.end(), [](int range) { return range > 0; }), "it counts the run's steps");
    QVERIFY2(bar(*window)->isVisible() && bar(*window)->maximum() == 0, "the file is not written yet");
    held.letGo();
    QTRY_VERIFY_WITH_TIMEOUT(!bar(*window)->isVisible(), kPatience);
    QVERIFY2(statusText(*window).contains(QLatin1String("Saved ")), qPrintable(statusText(*window)));
    QCOMPARE(stepsIn(path("run.safetensors")), size_t(5)); // the run that was there when it was asked for
}

void TraceFilesTest::aRunTakesThePlaceOfATraceThatIsBeingOpened() {
    const auto window = openWindow();
    QVERIFY(window);
    setRecipe(*window, "kept in a file", 4);
    QVERIFY(runToEnd(*window));
    QSignalSpy saved(window->files(), &TraceFiles::saved), opened(window->files(), &TraceFiles::opened);
    window->writeTraceTo(path("run.safetensors"));
    QVERIFY(saved.wait(kPatience));
    HeldFile held(path("held.safetensors"));
    QVERIFY(held.isMade());
    window->openTrace(held.path());
    window->openTrace(path("run.safetensors"));
    setRecipe(*window, "another sentence", 6);
    QVERIFY(runToEnd(*window));
    held.letGo();
    window->writeTraceTo(path("other.safetensors")); // what was to be opened would have been by then
    QVERIFY(saved.wait(kPatience));
    QVERIFY(opened.isEmpty());
    QCOMPARE(window->trace()->header->recipe.sources.front(), std::string("another sentence"));
    QCOMPARE(window->recipePanel()->recipe().steps, 6);
}

void TraceFilesTest::aModelThatIsChosenMeanwhileStays() {
    const auto other = copyOfTiny(path("other"));
    const auto window = openWindow();
    QVERIFY(window);
    setRecipe(*window, "kept in a file", 4);
    QVERIFY(runToEnd(*window));
    const auto file = path("run.safetensors");
    writeTrace(file.toStdString(), *window->trace());
    QVERIFY(openModel(*window, other));
    QSignalSpy opened(window->files(), &TraceFiles::opened);
    window->openTrace(file);
    QVERIFY(opened.wait(kPatience));
    QTRY_COMPARE_WITH_TIMEOUT(window->recipePanel()->model()->current(), kTiny, kPatience); // a trace brings its model …

    HeldFile held(path("held.safetensors"));
    QVERIFY(held.isMade());
    setRecipe(*window, "something else", 7);
    window->openTrace(held.path());
    window->openTrace(file);
    QVERIFY(openModel(*window, other)); // … unless another one was chosen since
    held.letGo();
    QVERIFY(opened.wait(kPatience));
    QCOMPARE(window->recipePanel()->model()->wanted(), other);
    QCOMPARE(window->recipePanel()->recipe().model, other.toStdString());
    QCOMPARE(window->recipePanel()->recipe().steps, 4);
    QCOMPARE(window->recipePanel()->recipe().sources.front(), std::string("kept in a file"));
}

void TraceFilesTest::escapeStopsTheOpening() {
    const auto window = openWindow();
    QVERIFY(window);
    HeldFile held(path("held.safetensors"));
    QVERIFY(held.isMade());
    QSignalSpy cancelled(window->files(), &TraceFiles::cancelled);
    window->openTrace(held.path());
    window->action("cancel")->trigger();
    held.letGo();
    QVERIFY(cancelled.wait(kPatience));
    QVERIFY2(statusText(*window).contains(QLatin1String("held.safetensors was not opened")), qPrintable(statusText(*window)));
    QVERIFY(window->recipePanel()->errorText().isEmpty());
}

void TraceFilesTest::closingWritesTheWholeFile() {
    auto window = openWindow();
    QVERIFY(window);
    setRecipe(*window, "kept in a file", 200, 4);
    QVERIFY(runToEnd(*window));
    window->writeTraceTo(path("run.safetensors"));
    window->openTrace(path("run.safetensors"));
    window->close();
    window.reset();
    QCOMPARE(stepsIn(path("run.safetensors")), size_t(201));
    QVERIFY(!QFile::exists(path("run.safetensors.part")));
}

} // namespace diffuscope::test

int main(int argc, char** argv) { return diffuscope::test::runWidgetTest<diffuscope::test::TraceFilesTest>(argc, argv); }

#include "test_trace_files.moc"
