// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plot_view.h"

#include <vector>

class QCPAxis;
class QCPAxisRect;
class QCPColorMap;
class QCPColorScale;
class QCPGraph;
class QCPItemRect;
class QCPItemStraightLine;

namespace diffuscope {

/// A heat map of positions × steps like the token grid's, noise at the top, with curves of the same steps beside it.
/// The positions are those of the sentence: trailing padding is left out.
class HeatPlot : public PlotView {
    Q_OBJECT
public:
    explicit HeatPlot(QWidget* parent = nullptr);

    QString dataTable() const override;
    const std::vector<int>& positions() const { return positions_; }
    /// The value drawn at (recorded step, index into positions()); NaN where there is none.
    double value(int step, int index) const;

protected:
    /// The cell's value, in the unit of `valueName()`; NaN: none.
    virtual double cell(int step, int position) const = 0;
    virtual QString valueName() const = 0;
    /// The upper end of the colours where it does not follow the data; 0: it does.
    virtual double fixedMaximum() const { return 0.0; }
    /// Columns of dataTable() after the cells: what the curves show.
    virtual std::vector<std::pair<QString, std::vector<double>>> curveColumns() const { return {}; }

    /// A curve beside the map; `top`: its values on the axis at the top.
    QCPGraph* addCurve(int colour, bool top = false);
    /// Values one a recorded step.
    void setCurve(QCPGraph* curve, const std::vector<double>& values);
    void rescaleCurves();
    void nameCurves(const QString& bottom, const QString& top = {});

    void rebuild() override;
    void mark(Place now, Place hover) override;
    void recolour(const GridTheme& theme) const override;
    void retranslate() override;
    Place placeAt(double x, double y) const override;
    QString valueAt(Place place) const override;
    void rescale() override;

private:
    void fillMap();
    /// Chooses the range of the colours for these values, which it sorts.
    void scaleColours(std::vector<double>& known);

    QCPColorMap* map_;
    QCPColorScale* scale_;
    QCPItemRect *now_, *hover_;
    QCPItemStraightLine *sideNow_, *sideHover_;
    QCPAxisRect* side_;
    std::vector<std::pair<QCPGraph*, int>> curves_; ///< with their colours
    std::vector<int> positions_;
    std::pair<double, double> colours_{0.0, 1.0}; ///< the range of the colours while all is seen
};

} // namespace diffuscope
