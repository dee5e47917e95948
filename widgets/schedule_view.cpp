// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/schedule_view.h"

#include <algorithm>
#include <limits>
#include <qcustomplot.h>

namespace diffuscope {

ScheduleView::ScheduleView(QWidget* parent)
    : StepPlot(parent), size_(addCurve("lambda_step", 0)), alphaBar_(addCurve("alpha_bar", 2, true)), sigma_(addCurve("sigma", 5, true)),
      rate_(addCurve("absorb_probability", 3, true)) {
    setAxis(Axis::Lambda);
    size_->setLineStyle(QCPGraph::lsImpulse);
    finishSetup();
}

void ScheduleView::rebuild() {
    StepPlot::rebuild();
    std::vector<double> size, alphaBar, sigma, rate;
    for (int i = 0; i < steps(); ++i) {
        size.push_back(i == 0 ? std::numeric_limits<double>::quiet_NaN() : record(i).lambda - record(i - 1).lambda);
        alphaBar.push_back(record(i).alpha * record(i).alpha);
        sigma.push_back(record(i).sigma);
        rate.push_back(record(i).absorbProbability);
    }
    setCurve(size_, size);
    setCurve(alphaBar_, alphaBar);
    setCurve(sigma_, sigma);
    setCurve(rate_, rate);
}

void ScheduleView::rescale() {
    StepPlot::rescale();
    // Stems stand on 0, and what is a share of one keeps its scale.
    plot()->yAxis->setRange(std::min(0.0, plot()->yAxis->range().lower), plot()->yAxis->range().upper);
    if (steps() < 2) plot()->yAxis->setRange(0, 1);
    plot()->yAxis2->setRange(-0.02, 1.05);
}

void ScheduleView::recolour(const GridTheme& theme) const {
    StepPlot::recolour(theme);
    size_->setPen(QPen(seriesColour(0, theme.dark), 1.2));
}

void ScheduleView::retranslate() {
    StepPlot::retranslate();
    setWindowTitle(tr("Schedule"));
    plot()->yAxis->setLabel(tr("step size Δλ"));
    plot()->yAxis2->setLabel(tr("ᾱ, σ, probability"));
    size_->setName(tr("Δλ of the step to here"));
    alphaBar_->setName(tr("ᾱ →"));
    sigma_->setName(tr("σ →"));
    rate_->setName(tr("discrete noise →"));
    setToolTip(tr("The times that the solver chose. A stem stands at each, as high as the step to it is wide on the λ axis, where "
                  "λ = log(α/σ). Right axis: the schedule's ᾱ = α² (share of signal) and σ (noise), and the probability with which "
                  "discrete noise replaced a position by m in that step; 0 where the solver adds none."));
}

QString ScheduleView::figureTitle() const { return tr("The solver's times on the noise schedule"); }

} // namespace diffuscope
