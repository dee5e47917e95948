// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/trace.h"

#include <QScrollArea>
#include <memory>
#include <vector>

class QLabel;
class QSplitter;
class QToolButton;

namespace diffuscope {

class TokenGrid;
class TraceCursor;

/// The token grids of all lanes, one below the other, each under its title. They share the cursor, the colours, the zoom
/// and the scale; a click into one makes its lane the current one. One lane fills it all.
class LaneStack : public QScrollArea {
    Q_OBJECT
public:
    explicit LaneStack(TraceCursor* cursor, QWidget* parent = nullptr);

    /// What the lanes are to run: for their number and for the titles of those that have not run.
    void setLanes(const std::vector<Recipe>& lanes);
    /// A trace of the cursor's has grown, or is another one.
    void showTrace(int lane);
    /// What a lane without a trace says instead; empty: what to do first.
    void setHint(int lane, const QString& sentence) const;

    int count() const { return static_cast<int>(lanes_.size()); }
    TokenGrid* grid(int lane) const { return panes_[static_cast<size_t>(lane)].grid; }
    /// The current lane's.
    TokenGrid* grid() const;
    QString title(int lane) const;
    QSize minimumSizeHint() const override;

signals:
    void cellClicked(int step, int position);
    /// Another grid is the current lane's.
    void gridChanged(diffuscope::TokenGrid* grid);
    /// The lane's run is to go on from an edit.
    void editRequested(int lane, const diffuscope::Edit& edit);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Pane {
        QWidget* box;
        QToolButton* mark;
        QLabel* title;
        TokenGrid* grid;
    };
    void addPane();
    void shareLook(TokenGrid* grid);
    void shareScale();
    void arrange();
    void showCurrent();
    void updateTitle(int lane);
    void retranslate();

    TraceCursor* cursor_;
    QSplitter* splitter_;
    std::vector<Pane> panes_; ///< as many as there ever were; those of lanes that went are hidden
    std::vector<Recipe> lanes_{Recipe{}};
};

} // namespace diffuscope
