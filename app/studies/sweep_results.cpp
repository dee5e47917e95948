// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/sweep_results.h"

#include "app/studies/sweep_model.h"
#include "app/studies/sweep_names.h"
#include "app/studies/sweep_texts.h"
#include "app/theme.h"
#include "widgets/sweep_view.h"
#include "widgets/table_dress.h"

#include <QEvent>
#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QTabWidget>
#include <QTableView>

namespace diffuscope {

SweepResults::SweepResults(QWidget* parent)
    : QSplitter(Qt::Vertical, parent), view_(new SweepView), tabs_(new QTabWidget), model_(new SweepModel(this)),
      sorted_(new QSortFilterProxyModel(this)), table_(new QTableView), texts_(new SweepTexts) {
    setChildrenCollapsible(false);
    createTable();
    view_->setTitles(solverTitles());
    tabs_->addTab(table_, QString());
    tabs_->addTab(texts_, QString());
    tabs_->setDocumentMode(true);
    addWidget(view_);
    addWidget(tabs_);
    setStretchFactor(0, 1);
    setStretchFactor(1, 1);
    connect(view_, &SweepView::rowPointed, this, &SweepResults::select);
    connect(view_, &SweepView::rowChosen, this, &SweepResults::open);
    connect(view_, &SweepView::said, this, &SweepResults::said);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) { view_->setCurrent(now.isValid() ? sorted_->mapToSource(now).row() : -1); });
    connect(table_, &QTableView::activated, this, [this](const QModelIndex& at) { open(sorted_->mapToSource(at).row()); });
    connect(texts_, &SweepTexts::runRequested, this, &SweepResults::runRequested);
    retranslate();
    recolour();
}

void SweepResults::createTable() {
    sorted_->setSourceModel(model_);
    sorted_->setSortRole(SweepModel::kSortRole);
    table_->setModel(sorted_);
    dressTable(table_, 8);
    table_->setSortingEnabled(true);
    table_->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); // in the order of the plan until someone sorts
    connect(sorted_, &QAbstractItemModel::modelReset, this, &SweepResults::spanSentences);
    connect(sorted_, &QAbstractItemModel::rowsInserted, this, &SweepResults::spanSentences);
    connect(sorted_, &QAbstractItemModel::layoutChanged, this, &SweepResults::spanSentences);
    connect(sorted_, &QAbstractItemModel::rowsInserted, table_, &QTableView::resizeColumnsToContents); // a header does not by itself
}

void SweepResults::spanSentences() {
    table_->clearSpans();
    for (int row = 0; row < sorted_->rowCount(); ++row)
        if (model_->failed(sorted_->mapToSource(sorted_->index(row, 0)).row()))
            table_->setSpan(row, SweepModel::Evaluations, 1, sorted_->columnCount() - SweepModel::Evaluations);
}

void SweepResults::setSweep(const SweepRecord& record) {
    plan_ = record.plan;
    model_->setRows(record.rows);
    setOrigin(record.origin);
    tabs_->setCurrentWidget(table_);
    showRows();
}

void SweepResults::setOrigin(const SweepOrigin& origin) { texts_->setSweep(plan_, origin); }

void SweepResults::append(const SweepRow& row) {
    model_->append(row);
    showRows();
}

void SweepResults::showRows() { view_->setRows(model_->rows(), toJson(plan_)); }

void SweepResults::select(int row) { table_->setCurrentIndex(sorted_->mapFromSource(model_->index(row, SweepModel::Setting))); }

void SweepResults::open(int row) {
    if (row < 0 || model_->failed(row)) return;
    select(row);
    texts_->showSetting(model_->rows()[static_cast<std::size_t>(row)].setting);
    tabs_->setCurrentWidget(texts_);
}

void SweepResults::resizeEvent(QResizeEvent* event) {
    QSplitter::resizeEvent(event);
    setOrientation(width() > 2 * height() ? Qt::Horizontal : Qt::Vertical);
}

void SweepResults::changeEvent(QEvent* event) {
    QSplitter::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::PaletteChange) recolour();
}

void SweepResults::recolour() { model_->setErrorColour(errorColour(palette())); }

void SweepResults::retranslate() {
    tabs_->setTabText(0, tr("Rows"));
    tabs_->setTabToolTip(0, tr("Each setting with its figures; double click one for its sentences"));
    tabs_->setTabText(1, tr("Sentences"));
    tabs_->setTabToolTip(1, tr("What the chosen setting generated, row by row of the file"));
    table_->setAccessibleName(tr("Rows of the sweep"));
    model_->retranslate();
}

} // namespace diffuscope
