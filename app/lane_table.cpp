// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lane_table.h"

#include "app/common_noise.h"
#include "widgets/frame_limiter.h"
#include "widgets/palette.h"
#include "widgets/table_dress.h"
#include "widgets/trace_cursor.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace diffuscope {
namespace {

constexpr int kLaneWidth = 130; ///< pixels

} // namespace

LaneTable::LaneTable(TraceCursor* cursor, QWidget* parent)
    : QWidget(parent), cursor_(cursor), limiter_(std::make_unique<FrameLimiter>(this, [this] { refresh(); })), model_(new LanesModel(this)),
      table_(new QTableView(this)), note_(new QLabel(this)), copy_(new QAction(this)) {
    table_->setModel(model_);
    dressTable(table_, 8);
    table_->horizontalHeader()->setStretchLastSection(true);
    // The numbers come first where there is little room; the whole name is in the tooltip.
    table_->horizontalHeader()->setSectionResizeMode(LanesModel::Lane, QHeaderView::Interactive);
    table_->horizontalHeader()->resizeSection(LanesModel::Lane, kLaneWidth);
    copy_->setShortcut(QKeySequence::Copy);
    copy_->setShortcutContext(Qt::WidgetShortcut);
    table_->addAction(copy_);
    table_->setContextMenuPolicy(Qt::ActionsContextMenu);
    note_->setTextFormat(Qt::PlainText);
    note_->setWordWrap(true);
    note_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    note_->setContentsMargins(8, 4, 8, 6);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(table_, 1);
    layout->addWidget(note_);
    connect(copy_, &QAction::triggered, this, &LaneTable::copyTable);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        if (now.isValid() && cursor_ && !selecting_) cursor_->setLane(now.row());
    });
    for (auto signal : {&TraceCursor::laneChanged, &TraceCursor::rowChanged, &TraceCursor::laneCountChanged})
        connect(cursor, signal, this, &LaneTable::wake);
    retranslate();
}

LaneTable::~LaneTable() = default;

void LaneTable::setLanes(const std::vector<Recipe>& lanes) {
    lanes_ = lanes;
    wake();
}

void LaneTable::wake() { limiter_->request(); }
void LaneTable::refreshNow() { limiter_->flush(); }
QString LaneTable::noteText() const { return note_->text(); }

void LaneTable::refresh() {
    LanesModel::Traces traces;
    auto shown = lanes_; // noise is told of what ran, where it ran
    for (size_t lane = 0; lane < lanes_.size(); ++lane) {
        traces.push_back(cursor_->trace(static_cast<int>(lane)));
        if (traces.back()) shown[lane] = traces.back()->header->recipe;
    }
    model_->setDark(GridTheme::fromPalette(palette()).dark);
    model_->set(lanes_, traces, cursor_->lane(), cursor_->row());
    QStringList notes;
    const auto known = lanes_.empty() ? std::nullopt : model_->reference(std::min(cursor_->lane(), model_->rowCount() - 1));
    if (known) notes << tr("Reference: %1").arg(QString::fromStdString(*known));
    else notes << tr("No reference: BLEU and slots are told for sources out of the examples.");
    const auto noise = noiseSentence(shown);
    if (!noise.isEmpty()) notes << noise;
    note_->setText(notes.join(u'\n'));
    selecting_ = true;
    table_->setCurrentIndex(model_->index(cursor_->lane(), 0));
    selecting_ = false;
}

void LaneTable::copyTable() {
    QStringList lines{QStringLiteral("lane\tevaluations\tseconds\tbleu\tslots\tdiffer\tsentence")};
    for (int lane = 0; lane < model_->rowCount(); ++lane) {
        QStringList cells;
        for (int column = 0; column < LanesModel::ColumnCount; ++column) cells << model_->index(lane, column).data().toString();
        lines << cells.join(u'\t');
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
}

void LaneTable::retranslate() {
    setWindowTitle(tr("Metrics"));
    setAccessibleName(tr("Metrics of the lanes"));
    table_->setAccessibleName(tr("Metrics of the lanes"));
    copy_->setText(tr("&Copy as table"));
    model_->retranslate();
    wake();
}

void LaneTable::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::PaletteChange) wake();
}

void LaneTable::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    wake();
}

} // namespace diffuscope
