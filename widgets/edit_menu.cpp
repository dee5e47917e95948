// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/edit_menu.h"

#include "widgets/pieces.h"
#include "widgets/token_grid.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QEvent>
#include <QInputDialog>
#include <QPlainTextEdit>
#include <QPushButton>
#include <algorithm>
#include <optional>

namespace diffuscope {
namespace {

constexpr std::array kKinds{Edit::Kind::Token, Edit::Kind::Clear, Edit::Kind::Renoise, Edit::Kind::Source};

/// The token that a typed word means: people type it without the mark of its beginning.
std::optional<std::string> tokenOf(const Trace& trace, const QString& typed) {
    const auto& all = *trace.header->pieces;
    const auto text = typed.toStdString();
    for (const auto& piece : {text, "\xE2\x96\x81" + text})
        if (std::find(all.begin(), all.end(), piece) != all.end()) return piece;
    return std::nullopt;
}

} // namespace

EditMenu::EditMenu(TokenGrid* grid) : QObject(grid), grid_(grid), title_(new QAction(this)) {
    title_->setSeparator(true);
    grid->addAction(title_);
    for (const auto kind : kKinds) {
        auto* action = actions_[static_cast<size_t>(kind)] = new QAction(this);
        connect(action, &QAction::triggered, this, [this, kind] { request(kind); });
        grid->addAction(action);
    }
    grid->installEventFilter(this);
    retranslate();
}

Edit EditMenu::edit(Edit::Kind kind) const {
    const auto trace = grid_->trace();
    return {trace->steps[static_cast<size_t>(grid_->step())]->index,
            grid_->row(),
            kind == Edit::Kind::Source ? 0 : grid_->position(),
            kind,
            {}};
}

bool EditMenu::possible(Edit::Kind kind) const {
    const auto trace = grid_->trace();
    if (!trace || grid_->step() >= static_cast<int>(trace->steps.size())) return false;
    if (trace->steps[static_cast<size_t>(grid_->step())]->index >= trace->header->steps) return false;
    if (kind == Edit::Kind::Clear && !trace->header->hasAbsorbing) return false;
    const auto& target = trace->header->rows[static_cast<size_t>(grid_->row())].target;
    return kind == Edit::Kind::Source || target[static_cast<size_t>(grid_->position())] != 0;
}

void EditMenu::updateEnabled() {
    for (const auto kind : kKinds) action(kind)->setEnabled(possible(kind));
}

void EditMenu::request(Edit::Kind kind) {
    if (!possible(kind)) return;
    if (kind == Edit::Kind::Token) askForToken();
    else if (kind == Edit::Kind::Source) askForSource();
    else emit requested(edit(kind));
}

QInputDialog* EditMenu::openDialog(const QString& title, const QString& label) {
    dialog_ = new QInputDialog(grid_);
    dialog_->setAttribute(Qt::WA_DeleteOnClose);
    dialog_->setWindowTitle(title);
    dialog_->setLabelText(label);
    connect(dialog_, &QObject::destroyed, this, [this, gone = dialog_] {
        if (dialog_ == gone) dialog_ = nullptr;
    });
    return dialog_;
}

void EditMenu::askForToken() {
    const auto trace = grid_->trace();
    const auto& pieces = *trace->header->pieces;
    QStringList names;
    for (const auto& piece : pieces) names << QString::fromStdString(piece);
    std::sort(names.begin(), names.end(), [](const QString& a, const QString& b) { return a.compare(b, Qt::CaseInsensitive) < 0; });
    const auto label = tr("Token at position %1, before step %2 is taken:").arg(grid_->position()).arg(edit(Edit::Kind::Token).step);
    auto* dialog = openDialog(tr("Set a token"), label + u'\n'); // with room for the sentence below
    // A run that the engine refuses for its token would leave a lane behind that can never run.
    connect(dialog, &QInputDialog::textValueChanged, dialog, [dialog, label, trace](const QString& text) {
        const bool known = tokenOf(*trace, text).has_value();
        dialog->setLabelText(label + u'\n' + (known ? QString() : tr("The vocabulary has no token “%1”.").arg(text)));
        if (auto* buttons = dialog->findChild<QDialogButtonBox*>()) buttons->button(QDialogButtonBox::Ok)->setEnabled(known);
    });
    dialog->setComboBoxItems(names);
    dialog->setComboBoxEditable(true);
    dialog->setTextValue(QString::fromStdString(trace->piece(trace->token(grid_->step(), grid_->row(), grid_->position()))));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, at = edit(Edit::Kind::Token), trace](const QString& text) {
        const auto token = tokenOf(*trace, text);
        if (!token) return;
        auto chosen = at;
        chosen.text = *token;
        emit requested(chosen);
    });
    dialog->open();
}

