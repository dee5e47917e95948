// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/trace_analysis.h"
#include "widgets/plot_view.h"

#include <vector>

class QCPCurve;
class QCPGraph;
class QCPItemText;

namespace diffuscope {

/// The latents' paths in a plane: one path a position, from noise (pale) to text (deep), with landmarks: the absorbing
/// state and the embeddings of the final and of the runner-up tokens. The share of variance that the plane shows is
/// said on its axes.
class TrajectoryView : public PlotView {
    Q_OBJECT
public:
    enum class Projection { Principal, Landmarks, Random };

    explicit TrajectoryView(QWidget* parent = nullptr);
    QString dataTable() const override;
    QString figureTitle() const override;
    Projection projection() const;
    void setProjection(Projection projection);
    const Plane& plane() const { return plane_; }
    const std::vector<int>& positions() const { return positions_; }
    /// Where a cell's latent lies in the plane; NaN without one.
    std::array<double, 2> pointAt(int step, int position) const;
    /// Where a token's embedding lies; nothing when the trace has no embeddings.
    std::optional<std::array<double, 2>> embeddingAt(int token) const;

protected:
    void rebuild() override;
    void mark(Place now, Place hover) override;
    void recolour(const GridTheme& theme) const override;
    void retranslate() override;
    Place placeAt(double x, double y) const override;
    QString valueAt(Place place) const override;
    void rescale() override;
    QString unavailable() const override;
    bool dependsOnPosition() const override { return projection() == Projection::Landmarks; }

private:
    /// Whether the plane at hand still does: a growing trace would otherwise turn its picture at every frame.
    bool planeHolds() const;
    void choosePlane();
    void drawPaths();
    void drawLandmarks();
    void fitRanges();
    std::vector<float> embedding(int token) const;

    QComboBox* choice_;
    std::vector<QCPCurve*> segments_; ///< one a colour, from noise to text
    QCPCurve* chosen_;
    QCPGraph *absorbing_, *final_, *runnerUp_, *now_, *nowChosen_, *hover_, *finalChosen_;
    QCPItemText *name_, *absorbingName_;
    Plane plane_;
    std::shared_ptr<const TraceHeader> planeOf_;
    Place planeAt_; ///< the row in `step`, the position
    Projection planeKind_ = Projection::Principal;
    int planeSteps_ = 0;
    std::vector<int> positions_;
    std::array<double, 2> centre_{}, width_{};              ///< of all that is drawn
    std::vector<int> drawn_;                                ///< steps that the paths go through
    std::vector<std::vector<std::array<double, 2>>> paths_; ///< [positions][drawn steps]
};

} // namespace diffuscope
