// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/kept_curves.h"

#include <QSlider>

namespace diffuscope {

/// A slider over the recorded steps, marked where tokens change: the more of them, the higher the mark.
class StepSlider : public QSlider {
    Q_OBJECT
public:
    explicit StepSlider(QWidget* parent = nullptr);

    /// What the marks show; nullptr: none.
    void setTrace(const std::shared_ptr<const Trace>& trace, int row);
    /// Fraction of the positions whose token changed, one a recorded step.
    const std::vector<double>& marks() const { return marks_; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    KeptCurves kept_;
    std::vector<double> marks_;
};

} // namespace diffuscope
