// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plot_view.h"

#include <vector>

class QCPAxis;
class QCPGraph;
class QCPItemStraightLine;
class QCPRange;

namespace diffuscope {

/// Curves over the steps of a run, against the step, time t or λ at choice.
class StepPlot : public PlotView {
    Q_OBJECT
public:
    enum class Axis { Step, Time, Lambda };

    explicit StepPlot(QWidget* parent = nullptr);
    QString dataTable() const override;
    Axis axis() const;
    void setAxis(Axis axis);
    /// The values of a curve by its key in data tables, one a recorded step; empty: no such curve.
    std::vector<double> values(const QString& key) const;
    /// Where a step lies on the axis of choice.
    double placeOf(int step) const;

protected:
    /// A curve with its key in data tables; `right`: on the axis at the right.
    QCPGraph* addCurve(const char* key, int colour, bool right = false);
    void setCurve(QCPGraph* curve, const std::vector<double>& values);

    /// Names the axis by the choice; subclasses go on from there.
    void rebuild() override;
    void mark(Place now, Place hover) override;
    void recolour(const GridTheme& theme) const override;
    void retranslate() override;
    Place placeAt(double x, double y) const override;
    QString valueAt(Place place) const override;
    void rescale() override;
    bool stepsRunSideways() const override { return true; }

private:
    struct Curve {
        QCPGraph* graph;
        const char* key;
        int colour;
        std::vector<double> values;
    };

    /// What the curves of an axis take up.
    QCPRange rangeOf(const QCPAxis* axis) const;

    QComboBox* choice_;
    QCPItemStraightLine *now_, *hover_;
    std::vector<Curve> curves_;
};

} // namespace diffuscope
