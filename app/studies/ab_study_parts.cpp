// SPDX-License-Identifier: GPL-3.0-or-later
// How the A/B test's widgets are laid out, named, kept and exported.
#include "app/lane_list.h"
#include "app/notice.h"
#include "app/recipe_panel.h"
#include "app/studies/ab_examples_view.h"
#include "app/studies/ab_metrics_model.h"
#include "app/studies/ab_study.h"
#include "app/studies/data_file_box.h"
#include "app/studies/run_bar.h"
#include "widgets/difference_view.h"
#include "widgets/save_path.h"
#include "widgets/table_dress.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QSaveFile>
#include <QSettings>
#include <QSpinBox>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <nlohmann/json.hpp>

namespace diffuscope {
namespace {

constexpr int kMostSeeds = 100;

QLabel* wrapping(QLabel* label) {
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

void AbStudy::createLayout() {
    a_->setObjectName(QStringLiteral("abLaneA"));
    b_->setObjectName(QStringLiteral("abLaneB"));
    seeds_->setObjectName(QStringLiteral("abSeeds"));
    seeds_->setRange(1, kMostSeeds);
    seedsTitle_->setBuddy(seeds_);
    for (auto* side : {a_, b_}) side->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // a long name must not widen the dock
    noise_->setForegroundRole(QPalette::PlaceholderText);
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setMargin(16);
    empty_->setForegroundRole(QPalette::PlaceholderText);
    for (auto* label : {noise_, empty_, summary_}) wrapping(label);
    export_->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(export_);
    for (const auto& [json, metrics] : {std::pair{true, false}, {false, true}, {false, false}}) {
        exports_.push_back(menu->addAction(QString()));
        connect(exports_.back(), &QAction::triggered, this, [this, json, metrics] { chooseExport(json, metrics); });
    }
    export_->setMenu(menu);
    auto* lanes = new QHBoxLayout;
    lanes->addWidget(a_, 1);
    lanes->addWidget(against_);
    lanes->addWidget(b_, 1);
    auto* commands = new QHBoxLayout;
    commands->addWidget(seedsTitle_);
    commands->addWidget(seeds_);
    commands->addWidget(bar_, 1);
    commands->addWidget(export_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 4);
    layout->addLayout(lanes);
    layout->addWidget(noise_);
    layout->addWidget(data_);
    layout->addLayout(commands);
    layout->addWidget(bar_->progressBar());
    layout->addWidget(notice_);
    layout->addWidget(summary_);
    layout->addWidget(tabs_, 1);
    layout->addWidget(empty_, 1);
}

void AbStudy::createResults() {
    table_->setObjectName(QStringLiteral("abMetrics"));
    table_->setModel(metrics_);
    dressTable(table_, 8);
    table_->horizontalHeader()->setStretchLastSection(true);
    auto* figures = new QSplitter(Qt::Vertical);
    figures->addWidget(table_);
    figures->addWidget(differences_);
    figures->setStretchFactor(1, 1);
    tabs_->setDocumentMode(true);
    tabs_->addTab(figures, QString());
    tabs_->addTab(examples_, QString());
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) { chooseMetric(now.row()); });
    connect(examples_, &AbExamplesView::metricChosen, this, &AbStudy::chooseMetric);
    connect(examples_, &AbExamplesView::opened, this, &AbStudy::openExample);
    connect(differences_, &DifferenceView::said, this, &AbStudy::said);
}

void AbStudy::restore() {
    const QSettings store;
    if (const auto path = store.value("abtest/file").toString(); !path.isEmpty()) data_->setPath(path);
    data_->setRows(store.value("abtest/rows", data_->rows()).toInt());
    seeds_->setValue(store.value("abtest/seeds", 1).toInt());
}

void AbStudy::save() const {
    QSettings store;
    // The model's own file may lie elsewhere the next time.
    store.setValue("abtest/file", data_->isUsual() ? QString() : data_->path());
    store.setValue("abtest/rows", data_->rows());
    store.setValue("abtest/seeds", seeds_->value());
}

void AbStudy::chooseExport(bool json, bool metrics) {
    const auto name = QStringLiteral("ab-test") + (json      ? QStringLiteral(".json")
                                                   : metrics ? QStringLiteral("-metrics.csv")
                                                             : QStringLiteral("-examples.csv"));
    const auto path =
        askSavePath(this, tr("Export the A/B test"), name, {json ? tr("JSON (*.json)") : tr("Comma-separated values (*.csv)")});
    if (!path.isEmpty()) emit said(exportTo(path, metrics));
}

QString AbStudy::exportTo(const QString& path, bool metrics) const {
    if (!result_) return tr("There is nothing to export yet.");
    const bool json = path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
    const auto text = json      ? toJson(*result_).dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n"
                      : metrics ? metricsCsv(*result_)
                                : examplesCsv(*result_);
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(QByteArray::fromStdString(text)) >= 0 && file.commit();
    return written ? tr("Wrote %1").arg(path) : tr("Cannot write %1: %2").arg(path, file.errorString());
}

void AbStudy::retranslate() {
    setWindowTitle(tr("A/B test"));
    setAccessibleName(tr("A/B test"));
    against_->setText(tr("against"));
    a_->setAccessibleName(tr("First lane of the test"));
    b_->setAccessibleName(tr("Second lane of the test"));
    a_->setToolTip(tr("The lane whose figures are taken off the other's"));
    b_->setToolTip(tr("The lane that wins where its figure is higher"));
    noise_->setToolTip(tr("Differences are surest where both lanes draw the same noise: chance then strikes both alike."));
    seedsTitle_->setText(tr("&Seeds"));
    seeds_->setToolTip(tr("How often each row is answered, with seeds that count up from the lane's; the seeds of a row count as one row"));
    bar_->setRunText(tr("Run"), tr("Let both lanes answer the rows of the data file and compare"));
    export_->setText(tr("Export"));
    export_->setToolTip(tr("Write the figures and texts to a file"));
    const QStringList names{tr("&All as JSON…"), tr("&Metrics as CSV…"), tr("&Examples as CSV…")};
    for (qsizetype i = 0; i < names.size(); ++i) exports_[static_cast<size_t>(i)]->setText(names[i]);
    tabs_->setTabText(0, tr("Metrics"));
    tabs_->setTabText(1, tr("Examples"));
    table_->setAccessibleName(tr("Metrics of both lanes"));
    metrics_->retranslate();
    updateLanes();
    if (result_) showDifferences();
    showSummary();
}

void AbStudy::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::PaletteChange) updateLanes();
}

} // namespace diffuscope
