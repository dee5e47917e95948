// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lane_distance_view.h"

#include "core/engine/trace_analysis.h"
#include "widgets/lane_mark.h"
#include "widgets/trace_cursor.h"

#include <array>
#include <cmath>
#include <limits>
#include <qcustomplot.h>

namespace diffuscope {
namespace {

constexpr std::array<const char*, kMostLanes> kKeys{"lane_a", "lane_b", "lane_c", "lane_d", "lane_e", "lane_f"};
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

double length(const std::vector<float>& one, const std::vector<float>& other) {
    double sum = 0;
    for (size_t i = 0; i < one.size(); ++i) sum += (one[i] - other[i]) * (one[i] - other[i]);
    return std::sqrt(sum);
}

} // namespace

LaneDistanceView::LaneDistanceView(QWidget* parent) : StepPlot(parent) {
    for (int lane = 0; lane < kMostLanes; ++lane) curves_.push_back(addCurve(kKeys[static_cast<size_t>(lane)], lane));
    setAxis(Axis::Lambda);
    finishSetup();
}

double LaneDistanceView::distance(const Trace& one, int stepOfOne, const Trace& other, int stepOfOther, int row) {
    if (row >= one.batch() || row >= other.batch() || one.header->dimensions != other.header->dimensions) return kNan;
    const auto& target = one.header->rows[static_cast<size_t>(row)].target;
    const auto& otherTarget = other.header->rows[static_cast<size_t>(row)].target;
    double sum = 0;
    int count = 0;
    for (size_t position = 0; position < std::min(target.size(), otherTarget.size()); ++position) {
        if (!target[position] || !otherTarget[position]) continue;
        const auto here = predictionAt(one, stepOfOne, row, static_cast<int>(position));
        const auto there = predictionAt(other, stepOfOther, row, static_cast<int>(position));
        if (here.empty() || there.empty()) return kNan;
        sum += length(here, there);
        ++count;
    }
    return count > 0 ? sum / count : kNan;
}

std::vector<double> LaneDistanceView::distancesTo(int lane) const {
    const auto other = cursor()->trace(lane);
    std::vector<double> distances;
    for (int step = 0; step < steps(); ++step) {
        const int beside = cursor()->stepBeside(cursor()->lane(), step, lane);
        // A lane under way has not come that far: its newest step stands for none after it.
        const bool ahead = beside >= 0 && !other->finished() && record(step).lambda > other->steps[static_cast<size_t>(beside)]->lambda &&
                           beside + 1 == static_cast<int>(other->steps.size());
        distances.push_back(beside < 0 || ahead ? kNan : distance(*trace(), step, *other, beside, row()));
    }
    return distances;
}

void LaneDistanceView::rebuild() {
    StepPlot::rebuild();
    for (int lane = 0; lane < kMostLanes; ++lane) {
        auto* curve = curves_[static_cast<size_t>(lane)];
        const auto other = cursor() && lane != cursor()->lane() ? cursor()->trace(lane) : nullptr;
        const bool shown = other && !other->steps.empty();
        setCurve(curve, shown ? distancesTo(lane) : std::vector<double>());
        curve->setVisible(shown);
        if (shown) curve->addToLegend();
        else curve->removeFromLegend();
    }
    rearrangeLegend();
}

QString LaneDistanceView::unavailable() const {
    bool any = false;
    for (int lane = 0; cursor() && lane < cursor()->laneCount(); ++lane)
        any = any || (lane != cursor()->lane() && cursor()->trace(lane) && !cursor()->trace(lane)->steps.empty());
    if (!any) return tr("Add a lane in the recipe and run both: here their distance is to be seen.");
    return record(0).x0.empty() ? tr("This run recorded no latents. Run it again with its latents recorded.") : QString();
}

void LaneDistanceView::retranslate() {
    StepPlot::retranslate();
    setWindowTitle(tr("Distance"));
    plot()->yAxis->setLabel(tr("distance of x₀ (L2)"));
    for (int lane = 0; lane < kMostLanes; ++lane) curves_[static_cast<size_t>(lane)]->setName(tr("lane %1").arg(laneName(lane)));
    setToolTip(
        tr("L2 distance of a lane's x₀ predictions to those of the current lane at the step beside it, mean over all positions where "
           "text is generated, in lengths of the embedding space. Which steps stand beside each other is chosen beside the step slider."));
}

QString LaneDistanceView::figureTitle() const {
    return tr("Distance of the lanes to lane %1").arg(laneName(cursor() ? cursor()->lane() : 0));
}

} // namespace diffuscope
