// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/recipe.h"

#include <QObject>
#include <string_view>
#include <vector>

class QAction;
class QDockWidget;
class QMainWindow;

namespace diffuscope {

class RecipePanel;
class TraceCursor;
class TrainingStudy;

/// The docks of studies: what runs samplers beside the window's own runs, over many sentences or many times, each on an
/// EngineJob of its own, and training. Their places are the layout's business.
class StudyDocks : public QObject {
    Q_OBJECT
public:
    StudyDocks(QMainWindow* window, RecipePanel* recipe, TraceCursor* cursor);

    /// nullptr for a name that no study has.
    QDockWidget* dock(std::string_view name) const;
    std::vector<QDockWidget*> docks() const;
    /// For menus: show or hide each dock.
    QList<QAction*> showActions() const;
    TrainingStudy* training() const { return training_; }

signals:
    /// For the status line.
    void said(const QString& sentence);
    /// These lanes are to take the place of the window's, and to run.
    void runRequested(const std::vector<diffuscope::Recipe>& lanes);
    /// This model is to be looked at.
    void openRequested(const QString& folder);

private:
    struct Entry {
        std::string_view name;
        QDockWidget* dock;
    };
    /// Its window title is the dock's.
    void add(std::string_view name, QWidget* study);

    QMainWindow* window_;
    TrainingStudy* training_;
    std::vector<Entry> entries_;
};

} // namespace diffuscope
