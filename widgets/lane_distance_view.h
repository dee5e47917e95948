// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/step_plot.h"

#include <vector>

namespace diffuscope {

/// How far the x_0 predictions of the other lanes are from the current lane's, over its steps: where lanes part.
class LaneDistanceView : public StepPlot {
    Q_OBJECT
public:
    explicit LaneDistanceView(QWidget* parent = nullptr);
    QString figureTitle() const override;
    /// Mean over the positions of a row where both generate text: the L2 distance of the predictions at two steps; NaN
    /// without latents.
    static double distance(const Trace& one, int stepOfOne, const Trace& other, int stepOfOther, int row);

public slots:
    /// Other lanes than the current one have grown, or are compared at other steps.
    void updateLanes() { invalidate(); }

protected:
    void rebuild() override;
    void retranslate() override;
    QString unavailable() const override;

private:
    std::vector<double> distancesTo(int lane) const;

    std::vector<QCPGraph*> curves_; ///< by lane
};

} // namespace diffuscope
