// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layouts.h"

#include <QDockWidget>
#include <QMainWindow>
#include <algorithm>

namespace diffuscope {
namespace {

constexpr int kLeftWidth = 300;

using Stack = std::vector<QDockWidget*>;

/// Shows the docks of a stack, tabbed, the first in front.
void showStack(QMainWindow& window, const Stack& stack) {
    for (size_t i = 1; i < stack.size(); ++i) window.tabifyDockWidget(stack.front(), stack[i]);
    for (auto* dock : stack) dock->show();
    stack.front()->raise();
}

std::vector<Stack> placeArea(QMainWindow& window, Qt::DockWidgetArea area, Qt::Orientation along,
                             const std::vector<DockLayout::Tabs>& wanted, const std::function<QDockWidget*(std::string_view)>& find) {
    std::vector<Stack> stacks;
    for (const auto& names : wanted) {
        Stack stack;
        for (const auto name : names)
            if (auto* dock = find(name)) stack.push_back(dock);
        if (stack.empty()) continue;
        if (stacks.empty()) window.addDockWidget(area, stack.front());
        else window.splitDockWidget(stacks.back().front(), stack.front(), along);
        stacks.push_back(stack);
    }
    // Tabs last: splitting a dock that has tabs would join the tabs instead.
    for (const auto& stack : stacks) showStack(window, stack);
    return stacks;
}

/// Shares a length among the stacks, along the line on which they stand.
void share(QMainWindow& window, const std::vector<Stack>& stacks, int length, Qt::Orientation along) {
    QList<QDockWidget*> fronts;
    for (const auto& stack : stacks) fronts << stack.front();
    if (fronts.size() > 1) window.resizeDocks(fronts, QList<int>(fronts.size(), length / static_cast<int>(fronts.size())), along);
}

/// Docks that the layout leaves out keep a place, hidden, so that the View menu can bring them back.
void parkRest(QMainWindow& window, const std::vector<QDockWidget*>& all, const QDockWidget* left, const std::vector<Stack>& right,
              const std::vector<Stack>& bottom) {
    const auto placed = [&](QDockWidget* dock) {
        const auto holds = [dock](const Stack& stack) { return std::find(stack.begin(), stack.end(), dock) != stack.end(); };
        return dock == left || std::any_of(right.begin(), right.end(), holds) || std::any_of(bottom.begin(), bottom.end(), holds);
    };
    const auto& home = right.empty() ? bottom : right;
    for (auto* dock : all) {
        if (placed(dock)) continue;
        if (home.empty() || dock->objectName() == QLatin1String("recipeDock")) window.addDockWidget(Qt::LeftDockWidgetArea, dock);
        else window.tabifyDockWidget(home.back().front(), dock);
        dock->hide();
    }
    for (const auto& stacks : {right, bottom})
        for (const auto& stack : stacks) stack.front()->raise();
}

} // namespace

std::span<const DockLayout> dockLayouts() {
    static const std::vector<DockLayout> layouts{
        {"explore",
         "recipe",
         {{"inspector", "history"}, {"trajectory", "absorbing", "margin", "commit", "change", "schedule", "distance", "order"}},
         {},
         400,
         0},
        {"compare",
         "recipe",
         {},
         {{"metrics", "history", "trajectory", "absorbing", "margin"}, {"distance", "change", "schedule", "commit", "order"}},
         0,
         300},
        {"study", "recipe", {{"sweep", "abtest", "errors", "designer"}}, {}, 560, 0},
        {"train", "recipe", {{"train"}}, {}, 560, 0},
        {"figure", {}, {{"trajectory", "absorbing", "margin"}, {"commit", "change", "schedule", "distance", "order"}}, {}, 640, 0},
    };
    return layouts;
}

void applyLayout(QMainWindow& window, const DockLayout& layout, const std::vector<QDockWidget*>& all,
                 const std::function<QDockWidget*(std::string_view)>& find) {
    for (auto* dock : all) {
        dock->setFloating(false);
        window.removeDockWidget(dock);
    }
    QDockWidget* left = layout.left.empty() ? nullptr : find(layout.left);
    if (left) {
        window.addDockWidget(Qt::LeftDockWidgetArea, left);
        left->show();
    }
    const auto right = placeArea(window, Qt::RightDockWidgetArea, Qt::Vertical, layout.right, find);
    const auto bottom = placeArea(window, Qt::BottomDockWidgetArea, Qt::Horizontal, layout.bottom, find);
    parkRest(window, all, left, right, bottom);
    // On a small window the centre comes first. Widths in one call, since each call would take from the others.
    QList<QDockWidget*> columns;
    QList<int> widths;
    if (left) columns << left, widths << kLeftWidth;
    if (!right.empty())
        columns << right.front().front(), widths << std::min(std::max(layout.rightWidth, window.width() / 4), 2 * window.width() / 5);
    if (!columns.isEmpty()) window.resizeDocks(columns, widths, Qt::Horizontal);
    share(window, right, window.height(), Qt::Vertical);
    if (!bottom.empty())
        window.resizeDocks({bottom.front().front()}, {std::min(layout.bottomHeight, 3 * window.height() / 10)}, Qt::Vertical);
    share(window, bottom, window.width(), Qt::Horizontal);
}

} // namespace diffuscope
