// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector.h"

#include "widgets/frame_limiter.h"
#include "widgets/neighbours_model.h"
#include "widgets/number_text.h"
#include "widgets/pieces.h"
#include "widgets/table_dress.h"
#include "widgets/trace_cursor.h"

#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace diffuscope {

Inspector::Inspector(QWidget* parent)
    : QWidget(parent), limiter_(std::make_unique<FrameLimiter>(this, [this] { refresh(); })), model_(new NeighboursModel(this)) {
    createLayout();
    retranslate();
    refresh();
}

Inspector::~Inspector() = default;

void Inspector::createLayout() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 8, 10, 8);
    layout->setSpacing(8);
    title_ = new QLabel(this);
    title_->setTextFormat(Qt::PlainText);
    title_->setWordWrap(true);
    title_->setAlignment(Qt::AlignCenter);
    title_->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(title_);
    auto* lines = new QGridLayout;
    lines->setHorizontalSpacing(14);
    lines->setVerticalSpacing(3);
    lines->setColumnStretch(1, 1);
    for (int field = 0; field < FieldCount; ++field) {
        names_.push_back(new QLabel(this));
        names_.back()->setForegroundRole(QPalette::PlaceholderText);
        values_.push_back(new QLabel(this));
        values_.back()->setTextFormat(Qt::PlainText);
        values_.back()->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        lines->addWidget(names_.back(), field, 0);
        lines->addWidget(values_.back(), field, 1);
    }
    layout->addLayout(lines);
    tableTitle_ = new QLabel(this);
    layout->addSpacing(4);
    layout->addWidget(tableTitle_);
    layout->addWidget(createTable(), 1);
}

QTableView* Inspector::createTable() {
    table_ = new QTableView(this);
    table_->setModel(model_);
    dressTable(table_, 6);
    table_->horizontalHeader()->setSectionResizeMode(NeighboursModel::Token, QHeaderView::Stretch);
    tableTitle_->setBuddy(table_);
    return table_;
}

void Inspector::setTrace(const std::shared_ptr<const Trace>& trace) {
    trace_ = trace;
    limiter_->request();
}

void Inspector::bindCursor(TraceCursor* cursor) {
    if (cursor_) cursor_->disconnect(this);
    cursor_ = cursor;
    if (!cursor) return;
    const auto request = [this] { limiter_->request(); };
    connect(cursor, &TraceCursor::laneChanged, this, request);
    connect(cursor, &TraceCursor::rowChanged, this, request);
    connect(cursor, &TraceCursor::stepChanged, this, request);
    connect(cursor, &TraceCursor::positionChanged, this, request);
    limiter_->request();
}

void Inspector::refreshNow() { limiter_->flush(); }

void Inspector::wake() { limiter_->request(); }

QString Inspector::value(Field field) const { return values_[field]->text(); }

void Inspector::setValue(Field field, const QString& text) {
    if (values_[field]->text() != text) values_[field]->setText(text);
}

void Inspector::refresh() {
    const bool there = trace_ && cursor_ && cursor_->step() < static_cast<int>(trace_->steps.size()) && cursor_->row() < trace_->batch() &&
                       cursor_->position() < trace_->header->length;
    title_->setVisible(!there);
    tableTitle_->setVisible(there);
    table_->setVisible(there);
    for (int field = 0; field < FieldCount; ++field) {
        names_[static_cast<size_t>(field)]->setVisible(there);
        values_[static_cast<size_t>(field)]->setVisible(there);
    }
    if (there) return showCell(cursor_->step(), cursor_->row(), cursor_->position());
    model_->setCell(nullptr, 0, 0, 0);
    title_->setText(trace_ ? tr("Waiting for the first step…") : tr("Run a sentence, then click a cell of the token grid."));
}

