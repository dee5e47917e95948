// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/entropy_curve.h"
#include "widgets/heat_plot.h"
#include "widgets/kept_curves.h"

class QTableView;

namespace diffuscope {

class NeighboursModel;

/// How sure the rounding is: each position's margin, or its rounding error; beside it, by step, the means of both and of
/// lm_head's entropy; below, the tokens nearest to the cell under the cursor.
class MarginView : public HeatPlot {
    Q_OBJECT
public:
    enum class Map { Margin, Error };

    explicit MarginView(QWidget* parent = nullptr);
    QString figureTitle() const override;
    Map map() const;
    void setMap(Map map);
    const TraceCurves& curves() const { return kept_.curves(); }
    /// In bits, means over the target positions, one a recorded step; NaN where it is not computed.
    const std::vector<double>& entropies() const { return entropy_.values(); }
    NeighboursModel* neighbours() const { return model_; }

protected:
    double cell(int step, int position) const override;
    QString valueName() const override;
    std::vector<std::pair<QString, std::vector<double>>> curveColumns() const override;
    void rebuild() override;
    void mark(Place now, Place hover) override;
    void retranslate() override;
    void changeEvent(QEvent* event) override;

private:
    void createTable();
    void drawEntropy();

    QComboBox* choice_;
    NeighboursModel* model_;
    QTableView* table_;
    QCPGraph *margin_, *error_, *bits_;
    KeptCurves kept_;
    EntropyCurve entropy_;
};

} // namespace diffuscope
