// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/trace.h"
#include "widgets/figure.h"
#include "widgets/frame_limiter.h"
#include "widgets/grid_painter.h"

#include <QAbstractScrollArea>
#include <QPointer>
#include <memory>
#include <optional>
#include <vector>

class QAction;
class QActionGroup;

namespace diffuscope {

class TraceCursor;

/// Positions × steps: each cell shows the token nearest to the x_0 prediction, noise at the top, the result
/// at the bottom. Steps that do not fit are gathered in rows; the step under the cursor always has its row.
class TokenGrid : public QAbstractScrollArea, public Figure {
    Q_OBJECT
    Q_PROPERTY(double zoom READ zoom WRITE setZoom NOTIFY zoomChanged)
public:
    using ColourBy = GridColourBy;

    explicit TokenGrid(QWidget* parent = nullptr);
    ~TokenGrid() override;

    /// Cheap, to be called as often as steps arrive. nullptr shows what to do first.
    void setTrace(const std::shared_ptr<const Trace>& trace);
    std::shared_ptr<const Trace> trace() const;
    /// Follows and moves the cursor. `lane`: which of the cursor's lanes this grid shows; a grid of another
    /// lane than the current one shows the step that is nearest in time.
    void bindCursor(TraceCursor* cursor, int lane = 0);

    int row() const { return model_.row(); }
    int step() const { return model_.step(); }
    int position() const { return model_.position(); }
    ColourBy colourBy() const { return model_.colourBy(); }
    bool wholeCanvas() const { return model_.wholeCanvas(); }
    bool everyStep() const { return everyStep_; }
    double zoom() const { return zoom_; }
    ColourMap colourMap() const { return map_; }
    const GridViewModel& model() const { return model_; }
    /// The value at the upper end of the colour scale; lanes side by side should share one.
    double scaleMaximum() const;
    /// The end that the trace alone asks for.
    double ownScaleMaximum() const { return model_.ownScaleMaximum(); }
    /// Fixes the upper end; nothing: chosen from the trace.
    void setScaleMaximum(std::optional<double> maximum);
    /// Grids in a stack show the source and the legend once.
    void setBands(bool source, bool legend);
    /// What stands here while there is no trace; empty: what to do first.
    void setHint(const QString& hint);
    /// Marks cells whose token is another one than in the cursor's lane, where this grid shows another lane.
    void setComparing(bool comparing);

    /// The cell under a point of the viewport.
    std::optional<GridCell> cellAt(const QPoint& point) const;
    /// Where a cell is in the viewport; empty when its position is not shown.
    QRect cellRect(int step, int position) const;
    /// What the tooltip and the accessible description say of a cell.
    QString describe(int step, int position) const;

    /// How many cells of the columns shown, over all recorded steps, have a token that was searched for.
    int foundCount() const;

    /// For a menu; the widget's own actions() are all commands in the order of its context menu.
    QList<QAction*> colourActions() const;
    QAction* wholeCanvasAction() const { return wholeCanvasAction_; }
    QAction* everyStepAction() const { return everyStepAction_; }

    QSizeF figureSize() const override;
    void paintFigure(QPainter& painter, const QRectF& area) const override;
    QString figureTitle() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public slots:
    void setRow(int row);
    void setStep(int step);
    void setPosition(int position);
    void setColourBy(diffuscope::GridColourBy mode);
    void setColourMap(diffuscope::ColourMap map);
    /// Source positions as columns too, and trailing padding.
    void setWholeCanvas(bool whole);
    /// One row for each step, scrolled, instead of as many rows as fit.
    void setEveryStep(bool every);
    void setZoom(double zoom);
    void zoomIn();
    void zoomOut();
    void resetZoom();
    /// The sentence at the current step.
    void copyText();
    /// The visible part of the trace as tab-separated values: a line a step, a column a position.
    void copyTable();
    /// The rows of the picture as a LaTeX tabular.
    void copyLatex();
    /// Marks every cell whose token contains the text, whatever its case; an empty text marks nothing.
    void setSearch(const QString& text);
    /// Moves to the next cell that was searched for, around the end; false when there is none.
    bool findNext(bool backwards = false);

signals:
    void colourByChanged(diffuscope::GridColourBy mode);
    void zoomChanged(double zoom);
    void cellActivated(int step, int position);
    /// By mouse, where cellActivated() is also the keys'.
    void cellClicked(int step, int position);
    /// Other cells, or other tokens in them, than before.
    void contentChanged();
    /// The person wants to search.
    void findRequested();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void createActions();
    QAction* addCommand(const QKeySequence& key, void (TokenGrid::*command)());
    void retranslate();
    void layOut();
    void updateScrollBars();
    void repaintSoon();
    void keepVisible();
    void moveTo(int step, int position);
    void followCursor();
    void announce();
    bool moveByKey(const QKeyEvent& event);
    bool commandByKey(const QKeyEvent& event);
    bool takesKey(const QKeyEvent& event) const;
    void updateFound();
    bool isFound(int step, int position) const;
    QStringList tokenLine(int step) const;
    QString tipAt(const QPoint& point) const;
    QString emptyText() const;
    void paintEmpty(QPainter& painter) const;
    GridStyle screenStyle() const;
    std::optional<LaneReference> reference() const;

    GridViewModel model_;
    GridMetrics metrics_;
    GridGeometry geometry_;
    GridPainter painter_;
    FrameLimiter limiter_;
    QPointer<TraceCursor> cursor_;
    QActionGroup* colourGroup_ = nullptr;
    QAction* wholeCanvasAction_ = nullptr;
    QAction* everyStepAction_ = nullptr;
    std::vector<QAction*> commands_; ///< zoom in, out, reset; copy sentence, table, LaTeX; find
    QString search_, hint_;
    std::vector<bool> found_; ///< by token
    int lane_ = 0;
    bool sourceBand_ = true, legendBand_ = true, comparing_ = false;
    double zoom_ = 1.0;
    bool everyStep_ = false;
    ColourMap map_ = ColourMap::Ink;
};

} // namespace diffuscope
