// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/sample_trace.h"
#include "tests/widgets/widget_test.h"
#include "widgets/pieces.h"
#include "widgets/sentences_model.h"
#include "widgets/sentences_view.h"
#include "widgets/trace_cursor.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QTableView>

using namespace diffuscope;
using namespace diffuscope::test;

class TestSentencesView : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { installFatalLog(); }

    void joinsPiecesOfEachKind() {
        QCOMPARE(pieceStyle(sampleWords()), PieceStyle::SentencePiece);
        QCOMPARE(pieceStyle({"play", "##ing", "it"}), PieceStyle::WordPiece);
        QCOMPARE(pieceStyle({"play", "it"}), PieceStyle::Words);
        QCOMPARE(roundedText(*sampleTrace(), 10, 0, PieceStyle::SentencePiece), QLatin1String(Sample::text));
        auto header = sampleHeader(1, 13, Sample::targetFrom, 1);
        header->pieces =
            std::make_shared<std::vector<std::string>>(std::vector<std::string>{"[PAD]", "[CLS]", "[SEP]", "play", "##ing", "it"});
        Trace trace;
        trace.header = header;
        auto step = std::make_shared<TraceStep>();
        step->tokens.assign(13 * 3, 0);
        for (int n = 0; n < 4; ++n) step->tokens[static_cast<size_t>((9 + n) * 3)] = std::vector<int>{2, 3, 4, 5}[static_cast<size_t>(n)];
        trace.steps = {step};
        QCOMPARE(roundedText(trace, 0, 0, PieceStyle::WordPiece), QStringLiteral("playing it"));
        QCOMPARE(roundedText(trace, 0, 0, PieceStyle::Words), QStringLiteral("play ##ing it"));
        auto delexicalised = std::make_shared<TraceHeader>(*header);
        delexicalised->pieces =
            std::make_shared<std::vector<std::string>>(std::vector<std::string>{"[PAD]", "[CLS]", "[SEP]", "\u2581in", "<city>", "."});
        trace.header = delexicalised;
        QCOMPARE(roundedText(trace, 0, 0, PieceStyle::SentencePiece), QStringLiteral("in <city>."));
        delexicalised->rows[0].values = {{"<city>", "San Jose"}};
        QCOMPARE(roundedText(trace, 0, 0, PieceStyle::SentencePiece), QStringLiteral("in San Jose."));
        QCOMPARE(displayPiece(""), QStringLiteral("∅"));
        QCOMPARE(displayPiece("\n"), QStringLiteral("␊"));
    }

    void modelShowsPreviewThenResult() {
        SentencesModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const auto whole = sampleTrace();
        model.setTrace(beginning(*whole, 0));
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(model.sentence(0).isEmpty());
        model.setTrace(beginning(*whole, 10));
        QCOMPARE(model.sentence(0), QLatin1String(Sample::text));
        QVERIFY(!model.isChosen(0));
        model.setTrace(whole);
        QVERIFY(model.isChosen(0));
        QVERIFY(!model.isChosen(1));
        QCOMPARE(model.sentence(1), QStringLiteral("what is the seven way to learn c++"));
        QCOMPARE(model.source(1), QStringLiteral("how do i learn c++?"));
        QCOMPARE(model.index(1, SentencesModel::Sample).data().toString(), QStringLiteral("2"));
        model.setTrace(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void selectionAndCursorAgree() {
        SentencesView view;
        TraceCursor cursor;
        const auto trace = sampleTrace();
        view.bindCursor(&cursor);
        show(view, {720, 200});
        savePictures(view, QStringLiteral("sentences-empty"));
        cursor.setTrace(0, trace);
        view.setTrace(trace);
        view.refreshNow();
        auto* table = view.findChild<QTableView*>();
        QVERIFY(table->isColumnHidden(SentencesModel::Source)); // all of one source
        QCOMPARE(table->currentIndex().row(), 0);
        cursor.setRow(1);
        QCOMPARE(table->currentIndex().row(), 1);
        QTest::keyClick(table, Qt::Key_Up);
        QCOMPARE(cursor.row(), 0);
        cursor.setStep(10);
        view.refreshNow();
        QCOMPARE(view.preview(), QLatin1String(Sample::text));
        savePictures(view, QStringLiteral("sentences"));
    }

    void copies() {
        SentencesView view;
        TraceCursor cursor;
        const auto trace = sampleTrace();
        cursor.setTrace(0, trace);
        view.bindCursor(&cursor);
        view.setTrace(trace);
        show(view, {720, 200});
        view.refreshNow();
        auto* table = view.findChild<QTableView*>();
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QLatin1String(Sample::text));
        table->selectAll();
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("source\tsample\tchosen\tsentence\n"
                                                                      "how do i learn c++?\t1\t1\twhat is the best way to learn c++\n"
                                                                      "how do i learn c++?\t2\t0\twhat is the seven way to learn c++\n"));
    }

    void severalSourcesStandBesideTheirSentences() {
        SentencesView view;
        auto trace = *sampleTrace();
        auto header = std::make_shared<TraceHeader>(*trace.header);
        header->recipe.sources.emplace_back("why learn c++?");
        header->rows[1].source = 1;
        trace.header = header;
        view.setTrace(std::make_shared<Trace>(trace));
        show(view, {720, 200});
        view.refreshNow();
        QVERIFY(!view.findChild<QTableView*>()->isColumnHidden(SentencesModel::Source));
    }

    void followsARun() {
        SentencesView view;
        TraceCursor cursor;
        const auto whole = sampleTrace();
        view.bindCursor(&cursor);
        show(view, {720, 200});
        for (int recorded = 0; recorded <= Sample::steps; ++recorded) {
            const auto trace = beginning(*whole, recorded);
            cursor.setTrace(0, trace);
            view.setTrace(trace);
            view.refreshNow();
            QVERIFY(view.findChild<QTableView*>()->selectionModel()->isRowSelected(0));
            QCOMPARE(view.preview(), recorded == 0 ? QString() : roundedText(*whole, recorded - 1, 0, PieceStyle::SentencePiece));
        }
        savePictures(view, QStringLiteral("sentences-running"));
        view.setTrace(nullptr);
        cursor.setTrace(0, nullptr);
        view.refreshNow();
        QVERIFY(view.preview().isEmpty());
        QEvent language(QEvent::LanguageChange);
        QApplication::sendEvent(&view, &language);
    }
};

int main(int argc, char** argv) { return runWidgetTest<TestSentencesView>(argc, argv); }
#include "test_sentences_view.moc"
