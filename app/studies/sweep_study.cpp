// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/sweep_study.h"

#include "app/error_sentence.h"
#include "app/lane_list.h"
#include "app/model_box.h"
#include "app/recipe_panel.h"
#include "app/sampler_box.h"
#include "app/studies/sweep_controls.h"
#include "app/studies/sweep_form.h"
#include "app/studies/sweep_model.h"
#include "app/studies/sweep_names.h"
#include "app/studies/sweep_results.h"
#include "app/wheel_guard.h"
#include "core/error.h"
#include "core/sweep/engine_generator.h"
#include "core/sweep/sweep_result.h"
#include "core/text/file_bytes.h"
#include "widgets/save_path.h"

#include <QEvent>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>
#include <algorithm>

namespace diffuscope {
namespace {

constexpr int kSettled = 400;    ///< milliseconds
constexpr int kFormHeight = 120; ///< pixels that are always to be seen of the plan

/// What the time of an evaluation depends on.
QString measuredOf(const SweepPlan& plan) {
    return QStringLiteral("%1\n%2\n%3\n%4")
        .arg(QString::fromStdString(plan.input), QString::fromStdString(plan.base.model))
        .arg(plan.base.samples)
        .arg(plan.base.canvas);
}

/// Network evaluations that a row of the file takes.
double evaluationsOfARow(const SweepPlan& plan) {
    double sum = 0;
    for (const auto& setting : settingsOf(plan)) sum += expectedEvaluations(recipeOf(plan, setting, 0)) * plan.seeds;
    return sum;
}

} // namespace

SweepStudy::SweepStudy(RecipePanel* recipe, QWidget* parent)
    : QWidget(parent), recipe_(recipe), form_(new SweepForm), controls_(new SweepControls), results_(new SweepResults),
      split_(new QSplitter(Qt::Vertical, this)), run_(new SweepRun(this)) {
    createLayout();
    connectRun();
    settle_.setSingleShot(true);
    settle_.setInterval(kSettled);
    connect(&settle_, &QTimer::timeout, this, &SweepStudy::askEstimate);
    connect(controls_, &SweepControls::planToggled, this, [this](bool shown) {
        scroll_->setVisible(shown);
        moved_ = false;
        shareRoom();
    });
    connect(form_, &SweepForm::changed, this, [this] {
        if (!isRunning()) controls_->setError({}); // it was another plan's
        onPlan();
    });
    connect(controls_, &SweepControls::runRequested, this, &SweepStudy::start);
    connect(controls_, &SweepControls::figureRequested, this, &SweepStudy::startFigure);
    connect(controls_, &SweepControls::cancelRequested, run_, &SweepRun::cancel);
    connect(controls_, &SweepControls::pauseRequested, this, [this](bool paused) {
        run_->setPaused(paused);
        controls_->setState(paused ? SweepControls::State::Paused : SweepControls::State::Running);
    });
    connect(controls_, &SweepControls::exportRequested, this, &SweepStudy::exportAs);
    connect(results_, &SweepResults::runRequested, this, &SweepStudy::runLane);
    connect(results_, &SweepResults::said, this, &SweepStudy::said);
    connect(recipe_->sampler(), &SamplerBox::changed, this, &SweepStudy::updateBase);
    connect(recipe_->model(), &ModelBox::infoChanged, this, &SweepStudy::updateBase);
    for (auto signal : {&LaneList::currentChanged, &LaneList::removed}) connect(recipe_->lanes(), signal, this, &SweepStudy::updateBase);
    retranslate();
    restore();
}

SweepStudy::~SweepStudy() {
    try {
        saveSweepDraft(form_->plan());
    } catch (const Error&) {
        // A folder that cannot be written has said so when a sweep was started.
    }
}

void SweepStudy::createLayout() {
    auto* scroll = scroll_ = scrolledForm(form_);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* top = new QWidget;
    auto* column = new QVBoxLayout(top);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    column->addWidget(controls_);
    split_->addWidget(top);
    split_->addWidget(results_);
    split_->setChildrenCollapsible(false);
    scroll->setMinimumHeight(std::min(form_->sizeHint().height(), kFormHeight));
    split_->setStretchFactor(0, 0);
    split_->setStretchFactor(1, 1);
    connect(split_, &QSplitter::splitterMoved, this, [this] { moved_ = true; });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(split_);
}

void SweepStudy::connectRun() {
    connect(run_, &SweepRun::opened, this, [this](const SweepOrigin& origin) {
        record_->origin = origin;
        results_->setOrigin(origin);
        save();
    });
    connect(run_, &SweepRun::progressed, controls_, &SweepControls::showProgress);
    connect(run_, &SweepRun::rowReady, this, &SweepStudy::onRow);
    connect(run_, &SweepRun::estimated, this, [this](const SweepEstimate& estimate) {
        estimate_ = estimate;
        onPlan();
    });
    connect(run_, &SweepRun::finished, this, [this] {
        const auto failed =
            std::count_if(record_->rows.begin(), record_->rows.end(), [](const SweepRow& row) { return !row.error.empty(); });
        QStringList parts{tr("%n setting(s) measured.", nullptr, static_cast<int>(record_->rows.size()) - static_cast<int>(failed))};
        if (failed > 0) parts << tr("%n could not run; its row says why.", nullptr, static_cast<int>(failed));
        end(parts.join(u' '), true);
    });
    connect(run_, &SweepRun::cancelled, this,
            [this] { end(tr("Cancelled. What is finished is kept; Resume goes on from there."), false); });
    connect(run_, &SweepRun::failed, this, [this](const QString& sentence) {
        end({}, false);
        controls_->setError(sentence);
    });
}

void SweepStudy::restore() {
    record_ = loadSweepRecord();
    if (const auto draft = loadSweepDraft()) form_->setPlan(*draft);
    else if (record_) form_->setPlan(record_->plan);
    if (record_) {
        results_->setSweep(*record_);
        controls_->setExportable(!record_->rows.empty());
    }
    updateBase();
}

void SweepStudy::updateBase() {
    if (const auto& model = recipe_->model()->info()) form_->setDiffusionSteps(model->config.diffusionSteps);
    form_->setBase(recipe_->recipe());
}

void SweepStudy::onPlan() {
    const auto plan = form_->plan();
    const auto problem = form_->problem();
    controls_->setReady(record_ && record_->unfinished && record_->plan == plan, problem);
    describeWork(plan);
    settle_.start();
}

void SweepStudy::describeWork(const SweepPlan& plan) {
    const bool known = estimateOf_ == measuredOf(plan) && estimate_.rows > 0;
    const auto rows = plan.limit == 0 ? estimate_.rows : known ? std::min(plan.limit, estimate_.rows) : plan.limit;
    QStringList parts{tr("%n setting(s)", nullptr, static_cast<int>(settingsOf(plan).size()))};
    if (rows > 0) parts << tr("%n row(s)", nullptr, static_cast<int>(rows));
    if (plan.seeds > 1) parts << tr("%n seed(s)", nullptr, plan.seeds);
    auto sentence = parts.join(QStringLiteral(" × "));
    if (known)
        sentence += QStringLiteral(" · ") +
                    tr("about %1").arg(durationText(estimate_.secondsPerEvaluation * evaluationsOfARow(plan) * static_cast<double>(rows)));
    controls_->setWork(sentence);
}

void SweepStudy::askEstimate() {
    const auto plan = form_->plan();
    if (!isVisible() || isRunning() || !recipe_->model()->info() || !form_->problem().isEmpty() || estimateOf_ == measuredOf(plan)) return;
    estimateOf_ = measuredOf(plan);
    estimate_ = {};
    run_->estimate(plan);
}

void SweepStudy::start() {
    updateBase();
    const auto plan = form_->plan();
    if (isRunning() || !form_->problem().isEmpty()) return;
    record_ = SweepRecord{plan, {}, {}, true};
    results_->setSweep(*record_);
    controls_->setExportable(false);
    controls_->setError({});
    controls_->setPlanShown(false); // the results need its room
    controls_->setState(SweepControls::State::Running);
    controls_->showWaiting(tr("Opening the model and the data…"));
    if (estimate_.rows == 0) estimateOf_.clear(); // its measuring gives way
    save();
    run_->start(plan, sweepStore());
}

void SweepStudy::startFigure() {
    updateBase();
    form_->fillFigure();
    start();
}

void SweepStudy::onRow(const SweepRow& row) {
    record_->rows.push_back(row);
    results_->append(row);
    controls_->setExportable(true);
    save();
}

void SweepStudy::end(const QString& sentence, bool finished) {
    if (finished) record_->unfinished = false;
    controls_->setState(SweepControls::State::Idle);
    controls_->say(sentence);
    save();
    onPlan();
}

void SweepStudy::save() {
    try {
        saveSweepRecord(*record_);
    } catch (const Error& error) {
        controls_->setError(sentenceOf(error));
    }
}

void SweepStudy::runLane(const Recipe& lane, bool beside) {
    std::vector<Recipe> lanes{lane};
    if (beside) {
        auto current = recipe_->recipe();
        current.sources = lane.sources;
        current.samples = lane.samples;
        current.canvas = lane.canvas;
        current.edits.clear();
        if (current != lane) lanes.insert(lanes.begin(), current);
    }
    emit runRequested(lanes);
}

void SweepStudy::exportAs(const QString& suffix) {
    const auto filter = suffix == QLatin1String("csv") ? tr("Comma-separated values (*.csv)") : tr("Rows and plan (*.json)");
    const auto path = askSavePath(this, tr("Export the sweep"), QStringLiteral("sweep.") + suffix, {filter});
    if (!path.isEmpty()) writeTo(path);
}

void SweepStudy::writeTo(const QString& path) {
    if (!record_) return;
    try {
        const bool csv = path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive);
        writeFileBytes(path.toStdString(), csv ? toCsv(record_->rows) : toJson(SweepResult{record_->plan, record_->rows}).dump(1) + '\n');
        emit said(tr("Wrote %1").arg(path));
    } catch (const std::exception& error) {
        controls_->setError(sentenceOf(error));
    }
}

void SweepStudy::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    retranslate();
    describeWork(form_->plan());
}

void SweepStudy::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    updateBase();
}

void SweepStudy::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    split_->setOrientation(width() > 2 * height() ? Qt::Horizontal : Qt::Vertical);
    shareRoom();
}

void SweepStudy::shareRoom() {
    // Until someone moves the handle, the plan has the room that it asks for.
    if (moved_ || split_->orientation() == Qt::Horizontal) return;
    const int wanted = (scroll_->isHidden() ? 0 : form_->heightForWidth(width())) + controls_->sizeHint().height();
    split_->setSizes({wanted, std::max(1, height() - wanted)});
}

void SweepStudy::retranslate() {
    setWindowTitle(tr("Sweep"));
    setAccessibleName(tr("Sweep"));
}

} // namespace diffuscope
