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

class PlotView;
class TraceCursor;

/// The plots of plotTable() as docks of the main window. Their places are the layout's business.
class PlotDocks : public QObject {
    Q_OBJECT
public:
    PlotDocks(QMainWindow* window, TraceCursor* cursor);

    void setTrace(const std::shared_ptr<const Trace>& trace);
    /// nullptr for a name that plotTable() has not.
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
    const Entry* find(std::string_view name) const;

    std::vector<Entry> entries_;
};

} // namespace diffuscope
