// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/change_view.h"

#include <qcustomplot.h>

namespace diffuscope {

ChangeView::ChangeView(QWidget* parent)
    : StepPlot(parent), state_(addCurve("state_change", 0)), prediction_(addCurve("prediction_change", 2)),
      norm_(addCurve("state_norm", 3)), expected_(addCurve("expected_norm", 6)), flips_(addCurve("token_flips", 5, true)) {
    flips_->setLayer(QStringLiteral("grid")); // below the others, which it would cover in a long run
    finishSetup();
}

void ChangeView::rebuild() {
    StepPlot::rebuild();
    const auto& curves = kept_.of(trace(), row(), true);
    setCurve(state_, curves.stateChange);
    setCurve(prediction_, curves.predictionChange);
    setCurve(norm_, curves.stateNorm);
    setCurve(expected_, expectedNorm(*trace(), row()));
    setCurve(flips_, curves.flips);
    expected_->setScatterStyle(QCPScatterStyle());
}

void ChangeView::recolour(const GridTheme& theme) const {
    StepPlot::recolour(theme);
    expected_->setPen(QPen(seriesColour(6, theme.dark), 1.6, Qt::DashLine));
}

void ChangeView::retranslate() {
    StepPlot::retranslate();
    setWindowTitle(tr("Change"));
    plot()->yAxis->setLabel(tr("mean length (L2)"));
    plot()->yAxis2->setLabel(tr("fraction of tokens"));
    state_->setName(tr("‖Δxₜ‖"));
    prediction_->setName(tr("‖Δx₀‖"));
    norm_->setName(tr("‖xₜ‖"));
    expected_->setName(tr("‖xₜ‖ expected"));
    flips_->setName(tr("token flips →"));
    setToolTip(tr("Means over all target positions, in lengths of the embedding space: how far a step moves the state xₜ and the "
                  "prediction x₀; the length of the state, and the one that the schedule leads to expect if the newest x₀ is the truth, "
                  "√(‖α(x₀ − m) + m‖² + σ²D). Right axis: fraction of positions whose nearest token changed."));
}

QString ChangeView::figureTitle() const { return tr("Change of state, prediction and tokens by step"); }

} // namespace diffuscope