void Inspector::showCell(int step, int row, int position) {
    const auto& header = *trace_->header;
    const auto& record = *trace_->steps[static_cast<size_t>(step)];
    const auto index = static_cast<size_t>(row) * static_cast<size_t>(header.length) + static_cast<size_t>(position);
    const auto piece = [this](std::int32_t token) { return displayPiece(trace_->piece(token)); };
    const auto indexOf = [this](int at) { return trace_->steps[static_cast<size_t>(at)]->index; };
    const bool target = header.rows[static_cast<size_t>(row)].target[static_cast<size_t>(position)];
    const int last = static_cast<int>(trace_->steps.size()) - 1;
    setValue(Position, (target ? tr("%1 of %2, target") : tr("%1 of %2, source (anchored)")).arg(position).arg(header.length));
    setValue(Step,
             tr("%1/%2 · t %3 · λ %4").arg(record.index).arg(header.steps).arg(numberText(record.t, 3), numberText(record.lambda, 2)));
    setValue(Token, piece(trace_->token(step, row, position)));
    setValue(Margin, header.neighbours > 1 ? numberText(trace_->margin(step, row, position), 3) : tr("not recorded"));
    setValue(ToAbsorbing,
             index < record.toAbsorbing.size() ? numberText(record.toAbsorbing[index], 3) : tr("this model has no absorbing state"));
    setValue(Absorbed, absorbedText(record, index));
    setValue(State, index < record.state.size() ? piece(record.state[index]) : tr("not recorded"));
    setValue(Committed, tr("since step %1").arg(indexOf(trace_->committedAt(row, position))));
    setValue(Final, trace_->finished() ? piece(trace_->token(last, row, position))
                                       : tr("%1 (so far)").arg(piece(trace_->token(last, row, position))));
    model_->setCell(trace_, step, row, position);
}

QString Inspector::absorbedText(const TraceStep& record, size_t index) const {
    if (index < record.absorbed.size() && record.absorbed[index]) return tr("yes, in this step");
    if (index < record.nearAbsorbing.size() && record.nearAbsorbing[index]) return tr("no, but m is the nearest");
    return tr("no");
}

void Inspector::retranslate() {
    const QStringList names = {tr("Position"), tr("Step"),  tr("Token"),     tr("Margin"),     tr("To absorbing"),
                               tr("Absorbed"), tr("State"), tr("Committed"), tr("Final token")};
    const QStringList tips = {tr("Place on the canvas, counted from 0. Source positions are anchored to their embeddings; target "
                                 "positions are generated."),
                              tr("Step of the run with its time t (1 = noise, 0 = data) and λ = log(α/σ), half the log "
                                 "signal-to-noise ratio."),
                              tr("Token whose embedding is nearest to the x₀ prediction at this step."),
                              tr("L2 distance to the second-nearest token minus distance to the nearest, ≥ 0: how sure the "
                                 "rounding is. "
                                 "Unit: lengths of the embedding space."),
                              tr("L2 distance of the state xₜ to the absorbing state m, in lengths of the embedding space."),
                              tr("Whether this step replaced the position by the absorbing state m (discrete noise)."),
                              tr("Token whose embedding is nearest to the state xₜ itself, before the network has cleaned it."),
                              tr("The step from which on the nearest token no longer changes, in the steps so far."),
                              tr("Nearest token at the last recorded step.")};
    for (int field = 0; field < FieldCount; ++field) {
        names_[static_cast<size_t>(field)]->setText(names[field]);
        names_[static_cast<size_t>(field)]->setToolTip(tips[field]);
        values_[static_cast<size_t>(field)]->setToolTip(tips[field]);
        values_[static_cast<size_t>(field)]->setAccessibleName(names[field]);
    }
    tableTitle_->setText(tr("&Nearest tokens"));
    table_->setAccessibleName(tr("Nearest tokens of the cell"));
    setAccessibleName(tr("Inspector"));
    model_->retranslate();
}

void Inspector::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) table_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    if (event->type() != QEvent::LanguageChange) return;
    retranslate();
    refresh();
}

void Inspector::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    limiter_->request();
}

} // namespace diffuscope
