// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lane_list.h"

#include "app/lane_model_menu.h"
#include "core/solvers/solver_table.h"
#include "widgets/lane_mark.h"
#include "widgets/palette.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListWidget>
#include <QLocale>
#include <QToolButton>
#include <algorithm>
#include <utility>

namespace diffuscope {
namespace {

/// On the window's model.
Recipe plainRecipe() {
    Recipe recipe;
    recipe.model.clear();
    return recipe;
}

bool isMadeOn(const Recipe& recipe, const QString& source) {
    return recipe.sources.size() == 1 && QString::fromStdString(recipe.sources.front()).simplified() == source;
}

} // namespace

QString laneTitle(const Recipe& lane, const Recipe* ran) {
    const auto text = laneSummary(ran ? *ran : lane);
    return lane.model.empty() ? text : text + QStringLiteral(" · ") + modelTitle(QString::fromStdString(ran ? ran->model : lane.model));
}

void requireKnownSolvers(const std::vector<Recipe>& recipes) {
    for (const auto& recipe : recipes) findSolver(recipe.solver);
}

QString laneSummary(const Recipe& recipe) {
    const auto title = findSolver(recipe.solver).title;
    const auto name = QString::fromUtf8(title.data(), static_cast<qsizetype>(title.size()));
    const bool listed = recipe.spacing == "custom" && recipe.times.size() > 1;
    const int steps = listed ? static_cast<int>(recipe.times.size()) - 1 : recipe.steps;
    const bool budget = !listed && recipe.evaluations > 0;
    const auto text =
        budget ? LaneList::tr("%1 · %n evaluation(s)", nullptr, recipe.evaluations) : LaneList::tr("%1 · %n step(s)", nullptr, steps);
    QStringList parts{text.arg(name)};
    if (recipe.mode == Mode::AsReleased) parts << LaneList::tr("as released");
    if (!recipe.edits.empty()) parts << LaneList::tr("%n edit(s)", nullptr, static_cast<int>(recipe.edits.size()));
    return parts.join(QStringLiteral(" · "));
}

LaneList::LaneList(QWidget* parent)
    : QGroupBox(parent), recipes_{plainRecipe()}, list_(new QListWidget(this)), add_(new QToolButton(this)),
      duplicate_(new QToolButton(this)), remove_(new QToolButton(this)), model_(new QToolButton(this)), forget_(new QToolButton(this)) {
    list_->setObjectName(QStringLiteral("lanes"));
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setTextElideMode(Qt::ElideRight);
    auto* buttons = new QHBoxLayout;
    for (auto* button : {add_, duplicate_, remove_, model_}) buttons->addWidget(button);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(list_);
    layout->addLayout(buttons);
    layout->addWidget(forget_); // a row of its own: the one above is full in some languages
    add_->setObjectName(QStringLiteral("addLane"));
    duplicate_->setObjectName(QStringLiteral("duplicateLane"));
    remove_->setObjectName(QStringLiteral("removeLane"));
    model_->setObjectName(QStringLiteral("laneModel"));
    forget_->setObjectName(QStringLiteral("forgetEdits"));
    auto* models = new LaneModelMenu(this);
    model_->setMenu(models);
    model_->setPopupMode(QToolButton::InstantPopup);
    connect(models, &QMenu::aboutToShow, this, [this, models] { models->fill(QString::fromStdString(recipe().model), recent_); });
    connect(models, &LaneModelMenu::chosen, this, &LaneList::setOwnModel);
    connect(add_, &QToolButton::clicked, this, &LaneList::addLane);
    connect(duplicate_, &QToolButton::clicked, this, &LaneList::duplicateLane);
    connect(remove_, &QToolButton::clicked, this, &LaneList::removeLane);
    connect(forget_, &QToolButton::clicked, this, &LaneList::forgetEdits);
    connect(list_, &QListWidget::currentRowChanged, this, [this](int lane) {
        if (!filling_ && lane >= 0) setCurrent(lane);
    });
    retranslate();
}

std::vector<Recipe> LaneList::recipes() const {
    auto recipes = recipes_;
    for (auto& recipe : recipes)
        if (!isMadeOn(recipe, source_)) recipe.edits.clear();
    return recipes;
}

void LaneList::setSource(const QString& source) {
    if (source == source_) return;
    emit aboutToChange();
    const auto before = recipes();
    source_ = source;
    if (recipes() == before) return;
    fill();
    emit changed();
}

void LaneList::setRecipes(const std::vector<Recipe>& recipes) {
    emit aboutToChange();
    recipes_ = recipes.empty() ? std::vector{plainRecipe()} : recipes;
    recipes_.resize(std::min(recipes_.size(), static_cast<size_t>(kMostLanes)));
    current_ = 0;
    leaveOwnModel();
    fill();
    emit changed();
    emit currentChanged(current_);
}

void LaneList::setRecipe(const Recipe& recipe) {
    if (recipe == this->recipe()) return;
    emit aboutToChange();
    recipes_[static_cast<size_t>(current_)] = recipe;
    for (auto& other : recipes_) {
        other.samples = recipe.samples;
        other.canvas = recipe.canvas;
    }
    fill();
    emit changed();
}

void LaneList::setOwnModel(const QString& folder) {
    auto changed = recipe();
    changed.model = folder.toStdString();
    setRecipe(changed);
}

void LaneList::setCurrent(int lane) {
    lane = std::clamp(lane, 0, count() - 1);
    if (lane == current_) return;
    current_ = lane;
    fill();
    emit currentChanged(lane);
}

void LaneList::setRunning(bool running) {
    running_ = running;
    updateButtons();
}

void LaneList::addLane() {
    auto fresh = plainRecipe();
    fresh.seed = recipe().seed;
    fresh.samples = recipe().samples;
    fresh.canvas = recipe().canvas;
    fresh.sources = recipe().sources;
    add(fresh);
}

void LaneList::duplicateLane() { add(recipe()); }

bool LaneList::add(const Recipe& recipe) {
    if (count() >= kMostLanes || running_) return false;
    emit aboutToChange();
    recipes_.push_back(recipe);
    fill();
    emit added();
    emit changed();
    setCurrent(count() - 1);
    return true;
}

void LaneList::removeLane() {
    if (count() == 1 || running_) return;
    emit aboutToChange();
    const int gone = current_;
    recipes_.erase(recipes_.begin() + gone);
    current_ = std::max(0, gone - 1);
    leaveOwnModel();
    fill();
    emit removed(gone);
    emit changed();
    emit currentChanged(current_);
}

void LaneList::leaveOwnModel() {
    if (count() > 1 || recipe().model.empty()) return;
    emit modelLeft(QString::fromStdString(std::exchange(recipes_.front().model, {})));
}

void LaneList::forgetEdits() {
    auto changed = recipe();
    changed.edits.clear();
    setRecipe(changed);
}

void LaneList::fill() {
    filling_ = true;
    const auto lanes = recipes();
    const bool dark = GridTheme::fromPalette(palette()).dark;
    while (list_->count() > count()) delete list_->takeItem(list_->count() - 1);
    while (list_->count() < count()) list_->addItem(QString());
    for (int lane = 0; lane < count(); ++lane) {
        const auto text = laneName(lane) + QStringLiteral("  ") + laneTitle(lanes[static_cast<size_t>(lane)]);
        list_->item(lane)->setText(text);
        list_->item(lane)->setToolTip(text);
        list_->item(lane)->setIcon(laneIcon(lane, dark));
    }
    list_->setCurrentRow(current_);
    list_->setVisible(count() > 1); // one lane is the sampler below, and needs no list
    list_->setFixedHeight(count() * std::max(list_->sizeHintForRow(0), 16) + 2 * list_->frameWidth() + 2);
    filling_ = false;
    updateButtons();
}

void LaneList::updateButtons() {
    const bool room = count() < kMostLanes && !running_;
    add_->setEnabled(room);
    duplicate_->setEnabled(room);
    remove_->setEnabled(count() > 1 && !running_);
    model_->setVisible(count() > 1); // one lane has the model above
    model_->setEnabled(!running_);
    forget_->setVisible(!recipe().edits.empty());
    forget_->setEnabled(!running_);
}

void LaneList::changeEvent(QEvent* event) {
    QGroupBox::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) fill();
}

void LaneList::retranslate() {
    setTitle(tr("Lanes"));
    setToolTip(tr("Samplers side by side on one source, up to %1. All start from the same noise as long as they have the same seed.")
                   .arg(kMostLanes));
    list_->setAccessibleName(tr("Lanes"));
    add_->setText(tr("Add"));
    add_->setToolTip(tr("Add a lane with the default sampler and this lane's seed"));
    duplicate_->setText(tr("Duplicate"));
    duplicate_->setToolTip(tr("Add a lane with this lane's sampler, to change one thing in it"));
    remove_->setText(tr("Remove"));
    remove_->setToolTip(tr("Take the chosen lane away, with its run"));
    model_->setText(tr("Model"));
    model_->setToolTip(tr("Give the chosen lane a model of its own"));
    forget_->setText(tr("Forget edits"));
    forget_->setToolTip(tr("Run the chosen lane without what was edited on its way"));
    fill();
}

} // namespace diffuscope
