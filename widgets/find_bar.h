// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/frame_limiter.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace diffuscope {

class TokenGrid;

/// Searches a token grid for tokens: what is typed is marked in the grid, Return goes to the next one.
class FindBar : public QWidget {
    Q_OBJECT
public:
    explicit FindBar(TokenGrid* grid, QWidget* parent = nullptr);
    /// Searches another grid from now on; the marks go there.
    void setGrid(TokenGrid* grid);
    QLineEdit* field() const { return field_; }
    QString countText() const;

public slots:
    void open();
    void close();

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void retranslate();
    void search();
    void count();

    QPointer<TokenGrid> grid_;
    QLineEdit* field_;
    QToolButton *previous_, *next_, *close_;
    QLabel* count_;
    FrameLimiter limiter_; ///< of the counts while a run grows
};

} // namespace diffuscope
