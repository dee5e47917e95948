// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plot_docks.h"

#include "widgets/plot_table.h"
#include "widgets/plot_view.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <algorithm>

namespace diffuscope {

PlotDocks::PlotDocks(QMainWindow* window, TraceCursor* cursor) : QObject(window) {
    for (const auto& kind : plotTable()) {
        auto* dock = new QDockWidget(window);
        dock->setObjectName(QLatin1String(kind.name.data(), static_cast<qsizetype>(kind.name.size())) + QStringLiteral("Dock"));
        auto* view = kind.make().release(); // the dock owns it
        dock->setWidget(view);
        view->bindCursor(cursor);
        auto* save = new QAction(this);
        save->setEnabled(false);
        connect(save, &QAction::triggered, view, &PlotView::saveAs);
        connect(view, &PlotView::said, this, &PlotDocks::said);
        // Views hear of another language after their window.
        connect(view, &PlotView::windowTitleChanged, this, &PlotDocks::retranslate);
        connect(dock, &QDockWidget::visibilityChanged, view, &PlotView::wake);
        // A plot that was asked for comes to the front of its tabs.
        connect(dock->toggleViewAction(), &QAction::triggered, dock, [dock](bool shown) {
            if (shown) dock->raise();
        });
        entries_.push_back({kind.name, view, dock, save});
    }
    retranslate();
}

void PlotDocks::setTrace(const std::shared_ptr<const Trace>& trace) {
    for (const auto& entry : entries_) {
        entry.view->setTrace(trace);
        entry.exportAction->setEnabled(trace && !trace->steps.empty());
    }
}

const PlotDocks::Entry* PlotDocks::find(std::string_view name) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(), [name](const Entry& entry) { return entry.name == name; });
    return found == entries_.end() ? nullptr : &*found;
}

QDockWidget* PlotDocks::dock(std::string_view name) const { return find(name) ? find(name)->dock : nullptr; }
PlotView* PlotDocks::view(std::string_view name) const { return find(name) ? find(name)->view : nullptr; }

std::vector<QDockWidget*> PlotDocks::docks() const {
    std::vector<QDockWidget*> docks;
    for (const auto& entry : entries_) docks.push_back(entry.dock);
    return docks;
}

QList<QAction*> PlotDocks::showActions() const {
    QList<QAction*> actions;
    for (const auto& entry : entries_) actions << entry.dock->toggleViewAction();
    return actions;
}

QList<QAction*> PlotDocks::exportActions() const {
    QList<QAction*> actions;
    for (const auto& entry : entries_) actions << entry.exportAction;
    return actions;
}

void PlotDocks::retranslate() {
    for (const auto& entry : entries_) {
        entry.dock->setWindowTitle(entry.view->windowTitle());
        entry.exportAction->setText(tr("Export “%1”…").arg(entry.view->windowTitle()));
    }
}

} // namespace diffuscope
