// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/step_plot.h"

namespace diffuscope {

/// Where the solver's steps lie on the noise schedule: each step as a stem on the λ axis (or t, or step) as high as it is
/// wide, with ᾱ, σ and the rate of discrete noise.
class ScheduleView : public StepPlot {
    Q_OBJECT
public:
    explicit ScheduleView(QWidget* parent = nullptr);
    QString figureTitle() const override;

protected:
    void rebuild() override;
    void recolour(const GridTheme& theme) const override;
    void retranslate() override;
    void rescale() override;

private:
    QCPGraph *size_, *alphaBar_, *sigma_, *rate_;
};

} // namespace diffuscope
