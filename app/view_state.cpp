// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view_state.h"

#include "app/lane_stack.h"
#include "app/main_window.h"
#include "app/recipe_panel.h"
#include "app/sampler_box.h"
#include "widgets/plot_view.h"
#include "widgets/step_player.h"
#include "widgets/token_grid.h"

#include <QActionGroup>
#include <QComboBox>
#include <QSettings>
#include <QToolButton>

namespace diffuscope {
namespace {

QString keyOf(const QString& name) { return QStringLiteral("view/") + name; }

} // namespace

ViewState::ViewState(const MainWindow& window) {
    const auto* grid = window.stack()->grid(0); // the others follow it
    add(QStringLiteral("colour"), grid->colourActions().first()->actionGroup());
    addSwitch(QStringLiteral("wholeCanvas"), grid->wholeCanvasAction());
    addSwitch(QStringLiteral("everyStep"), grid->everyStepAction());
    const auto* player = window.findChild<StepPlayer*>();
    for (const char* name : {"align", "speed"}) add(QLatin1String(name), player->findChild<QComboBox*>(QLatin1String(name)));
    addSwitch(QStringLiteral("loop"), player->findChild<QToolButton*>(QStringLiteral("loop")));
    addSwitch(QStringLiteral("more"), window.recipePanel()->sampler()->findChild<QToolButton*>(QStringLiteral("more")));
    for (const auto* plot : window.findChildren<PlotView*>()) {
        const auto kind = QString::fromLatin1(plot->metaObject()->className()).section(QStringLiteral("::"), -1) + u'/';
        for (auto* choice : plot->findChildren<QComboBox*>(Qt::FindDirectChildrenOnly)) add(kind + choice->objectName(), choice);
        addSwitch(kind + QStringLiteral("legend"), plot->findChild<QAction*>(QStringLiteral("legend"), Qt::FindDirectChildrenOnly));
    }
}

void ViewState::add(const QString& name, QComboBox* choice) {
    choices_.push_back({name, [choice] { return choice->currentIndex(); },
                        [choice](int index) {
                            if (index >= 0 && index < choice->count()) choice->setCurrentIndex(index);
                        }});
}

void ViewState::add(const QString& name, QActionGroup* group) {
    choices_.push_back({name, [group] { return static_cast<int>(group->actions().indexOf(group->checkedAction())); },
                        [group](int index) {
                            if (index >= 0 && index < group->actions().size()) group->actions().at(index)->trigger();
                        }});
}

template <class Switch> void ViewState::addSwitch(const QString& name, Switch* on) {
    choices_.push_back({name, [on] { return static_cast<int>(on->isChecked()); }, [on](int checked) { on->setChecked(checked != 0); }});
}

ViewState::Values ViewState::values() const {
    Values values;
    for (const auto& choice : choices_) values[choice.name] = choice.value();
    return values;
}

void ViewState::apply(const Values& values) const {
    for (const auto& choice : choices_)
        if (const auto found = values.find(choice.name); found != values.end()) choice.apply(found->second);
}

void ViewState::save() const {
    QSettings store;
    for (const auto& [name, value] : values()) store.setValue(keyOf(name), value);
}

void ViewState::restore() const {
    const QSettings store;
    Values values;
    for (const auto& choice : choices_)
        if (store.contains(keyOf(choice.name))) values[choice.name] = store.value(keyOf(choice.name)).toInt();
    apply(values);
}

} // namespace diffuscope
