// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plot_view.h"

#include <vector>

class QCPBars;
class QCPGraph;
class QCPItemRect;

namespace diffuscope {

/// How far each position of a lane ended from a reference run, and how far from the nearest embedding, side by side: the
/// two are distances in different directions, which do not add up. Flipped tokens are marked. A click moves the cursor
/// to the position, and to the step at which a flipped one left the reference.
class ErrorSplitView : public PlotView {
    Q_OBJECT
public:
    struct Cell {
        int position = 0;      ///< on the canvas
        double solver = 0.0;   ///< L2
        double rounding = 0.0; ///< L2
        bool flipped = false;
        int record = -1; ///< flipped: index into the lane's trace of the step at which it left; else −1
        int step = -1;   ///< the step's own number
        QString token, referenceToken;
    };

    explicit ErrorSplitView(QWidget* parent = nullptr);

    bool needsTrace() const override { return false; }
    QString dataTable() const override;
    QString figureTitle() const override;
    /// In the order of their positions; none: `why` stands instead of the plot.
    void setCells(int lane, const std::vector<Cell>& cells, const QString& why);
    const std::vector<Cell>& cells() const { return cells_; }

protected:
    void rebuild() override;
    void mark(Place now, Place hover) override;
    void recolour(const GridTheme& theme) const override;
    void retranslate() override;
    Place placeAt(double x, double y) const override;
    QString valueAt(Place place) const override;
    void rescale() override;
    QString unavailable() const override { return why_; }
    void resizeEvent(QResizeEvent* event) override;

private:
    int indexOf(int position) const;
    /// Tokens below the axis where each has room; else the flipped ones alone.
    void nameTicks();

    QCPBars *solver_, *rounding_;
    QCPGraph* flips_;
    QCPItemRect *now_, *hover_;
    std::vector<Cell> cells_;
    QString why_;
    int lane_ = 0;
};

} // namespace diffuscope
