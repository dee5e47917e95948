// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/kept_curves.h"
#include "widgets/step_plot.h"

namespace diffuscope {

/// How much each step changes: state, prediction and tokens; and the state's length against the schedule's.
class ChangeView : public StepPlot {
    Q_OBJECT
public:
    explicit ChangeView(QWidget* parent = nullptr);
    QString figureTitle() const override;
    const TraceCurves& curves() const { return kept_.curves(); }

protected:
    void rebuild() override;
    void recolour(const GridTheme& theme) const override;
    void retranslate() override;

private:
    QCPGraph *state_, *prediction_, *norm_, *expected_, *flips_;
    KeptCurves kept_;
};

} // namespace diffuscope
