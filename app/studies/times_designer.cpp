// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/times_designer.h"

#include "app/error_sentence.h"
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
#include "core/compare/common_noise.h"
#include "core/engine/bundled.h"
#include "core/error.h"
#include "core/solvers/spacing.h"
#include "widgets/lane_mark.h"
#include "widgets/time_edits.h"
#include "widgets/times_view.h"

#include <QCheckBox>
#include <QEvent>
#include <QPushButton>
#include <QSpinBox>

namespace diffuscope {
namespace {

constexpr int kStepsAtFirst = 10; ///< where the lane has no list that can be read

} // namespace

TimesDesigner::TimesDesigner(RecipePanel* recipe, QWidget* parent)
    : QWidget(parent), recipe_(recipe), runner_(new TimesRunner(this)), view_(new TimesView(this)),
      spacings_(new SpacingBar(recipe->spacings(), this)), searchBar_(new SearchBar(this)), result_(new TimesResult(this)),
      notice_(new Notice(this)), live_(new QCheckBox(this)), still_(new QCheckBox(this)), fineSteps_(new QSpinBox(this)),
      run_(new QPushButton(this)), use_(new QPushButton(this)), add_(new QPushButton(this)) {
    createLayout();
    restore();
    connectParts();
    connectRecipe();
    connectRunner();
    retranslate();
    notice_->say(recipe->spacings()->errorText());
}

TimesDesigner::~TimesDesigner() { keep(); }

QString TimesDesigner::errorText() const { return notice_->text(); }
bool TimesDesigner::isLive() const { return live_->isChecked(); }
void TimesDesigner::setLive(bool live) { live_->setChecked(live); }

void TimesDesigner::setStill(bool still) { still_->setChecked(still); }

QString TimesDesigner::obstacle() const {
    const auto lane = recipe_->recipe();
    if (!takesTimes(lane))
        return tr("This lane’s solver places its steps itself, and takes no times; choose another solver in the recipe.");
    return {};
}

Recipe TimesDesigner::measured() const {
    const auto base = designBase(recipe_->recipe());
    return still_->isChecked() ? withoutStepNoise(base) : base;
}

QString TimesDesigner::caution() const {
    const auto lane = measured();
    if (drawsInSteps(lane))
        return tr("This sampler draws noise at its steps: the fine run draws other noise, and part of the distance is chance.");
    if (lane.mode == Mode::AsReleased)
        return tr("As released, the sampler follows no ODE: in more steps it goes somewhere else, not only nearer.");
    return {};
}

const ModelInfo* TimesDesigner::info() const {
    const auto own = QString::fromStdString(recipe_->lanes()->recipe().model);
    const auto& windows = recipe_->model()->info();
    if (own.isEmpty() || own == recipe_->model()->current()) return windows ? &*windows : nullptr;
    return ownInfo_ && own == ownModel_ ? &*ownInfo_ : nullptr;
}

void TimesDesigner::takeModel(const ModelInfo& info) {
    searchBar_->setSamples(QString::fromStdString(modelSamples(info.folder).string()));
    const auto schedule = NoiseSchedule::named(info.config.noiseSchedule, info.config.diffusionSteps);
    if (!view_->schedule() || view_->schedule()->betas() != schedule.betas()) view_->setSchedule(schedule);
    if (view_->times().size() > 1 && view_->times().back() < 1.0 / schedule.steps()) view_->setTimes({}); // of another schedule
    if (view_->times().size() < 2) takeLane();
}

void TimesDesigner::takeBase(const Recipe& base) {
    if (base == runner_->base() && runner_->fineSteps() == fineSteps_->value()) return;
    runner_->setBase(base, fineSteps_->value());
    view_->setProfile({});
    result_->setFineSteps(fineSteps_->value());
    searchBar_->setFound({});
    notice_->say(obstacle());
    result_->setNote(caution());
    dirty_ = baseChanged_ = true;
}

void TimesDesigner::wake() {
    const auto* model = info();
    if (model) takeModel(*model);
    const auto lane = recipe_->recipe();
    still_->setVisible(drawsInSteps(lane) && !drawsInSteps(withoutStepNoise(lane)));
    takeBase(measured());
    if (!model && isVisible() && recipe_->model()->info() && !runner_->isRunning()) runner_->openModel();
    const bool ready = obstacle().isEmpty() && model && view_->schedule() && view_->times().size() > 1;
    for (auto* button : {run_, use_, add_}) button->setEnabled(ready);
    searchBar_->setReady(ready);
    if (dirty_ && ready && isLive() && isVisible()) runNow();
    updateStale();
}

void TimesDesigner::runNow() {
    if (view_->times().size() < 2) return;
    dirty_ = false;
    notice_->clearSentence();
    runner_->show(view_->times());
}

void TimesDesigner::onTimes() {
    spacings_->setTimes(view_->times());
    dirty_ = true;
    if (found_) return; // its result is on its way
    searchBar_->setFound({});
    if (runner_->isSearching()) runner_->cancel();
    wake();
}

void TimesDesigner::takeLane() {
    if (!view_->schedule()) return;
    auto times = spacedTimes(*view_->schedule(), "log-snr", kStepsAtFirst);
    try {
        times = timesOf(recipe_->recipe(), *view_->schedule());
    } catch (const Error& error) {
        notice_->say(sentenceOf(error));
        if (view_->times().size() > 1) return;
    }
    if (view_->times().size() > 1) return view_->editTimes(tidyTimes(times));
    view_->setTimes(tidyTimes(times));
    onTimes();
}

void TimesDesigner::layEqualError() {
    equalWanted_ = true;
    if (runner_->fine()) applyEqualError();
    else runNow();
}

void TimesDesigner::applyEqualError() {
    equalWanted_ = false;
    view_->editTimes(tidyTimes(equalErrorTimes(runner_->fine()->profile, spacings_->steps())));
}

void TimesDesigner::search() {
    notice_->clearSentence();
    if (view_->times().size() < 3) return notice_->say(tr("The search moves inner times; two steps are the fewest that have one."));
    try {
        TimesRunner::Search search;
        search.sources = searchBar_->sources();
        searchBar_->setFound({});
        searchEdits_ = false;
        runner_->search(view_->times(), search);
    } catch (const std::exception& error) { // also what the system says of the file
        notice_->say(sentenceOf(error));
    }
}

void TimesDesigner::cancel() {
    equalWanted_ = false;
    runner_->cancel();
}

void TimesDesigner::useInLane() {
    recipe_->sampler()->setRecipe(withTimes(recipe_->recipe(), view_->times()));
    emit said(tr("Lane %1 takes these times.").arg(laneName(recipe_->lanes()->current())));
}

void TimesDesigner::addAsLane() {
    if (!recipe_->addLane(withTimes(recipe_->recipe(), view_->times()))) // on the same model, be it the window's
        return notice_->say(
            tr("There is no room for another lane now: there are %1 at most, and none is added while lanes run.").arg(kMostLanes));
    emit said(tr("Lane %1 takes these times.").arg(laneName(recipe_->lanes()->current())));
}

void TimesDesigner::onRunning() {
    updateStale();
    if (!runner_->isRunning()) searchBar_->setProgress({});
}

void TimesDesigner::updateStale() {
    const auto& outcome = result_->outcome();
    const bool running = runner_->isRunning();
    const bool stale = outcome ? baseChanged_ || outcome->times != view_->times() : running;
    result_->setStale(stale, running || isLive());
    if (stale) view_->setParting({});
}

void TimesDesigner::onProgress(TimesRunner::Phase phase, int done, int total) {
    // A quick run would only flicker; what is slow is known after its first step.
    if (phase == TimesRunner::Phase::Run && !runner_->isSlow()) return;
    const QString formats[]{tr("fine run: step %v of %m"), tr("run: step %v of %m"), tr("search: run %v of at most %m")};
    searchBar_->setProgress(formats[static_cast<int>(phase)], done, total);
}

void TimesDesigner::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void TimesDesigner::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    wake();
}

} // namespace diffuscope
