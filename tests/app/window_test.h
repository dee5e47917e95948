// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/main_window.h"
#include "app/model_box.h"
#include "app/recipe_panel.h"
#include "app/sampler_box.h"
#include "app/source_box.h"
#include "tests/widgets/widget_test.h"

#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStatusBar>
#include <QTemporaryDir>

namespace diffuscope::test {

inline const QString kTiny = QStringLiteral(DIFFUSCOPE_TEST_DATA "/tiny");
constexpr int kPatience = 60000; ///< milliseconds before a wait counts as failed; sanitizers and busy machines are slow

/// Settings in a folder of the test's own, which opens the recorded tiny model at the start.
class WindowSettings {
public:
    WindowSettings() {
        QCoreApplication::setOrganizationName(QStringLiteral("DiffuscopeTest"));
        QCoreApplication::setApplicationName(QStringLiteral("window"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder_.path());
        qputenv("XDG_DATA_HOME", folder_.filePath(QStringLiteral("data")).toLocal8Bit()); // where sweeps are kept
        Settings settings;
        settings.model = kTiny;
        settings.theme = Theme::Light;
        settings.language = QStringLiteral("en");
        settings.save();
    }
    ~WindowSettings() { QSettings().clear(); }

    QString folder() const { return folder_.path(); }

private:
    QTemporaryDir folder_;
};

/// A window that is on the screen and has its model open.
inline std::unique_ptr<MainWindow> openWindow(const QSize& size = {1280, 800}) {
    auto window = std::make_unique<MainWindow>();
    QSignalSpy ready(window.get(), &MainWindow::modelReady);
    window->resize(size);
    window->show();
    if (!QTest::qWaitForWindowExposed(window.get()) || (ready.isEmpty() && !ready.wait(kPatience))) return nullptr;
    return window;
}

template <class Field> Field* field(MainWindow& window, const char* name) {
    return window.recipePanel()->findChild<Field*>(QLatin1String(name));
}

/// The defaults, on the model that is open: a recipe of another one would bring its own.
inline Recipe plainRecipe(const MainWindow& window) {
    Recipe recipe;
    recipe.model = window.recipePanel()->model()->wanted().toStdString();
    return recipe;
}

inline void setRecipe(MainWindow& window, const char* source, int steps, int samples = 1) {
    auto recipe = plainRecipe(window);
    recipe.sources = {source};
    recipe.steps = steps;
    recipe.samples = samples;
    window.recipePanel()->setRecipe(recipe);
}

/// The tiny model in another folder, which makes it another model; empty when it could not be copied.
inline QString copyOfTiny(const QString& folder) {
    const QDir from(kTiny), to(folder);
    bool copied = to.mkpath(QStringLiteral("."));
    for (const auto& file : from.entryList(QDir::Files)) copied = QFile::copy(from.filePath(file), to.filePath(file)) && copied;
    return copied ? folder : QString();
}

/// Whether the window has answered that it opened this folder.
inline bool openModel(MainWindow& window, const QString& folder) {
    QSignalSpy ready(&window, &MainWindow::modelReady);
    window.openModel(folder);
    return (!ready.isEmpty() || ready.wait(kPatience)) && window.recipePanel()->model()->current() == folder;
}

inline QString statusText(const MainWindow& window) { return window.statusBar()->findChild<QLabel*>()->text(); }

/// Presses Run and waits for the end of the run.
inline bool runToEnd(MainWindow& window) {
    QSignalSpy ended(&window, &MainWindow::runEnded);
    QTest::mouseClick(field<QWidget>(window, "run"), Qt::LeftButton);
    return !ended.isEmpty() || ended.wait(kPatience);
}

} // namespace diffuscope::test
