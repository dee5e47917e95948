// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/trace.h"

#include <QObject>
#include <memory>
#include <string_view>
#include <vector>

class QAction;
class QDockWidget;
class QMainWindow;

namespace diffuscope {

class LaneDistanceView;
class OrderView;
class PlotView;
class TraceCursor;

/// The plots of plotTable(), that of the lanes' distance and that of the solvers' orders as docks of the main window. Their places are the layout's business.
class PlotDocks : public QObject {
    Q_OBJECT
public:
    PlotDocks(QMainWindow* window, TraceCursor* cursor);

    void setTrace(const std::shared_ptr<const Trace>& trace);
    /// Other lanes than the current one have grown.
    void updateLanes();
    /// Whose order stands out.
    void setSolver(const QString& solver);
    /// nullptr for a name that no plot has.
    QDockWidget* dock(std::string_view name) const;
    PlotView* view(std::string_view name) const;
    std::vector<QDockWidget*> docks() const;
    /// For menus: show or hide each dock; write each plot to a file.
    QList<QAction*> showActions() const;
    QList<QAction*> exportActions() const;
    /// Texts that hold a plot's name.
    void retranslate();

signals:
    void said(const QString& sentence);

private:
    struct Entry {
        std::string_view name;
        PlotView* view;
        QDockWidget* dock;
        QAction* exportAction;
    };
    PlotView* add(std::string_view name, PlotView* view);
    /// The one plot that shows no trace; its orders are measured once it can be seen.
    void addOrder();
    const Entry* find(std::string_view name) const;
    /// A plot that has nothing to show has nothing to export.
    void updateExports();

    QMainWindow* window_;
    OrderView* order_ = nullptr;
    LaneDistanceView* distance_ = nullptr;
    std::vector<Entry> entries_;
};

} // namespace diffuscope
