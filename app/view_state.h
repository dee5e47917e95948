// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>
#include <map>
#include <vector>

class QActionGroup;
class QComboBox;

namespace diffuscope {

class MainWindow;

/// How a person last chose to look at things: the grids' colours, playing, the plots' choices. It survives a restart, each
/// choice under `view/` and its name.
class ViewState {
public:
    /// The window must outlive it.
    explicit ViewState(const MainWindow& window);

    using Values = std::map<QString, int>; ///< by the choice's name
    Values values() const;
    /// What it does not name stays as it is.
    void apply(const Values& values) const;

    /// In the settings, as apply() and values().
    void save() const;
    void restore() const;

private:
    struct Choice {
        QString name;
        std::function<int()> value;
        std::function<void(int)> apply;
    };
    void add(const QString& name, QComboBox* choice);
    /// The checked one.
    void add(const QString& name, QActionGroup* group);
    /// A button or an action that can be checked.
    template <class Switch> void addSwitch(const QString& name, Switch* on);

    std::vector<Choice> choices_;
};

} // namespace diffuscope
