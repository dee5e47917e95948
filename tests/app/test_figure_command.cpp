// SPDX-License-Identifier: GPL-3.0-or-later
// `diffuscope --figure` and `--recipe`, as ./run uses them on a machine without a display.
#include "app/figure_command.h"
#include "core/engine/engine.h"
#include "core/engine/trace_io.h"
#include "tests/app/window_test.h"

#include <QProcess>

namespace diffuscope::test {

class FigureCommandTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void writesEachFormatWithItsRecipe_data();
    void writesEachFormatWithItsRecipe();
    void rendersEveryView();
    void misuseIsTwoAndFailureIsOne();
    void needsNoDisplay_data();
    void needsNoDisplay();

private:
    struct Result {
        int status;
        QByteArray out, err;
    };
    Result program(const QStringList& arguments, bool display = true);
    QString trace() const { return folder_.filePath(QStringLiteral("run.safetensors")); }

    QTemporaryDir folder_;
    Recipe recipe_;
};

void FigureCommandTest::initTestCase() {
    installFatalLog();
    recipe_.sources = {"hello there"};
    recipe_.steps = 6;
    writeTrace(trace().toStdString(), Engine(kTiny.toStdString()).run(recipe_));
}

FigureCommandTest::Result FigureCommandTest::program(const QStringList& arguments, bool display) {
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), folder_.path()); // otherwise Qt warns on standard error
    if (!display)
        for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) environment.remove(QString::fromLatin1(name));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(DIFFUSCOPE_PROGRAM), arguments);
    if (!process.waitForFinished(kPatience)) return {-1, {}, "timeout"};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

void FigureCommandTest::writesEachFormatWithItsRecipe_data() {
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QByteArray>("magic");
    QTest::newRow("PDF") << "pdf" << QByteArray("%PDF");
    QTest::newRow("SVG") << "svg" << QByteArray("<?xml");
    QTest::newRow("PNG") << "png" << QByteArray("\x89PNG");
}

void FigureCommandTest::writesEachFormatWithItsRecipe() {
    QFETCH(QString, ending);
    QFETCH(QByteArray, magic);
    const auto figure = folder_.filePath(QStringLiteral("grid.") + ending);
    const auto made = program(
        {QStringLiteral("--figure"), QStringLiteral("token-grid"), QStringLiteral("--trace"), trace(), QStringLiteral("-o"), figure});
    QVERIFY2(made.status == 0, made.err.constData());
    QVERIFY(made.out.isEmpty());
    QFile file(figure);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.read(8).startsWith(magic));
    const auto read = program({QStringLiteral("--recipe"), figure});
    QVERIFY2(read.status == 0, read.err.constData());
    QVERIFY(recipeFromJson(nlohmann::json::parse(read.out.toStdString())) == recipe_);
}

void FigureCommandTest::rendersEveryView() {
    const auto sweep = folder_.filePath(QStringLiteral("sweep.json"));
    QFile rows(sweep);
    QVERIFY(rows.open(QIODevice::WriteOnly));
    rows.write(
        R"([{"solver":"ddim","steps":2,"evaluations":2,"seconds_per_sentence":0.5,"sentences":8,"bleu_sacre":{"value":20,"low":18,"high":23}}])");
    rows.close();
    for (const auto& name : figureNames()) {
        const auto figure = folder_.filePath(name + QStringLiteral(".pdf"));
        const auto made = program({QStringLiteral("--figure"), name, QStringLiteral("--trace"), trace(), QStringLiteral("--sweep"), sweep,
                                   QStringLiteral("-o"), figure});
        QVERIFY2(made.status == 0, made.err.constData());
        QVERIFY2(made.out.isEmpty() && made.err.isEmpty(), made.err.constData());
        QVERIFY(QFileInfo(figure).size() > 3000);
    }
    const QStringList promised{QStringLiteral("token-grid"), QStringLiteral("trajectory"), QStringLiteral("absorbing"),
                               QStringLiteral("margin"),     QStringLiteral("commit"),     QStringLiteral("change"),
                               QStringLiteral("schedule"),   QStringLiteral("order"),      QStringLiteral("sweep")};
    QCOMPARE(figureNames(), promised);
    const auto orders = folder_.filePath(QStringLiteral("orders.svg"));
    const auto made = program({QStringLiteral("--figure"), QStringLiteral("order"), QStringLiteral("-o"), orders}); // it shows no trace
    QVERIFY2(made.status == 0 && QFileInfo(orders).size() > 3000, made.err.constData());
}

void FigureCommandTest::misuseIsTwoAndFailureIsOne() {
    QCOMPARE(program({QStringLiteral("--figure"), QStringLiteral("token-grid")}).status, 2);
    QCOMPARE(program({QStringLiteral("--figure"), QStringLiteral("dance"), QStringLiteral("--trace"), trace(), QStringLiteral("-o"),
                      QStringLiteral("x.pdf")})
                 .status,
             2);
    QCOMPARE(program({QStringLiteral("--figure"), QStringLiteral("sweep"), QStringLiteral("-o"), QStringLiteral("x.pdf")}).status, 2);
    const auto noSweep = program({QStringLiteral("--figure"), QStringLiteral("sweep"), QStringLiteral("--sweep"), trace(),
                                  QStringLiteral("-o"), QStringLiteral("x.pdf")});
    QCOMPARE(noSweep.status, 1);
    QVERIFY2(noSweep.err.contains("cannot be shown as a sweep"), noSweep.err.constData());
    const auto missing = program({QStringLiteral("--recipe"), QStringLiteral("/nowhere.pdf")});
    QCOMPARE(missing.status, 1);
    QVERIFY(missing.out.isEmpty());
    QCOMPARE(missing.err.count('\n'), 1);
}

void FigureCommandTest::needsNoDisplay_data() {
    const auto figure = folder_.filePath(QStringLiteral("displayless.svg"));
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("figure") << QStringList{QStringLiteral("--figure"), QStringLiteral("order"), QStringLiteral("-o"), figure};
    QTest::newRow("figure=") << QStringList{QStringLiteral("--figure=order"), QStringLiteral("-o"), figure};
    QTest::newRow("recipe") << QStringList{QStringLiteral("--recipe"), trace()};
    QTest::newRow("version") << QStringList{QStringLiteral("--version")};
    QTest::newRow("help") << QStringList{QStringLiteral("--help")};
}

void FigureCommandTest::needsNoDisplay() {
    QFETCH(QStringList, arguments);
    const auto done = program(arguments, false);
    QVERIFY2(done.status == 0, done.err.constData());
}

} // namespace diffuscope::test

int main(int argc, char** argv) { return diffuscope::test::runWidgetTest<diffuscope::test::FigureCommandTest>(argc, argv); }

#include "test_figure_command.moc"
