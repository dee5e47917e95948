// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/trace.h"
#include "widgets/figure.h"
#include "widgets/frame_limiter.h"
#include "widgets/palette.h"

#include <QPointer>
#include <QWidget>
#include <memory>
#include <optional>

class QAction;
class QComboBox;
class QCPItemStraightLine;
class QCPLayer;
class QCustomPlot;
class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace diffuscope {

class TraceCursor;

/// What every plot of a trace shares: it follows the cursor, redraws at the screen's rate and not while hidden, has
/// the theme's colours, zoom (wheel; Shift + drag for a box; keys), pan (drag), reset (double click), a crosshair with
/// values, and can be saved and copied as a picture or as data. A plot only says what is to be seen.
class PlotView : public QWidget, public Figure {
    Q_OBJECT
public:
    /// A step (index into Trace::steps) and a position; −1: none of it.
    struct Place {
        int step = -1;
        int position = -1;
        bool operator==(const Place&) const = default;
    };

    explicit PlotView(QWidget* parent = nullptr);
    ~PlotView() override;

    /// The trace of the cursor's lane; nullptr shows what to do first.
    void setTrace(const std::shared_ptr<const Trace>& trace);
    void bindCursor(TraceCursor* cursor);
    QCustomPlot* plot() const { return plot_; }

    /// Whether it is a trace that it shows; most do.
    virtual bool needsTrace() const { return true; }
    /// What is plotted, as tab-separated values with a line of names.
    virtual QString dataTable() const = 0;
    /// What a saved figure carries: the trace's recipe.
    virtual nlohmann::json figureMetadata() const;
    /// Does now what was put off to the next frame.
    void refreshNow();
    /// Writes what there is to be seen now, also of a plot that nobody sees (exportFigure()); said() tells how it went.
    void saveTo(const QString& path);
    /// What stands instead of the plot; empty while there is something to see.
    QString emptyText() const;
    /// What the line below the plot says.
    QString valueText() const;

    QSizeF figureSize() const override;
    void paintFigure(QPainter& painter, const QRectF& area) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public slots:
    /// It can be seen again: draws what it missed.
    void wake() { limiter_.request(); }
    void resetZoom();
    void zoomIn();
    void zoomOut();
    void copyPicture();
    void copyData();
    void saveAs();

signals:
    /// A sentence for the person: what was written, or why not.
    void said(const QString& sentence);

protected:
    /// Draws the trace anew: it has at least one step, and `row()` exists.
    virtual void rebuild() = 0;
    /// Marks the cursor and the cell under the mouse, with items on marks(): the cheap part of a redraw.
    virtual void mark(Place now, Place hover) = 0;
    /// Colours that are not axes', text's or the background's.
    virtual void recolour(const GridTheme& theme) const = 0;
    virtual void retranslate() = 0;
    /// The cell at a place in coordinates of the main axes.
    virtual Place placeAt(double x, double y) const = 0;
    virtual QString valueAt(Place place) const = 0;
    /// What there is at a place that has neither step nor position.
    virtual QString valueUnder(double x, double y) const { return valueAt(placeAt(x, y)); }
    /// A click, not a drag, in coordinates of the main axes.
    virtual void clicked(double x, double y) { moveTo(placeAt(x, y)); }
    /// It is about to be drawn where it can be seen.
    virtual void prepare() {}
    /// Sets the axes' ranges so that all is seen.
    virtual void rescale() = 0;
    /// Why this trace has nothing to show here; empty: it has.
    virtual QString unavailable() const { return {}; }
    /// Whether another position asks for rebuild() and not only for mark().
    virtual bool dependsOnPosition() const { return false; }
    /// Left and right walk along the steps instead of the positions.
    virtual bool stepsRunSideways() const { return false; }

    const std::shared_ptr<const Trace>& trace() const { return trace_; }
    /// For plots of several lanes; nullptr where none is bound.
    TraceCursor* cursor() const;
    int steps() const { return static_cast<int>(trace_->steps.size()); }
    /// Steps that the picture has room for: all that the run will take, while it goes on.
    int plannedSteps() const;
    int row() const;
    int step() const;
    int position() const;
    const TraceStep& record(int step) const { return *trace_->steps[static_cast<size_t>(step)]; }
    QString tokenText(int step, int position, int k = 0) const;
    /// The layer of what follows the cursor; it is redrawn alone.
    QCPLayer* marks() const { return marks_; }
    /// A line across the plot on the layer of marks, which stays invisible until it is asked for.
    QCPItemStraightLine* addMark();
    /// A choice above the plot; it asks for a redraw when it changes.
    QComboBox* addChoice(int count);
    /// A widget below the plot, which gives way where the view is low.
    void addBelow(QWidget* widget);
    /// All is to be drawn anew at the next frame.
    void invalidate();
    /// The curves have other names now.
    void rearrangeLegend();
    /// Another frame is needed, for work that goes on over several.
    void requestFrame() { limiter_.request(); }
    /// Whether the person chose the ranges.
    bool zoomed() const { return zoomed_; }
    /// To be called at the end of a subclass's constructor.
    void finishSetup();

    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void createActions();
    QAction* addCommand(const QKeySequence& key, void (PlotView::*command)());
    void retranslateAll();
    void refresh();
    void refreshMarks();
    void zoomBy(double factor);
    void dress(const GridTheme& theme) const;
    void arrangeLegend(int width) const;
    void showLegend(bool shown);
    void placeLegend();
    bool hasLegend() const;
    void onCursor();
    void onPress(QMouseEvent* event);
    void onRelease(QMouseEvent* event);
    void onMove(const QPoint& at);
    void moveTo(Place place);
    void moveSideways(int by);
    Place hovered() const;
    QString hoveredValue() const;

    QCustomPlot* plot_;
    QLabel *empty_, *value_;
    QHBoxLayout* choices_;
    QVBoxLayout* layout_;
    QCPLayer* marks_;
    QCPItemStraightLine *crossX_, *crossY_;
    FrameLimiter limiter_;
    std::shared_ptr<const Trace> trace_;
    QPointer<TraceCursor> cursor_;
    QAction *reset_, *in_, *out_, *legend_, *copyPicture_, *copyData_, *save_;
    QList<QWidget*> below_;
    QPoint pressed_;
    std::optional<QPoint> mouse_; ///< where the crosshair is; nothing: outside
    Place drawn_;                 ///< the row in `step`, the position: what the picture was made for
    int legendWidth_ = 0;         ///< of the plot for which the legend was arranged; 0: it is not there
    bool dirty_ = true;           ///< the picture is older than the trace
    bool zoomed_ = false;         ///< the person chose the ranges; growing data must not take them away
};

} // namespace diffuscope
