// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recipe_panel.h"

#include "app/lane_list.h"
#include "app/model_box.h"
#include "app/named_spacings.h"
#include "app/notice.h"
#include "app/sampler_box.h"
#include "app/source_box.h"
#include "app/wheel_guard.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace diffuscope {

RecipePanel::RecipePanel(QWidget* parent)
    : QWidget(parent), model_(new ModelBox), source_(new SourceBox), lanes_(new LaneList), sampler_(new SamplerBox),
      spacings_(new NamedSpacings(this)), notice_(new Notice(this)), run_(new QPushButton(this)), cancel_(new QPushButton(this)) {
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(8, 8, 8, 4);
    column->addWidget(model_);
    column->addWidget(source_);
    column->addWidget(lanes_);
    column->addWidget(sampler_);
    column->addStretch(1);
    auto* scroll = scrolledForm(content);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(content->minimumSizeHint().width() + 20);

    notice_->setObjectName(QStringLiteral("runNotice"));
    run_->setObjectName(QStringLiteral("run"));
    cancel_->setObjectName(QStringLiteral("cancel"));
    run_->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(run_, 2);
    buttons->addWidget(cancel_, 1);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(8, 0, 8, 8);
    foot->addWidget(notice_);
    foot->addLayout(buttons);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll, 1);
    layout->addLayout(foot);

    connect(run_, &QPushButton::clicked, this, &RecipePanel::runRequested);
    connect(cancel_, &QPushButton::clicked, this, &RecipePanel::cancelRequested);
    connect(sampler_, &SamplerBox::changed, notice_, &Notice::clearSentence);
    connect(sampler_, &SamplerBox::changed, this, [this] {
        if (!filling_) lanes_->setRecipe(sampler_->applyTo(lanes_->recipe()));
    });
    connect(lanes_, &LaneList::currentChanged, this, &RecipePanel::showLane);
    connect(source_, &SourceBox::textEdited, notice_, &Notice::clearSentence);
    connect(source_, &SourceBox::textEdited, this, [this] { lanes_->setSource(source_->text()); });
    sampler_->setNamedSpacings(spacings_);
    setRunning(false);
    retranslate();
}

std::vector<Recipe> RecipePanel::recipes() const {
    auto recipes = lanes_->recipes();
    for (auto& recipe : recipes) {
        if (recipe.model.empty()) recipe.model = model_->wanted().toStdString();
        recipe.sources = {source_->text().toStdString()};
        recipe.device = device_;
    }
    return recipes;
}

Recipe RecipePanel::recipe() const { return recipes()[static_cast<size_t>(lanes_->current())]; }

bool RecipePanel::addLane(Recipe recipe) {
    if (recipe.model == model_->wanted().toStdString()) recipe.model.clear();
    return lanes_->add(recipe);
}

void RecipePanel::setRecipes(const std::vector<Recipe>& recipes) {
    auto lanes = recipes;
    for (auto& lane : lanes)
        if (lane.model == model_->wanted().toStdString()) lane.model.clear();
    lanes_->setRecipes(lanes);
    if (!recipes.empty() && !recipes.front().sources.empty()) source_->setText(QString::fromStdString(recipes.front().sources.front()));
}

void RecipePanel::showLane() {
    filling_ = true;
    sampler_->setRecipe(lanes_->recipe());
    filling_ = false;
    // What the fields cannot hold must not run unseen.
    lanes_->setRecipe(sampler_->applyTo(lanes_->recipe()));
}

void RecipePanel::setRunning(bool running) {
    cancel_->setEnabled(running);
    lanes_->setRunning(running);
}

void RecipePanel::setError(const QString& sentence) { notice_->say(sentence); }

QString RecipePanel::errorText() const { return notice_->text(); }

void RecipePanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void RecipePanel::retranslate() {
    run_->setText(tr("Run"));
    run_->setToolTip(tr("Generate with these settings (Ctrl+Return)"));
    cancel_->setText(tr("Cancel"));
    cancel_->setToolTip(tr("Stop the run; the steps so far stay (Esc)"));
}

} // namespace diffuscope
