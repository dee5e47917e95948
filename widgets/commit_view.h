// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plot_view.h"

#include <vector>

class QCPAxisRect;
class QCPBars;
class QCPGraph;
class QCPItemRect;

namespace diffuscope {

/// When each position settles: the step from which on its token stays, in reading order, and how many settle at each
/// step; or the order of settling against the order of reading. Says how far one follows the other. Other lanes are dots in their colours.
class CommitView : public PlotView {
    Q_OBJECT
public:
    enum class Map { Step, Order };

    explicit CommitView(QWidget* parent = nullptr);
    QString dataTable() const override;
    QString figureTitle() const override;
    Map map() const;
    void setMap(Map map);
    const std::vector<int>& positions() const { return positions_; }
    /// Recorded step at which each of positions() settled.
    const std::vector<int>& commits() const { return commits_; }
    /// Each position's place in the order of settling, counted from 0; ties share their mean.
    const std::vector<double>& order() const { return order_; }
    /// How many settled at each recorded step.
    const std::vector<int>& histogram() const { return counts_; }
    /// Spearman's rank correlation of position and committed step; NaN where it is not defined.
    double orderCorrelation() const;
    /// The step of another lane from which on each of positions() keeps its token there; empty: there is no such lane.
    std::vector<int> commitsOf(int lane) const;

public slots:
    /// Other lanes than the current one have grown, or are compared at other steps.
    void updateLanes() { invalidate(); }

protected:
    void rebuild() override;
    void mark(Place now, Place hover) override;
    void recolour(const GridTheme& theme) const override;
    void retranslate() override;
    Place placeAt(double x, double y) const override;
    QString valueAt(Place place) const override;
    void rescale() override;

private:
    int indexOf(int position) const;
    void showOthers();

    QComboBox* choice_;
    QCPAxisRect* side_;
    QCPBars *bars_, *histogram_;
    QCPGraph *dots_, *diagonal_;
    std::vector<QCPGraph*> others_; ///< dots of the other lanes, by lane
    QCPItemStraightLine *nowStep_, *hoverStep_;
    QCPItemRect *now_, *hover_;
    std::vector<int> positions_, commits_, counts_;
    std::vector<double> order_;
};

} // namespace diffuscope
