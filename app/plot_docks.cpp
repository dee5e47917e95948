// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plot_docks.h"

#include "app/order_job.h"
#include "widgets/commit_view.h"
#include "widgets/lane_distance_view.h"
#include "widgets/order_view.h"
#include "widgets/plot_table.h"
#include "widgets/plot_view.h"
#include "widgets/trace_cursor.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <algorithm>

namespace diffuscope {

PlotDocks::PlotDocks(QMainWindow* window, TraceCursor* cursor) : QObject(window), window_(window) {
    for (const auto& kind : plotTable()) add(kind.name, kind.make().release())->bindCursor(cursor); // the dock owns it
    distance_ = new LaneDistanceView;
    add("distance", distance_)->bindCursor(cursor);
    connect(cursor, &TraceCursor::alignChanged, this, &PlotDocks::updateLanes);
    addOrder();
    retranslate();
}

PlotView* PlotDocks::add(std::string_view name, PlotView* view) {
    auto* dock = new QDockWidget(window_);
    dock->setObjectName(QLatin1String(name.data(), static_cast<qsizetype>(name.size())) + QStringLiteral("Dock"));
    dock->setWidget(view);
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
    entries_.push_back({name, view, dock, save});
    return view;
}

void PlotDocks::addOrder() {
    order_ = new OrderView;
    add("order", order_);
    auto* job = new OrderJob(this);
    connect(order_, &OrderView::wanted, job, &OrderJob::measure);
    connect(job, &OrderJob::measured, order_, &OrderView::setRows);
    connect(job, &OrderJob::measured, this, &PlotDocks::updateExports); // after the view has the rows
}

void PlotDocks::setTrace(const std::shared_ptr<const Trace>& trace) {
    for (const auto& entry : entries_) entry.view->setTrace(trace);
    updateLanes();
}

void PlotDocks::updateLanes() {
    distance_->updateLanes();
    if (auto* commit = qobject_cast<CommitView*>(view("commit"))) commit->updateLanes();
    updateExports();
}

void PlotDocks::updateExports() {
    for (const auto& entry : entries_) entry.exportAction->setEnabled(entry.view->emptyText().isEmpty());
}

void PlotDocks::setSolver(const QString& solver) { order_->setSolver(solver); }

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
