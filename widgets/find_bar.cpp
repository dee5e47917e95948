// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/find_bar.h"

#include "widgets/token_grid.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace diffuscope {

FindBar::FindBar(TokenGrid* grid, QWidget* parent)
    : QWidget(parent), field_(new QLineEdit(this)), previous_(new QToolButton(this)), next_(new QToolButton(this)),
      close_(new QToolButton(this)), count_(new QLabel(this)), limiter_(this, [this] { count(); }) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 2, 6, 2);
    layout->addWidget(field_, 1);
    layout->addWidget(count_);
    for (auto* button : {previous_, next_, close_}) {
        button->setAutoRaise(true);
        layout->addWidget(button);
    }
    previous_->setArrowType(Qt::UpArrow);
    next_->setArrowType(Qt::DownArrow);
    close_->setText(QStringLiteral("✕"));
    field_->setClearButtonEnabled(true);
    setFocusProxy(field_);
    connect(field_, &QLineEdit::textChanged, this, &FindBar::search);
    connect(field_, &QLineEdit::returnPressed, this, [this] { grid_->findNext(); });
    connect(next_, &QToolButton::clicked, this, [this] { grid_->findNext(); });
    connect(previous_, &QToolButton::clicked, this, [this] { grid_->findNext(true); });
    connect(close_, &QToolButton::clicked, this, &FindBar::close);
    hide();
    setGrid(grid);
    retranslate();
}

void FindBar::setGrid(TokenGrid* grid) {
    if (grid == grid_) return;
    if (grid_) {
        grid_->disconnect(this);
        grid_->setSearch({});
    }
    grid_ = grid;
    connect(grid, &TokenGrid::findRequested, this, &FindBar::open);
    connect(grid, &TokenGrid::contentChanged, this, [this] { limiter_.request(); });
    if (!isHidden()) search();
}

QString FindBar::countText() const { return count_->text(); }

void FindBar::open() {
    show();
    field_->setFocus(Qt::ShortcutFocusReason);
    field_->selectAll();
    search();
}

void FindBar::close() {
    hide();
    grid_->setSearch({});
    grid_->setFocus(Qt::OtherFocusReason);
}

void FindBar::search() {
    grid_->setSearch(field_->text());
    count();
}

void FindBar::count() {
    const int found = grid_->foundCount();
    count_->setText(field_->text().isEmpty() ? QString() : found > 0 ? tr("%n cell(s)", nullptr, found) : tr("nowhere in this run"));
    for (auto* button : {previous_, next_}) button->setEnabled(found > 0);
}

bool FindBar::event(QEvent* event) {
    // Before the window's own use of the key: here it ends the search, not the run.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void FindBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return close();
    QWidget::keyPressEvent(event);
}

void FindBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void FindBar::retranslate() {
    field_->setPlaceholderText(tr("Find a token; a space before it means the beginning of a word"));
    field_->setAccessibleName(tr("Token to find"));
    previous_->setToolTip(tr("Previous cell with this token"));
    next_->setToolTip(tr("Next cell with this token (Return)"));
    close_->setToolTip(tr("Stop searching (Esc)"));
    for (auto* button : {previous_, next_, close_}) button->setAccessibleName(button->toolTip());
    count();
}

} // namespace diffuscope
