// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figure_command.h"
#include "app/main_window.h"
#include "core/memory.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QStyleFactory>
#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

namespace {

constexpr int kMisuse = 2;

bool opensNoWindow(int argc, char** argv) {
    constexpr std::array<std::string_view, 8> kOptions{"--figure", "--recipe", "--help", "--help-all", "-h", "-?", "--version", "-v"};
    return std::any_of(argv, argv + argc, [&](std::string_view argument) {
        return std::find(kOptions.begin(), kOptions.end(), argument.substr(0, argument.find('='))) != kOptions.end();
    });
}

/// Qt ends a program for which it finds no display, even one that only draws into a file.
void doWithoutDisplay() {
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        if (!qEnvironmentVariableIsEmpty(name)) return;
    qputenv("QT_QPA_PLATFORM", "offscreen");
}

} // namespace

int main(int argc, char** argv) {
    diffuscope::keepFreedMemory();
    if (opensNoWindow(argc, argv)) doWithoutDisplay();
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("Diffuscope"));
    QCoreApplication::setOrganizationDomain(QStringLiteral("diffuscope.org"));
    QCoreApplication::setApplicationName(QStringLiteral("Diffuscope"));
    QCoreApplication::setApplicationVersion(QStringLiteral(DIFFUSCOPE_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.diffuscope.Diffuscope"));
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/diffuscope.svg")));

    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("main", "A studio for text diffusion (DiffuSeq-v2)."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption figure(QStringLiteral("figure"),
                                    QCoreApplication::translate("main", "Render a view without a window: %1.")
                                        .arg(diffuscope::figureNames().join(QStringLiteral(", "))),
                                    QStringLiteral("NAME"));
    const QCommandLineOption trace(QStringLiteral("trace"), QCoreApplication::translate("main", "Trace to show or to render."),
                                   QStringLiteral("FILE"));
    const QCommandLineOption sweep(
        QStringLiteral("sweep"),
        QCoreApplication::translate("main", "Rows of a sweep to render: JSON of 'diffuscope-cli sweep --json' or of the window's export."),
        QStringLiteral("FILE"));
    const QCommandLineOption output(QStringList{QStringLiteral("o"), QStringLiteral("output")},
                                    QCoreApplication::translate("main", "Figure to write: .pdf, .svg or .png."), QStringLiteral("FILE"));
    const QCommandLineOption recipe(QStringLiteral("recipe"),
                                    QCoreApplication::translate("main", "Print the recipe that a figure or trace carries."),
                                    QStringLiteral("FILE"));
    parser.addOptions({figure, trace, sweep, output, recipe});
    parser.addPositionalArgument(QStringLiteral("FILE"),
                                 QCoreApplication::translate("main", "Model folder, session, trace or figure to open."),
                                 QStringLiteral("[FILE]"));
    parser.process(application);

    if (parser.isSet(recipe)) return diffuscope::printRecipe(parser.value(recipe));
    if (parser.isSet(figure)) {
        if (!parser.isSet(output)) {
            std::fputs("--figure needs -o FILE.\n", stderr);
            return kMisuse;
        }
        return diffuscope::renderFigure(parser.value(figure), {parser.value(trace), parser.value(sweep)}, parser.value(output));
    }
    diffuscope::MainWindow window;
    window.show();
    if (parser.isSet(trace)) window.openTrace(parser.value(trace));
    if (!parser.positionalArguments().isEmpty()) window.openPath(parser.positionalArguments().first()); // rather than the trace's model
    return QApplication::exec();
}
