// SPDX-License-Identifier: GPL-3.0-or-later
// What the token grid's "edit and go on" asks for.
#include "tests/widgets/sample_trace.h"
#include "tests/widgets/widget_test.h"
#include "widgets/edit_menu.h"
#include "widgets/token_grid.h"
#include "widgets/trace_cursor.h"

#include <QAction>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDialogButtonBox>
#include <QInputDialog>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace diffuscope;
using namespace diffuscope::test;

class TestEditMenu : public QObject {
    Q_OBJECT
    struct Bench {
        TokenGrid grid;
        TraceCursor cursor;
        EditMenu menu{&grid};
        std::vector<Edit> edits;

        explicit Bench(const std::shared_ptr<const Trace>& trace = sampleTrace()) {
            cursor.setTrace(0, trace);
            grid.bindCursor(&cursor);
            grid.setTrace(trace);
            show(grid, {860, 420});
            QObject::connect(&menu, &EditMenu::requested, &grid, [this](const Edit& edit) { edits.push_back(edit); });
        }
        void moveTo(int step, int position) {
            cursor.setStep(step);
            cursor.setPosition(position);
        }
    };
private slots:
    void initTestCase() { installFatalLog(); }

    void asksForTheCellUnderTheCursor() {
        Bench bench;
        bench.moveTo(4, Sample::position(3));
        bench.menu.action(Edit::Kind::Clear)->trigger();
        bench.menu.action(Edit::Kind::Renoise)->trigger();
        QCOMPARE(bench.edits.size(), size_t{2});
        QCOMPARE(bench.edits[0], (Edit{4, 0, Sample::position(3), Edit::Kind::Clear, ""}));
        QCOMPARE(bench.edits[1].kind, Edit::Kind::Renoise);
    }

    void nothingGoesOnFromTheEndOrTheSource() {
        Bench bench;
        bench.moveTo(Sample::steps, Sample::position(3));
        bench.menu.action(Edit::Kind::Clear)->trigger();
        bench.moveTo(4, 2);
        bench.menu.action(Edit::Kind::Clear)->trigger();
        QVERIFY(bench.edits.empty());
        Bench empty(nullptr);
        empty.menu.action(Edit::Kind::Source)->trigger();
        QVERIFY(empty.edits.empty());
    }

    void aTypedWordFindsItsToken() {
        Bench bench;
        bench.moveTo(2, Sample::position(1));
        bench.menu.action(Edit::Kind::Token)->trigger();
        auto* dialog = bench.menu.dialog();
        QVERIFY(dialog);
        QVERIFY(dialog->labelText().contains(QString::number(Sample::position(1))));
        dialog->setTextValue(QStringLiteral("table"));
        dialog->accept();
        QCOMPARE(bench.edits.size(), size_t{1});
        QCOMPARE(bench.edits[0].text, std::string("▁table"));
        QTRY_VERIFY(!bench.menu.dialog());
    }

    void aWordThatIsNoTokenIsNotTaken() {
        Bench bench;
        bench.moveTo(2, Sample::position(1));
        bench.menu.action(Edit::Kind::Token)->trigger();
        auto* dialog = bench.menu.dialog();
        const auto* ok = dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
        QVERIFY(ok->isEnabled());
        dialog->setTextValue(QStringLiteral("zebra"));
        QVERIFY(!ok->isEnabled());
        QVERIFY2(dialog->labelText().contains(QStringLiteral("zebra")), qPrintable(dialog->labelText()));
        dialog->setTextValue(QStringLiteral("table"));
        QVERIFY(ok->isEnabled());
        QVERIFY2(!dialog->labelText().contains(QStringLiteral("no token")), qPrintable(dialog->labelText()));
        dialog->setTextValue(QStringLiteral("zebra"));
        dialog->accept();
        QVERIFY(bench.edits.empty());
    }

    void anotherSourceStartsFromTheOldOne() {
        Bench bench;
        bench.moveTo(2, Sample::position(1));
        bench.menu.action(Edit::Kind::Source)->trigger();
        auto* dialog = bench.menu.dialog();
        QCOMPARE(dialog->textValue(), QStringLiteral("how do i learn c++?"));
        auto* editor = dialog->findChild<QPlainTextEdit*>();
        QVERIFY(editor);
        QTest::keyClick(editor, Qt::Key_Tab);
        QVERIFY2(dialog->textValue() == QStringLiteral("how do i learn c++?"), "the key goes on to the buttons");
        dialog->setTextValue(QStringLiteral("  how do i\n cook? "));
        dialog->accept();
        QCOMPARE(bench.edits.at(0).text, std::string("how do i cook?"));
        QCOMPARE(bench.edits.at(0).step, 2);
    }

    void saysWhatItDidInWords() {
        QVERIFY(editText({8, 0, 21, Edit::Kind::Token, "▁dog"}).contains(QStringLiteral("▁dog")));
        QVERIFY(editText({8, 0, 21, Edit::Kind::Clear, ""}).contains(QStringLiteral("21")));
    }
};

int main(int argc, char** argv) { return runWidgetTest<TestEditMenu>(argc, argv); }
#include "test_edit_menu.moc"
