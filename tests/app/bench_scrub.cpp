// SPDX-License-Identifier: GPL-3.0-or-later
// How much work a frame is while a person scrubs through 2,000 steps in the real window. Prints rows as
// `diffuscope-cli bench` does. Argument: a trace; without one the bundled model runs first.
#include "app/layouts.h"
#include "app/main_window.h"
#include "app/trace_files.h"
#include "core/engine/engine.h"
#include "core/engine/trace_io.h"
#include "widgets/trace_cursor.h"

#include <QApplication>
#include <QEventLoop>
#include <QSettings>
#include <QStyleFactory>
#include <QTemporaryDir>
#include <QTimer>
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <nlohmann/json.hpp>
#include <stdexcept>

using namespace diffuscope;

namespace {

constexpr int kFrames = 400;
constexpr int kFrameMilliseconds = 17; ///< the screen's frame: a view draws once in it
constexpr double kBudget = 16.0;

/// Of this thread: the time that others take does not count.
double milliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

/// Lets the window work for a frame.
void passFrame() {
    QEventLoop loop;
    QTimer::singleShot(kFrameMilliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

/// Returns once the trace is shown, or cannot be.
void open(MainWindow& window, const std::string& trace) {
    QEventLoop loop;
    QObject::connect(window.files(), &TraceFiles::opened, &loop, &QEventLoop::quit);
    QObject::connect(window.files(), &TraceFiles::failed, &loop, &QEventLoop::quit);
    window.openTrace(QString::fromStdString(trace));
    loop.exec();
    if (!window.trace()) throw std::runtime_error(trace + " cannot be shown");
}

std::vector<double> scrub(MainWindow& window) {
    std::vector<double> frames;
    const int last = window.cursor()->stepCount() - 1;
    for (int i = 0; i < kFrames; ++i) {
        const double start = milliseconds();
        // Back and forth, with a step size that meets odd and even rows.
        const int step = (i * 37) % (2 * last);
        window.cursor()->setStep(step <= last ? step : 2 * last - step);
        passFrame();
        frames.push_back(milliseconds() - start);
    }
    std::sort(frames.begin(), frames.end());
    return frames;
}

std::string traceFile(const QStringList& arguments, const QTemporaryDir& folder) {
    if (arguments.size() > 1) return arguments[1].toStdString();
    Recipe recipe;
    recipe.sources = {"hello"};
    recipe.steps = 2000;
    const auto path = folder.filePath(QStringLiteral("run.safetensors")).toStdString();
    writeTrace(path, Engine("bundled").run(recipe));
    return path;
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {}); // the platform's remarks about windows
    QApplication application(argc, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QCoreApplication::setOrganizationName(QStringLiteral("DiffuscopeBench"));
    QCoreApplication::setApplicationName(QStringLiteral("scrub"));
    const QTemporaryDir folder;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    try {
        const auto trace = traceFile(QCoreApplication::arguments(), folder);
        MainWindow window;
        window.resize(1920, 1080);
        window.show();
        open(window, trace);
        // A heartbeat, so that waiting for events always ends with the frame.
        QTimer heartbeat;
        heartbeat.start(1);
        auto rows = nlohmann::json::array();
        for (const auto& layout : dockLayouts()) {
            window.applyNamedLayout(QString::fromStdString(std::string(layout.name)));
            for (int i = 0; i < 30; ++i) passFrame();
            const auto frames = scrub(window);
            for (const auto& [name, share] : {std::pair{"median", 0.5}, {"99th percentile", 0.99}}) {
                const double value = frames[static_cast<size_t>(share * static_cast<double>(frames.size() - 1))];
                rows.push_back({{"name", "scrubbing " + std::to_string(window.cursor()->stepCount() - 1) + " steps, layout " +
                                             std::string(layout.name) + ", " + name},
                                {"value", value},
                                {"unit", "ms"},
                                {"baseline", "16 ms a frame"},
                                {"ratio", value / kBudget}});
            }
        }
        std::puts(rows.dump(2).c_str());
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
