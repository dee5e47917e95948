// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/sample_trace.h"
#include "tests/widgets/widget_test.h"
#include "widgets/figure_export.h"
#include "widgets/save_path.h"
#include "widgets/token_grid.h"

#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QPainter>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTimer>

using namespace diffuscope;
using namespace diffuscope::test;

class TestFigureExport : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { installFatalLog(); }

    void recipeComesBack_data() {
        QTest::addColumn<QString>("suffix");
        for (const QString& suffix : figureSuffixes()) QTest::newRow(qPrintable(suffix)) << suffix;
        QTest::newRow("upper case") << QStringLiteral("PDF");
    }

    void recipeComesBack() {
        QFETCH(QString, suffix);
        TokenGrid grid; // never shown: figures need no display
        grid.setTrace(sampleTrace());
        const QString path = folder_.filePath(QStringLiteral("figure.") + suffix);
        nlohmann::json metadata = toJson(grid.trace()->header->recipe);
        metadata["note"] = "ümläut ▁ <b> & \"quotes\" ]]> </svg> \n 😀";
        QString error;
        QVERIFY2(exportFigure(grid, path, metadata, &error), qPrintable(error));
        const auto back = readRecipe(path, &error);
        QVERIFY2(back.has_value(), qPrintable(error));
        QCOMPARE(back->dump(), metadata.dump());
        auto recipe = *back;
        recipe.erase("note");
        QVERIFY(recipeFromJson(recipe) == grid.trace()->header->recipe); // the seed with all its 64 bits
    }

    void vectorsHoldText() {
        TokenGrid grid;
        grid.setTrace(sampleTrace());
        const QString path = folder_.filePath(QStringLiteral("vector.svg"));
        QVERIFY(exportFigure(grid, path, nlohmann::json::object()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        QVERIFY(text.contains(QStringLiteral("␣what")));
        QVERIFY(!text.contains(QLatin1String("<image")));
        QSvgRenderer renderer(path);
        QVERIFY(renderer.isValid());
        saveRendered(renderer);
    }

    void pngHasItsSize() {
        TokenGrid grid;
        grid.setTrace(sampleTrace(2001, 2000));
        const QString path = QStringLiteral(DIFFUSCOPE_PICTURES "/figure-token-grid.png");
        QVERIFY(QDir().mkpath(QStringLiteral(DIFFUSCOPE_PICTURES)));
        QVERIFY(exportFigure(grid, path, nlohmann::json::object()));
        const QImage image(path);
        QCOMPARE(image.width(), qRound(grid.figureSize().width() * 300 / 72));
        QCOMPARE(qRound(image.dotsPerMeterX() * 0.0254), 300);
        QVERIFY(exportFigure(grid, QStringLiteral(DIFFUSCOPE_PICTURES "/figure-token-grid.pdf"), nlohmann::json::object()));
    }

    void refusesWithASentence() {
        TokenGrid grid;
        QString error;
        QVERIFY(!exportFigure(grid, folder_.filePath(QStringLiteral("figure.bmp")), {}, &error));
        QVERIFY(error.contains(QLatin1String("figure.bmp")));
        QVERIFY(!exportFigure(grid, QStringLiteral("/nowhere/at/all.pdf"), {}, &error));
        QVERIFY(error.contains(QLatin1String("/nowhere/at/all.pdf")));
        QVERIFY(!readRecipe(QStringLiteral("/nowhere/at/all.pdf"), &error));
        const QString path = folder_.filePath(QStringLiteral("plain.txt"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no figure");
        file.close();
        QVERIFY(!readRecipe(path, &error));
        QVERIFY(error.contains(QLatin1String("no recipe")));
    }

    void aNameWithoutASuffixGetsTheChosenOne() {
        const auto ask = [&](const QString& name, const QString& filter) {
            QTimer::singleShot(0, this, [&] {
                auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
                QVERIFY(dialog);
                if (!filter.isEmpty()) emit dialog->filterSelected(filter);
                dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(folder_.filePath(name));
                QTest::keyClick(dialog, Qt::Key_Return);
                if (dialog->isVisible()) dialog->reject(); // the test fails, and goes on
            });
            return askSavePath(nullptr, QStringLiteral("Save"), QStringLiteral("figure.pdf"), figureFilters());
        };
        QCOMPARE(ask(QStringLiteral("mine"), {}), folder_.filePath(QStringLiteral("mine.pdf")));
        QCOMPARE(ask(QStringLiteral("mine"), figureFilters().at(1)), folder_.filePath(QStringLiteral("mine.svg")));
        QCOMPARE(ask(QStringLiteral("mine.png"), {}), folder_.filePath(QStringLiteral("mine.png")));
    }

    void aChosenKindOfFileNamesItsSuffix() {
        const auto ask = [&](const QString& name) {
            QTimer::singleShot(0, this, [&] {
                auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
                QVERIFY(dialog);
                dialog->findChild<QWidget*>(QStringLiteral("fileTypeCombo"))->setFocus(); // as when a person chooses there
                emit dialog->filterSelected(figureFilters().at(2));
                QTest::keyClick(dialog, Qt::Key_Return);
                if (dialog->isVisible()) dialog->reject(); // the test fails, and goes on
            });
            return askSavePath(nullptr, QStringLiteral("Save"), folder_.filePath(name), figureFilters());
        };
        QCOMPARE(ask(QStringLiteral("chosen.pdf")), folder_.filePath(QStringLiteral("chosen.png")));
        QCOMPARE(ask(QStringLiteral("chosen.v2.svg")), folder_.filePath(QStringLiteral("chosen.v2.png")));
    }

    void oneStepIsNotSeveral() {
        TokenGrid grid;
        grid.setTrace(sampleTrace(2, 1));
        QVERIFY2(!grid.figureTitle().contains(QLatin1String("1 steps")), qPrintable(grid.figureTitle()));
    }

    void emptyViewIsAFigureToo() {
        TokenGrid grid;
        QVERIFY(exportFigure(grid, folder_.filePath(QStringLiteral("empty.pdf")), {{"a", 1}}));
    }

private:
    static void saveRendered(QSvgRenderer& renderer) {
        QImage image(renderer.defaultSize() * 2, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        renderer.render(&painter);
        painter.end();
        QVERIFY(QDir().mkpath(QStringLiteral(DIFFUSCOPE_PICTURES)));
        QVERIFY(image.save(QStringLiteral(DIFFUSCOPE_PICTURES "/figure-token-grid-svg.png")));
    }

    QTemporaryDir folder_;
};

int main(int argc, char** argv) { return runWidgetTest<TestFigureExport>(argc, argv); }
#include "test_figure_export.moc"
