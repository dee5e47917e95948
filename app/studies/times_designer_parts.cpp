// SPDX-License-Identifier: GPL-3.0-or-later
// How the λ designer's parts are laid out, connected, named and kept.
#include "app/studies/times_designer.h"

#include "app/lane_list.h"
#include "app/model_box.h"
#include "app/named_spacings.h"
#include "app/notice.h"
#include "app/recipe_panel.h"
#include "app/sampler_box.h"
#include "app/source_box.h"
#include "app/studies/search_bar.h"
#include "app/studies/spacing_bar.h"
#include "app/studies/times_result.h"
#include "app/wheel_guard.h"
#include "core/solvers/spacing.h"
#include "widgets/time_edits.h"
#include "widgets/times_view.h"

#include <QCheckBox>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>
#include <functional>

namespace diffuscope {
namespace {

constexpr int kFineSteps = 200;

} // namespace

void TimesDesigner::createLayout() {
    notice_->setObjectName(QStringLiteral("designNotice"));
    live_->setObjectName(QStringLiteral("designLive"));
    still_->setObjectName(QStringLiteral("designStill"));
    run_->setObjectName(QStringLiteral("designRun"));
    use_->setObjectName(QStringLiteral("designUse"));
    add_->setObjectName(QStringLiteral("designAdd"));
    fineSteps_->setObjectName(QStringLiteral("designFine"));
    fineSteps_->setRange(20, 2000);
    fineSteps_->setKeyboardTracking(false);
    auto* foot = new QHBoxLayout;
    for (QWidget* widget : {static_cast<QWidget*>(live_), static_cast<QWidget*>(run_), static_cast<QWidget*>(fineSteps_)})
        foot->addWidget(widget);
    foot->addStretch(1);
    foot->addWidget(use_);
    foot->addWidget(add_);
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(6);
    layout->addWidget(spacings_);
    layout->addWidget(view_, 1);
    layout->addWidget(searchBar_);
    layout->addWidget(result_);
    layout->addWidget(still_);
    layout->addWidget(notice_);
    layout->addLayout(foot);
    auto* scroll = scrolledForm(content); // a low dock still reaches all
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
}

void TimesDesigner::connectParts() {
    const auto lay = [this](const std::vector<double>& times) {
        if (view_->schedule()) view_->editTimes(tidyTimes(times));
    };
    connect(spacings_, &SpacingBar::laneRequested, this, &TimesDesigner::takeLane);
    connect(spacings_, &SpacingBar::timesRequested, this, lay);
    connect(spacings_, &SpacingBar::ruleRequested, this, [this, lay](const QString& name, int steps) {
        if (view_->schedule()) lay(spacedTimes(*view_->schedule(), name.toStdString(), steps));
    });
    connect(spacings_, &SpacingBar::stepsRequested, this, [this, lay](int steps) {
        if (view_->schedule() && view_->times().size() > 1) lay(resampledTimes(*view_->schedule(), view_->times(), steps));
    });
    connect(spacings_, &SpacingBar::problem, notice_, &Notice::say);
    connect(view_, &TimesView::timesChanged, this, &TimesDesigner::onTimes);
    connect(view_, &TimesView::said, this, &TimesDesigner::said);
    connect(searchBar_, &SearchBar::equalErrorRequested, this, &TimesDesigner::layEqualError);
    connect(searchBar_, &SearchBar::searchRequested, this, &TimesDesigner::search);
    connect(searchBar_, &SearchBar::cancelRequested, this, &TimesDesigner::cancel);
    for (auto* choice : {live_, still_}) connect(choice, &QCheckBox::toggled, this, &TimesDesigner::wake);
    connect(fineSteps_, &QSpinBox::valueChanged, this, &TimesDesigner::wake);
    connect(run_, &QPushButton::clicked, this, &TimesDesigner::runNow);
    connect(use_, &QPushButton::clicked, this, &TimesDesigner::useInLane);
    connect(add_, &QPushButton::clicked, this, &TimesDesigner::addAsLane);
}

void TimesDesigner::connectRecipe() {
    connect(recipe_->sampler(), &SamplerBox::changed, this, &TimesDesigner::wake);
    connect(recipe_->lanes(), &LaneList::currentChanged, this, &TimesDesigner::wake);
    connect(recipe_->lanes(), &LaneList::changed, this, &TimesDesigner::wake); // its model may be another one
    connect(recipe_->source(), &SourceBox::textEdited, this, &TimesDesigner::wake);
    connect(recipe_->model(), &ModelBox::infoChanged, this, &TimesDesigner::wake);
}

void TimesDesigner::connectRunner() {
    connect(runner_, &TimesRunner::fineReady, this, [this] {
        view_->setProfile(runner_->fine()->profile);
        if (equalWanted_) applyEqualError();
    });
    connect(runner_, &TimesRunner::opened, this, [this](const QString& model, const ModelInfo& info) {
        ownModel_ = model;
        ownInfo_ = info;
        wake();
    });
    connect(runner_, &TimesRunner::shown, this, [this](const TimesOutcome& outcome) {
        baseChanged_ = false;
        result_->setOutcome(outcome);
        if (outcome.times == view_->times()) view_->setParting(outcome.parting);
        onRunning();
    });
    connect(runner_, &TimesRunner::better, this, [this](const std::vector<double>& times, double error, double first) {
        if (times != view_->times()) {
            found_ = true;
            view_->editTimes(times, searchEdits_);
            found_ = false;
            searchEdits_ = true;
        }
        searchBar_->setFound(std::pair{first, error});
    });
    connect(runner_, &TimesRunner::progressed, this, &TimesDesigner::onProgress);
    connect(runner_, &TimesRunner::runningChanged, this, &TimesDesigner::onRunning);
    connect(runner_, &TimesRunner::failed, this, [this](const QString& sentence) {
        equalWanted_ = false;
        notice_->say(sentence);
    });
}

void TimesDesigner::restore() {
    const QSettings store;
    live_->setChecked(store.value("designer/live", true).toBool());
    still_->setChecked(store.value("designer/still", true).toBool());
    fineSteps_->setValue(store.value("designer/fineSteps", kFineSteps).toInt());
    searchBar_->setSentences(store.value("designer/sentences", searchBar_->sentences()).toInt());
    searchBar_->setFile(store.value("designer/file").toString());
    std::vector<double> times;
    for (const auto& time : store.value("designer/times").toStringList()) times.push_back(time.toDouble());
    const bool falls = std::adjacent_find(times.begin(), times.end(), std::less_equal<>()) == times.end();
    if (times.size() < 2 || !falls || times.front() > 1.0 || times.back() <= 0.0) return;
    view_->setTimes(times);
    spacings_->setTimes(times);
}

void TimesDesigner::keep() const {
    QSettings store;
    store.setValue("designer/live", isLive());
    store.setValue("designer/still", still_->isChecked());
    store.setValue("designer/fineSteps", fineSteps_->value());
    store.setValue("designer/sentences", searchBar_->sentences());
    store.setValue("designer/file", searchBar_->file());
    QStringList times;
    for (const double time : view_->times()) times << QString::number(time, 'g', QLocale::FloatingPointShortest);
    store.setValue("designer/times", times);
}

void TimesDesigner::retranslate() {
    setWindowTitle(tr("λ designer"));
    setAccessibleName(tr("λ designer"));
    live_->setText(tr("Live"));
    live_->setToolTip(tr("Runs the source and seed of the recipe anew after every change of the times, with the current lane’s solver"));
    still_->setText(tr("Measure without the noise at the steps"));
    still_->setToolTip(tr("This lane’s sampler draws noise at its steps (discrete noise, or η above 0), and at other times it draws other "
                          "noise: part of every "
                          "distance would be chance. Without it, what is measured is the ODE that the sampler follows in the mean. The "
                          "lane keeps its noise."));
    run_->setText(tr("Run these"));
    run_->setToolTip(tr("Run these times now"));
    fineSteps_->setPrefix(tr("fine run: "));
    fineSteps_->setToolTip(tr("Steps of the fine run, even in λ, against which all is measured"));
    fineSteps_->setAccessibleName(tr("Steps of the fine run"));
    use_->setText(tr("Use in lane"));
    use_->setToolTip(tr("The current lane takes these times as its own list"));
    add_->setText(tr("New lane"));
    add_->setToolTip(tr("Adds a lane that differs from the current one by these times alone"));
    notice_->say(obstacle());
    result_->setNote(caution());
}

} // namespace diffuscope
