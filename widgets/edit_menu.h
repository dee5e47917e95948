// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/edit.h"

#include <QObject>
#include <array>

class QAction;
class QInputDialog;

namespace diffuscope {

class TokenGrid;

/// "Edit and go on": the commands of a token grid that change the state under its cursor, for a run that goes on from
/// there. They are added to the grid's own, and enabled where text is generated and the run has steps left.
class EditMenu : public QObject {
    Q_OBJECT
public:
    explicit EditMenu(TokenGrid* grid);

    QAction* action(Edit::Kind kind) const { return actions_[static_cast<size_t>(kind)]; }
    /// What asks for a token or a sentence while it is open; nullptr otherwise.
    QInputDialog* dialog() const { return dialog_; }

signals:
    /// The edit's row and position are the grid's, its step is counted as Edit counts.
    void requested(const diffuscope::Edit& edit);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Edit edit(Edit::Kind kind) const;
    void request(Edit::Kind kind);
    void askForToken();
    void askForSource();
    QInputDialog* openDialog(const QString& title, const QString& label);
    bool possible(Edit::Kind kind) const;
    void updateEnabled();
    void retranslate();

    TokenGrid* grid_;
    QAction* title_;
    std::array<QAction*, 4> actions_{};
    QInputDialog* dialog_ = nullptr;
};

/// "step 8, position 21: cleared to the absorbing state".
QString editText(const Edit& edit);

} // namespace diffuscope
