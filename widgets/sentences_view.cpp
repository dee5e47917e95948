// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sentences_view.h"

#include "widgets/frame_limiter.h"
#include "widgets/sentences_model.h"
#include "widgets/table_dress.h"
#include "widgets/trace_cursor.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace diffuscope {

SentencesView::SentencesView(QWidget* parent)
    : QWidget(parent), limiter_(std::make_unique<FrameLimiter>(this, [this] { refresh(); })), model_(new SentencesModel(this)) {
    createLayout();
    createActions();
    retranslate();
    refresh();
}

SentencesView::~SentencesView() = default;

void SentencesView::createLayout() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 8, 10, 8);
    layout->setSpacing(6);
    auto* top = new QHBoxLayout;
    top->setSpacing(10);
    previewTitle_ = new QLabel(this);
    previewTitle_->setForegroundRole(QPalette::PlaceholderText);
    preview_ = new QLabel(this);
    preview_->setTextFormat(Qt::PlainText);
    preview_->setWordWrap(true);
    preview_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    copyButton_ = new QToolButton(this);
    copyButton_->setToolButtonStyle(Qt::ToolButtonTextOnly);
    top->addWidget(previewTitle_, 0, Qt::AlignTop);
    top->addWidget(preview_, 1, Qt::AlignTop);
    top->addWidget(copyButton_, 0, Qt::AlignTop);
    // One line of text stands level with the button; more lines grow downwards.
    for (QLabel* label : {previewTitle_, preview_}) label->setMinimumHeight(fontMetrics().height() + 10);
    layout->addLayout(top);
    empty_ = new QLabel(this);
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setWordWrap(true);
    empty_->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(empty_, 1);
    layout->addWidget(createTable(), 1);
}

QTableView* SentencesView::createTable() {
    table_ = new QTableView(this);
    table_->setModel(model_);
    table_->setItemDelegateForColumn(SentencesModel::Text, new SentenceDelegate(table_));
    dressTable(table_, 8);
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection); // for copying several
    auto* header = table_->horizontalHeader();
    header->setMinimumSectionSize(fontMetrics().height() + 12);
    header->setSectionResizeMode(SentencesModel::Chosen, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(SentencesModel::Lane, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(SentencesModel::Source, QHeaderView::Stretch);
    header->setSectionResizeMode(SentencesModel::Sample, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(SentencesModel::Text, QHeaderView::Stretch);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        if (!now.isValid() || !cursor_ || selecting_) return;
        const int row = model_->rowOf(now.row());
        cursor_->setLane(model_->laneOf(now.row()));
        cursor_->setRow(row);
    });
    return table_;
}

void SentencesView::createActions() {
    copy_ = new QAction(this);
    copy_->setShortcut(QKeySequence::Copy);
    connect(copy_, &QAction::triggered, this, &SentencesView::copySentences);
    copyTable_ = new QAction(this);
    copyTable_->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    connect(copyTable_, &QAction::triggered, this, &SentencesView::copyTable);
    for (QAction* action : {copy_, copyTable_}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        action->setShortcutVisibleInContextMenu(true);
        table_->addAction(action);
    }
    table_->setContextMenuPolicy(Qt::ActionsContextMenu);
    table_->installEventFilter(this);
    copyButton_->setDefaultAction(copy_);
}

void SentencesView::setTraces(const std::vector<std::shared_ptr<const Trace>>& traces) {
    traces_ = traces;
    limiter_->request();
}

void SentencesView::bindCursor(TraceCursor* cursor) {
    if (cursor_) cursor_->disconnect(this);
    cursor_ = cursor;
    if (!cursor) return;
    connect(cursor, &TraceCursor::rowChanged, this, &SentencesView::selectLine);
    for (auto signal : {&TraceCursor::stepChanged, &TraceCursor::rowChanged, &TraceCursor::laneChanged})
        connect(cursor, signal, this, [this] { limiter_->request(); });
    limiter_->request();
}

void SentencesView::refreshNow() { limiter_->flush(); }

