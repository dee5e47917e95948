// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trajectory_view.h"

#include "widgets/number_text.h"

#include <QComboBox>
#include <algorithm>
#include <cmath>
#include <limits>
#include <qcustomplot.h>

namespace diffuscope {
namespace {

constexpr int kColours = 12;     ///< of a path, from noise to text
constexpr int kStepsDrawn = 120; ///< of each path; more would not show
constexpr unsigned kRandomSeed = 1;
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

QCPGraph* addPoints(QCustomPlot* plot) {
    auto* graph = plot->addGraph();
    graph->setLineStyle(QCPGraph::lsNone);
    return graph;
}

QCPItemText* addName(QCustomPlot* plot) {
    auto* name = new QCPItemText(plot);
    name->setPositionAlignment(Qt::AlignLeft | Qt::AlignBottom);
    name->setPadding(QMargins(5, 0, 0, 3));
    name->setVisible(false);
    return name;
}

/// The range of x and y that all finite points of these take.
struct Extent {
    double low[2]{kNaN, kNaN}, high[2]{kNaN, kNaN};
    void add(const std::array<double, 2>& point) {
        for (size_t i = 0; i < 2; ++i) {
            if (!std::isfinite(point[i])) continue;
            low[i] = std::isnan(low[i]) ? point[i] : std::min(low[i], point[i]);
            high[i] = std::isnan(high[i]) ? point[i] : std::max(high[i], point[i]);
        }
    }
    double centre(size_t i) const { return std::isnan(low[i]) ? 0.0 : (low[i] + high[i]) / 2; }
    double width(size_t i) const { return std::isnan(low[i]) ? 0.0 : high[i] - low[i]; }
};

} // namespace

TrajectoryView::TrajectoryView(QWidget* parent) : PlotView(parent), choice_(addChoice(3)) {
    auto* p = plot();
    for (int i = 0; i < kColours; ++i) segments_.push_back(new QCPCurve(p->xAxis, p->yAxis));
    chosen_ = new QCPCurve(p->xAxis, p->yAxis);
    for (auto** graph : {&runnerUp_, &final_, &absorbing_, &now_, &nowChosen_, &hover_, &finalChosen_}) *graph = addPoints(p);
    for (auto* quiet : segments_) quiet->removeFromLegend();
    for (auto* quiet : std::initializer_list<QCPAbstractPlottable*>{chosen_, now_, nowChosen_, hover_, finalChosen_}) {
        quiet->removeFromLegend();
        quiet->setLayer(marks());
    }
    name_ = addName(p);
    name_->setLayer(marks());
    name_->setClipToAxisRect(false); // a token at the edge keeps its name
    absorbingName_ = addName(p);
    p->axisRect()->setupFullAxesBox();
    // Only the layout knows how large the axes have become.
    connect(p, &QCustomPlot::afterLayout, this, [this] {
        if (zoomed()) return;
        const auto before = plot()->xAxis->range();
        fitRanges();
        // The ticks of this picture were chosen for the old ranges.
        if (std::abs(plot()->xAxis->range().size() - before.size()) > 1e-3 * before.size()) plot()->replot(QCustomPlot::rpQueuedReplot);
    });
    finishSetup();
}

TrajectoryView::Projection TrajectoryView::projection() const { return static_cast<Projection>(std::max(0, choice_->currentIndex())); }
void TrajectoryView::setProjection(Projection projection) { choice_->setCurrentIndex(static_cast<int>(projection)); }

std::vector<float> TrajectoryView::embedding(int token) const {
    const auto& h = *trace()->header;
    const auto d = static_cast<size_t>(h.dimensions);
    const auto first = static_cast<size_t>(token) * d;
    if (token < 0 || !h.embeddings || first + d > h.embeddings->size()) return {};
    const auto from = h.embeddings->begin() + static_cast<std::ptrdiff_t>(first);
    return {from, from + h.dimensions};
}

std::optional<std::array<double, 2>> TrajectoryView::embeddingAt(int token) const {
    const auto place = embedding(token);
    if (place.empty()) return std::nullopt;
    return plane_.project(place);
}

QString TrajectoryView::unavailable() const {
    return trace()->steps.front()->x.empty()
               ? tr("This run recorded no latents. Run it again with its latents recorded to see their paths.")
               : QString();
}

bool TrajectoryView::planeHolds() const {
    const Place at{row(), dependsOnPosition() ? position() : -1};
    if (planeOf_ != trace()->header || planeKind_ != projection() || !(planeAt_ == at) || planeSteps_ > steps()) return false;
    return planeSteps_ == steps() || (!trace()->finished() && steps() < planeSteps_ * 5 / 4);
}

void TrajectoryView::choosePlane() {
    if (planeHolds()) return;
    const auto& h = *trace()->header;
    planeOf_ = trace()->header;
    planeAt_ = {row(), dependsOnPosition() ? position() : -1};
    planeKind_ = projection();
    planeSteps_ = steps();
    const std::vector<float> origin(static_cast<size_t>(h.dimensions), 0.0f);
    if (projection() == Projection::Principal) {
        plane_ = principalPlane(*trace(), row(), positions_);
        return;
    }
    if (projection() == Projection::Landmarks) {
        const auto end = embedding(trace()->token(steps() - 1, row(), position()));
        const auto start = latentAt(*trace(), 0, row(), position());
        plane_ = planeThrough(h.absorbing.empty() ? origin : h.absorbing, end.empty() ? origin : end, start.empty() ? origin : start);
    } else {
        plane_ = randomPlane(origin, kRandomSeed);
    }
    measureExplained(plane_, *trace(), row(), positions_);
}

std::array<double, 2> TrajectoryView::pointAt(int step, int position) const {
    const auto latent = latentAt(*trace(), step, row(), position);
    if (latent.empty()) return {kNaN, kNaN};
    const auto point = plane_.project(latent);
    return std::isfinite(point[0]) && std::isfinite(point[1]) ? point : std::array{kNaN, kNaN};
}

void TrajectoryView::rebuild() {
    positions_ = sentencePositions(*trace(), row());
    choosePlane();
    drawPaths();
    drawLandmarks();
    const auto share = [this](size_t axis) { return numberText(100.0 * plane_.explained[axis], 0); };
    plot()->xAxis->setLabel(tr("axis 1 · %1 % of the variance").arg(share(0)));
    plot()->yAxis->setLabel(tr("axis 2 · %1 %").arg(share(1)));
}

void TrajectoryView::drawPaths() {
    drawn_.clear();
    const int stride = std::max(1, steps() / kStepsDrawn);
    for (int step = 0; step < steps(); step += stride) drawn_.push_back(step);
    if (drawn_.back() != steps() - 1) drawn_.push_back(steps() - 1);
    paths_.assign(positions_.size(), {});
    const int planned = std::max(1, plannedSteps() - 1);
    std::vector<QVector<double>> x(kColours), y(kColours);
    for (size_t i = 0; i < positions_.size(); ++i) {
        auto& path = paths_[i];
        for (const int step : drawn_) path.push_back(pointAt(step, positions_[i]));
        size_t before = 0;
        for (size_t at = 1; at < path.size(); ++at) {
            const auto colour = static_cast<size_t>(std::min(kColours - 1, drawn_[at] * kColours / planned));
            // One unbroken line as long as the colour stays.
            if (x[colour].isEmpty() || before != colour || at == 1) {
                x[colour] << kNaN << path[at - 1][0];
                y[colour] << kNaN << path[at - 1][1];
            }
            x[colour] << path[at][0];
            y[colour] << path[at][1];
            before = colour;
        }
    }
    for (size_t i = 0; i < segments_.size(); ++i) segments_[i]->setData(x[i], y[i]);
}

void TrajectoryView::drawLandmarks() {
    const auto& h = *trace()->header;
    QVector<double> x[2], y[2];
    for (const int position : positions_)
        for (int k = 0; k < std::min(2, h.neighbours); ++k)
            if (const auto at = embeddingAt(trace()->token(steps() - 1, row(), position, k))) {
                x[k] << (*at)[0];
                y[k] << (*at)[1];
            }
    final_->setData(x[0], y[0]);
    runnerUp_->setData(x[1], y[1]);
    absorbing_->data()->clear();
    absorbingName_->setVisible(!h.absorbing.empty());
    if (h.absorbing.empty()) return;
    const auto at = plane_.project(h.absorbing);
    absorbing_->addData(at[0], at[1]);
    absorbingName_->position->setCoords(at[0], at[1]);
}

void TrajectoryView::mark(Place now, Place hover) {
    QVector<double> x, y;
    for (const int position : positions_) {
        const auto at = pointAt(now.step, position);
        x << at[0];
        y << at[1];
    }
    now_->setData(x, y);
    const auto found = std::find(positions_.begin(), positions_.end(), now.position);
    for (auto* graph : {nowChosen_, hover_, finalChosen_}) graph->data()->clear();
    chosen_->data()->clear();
    name_->setVisible(false);
    if (found != positions_.end()) {
        QVector<double> px, py;
        for (const auto& at : paths_[static_cast<size_t>(found - positions_.begin())]) {
            px << at[0];
            py << at[1];
        }
        chosen_->setData(px, py);
        const auto at = pointAt(now.step, now.position);
        nowChosen_->addData(at[0], at[1]);
        if (const auto end = embeddingAt(trace()->token(steps() - 1, row(), now.position))) {
            finalChosen_->addData((*end)[0], (*end)[1]);
            name_->position->setCoords((*end)[0], (*end)[1]);
            name_->setText(tokenText(steps() - 1, now.position));
            name_->setVisible(true);
        }
    }
    if (hover.step >= 0 && hover.position >= 0) {
        const auto at = pointAt(hover.step, hover.position);
        hover_->addData(at[0], at[1]);
    }
}

void TrajectoryView::recolour(const GridTheme& theme) const {
    for (int i = 0; i < kColours; ++i) {
        // From 0.25: the palest end of the map would vanish on the background.
        const auto colour = mapColour(ColourMap::Ink, 0.25 + 0.75 * i / (kColours - 1), theme.dark);
        segments_[static_cast<size_t>(i)]->setPen(QPen(colour, 1.0));
    }
    chosen_->setPen(QPen(theme.accent, 2));
    const auto points = [](QCPGraph* graph, QCPScatterStyle::ScatterShape shape, const QPen& pen, const QBrush& brush, double size) {
        graph->setScatterStyle(QCPScatterStyle(shape, pen, brush, size));
    };
    const auto end = seriesColour(2, theme.dark);
    points(runnerUp_, QCPScatterStyle::ssCircle, QPen(theme.faint), Qt::NoBrush, 5);
    points(final_, QCPScatterStyle::ssSquare, QPen(end), end, 5);
    points(finalChosen_, QCPScatterStyle::ssSquare, QPen(theme.accent, 2), end, 9);
    points(absorbing_, QCPScatterStyle::ssStar, QPen(theme.absorbed, 2), Qt::NoBrush, 12);
    points(now_, QCPScatterStyle::ssDisc, QPen(theme.text), theme.text, 5);
    points(nowChosen_, QCPScatterStyle::ssDisc, QPen(theme.accent), theme.accent, 10);
    points(hover_, QCPScatterStyle::ssCircle, QPen(theme.accent, 2), Qt::NoBrush, 12);
    name_->setColor(theme.text);
    name_->setBrush(mixed(theme.background, theme.accent, 0.15));
    absorbingName_->setColor(theme.text);
}

void TrajectoryView::retranslate() {
    setWindowTitle(tr("Trajectory"));
    const QStringList names{tr("principal plane (PCA)"), tr("plane through m, the final token and the start"), tr("random plane")};
    for (int i = 0; i < names.size(); ++i) choice_->setItemText(i, names[i]);
    choice_->setAccessibleName(tr("Plane"));
    choice_->setToolTip(tr("Principal: the two directions of most variance in this run. Through m: landmarks of the chosen position "
                           "stay in place. Random: what a plane shows that was not chosen for anything."));
    runnerUp_->setName(tr("runner-up tokens"));
    final_->setName(tr("final tokens"));
    absorbing_->setName(tr("absorbing state m"));
    absorbingName_->setText(tr("m"));
    setToolTip(tr("Latents xₜ of the sentence's positions, projected to a plane: pale at the noise, deep at the text; dots: this step; "
                  "orange: the chosen position. Squares and circles: embeddings of the final and the second-nearest tokens. In lengths of "
                  "the embedding space."));
}

PlotView::Place TrajectoryView::placeAt(double x, double y) const {
    Place best;
    double nearest = std::numeric_limits<double>::infinity();
    for (size_t i = 0; i < paths_.size(); ++i)
        for (size_t at = 0; at < paths_[i].size(); ++at) {
            const double distance = std::hypot(paths_[i][at][0] - x, paths_[i][at][1] - y);
            if (distance < nearest) nearest = distance, best = {drawn_[at], positions_[i]};
        }
    return best;
}

QString TrajectoryView::valueAt(Place place) const {
    if (place.step < 0 || place.position < 0) return {};
    return tr("position %1, step %2: “%3”").arg(place.position).arg(record(place.step).index).arg(tokenText(place.step, place.position));
}

void TrajectoryView::rescale() {
    Extent all;
    for (const auto& path : paths_)
        for (const auto& point : path) all.add(point);
    for (auto* graph : {final_, runnerUp_, absorbing_})
        for (const auto& point : *graph->data()) all.add({point.key, point.value});
    centre_ = {all.centre(0), all.centre(1)};
    width_ = {all.width(0), all.width(1)};
    fitRanges();
}

void TrajectoryView::fitRanges() {
    // The same length on both axes looks the same: these are distances.
    const auto* axes = plot()->axisRect();
    const double width = std::max(1, axes->width()), height = std::max(1, axes->height());
    const double unit = std::max(1.12 * std::max(width_[0] / width, width_[1] / height), 1e-6);
    plot()->xAxis->setRange(centre_[0], unit * width, Qt::AlignCenter);
    plot()->yAxis->setRange(centre_[1], unit * height, Qt::AlignCenter);
}

QString TrajectoryView::dataTable() const {
    QString text = QStringLiteral("position\tstep\tx\ty\ttoken\n");
    for (const int position : positions_)
        for (int step = 0; step < steps(); ++step) {
            const auto at = pointAt(step, position);
            text += QStringLiteral("%1\t%2\t%3\t%4\t").arg(position).arg(record(step).index).arg(plainNumber(at[0]), plainNumber(at[1]));
            text +=
                QString::fromStdString(trace()->piece(trace()->token(step, row(), position))).replace(u'\t', u' ').replace(u'\n', u' ') +
                u'\n';
        }
    return text;
}

QString TrajectoryView::figureTitle() const { return tr("Paths of the latents from noise to text"); }

} // namespace diffuscope
