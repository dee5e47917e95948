// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/widget_test.h"
#include "widgets/palette.h"

#include <cmath>

using namespace diffuscope;
using namespace diffuscope::test;

class TestPalette : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { installFatalLog(); }

    void mapsRiseInLightness() {
        for (const auto map : {ColourMap::Ink, ColourMap::Cividis, ColourMap::Viridis})
            for (const bool dark : {false, true}) {
                const bool falls = map == ColourMap::Ink && !dark;
                double before = falls ? 1000 : -1;
                for (int i = 0; i <= 20; ++i) {
                    const double lightness = contrast(mapColour(map, i / 20.0, dark), Qt::black);
                    QVERIFY(falls ? lightness < before : lightness > before);
                    before = lightness;
                }
            }
    }

    void knownColours() {
        QCOMPARE(mapColour(ColourMap::Viridis, 0), QColor(0x44, 0x01, 0x54));
        QCOMPARE(mapColour(ColourMap::Viridis, 7), QColor(0xfd, 0xe7, 0x25));
        QCOMPARE(mapColour(ColourMap::Cividis, -1), QColor(0x00, 0x22, 0x4e));
        QVERIFY(!mapColour(ColourMap::Ink, std::nan("")).isValid());
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    }

    void textIsReadableOnEveryColour() {
        for (const auto map : {ColourMap::Ink, ColourMap::Cividis, ColourMap::Viridis})
            for (const bool dark : {false, true})
                for (int i = 0; i <= 50; ++i) {
                    const QColor ground = mapColour(map, i / 50.0, dark);
                    QVERIFY2(contrast(readableOn(ground), ground) >= 4.5, qPrintable(ground.name()));
                }
    }

    void themesAreReadable() {
        for (const auto& palette : {QApplication::palette(), darkPalette()}) {
            const auto theme = GridTheme::fromPalette(palette);
            QVERIFY(contrast(theme.text, theme.background) > 7);
            QVERIFY2(contrast(theme.faint, theme.background) > 4.5, qPrintable(theme.faint.name()));
            for (const auto& colour : {theme.accent, theme.absorbed}) QVERIFY(contrast(colour, theme.background) > 3);
        }
        QVERIFY(GridTheme::fromPalette(darkPalette()).dark);
        QVERIFY(!GridTheme::paper().dark);
    }
};

int main(int argc, char** argv) { return runWidgetTest<TestPalette>(argc, argv); }
#include "test_palette.moc"