void SentencesView::refresh() {
    if (model_->traces() != traces_ || model_->current() != lane()) model_->setTraces(traces_, lane());
    shown_ = static_cast<size_t>(lane()) < traces_.size() ? traces_[static_cast<size_t>(lane())] : nullptr;
    table_->setColumnHidden(SentencesModel::Lane, !model_->severalLanes());
    table_->setColumnHidden(SentencesModel::Source, !model_->severalSources()); // the sentences need the room
    const bool there = model_->rowCount() > 0;
    table_->setVisible(there);
    preview_->setVisible(there);
    previewTitle_->setVisible(there);
    copyButton_->setVisible(there);
    empty_->setVisible(!there);
    copy_->setEnabled(there);
    copyTable_->setEnabled(there);
    updatePreview();
    selectLine();
}

int SentencesView::lane() const { return cursor_ && static_cast<size_t>(cursor_->lane()) < traces_.size() ? cursor_->lane() : 0; }

void SentencesView::updatePreview() {
    preview_->setText(preview());
    const bool there = shown_ && cursor_ && cursor_->step() < static_cast<int>(shown_->steps.size());
    if (there) previewTitle_->setText(tr("At step %1").arg(shown_->steps[static_cast<size_t>(cursor_->step())]->index));
    else previewTitle_->setText(tr("No steps"));
}

QString SentencesView::preview() const {
    // What the model has, not what is on its way: the newest trace waits for the next frame.
    if (!shown_ || !cursor_ || cursor_->row() >= shown_->batch() || cursor_->step() >= static_cast<int>(shown_->steps.size())) return {};
    return model_->rounded(cursor_->step(), cursor_->row());
}

void SentencesView::selectLine() {
    const int line = cursor_ ? model_->lineOf(lane(), cursor_->row()) : -1;
    if (line < 0 || table_->currentIndex().row() == line) return;
    selecting_ = true;
    // Not selectRow(): it finds no column while the table has no size yet.
    table_->selectionModel()->setCurrentIndex(model_->index(line, SentencesModel::Text),
                                              QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    selecting_ = false;
}

std::vector<int> SentencesView::selectedLines() const {
    std::vector<int> lines;
    for (const auto& index : table_->selectionModel()->selectedRows()) lines.push_back(index.row());
    for (int line = 0; lines.empty() && line < model_->rowCount(); ++line) lines.push_back(line);
    std::sort(lines.begin(), lines.end());
    return lines;
}

void SentencesView::copySentences() {
    QStringList lines;
    for (const int line : selectedLines()) lines << model_->sentence(line);
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void SentencesView::copyTable() {
    // Without tabs and line breaks of the sentences' own, which would break the table.
    const auto plain = [](QString text) { return text.replace(u'\t', u' ').replace(u'\n', u' '); };
    const bool lanes = model_->severalLanes();
    QStringList lines = {(lanes ? QStringLiteral("lane\t") : QString()) + QStringLiteral("source\tsample\tchosen\tsentence")};
    for (const int line : selectedLines()) {
        QStringList cells{plain(model_->source(line)), model_->index(line, SentencesModel::Sample).data().toString(),
                          QString::number(model_->isChosen(line)), plain(model_->sentence(line))};
        if (lanes) cells.prepend(model_->index(line, SentencesModel::Lane).data().toString());
        lines << cells.join(u'\t');
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
}

bool SentencesView::eventFilter(QObject* watched, QEvent* event) {
    // The table's own copying takes one cell; the window's would be ambiguous with ours.
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) {
        const QKeySequence pressed(static_cast<QKeyEvent*>(event)->keyCombination());
        for (QAction* action : {copy_, copyTable_}) {
            if (!action->shortcuts().contains(pressed)) continue;
            if (event->type() == QEvent::KeyPress) action->trigger();
            event->accept();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void SentencesView::retranslate() {
    copy_->setText(tr("&Copy sentences"));
    copy_->setToolTip(tr("Copy the selected sentences, a line each"));
    copyTable_->setText(tr("Copy as &table"));
    copyTable_->setToolTip(tr("Copy the selected lines as tab-separated values: source, sample, chosen, sentence"));
    const QString definition = tr("The nearest tokens at the step under the cursor, joined to text up to the end mark");
    preview_->setToolTip(definition);
    previewTitle_->setToolTip(definition);
    preview_->setAccessibleName(tr("Text at the current step"));
    empty_->setText(tr("Sentences appear here once a run has started."));
    table_->setAccessibleName(tr("Sentences"));
    setAccessibleName(tr("Sentences"));
    model_->retranslate();
}

void SentencesView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) table_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    if (event->type() != QEvent::LanguageChange) return;
    retranslate();
    updatePreview();
}

void SentencesView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    limiter_->request();
}

} // namespace diffuscope