void EditMenu::askForSource() {
    const auto trace = grid_->trace();
    const auto& header = *trace->header;
    const auto& original = header.recipe.sources[static_cast<size_t>(header.rows[static_cast<size_t>(grid_->row())].source)];
    auto* dialog = openDialog(tr("Change the source"), tr("Source from step %1 on:").arg(edit(Edit::Kind::Source).step));
    dialog->setOption(QInputDialog::UsePlainTextEditForTextInput);
    dialog->setTextValue(QString::fromStdString(editedSource(header.recipe.edits, grid_->row(), original)));
    // Its OK is out of reach of the keyboard otherwise: a tab would be written, and Return is a new line.
    if (auto* editor = dialog->findChild<QPlainTextEdit*>()) editor->setTabChangesFocus(true);
    dialog->resize(480, dialog->sizeHint().height());
    connect(dialog, &QInputDialog::textValueSelected, this, [this, at = edit(Edit::Kind::Source)](const QString& text) {
        auto chosen = at;
        chosen.text = text.simplified().toStdString();
        if (!chosen.text.empty()) emit requested(chosen);
    });
    dialog->open();
}

bool EditMenu::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ContextMenu) updateEnabled();
    if (event->type() == QEvent::LanguageChange) retranslate();
    return QObject::eventFilter(watched, event);
}

void EditMenu::retranslate() {
    title_->setText(tr("Edit and go on"));
    action(Edit::Kind::Token)->setText(tr("Set this &token and go on…"));
    action(Edit::Kind::Token)->setToolTip(tr("The position becomes this token under the step's own noise; a new lane goes on from there"));
    action(Edit::Kind::Clear)->setText(tr("Clear to the absorbing state and go on"));
    action(Edit::Kind::Clear)->setToolTip(tr("The position becomes m, the learned absorbing state; a new lane goes on from there"));
    action(Edit::Kind::Renoise)->setText(tr("&Noise anew and go on"));
    action(Edit::Kind::Renoise)
        ->setToolTip(tr("The position's x₀ prediction under new noise of the step's level; a new lane goes on from there"));
    action(Edit::Kind::Source)->setText(tr("Change the so&urce and go on…"));
    action(Edit::Kind::Source)->setToolTip(tr("Another source from this step on; a new lane goes on from there"));
}

QString editText(const Edit& edit) {
    switch (edit.kind) {
    case Edit::Kind::Token:
        return EditMenu::tr("step %1, position %2: set to “%3”").arg(edit.step).arg(edit.position).arg(QString::fromStdString(edit.text));
    case Edit::Kind::Clear: return EditMenu::tr("step %1, position %2: cleared to the absorbing state").arg(edit.step).arg(edit.position);
    case Edit::Kind::Renoise: return EditMenu::tr("step %1, position %2: noised anew").arg(edit.step).arg(edit.position);
    case Edit::Kind::Source: return EditMenu::tr("step %1: source changed to “%2”").arg(edit.step).arg(QString::fromStdString(edit.text));
    }
    return {};
}

} // namespace diffuscope
