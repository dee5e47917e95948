// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/absorbing_view.h"

#include "widgets/number_text.h"

#include <QComboBox>
#include <algorithm>
#include <limits>
#include <qcustomplot.h>

namespace diffuscope {
namespace {

constexpr size_t kManySteps = 200; ///< from which on marks are smaller
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

template <class T> double at(const std::vector<T>& values, size_t index) {
    return index < values.size() ? static_cast<double>(values[index]) : kNaN;
}

} // namespace

AbsorbingView::AbsorbingView(QWidget* parent)
    : HeatPlot(parent), choice_(addChoice(3)), crosses_(plot()->addGraph()), near_(addCurve(0)), observed_(addCurve(3)),
      expected_(addCurve(1)) {
    crosses_->setLineStyle(QCPGraph::lsNone);
    observed_->setLineStyle(QCPGraph::lsNone);
    finishSetup();
}

AbsorbingView::Map AbsorbingView::map() const { return static_cast<Map>(std::max(0, choice_->currentIndex())); }
void AbsorbingView::setMap(Map map) { choice_->setCurrentIndex(static_cast<int>(map)); }

double AbsorbingView::cell(int step, int position) const {
    const auto index = static_cast<size_t>(row()) * static_cast<size_t>(trace()->header->length) + static_cast<size_t>(position);
    switch (map()) {
    case Map::Replaced: return at(record(step).absorbed, index);
    case Map::Nearer: return at(record(step).nearAbsorbing, index);
    case Map::Distance: break;
    }
    return at(record(step).toAbsorbing, index);
}

std::vector<double> AbsorbingView::expected() const {
    std::vector<double> result;
    for (const auto& step : trace()->steps) result.push_back(step->absorbProbability);
    return result;
}

void AbsorbingView::rebuild() {
    HeatPlot::rebuild();
    const auto& curves = kept_.of(trace(), row(), false);
    setCurve(near_, curves.nearAbsorbing);
    setCurve(observed_, curves.absorbed);
    setCurve(expected_, expected());
    replaced_.clear();
    QVector<double> x, y;
    const auto first = static_cast<size_t>(row()) * static_cast<size_t>(trace()->header->length);
    for (int step = 0; step < steps(); ++step)
        for (const int position : positions()) {
            if (at(record(step).absorbed, first + static_cast<size_t>(position)) != 1.0) continue;
            replaced_.push_back({step, position});
            x << position;
            y << step;
        }
    crosses_->setData(x, y);
    crosses_->setVisible(map() != Map::Replaced);
    const bool many = trace()->steps.size() > kManySteps;
    auto cross = crosses_->scatterStyle();
    cross.setSize(many ? 2 : 5);
    crosses_->setScatterStyle(cross);
    observed_->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, many ? 2 : 4));
}

void AbsorbingView::recolour(const GridTheme& theme) const {
    HeatPlot::recolour(theme);
    crosses_->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssCross, QPen(theme.absorbed, 1.5), Qt::NoBrush, crosses_->scatterStyle().size()));
}

QString AbsorbingView::valueName() const {
    switch (map()) {
    case Map::Replaced: return tr("replaced by m");
    case Map::Nearer: return tr("m nearer than any token");
    case Map::Distance: break;
    }
    return tr("distance to m");
}

QString AbsorbingView::valueAt(Place place) const {
    if (map() == Map::Distance || place.step < 0 || place.position < 0) return HeatPlot::valueAt(place);
    const double v = cell(place.step, place.position);
    return tr("position %1, step %2: “%3”, %4: %5")
        .arg(place.position)
        .arg(record(place.step).index)
        .arg(tokenText(place.step, place.position), valueName(),
             v > 0    ? tr("yes")
             : v == 0 ? tr("no")
                      : numberText(v, 0));
}

QString AbsorbingView::unavailable() const {
    return trace()->header->hasAbsorbing ? QString()
                                         : tr("This model has no absorbing state. Open one that was trained with it to see its part here.");
}

std::vector<std::pair<QString, std::vector<double>>> AbsorbingView::curveColumns() const {
    return {{QStringLiteral("near_absorbing"), curves().nearAbsorbing},
            {QStringLiteral("absorbed"), curves().absorbed},
            {QStringLiteral("absorb_probability"), expected()}};
}

void AbsorbingView::retranslate() {
    HeatPlot::retranslate();
    setWindowTitle(tr("Absorbing"));
    const QStringList maps{tr("distance to m"), tr("replaced by m (discrete noise)"), tr("m nearer than any token")};
    for (int i = 0; i < maps.size(); ++i) choice_->setItemText(i, maps[i]);
    choice_->setAccessibleName(tr("What the map shows"));
    nameCurves(tr("fraction"));
    crosses_->setName(tr("replaced by m"));
    near_->setName(tr("nearer to m"));
    observed_->setName(tr("replaced, fraction"));
    expected_->setName(tr("its probability"));
    setToolTip(tr("Map: L2 distance of the state xₜ to the absorbing state m, in lengths of the embedding space; or where discrete noise "
                  "replaced a position by m (crosses in the other maps); or where m is nearer to xₜ than any token's embedding.\n"
                  "Curves, fractions of all target positions: nearer to m than to any token; replaced by m in the step (dots), and the "
                  "probability of it that the schedule gives (line)."));
}

QString AbsorbingView::figureTitle() const { return tr("The absorbing state at each position, by step"); }

} // namespace diffuscope
