// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/heat_plot.h"
#include "widgets/kept_curves.h"

namespace diffuscope {

/// The absorbing state's part: each position's distance to m, where discrete noise put m, or where m is nearer than any
/// token; and beside it, by step, these fractions of the positions, with the probability of being replaced.
class AbsorbingView : public HeatPlot {
    Q_OBJECT
public:
    enum class Map { Distance, Replaced, Nearer };

    explicit AbsorbingView(QWidget* parent = nullptr);
    QString figureTitle() const override;
    const TraceCurves& curves() const { return kept_.curves(); }
    Map map() const;
    void setMap(Map map);
    /// Cells that discrete noise replaced by m: (position, recorded step).
    const std::vector<Place>& replaced() const { return replaced_; }

protected:
    double cell(int step, int position) const override;
    QString valueName() const override;
    double fixedMaximum() const override { return map() == Map::Distance ? 0.0 : 1.0; }
    std::vector<std::pair<QString, std::vector<double>>> curveColumns() const override;
    void rebuild() override;
    void recolour(const GridTheme& theme) const override;
    void retranslate() override;
    QString valueAt(Place place) const override;
    QString unavailable() const override;

private:
    std::vector<double> expected() const;

    QComboBox* choice_;
    QCPGraph *crosses_, *near_, *observed_, *expected_;
    KeptCurves kept_;
    std::vector<Place> replaced_;
};

} // namespace diffuscope
