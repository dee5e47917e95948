// SPDX-License-Identifier: GPL-3.0-or-later
// How the error study's widgets are laid out and named.
#include "app/notice.h"
#include "app/studies/error_study.h"
#include "app/studies/run_bar.h"
#include "widgets/error_split_view.h"
#include "widgets/table_dress.h"
#include "widgets/trace_cursor.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QSettings>
#include <QSpinBox>
#include <QSplitter>
#include <QTableView>

namespace diffuscope {
namespace {

constexpr int kLeastSteps = 20, kMostSteps = 5000, kUsualSteps = 500;
constexpr int kLaneWidth = 130; ///< pixels

} // namespace

void ErrorStudy::createLayout() {
    steps_->setObjectName(QStringLiteral("referenceSteps"));
    steps_->setRange(kLeastSteps, kMostSteps);
    steps_->setKeyboardTracking(false); // each number on the way would start a run
    steps_->setValue(QSettings().value("errors/steps", kUsualSteps).toInt());
    connect(steps_, &QSpinBox::valueChanged, this, [](int steps) { QSettings().setValue("errors/steps", steps); });
    stepsTitle_->setBuddy(steps_);
    laneTable_->setObjectName(QStringLiteral("splitLanes"));
    laneTable_->setModel(lanes_);
    flipTable_->setObjectName(QStringLiteral("flips"));
    flipTable_->setModel(flips_);
    for (auto* table : {laneTable_, flipTable_}) dressTable(table, 8);
    laneTable_->horizontalHeader()->setSectionResizeMode(LaneSplitsModel::Lane, QHeaderView::Interactive);
    laneTable_->horizontalHeader()->resizeSection(LaneSplitsModel::Lane, kLaneWidth);
    for (auto* table : {laneTable_, flipTable_}) table->horizontalHeader()->setStretchLastSection(true);
    note_->setTextFormat(Qt::PlainText);
    note_->setWordWrap(true);
    note_->setForegroundRole(QPalette::PlaceholderText);
    auto* top = new QHBoxLayout;
    top->addWidget(stepsTitle_);
    top->addWidget(steps_);
    top->addWidget(bar_, 1);
    auto* parts = new QSplitter(Qt::Vertical);
    for (QWidget* part : {static_cast<QWidget*>(laneTable_), static_cast<QWidget*>(view_), static_cast<QWidget*>(flipTable_)})
        parts->addWidget(part);
    parts->setStretchFactor(1, 1);
    parts->setSizes({110, 380, 160});
    parts->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 4);
    layout->addLayout(top);
    layout->addWidget(bar_->progressBar());
    layout->addWidget(notice_);
    layout->addWidget(parts, 1);
    layout->addWidget(note_);
    view_->bindCursor(cursor_);
    connect(view_, &ErrorSplitView::said, this, &ErrorStudy::said);
    connect(laneTable_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        if (now.isValid() && cursor_ && !selecting_) cursor_->setLane(now.row());
    });
    connect(flipTable_, &QTableView::clicked, this, &ErrorStudy::goTo);
    connect(flipTable_, &QTableView::activated, this, &ErrorStudy::goTo);
}

void ErrorStudy::retranslate() {
    setWindowTitle(tr("Errors"));
    setAccessibleName(tr("Errors against a fine reference run"));
    stepsTitle_->setText(tr("Reference &steps"));
    const auto tip =
        tr("The reference: faithful DPM-Solver++ 2M with so many steps, even in λ, from the lane's own draw; the lane's temperature, "
           "interpolation, clamp and ending are kept. One run serves all lanes of the same source and seed.");
    steps_->setToolTip(tip);
    stepsTitle_->setToolTip(tip);
    bar_->setRunText(tr("Run reference"),
                     tr("Compute the fine runs that the finished lanes lack; while this can be seen it happens by itself"));
    laneTable_->setAccessibleName(tr("Errors of the lanes"));
    flipTable_->setAccessibleName(tr("Flipped tokens"));
    flipTable_->setToolTip(tr("Tokens that the lane says otherwise than its reference; a click moves the cursor to where it left"));
    lanes_->retranslate();
    flips_->retranslate();
    wake();
}

void ErrorStudy::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::PaletteChange) wake();
}

void ErrorStudy::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    wake();
}

} // namespace diffuscope
