// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/history_view.h"

#include "widgets/table_dress.h"

#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace diffuscope {
namespace {

constexpr int kLanesWidth = 200, kSourceWidth = 220; ///< pixels

} // namespace

HistoryView::HistoryView(QWidget* parent)
    : QWidget(parent), model_(new HistoryModel(this)), shelf_(new TraceShelf(TraceShelf::kBudget, this)), table_(new QTableView(this)),
      empty_(new QLabel(this)), open_(new QAction(this)) {
    table_->setModel(model_);
    dressTable(table_, 8);
    table_->horizontalHeader()->setStretchLastSection(true);
    for (const auto& [column, width] : {std::pair{HistoryModel::Lanes, kLanesWidth}, {HistoryModel::Source, kSourceWidth}}) {
        table_->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Interactive);
        table_->horizontalHeader()->resizeSection(column, width);
    }
    open_->setShortcuts({QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
    open_->setShortcutContext(Qt::WidgetShortcut);
    table_->addAction(open_);
    table_->setContextMenuPolicy(Qt::ActionsContextMenu);
    empty_->setWordWrap(true);
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setContentsMargins(16, 16, 16, 16);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(empty_, 1);
    layout->addWidget(table_, 1);
    table_->hide();
    connect(open_, &QAction::triggered, this, [this] {
        if (table_->currentIndex().isValid()) reopen(table_->currentIndex().row());
    });
    connect(table_, &QTableView::doubleClicked, this, [this](const QModelIndex& at) { reopen(at.row()); });
    connect(shelf_, &TraceShelf::fetched, this, &HistoryView::onFetched);
    connect(shelf_, &TraceShelf::failed, this, [this](quint64 key, const QString& sentence) {
        if (std::find(wanted_.begin(), wanted_.end(), key) == wanted_.end()) return;
        wanted_.clear();
        emit failed(sentence);
    });
    retranslate();
}

void HistoryView::add(const Traces& traces, double seconds) {
    PastRun run;
    run.seconds = seconds;
    run.when = QDateTime::currentDateTime();
    for (const auto& trace : traces) {
        if (!trace || !trace->finished()) continue;
        if (run.recipes.empty() && !trace->chosen.empty())
            run.sentence = QString::fromStdString(trace->sentences[static_cast<size_t>(trace->chosen.front())].text);
        run.recipes.push_back(trace->header->recipe);
        run.evaluations += trace->evaluations;
        run.keys.push_back(shelf_->add(trace));
    }
    if (run.recipes.empty()) return;
    model_->add(std::move(run));
    if (model_->rowCount() > kMostRuns)
        for (const auto key : model_->takeOldest().keys) shelf_->remove(key);
    empty_->hide();
    table_->show();
}

void HistoryView::reopen(int row) {
    emit asked();
    wanted_ = model_->run(row).keys;
    arrived_.assign(wanted_.size(), nullptr);
    for (const auto key : std::vector(wanted_)) shelf_->fetch(key);
}

void HistoryView::forget() {
    wanted_.clear();
    arrived_.clear();
}

void HistoryView::onFetched(quint64 key, const std::shared_ptr<const Trace>& trace) {
    const auto place = std::find(wanted_.begin(), wanted_.end(), key);
    if (place == wanted_.end()) return; // another run was asked for since
    arrived_[static_cast<size_t>(place - wanted_.begin())] = trace;
    if (std::find(arrived_.begin(), arrived_.end(), nullptr) != arrived_.end()) return;
    wanted_.clear();
    emit reopened(std::exchange(arrived_, {}));
}

void HistoryView::retranslate() {
    setWindowTitle(tr("History"));
    setAccessibleName(tr("Runs of this session"));
    table_->setAccessibleName(tr("Runs of this session"));
    open_->setText(tr("&Open this run"));
    table_->setToolTip(tr("A double click opens a run again: its recipe and every step. Older runs lie on disk until the program ends."));
    empty_->setText(tr("Every run that ends is kept here, with all of its steps, until the program ends. Press Run to make one."));
    model_->retranslate();
}

void HistoryView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

} // namespace diffuscope
