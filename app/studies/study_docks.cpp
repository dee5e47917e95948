// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/study_docks.h"

#include "app/studies/ab_study.h"
#include "app/studies/error_study.h"
#include "app/studies/sweep_study.h"
#include "app/studies/times_designer.h"
#include "app/training/training_study.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <algorithm>

namespace diffuscope {

StudyDocks::StudyDocks(QMainWindow* window, RecipePanel* recipe, TraceCursor* cursor)
    : QObject(window), window_(window), training_(new TrainingStudy) {
    auto* sweep = new SweepStudy(recipe);
    add("sweep", sweep);
    connect(sweep, &SweepStudy::said, this, &StudyDocks::said);
    connect(sweep, &SweepStudy::runRequested, this, &StudyDocks::runRequested);
    auto* designer = new TimesDesigner(recipe);
    add("designer", designer);
    connect(designer, &TimesDesigner::said, this, &StudyDocks::said);
    connect(dock("designer"), &QDockWidget::visibilityChanged, designer, &TimesDesigner::wake);
    auto* ab = new AbStudy(recipe);
    add("abtest", ab);
    connect(ab, &AbStudy::said, this, &StudyDocks::said);
    connect(ab, &AbStudy::runRequested, this, &StudyDocks::runRequested);
    auto* errors = new ErrorStudy(cursor);
    add("errors", errors);
    connect(errors, &ErrorStudy::said, this, &StudyDocks::said);
    connect(dock("errors"), &QDockWidget::visibilityChanged, errors, &ErrorStudy::wake);
    add("train", training_);
    connect(training_, &TrainingStudy::said, this, &StudyDocks::said);
    connect(training_, &TrainingStudy::openRequested, this, &StudyDocks::openRequested);
}

void StudyDocks::add(std::string_view name, QWidget* study) {
    auto* dock = new QDockWidget(window_);
    dock->setObjectName(QLatin1String(name.data(), static_cast<qsizetype>(name.size())) + QStringLiteral("Dock"));
    dock->setWidget(study);
    dock->setWindowTitle(study->windowTitle());
    connect(study, &QWidget::windowTitleChanged, dock, &QDockWidget::setWindowTitle);
    connect(dock->toggleViewAction(), &QAction::triggered, dock, [dock](bool shown) {
        if (shown) dock->raise();
    });
    window_->addDockWidget(Qt::BottomDockWidgetArea, dock);
    dock->hide();
    entries_.push_back({name, dock});
}

QDockWidget* StudyDocks::dock(std::string_view name) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(), [name](const Entry& entry) { return entry.name == name; });
    return found == entries_.end() ? nullptr : found->dock;
}

std::vector<QDockWidget*> StudyDocks::docks() const {
    std::vector<QDockWidget*> docks;
    for (const auto& entry : entries_) docks.push_back(entry.dock);
    return docks;
}

QList<QAction*> StudyDocks::showActions() const {
    QList<QAction*> actions;
    for (const auto& entry : entries_) actions << entry.dock->toggleViewAction();
    return actions;
}

} // namespace diffuscope
