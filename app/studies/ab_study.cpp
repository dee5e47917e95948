// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/ab_study.h"

#include "app/common_noise.h"
#include "app/error_sentence.h"
#include "app/lane_list.h"
#include "app/lane_titles.h"
#include "app/model_box.h"
#include "app/notice.h"
#include "app/recipe_panel.h"
#include "app/studies/ab_examples_view.h"
#include "app/studies/ab_metrics_model.h"
#include "app/studies/data_file_box.h"
#include "app/studies/engine_job.h"
#include "app/studies/run_bar.h"
#include "core/sweep/engine_generator.h"
#include "core/text/file_lock.h"
#include "widgets/difference_view.h"
#include "widgets/lane_mark.h"
#include "widgets/metric_names.h"
#include "widgets/palette.h"

#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

namespace diffuscope {
namespace {

constexpr qint64 kLargestStore = 64 << 20; ///< bytes; then it is begun anew

/// Where finished batches lie, so that a test goes on where it was left. Empty: nowhere can be written. Throws Error when it is in use.
std::filesystem::path storeFile() {
    const auto folder = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    if (folder.isEmpty() || !QDir().mkpath(folder)) return {};
    const auto path = folder + QStringLiteral("/abtest.jsonl");
    if (QFileInfo(path).size() > kLargestStore) {
        const FileLock held(path.toStdString()); // not another window's, which adds to it
        QFile::resize(path, 0);
    }
    return path.toStdString();
}

} // namespace

AbStudy::AbStudy(RecipePanel* recipe, QWidget* parent)
    : QWidget(parent), recipe_(recipe), job_(new EngineJob(this)), a_(new QComboBox(this)), b_(new QComboBox(this)),
      against_(new QLabel(this)), noise_(new QLabel(this)), seedsTitle_(new QLabel(this)), empty_(new QLabel(this)),
      summary_(new QLabel(this)), data_(new DataFileBox(this)), seeds_(new QSpinBox(this)), bar_(new RunBar(this)),
      export_(new QToolButton(this)), notice_(new Notice(this)), tabs_(new QTabWidget(this)), table_(new QTableView),
      metrics_(new AbMetricsModel(this)), differences_(new DifferenceView), examples_(new AbExamplesView) {
    createLayout();
    createResults();
    restore();
    auto* lanes = recipe_->lanes();
    for (auto signal : {&LaneList::changed, &LaneList::added}) connect(lanes, signal, this, &AbStudy::updateLanes);
    connect(lanes, &LaneList::removed, this, &AbStudy::onRemoved);
    connect(recipe_->model(), &ModelBox::infoChanged, this, &AbStudy::fitData);
    connect(a_, &QComboBox::currentIndexChanged, this, &AbStudy::fitData);
    for (auto* side : {a_, b_}) connect(side, &QComboBox::currentIndexChanged, this, &AbStudy::updateState);
    connect(data_, &DataFileBox::changed, this, [this] {
        save();
        updateState();
    });
    connect(seeds_, &QSpinBox::valueChanged, this, &AbStudy::save);
    connect(bar_, &RunBar::runRequested, this, &AbStudy::run);
    connect(bar_, &RunBar::cancelRequested, this, &AbStudy::cancel);
    connect(job_, &EngineJob::finished, this, &AbStudy::updateState);
    connect(job_, &EngineJob::cancelled, this, [this] {
        emit said(tr("A/B test cancelled; run it again to go on where it was left."));
        updateState();
    });
    connect(job_, &EngineJob::failed, this, [this](const QString& sentence) {
        notice_->say(sentence);
        updateState();
    });
    updateLanes();
    retranslate();
}

AbStudy::~AbStudy() = default;

bool AbStudy::isRunning() const { return job_->isRunning(); }
QString AbStudy::summaryText() const { return summary_->text(); }
QString AbStudy::noiseText() const { return noise_->text(); }
QString AbStudy::errorText() const { return notice_->text(); }
QString AbStudy::emptyText() const { return result_ ? QString() : empty_->text(); }

void AbStudy::updateLanes() {
    const auto& lanes = recipe_->lanes()->recipes();
    const bool dark = GridTheme::fromPalette(palette()).dark;
    for (auto* side : {a_, b_}) {
        const QSignalBlocker quiet(side);
        const int before = side->currentIndex();
        side->clear();
        for (int lane = 0; lane < static_cast<int>(lanes.size()); ++lane)
            side->addItem(laneIcon(lane, dark), laneName(lane) + QStringLiteral("  ") + laneTitle(lanes[static_cast<size_t>(lane)]));
        const int usual = side == a_ ? 0 : 1;
        side->setCurrentIndex(std::min(before >= 0 && before < side->count() ? before : usual, side->count() - 1));
    }
    // A second lane has come: the obvious thing is to hold it against the first.
    if (lanes.size() > 1 && a_->currentIndex() == b_->currentIndex()) b_->setCurrentIndex(a_->currentIndex() == 1 ? 0 : 1);
    fitData();
    updateState();
}

void AbStudy::onRemoved(int lane) {
    for (auto* side : {a_, b_}) {
        const QSignalBlocker quiet(side);
        if (side->currentIndex() > lane) side->setCurrentIndex(side->currentIndex() - 1); // the same lane under another letter
    }
    updateLanes();
}

void AbStudy::fitData() {
    if (!isRunning()) data_->fitTo(recipe_->recipes()[static_cast<size_t>(std::max(0, a_->currentIndex()))].model);
}

void AbStudy::updateState() {
    const auto& lanes = recipe_->lanes()->recipes();
    const int a = a_->currentIndex(), b = b_->currentIndex();
    const bool two = lanes.size() > 1, apart = a != b;
    for (QWidget* side : {a_, b_}) side->setEnabled(two && !isRunning());
    data_->setEnabled(!isRunning());
    seeds_->setEnabled(!isRunning());
    bar_->setReady(two && apart && data_->rowsInFile() > 0);
    if (bar_->isRunning() != isRunning()) bar_->setRunning(isRunning());
    empty_->setText(!two          ? tr("An A/B test holds two lanes against each other. Add a lane in the recipe.")
                    : !apart      ? tr("Choose two different lanes.")
                    : isRunning() ? tr("Both lanes answer the rows of the data file; figures come when all are there.")
                                  : tr("Press Run: both lanes answer the rows of the data file, on common noise where they can."));
    tabs_->setVisible(result_ != nullptr);
    summary_->setVisible(result_ != nullptr);
    empty_->setVisible(!result_);
    export_->setEnabled(result_ != nullptr);
    noise_->setVisible(two && apart);
    if (two && apart) noise_->setText(noiseSentence(lanes, {a, b}));
}

void AbStudy::run() {
    if (isRunning() || a_->currentIndex() == b_->currentIndex()) return;
    const auto lanes = recipe_->recipes();
    const Sides sides{a_->currentIndex(), b_->currentIndex()};
    AbPlan plan;
    plan.input = data_->path().toStdString();
    plan.limit = static_cast<size_t>(data_->rows());
    plan.a = lanes[static_cast<size_t>(sides.a)];
    plan.b = lanes[static_cast<size_t>(sides.b)];
    for (auto* lane : {&plan.a, &plan.b}) lane->edits.clear(); // they are of one sentence, and none of the file's has them
    plan.seeds = seeds_->value();
    notice_->clearSentence();
    job_->start(plan.a, [this, plan, sides](const EngineJob::Context& context) {
        EngineGenerator a(context.engine), b(context.other(plan.b));
        AbControl control;
        control.stop = context.stop;
        control.store = storeFile();
        control.onProgress = [&](const AbProgress& progress) {
            context.post([this, progress] { bar_->setProgress(progress.share, progress.secondsLeft); });
        };
        const auto result = std::make_shared<const AbResult>(runAbTest(plan, a, b, control));
        context.post([this, result, sides] { show(result, sides); });
    });
    updateState();
}

void AbStudy::cancel() { job_->cancel(); }

void AbStudy::show(const std::shared_ptr<const AbResult>& result, Sides sides) {
    result_ = result;
    shown_ = sides;
    const auto a = laneName(sides.a), b = laneName(sides.b);
    metrics_->setResult(result, a, b);
    examples_->setResult(result, a, b);
    if (metrics_->rowCount() > 0) table_->selectRow(0);
    showDifferences();
    showSummary();
    updateState();
}

void AbStudy::showDifferences() {
    std::vector<DifferenceView::Entry> entries;
    for (const auto& metric : result_->metrics) {
        const auto& [name, estimate, wins, ties, losses] = metric.corpus;
        const double scale = countsToHundred(name) ? 1.0 : 100.0;
        entries.push_back({metricName(name).title, scale * estimate.difference.value, scale * estimate.difference.low,
                           scale * estimate.difference.high, estimate.p < kSignificant});
    }
    differences_->setEntries(entries, laneName(shown_.a), laneName(shown_.b), toJson(result_->plan));
}

void AbStudy::showSummary() {
    if (!result_) return;
    const auto& plan = result_->plan;
    const auto titles = laneTitles({plan.a, plan.b});
    QStringList parts{QStringLiteral("%1: %2").arg(laneName(shown_.a), titles[0]),
                      QStringLiteral("%1: %2").arg(laneName(shown_.b), titles[1]),
                      tr("%n row(s)", nullptr, static_cast<int>(result_->items))};
    if (plan.seeds > 1) parts << tr("%n seed(s)", nullptr, plan.seeds);
    if (result_->skipped > 0) parts << tr("%n skipped", nullptr, static_cast<int>(result_->skipped));
    if (result_->failed > 0) parts << tr("%n failed", nullptr, static_cast<int>(result_->failed));
    summary_->setText(parts.join(QStringLiteral(" · ")));
    summary_->setToolTip(
        result_->skipped > 0
            ? tr("Skipped: rows whose source does not fit on the canvas. The last one: %1").arg(translated(result_->whySkipped))
            : tr("What the figures below were measured on"));
}

void AbStudy::chooseMetric(int metric) {
    if (metric < 0) return;
    examples_->setMetric(metric);
    if (table_->currentIndex().row() != metric) table_->selectRow(metric);
}

void AbStudy::openExample(const AbExample& example) {
    auto a = recipeOfSeed(result_->plan.a, example.seed), b = recipeOfSeed(result_->plan.b, example.seed);
    for (auto* lane : {&a, &b}) {
        lane->sources = {example.pair.source};
        lane->samples = result_->plan.a.samples;
    }
    emit runRequested({a, b});
}

} // namespace diffuscope
