// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/error_split_view.h"

#include "widgets/lane_mark.h"
#include "widgets/number_text.h"
#include "widgets/trace_cursor.h"

#include <algorithm>
#include <cmath>
#include <qcustomplot.h>

namespace diffuscope {
namespace {

constexpr double kBarWidth = 0.38; ///< of a position's room
constexpr double kTokenRoom = 15;  ///< pixels that a turned token takes on the axis
constexpr int kTokenLength = 10;   ///< characters

QCPItemRect* addBox(QCustomPlot* plot, QCPLayer* layer) {
    auto* box = new QCPItemRect(plot);
    box->setLayer(layer);
    box->setPen(Qt::NoPen);
    box->setVisible(false);
    return box;
}

QString plainField(QString text) { return text.replace(u'\t', u' ').replace(u'\n', u' '); }

} // namespace

ErrorSplitView::ErrorSplitView(QWidget* parent)
    : PlotView(parent), solver_(new QCPBars(plot()->xAxis, plot()->yAxis)), rounding_(new QCPBars(plot()->xAxis, plot()->yAxis)),
      flips_(plot()->addGraph()), now_(addBox(plot(), marks())), hover_(addBox(plot(), marks())) {
    auto* pair = new QCPBarsGroup(plot());
    pair->setSpacingType(QCPBarsGroup::stPlotCoords);
    pair->setSpacing(0.0);
    for (auto* bars : {solver_, rounding_}) {
        bars->setBarsGroup(pair);
        bars->setWidth(kBarWidth);
    }
    flips_->setLineStyle(QCPGraph::lsNone);
    plot()->xAxis->setSubTicks(false);
    connect(plot()->xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, &ErrorSplitView::nameTicks);
    finishSetup();
}

void ErrorSplitView::setCells(int lane, const std::vector<Cell>& cells, const QString& why) {
    const auto places = [](const std::vector<Cell>& all) {
        std::vector<int> positions;
        for (const auto& cell : all) positions.push_back(cell.position);
        return positions;
    };
    const bool elsewhere = lane != lane_ || places(cells) != places(cells_);
    lane_ = lane;
    cells_ = cells;
    why_ = why;
    if (elsewhere) resetZoom();
    invalidate();
}

void ErrorSplitView::rebuild() {
    QVector<double> x, solver, rounding, flippedAt, above;
    for (const auto& cell : cells_) {
        x << cell.position;
        solver << cell.solver;
        rounding << cell.rounding;
        if (cell.flipped) {
            flippedAt << cell.position;
            above << std::max(std::isnan(cell.solver) ? 0.0 : cell.solver, std::isnan(cell.rounding) ? 0.0 : cell.rounding);
        }
    }
    solver_->setData(x, solver, true);
    rounding_->setData(x, rounding, true);
    flips_->setData(flippedAt, above, true);
    nameTicks();
    recolour(GridTheme::fromPalette(palette())); // the lane may be another one
}

void ErrorSplitView::nameTicks() {
    const double room = plot()->axisRect()->width() / std::max(1e-9, plot()->xAxis->range().size());
    const auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    for (const auto& cell : cells_) {
        if (room < kTokenRoom && !cell.flipped) continue;
        const auto text = cell.token.size() > kTokenLength ? cell.token.left(kTokenLength - 1) + QStringLiteral("…") : cell.token;
        ticker->addTick(cell.position, cell.flipped ? QStringLiteral("≠ ") + text : text);
    }
    plot()->xAxis->setTicker(ticker);
    plot()->xAxis->setTickLabelRotation(room < 2 * kTokenRoom ? 90 : 60);
}

void ErrorSplitView::resizeEvent(QResizeEvent* event) {
    PlotView::resizeEvent(event);
    nameTicks();
}

void ErrorSplitView::rescale() {
    double most = 0;
    for (const auto& cell : cells_)
        for (const double value : {cell.solver, cell.rounding})
            if (std::isfinite(value)) most = std::max(most, value);
    plot()->yAxis->setRange(0, most > 0 ? 1.15 * most : 1.0);
    if (!cells_.empty()) plot()->xAxis->setRange(cells_.front().position - 0.6, cells_.back().position + 0.6);
}

void ErrorSplitView::mark(Place, Place hover) {
    const double top = plot()->yAxis->range().upper;
    const auto put = [&](QCPItemRect* box, int position) {
        box->setVisible(indexOf(position) >= 0);
        box->topLeft->setCoords(position - 0.5, top);
        box->bottomRight->setCoords(position + 0.5, 0);
    };
    put(now_, cursor() ? cursor()->position() : -1);
    put(hover_, hover.position >= 0 ? hover.position : cursor() ? cursor()->hoverPosition() : -1);
}

void ErrorSplitView::recolour(const GridTheme& theme) const {
    const auto lane = seriesColour(lane_, theme.dark);
    solver_->setPen(QPen(lane));
    solver_->setBrush(lane);
    const auto grey = mixed(theme.background, theme.text, 0.55);
    rounding_->setPen(QPen(grey));
    rounding_->setBrush(QBrush(mixed(theme.background, theme.text, 0.25)));
    flips_->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssTriangleInverted, QPen(theme.text, 1), theme.different, 10));
    for (auto* box : {now_, hover_}) {
        auto colour = theme.accent;
        colour.setAlphaF(box == now_ ? 0.25f : 0.12f);
        box->setBrush(colour);
    }
}

void ErrorSplitView::retranslate() {
    setWindowTitle(tr("Error of each position"));
    solver_->setName(tr("solver error"));
    rounding_->setName(tr("rounding error"));
    flips_->setName(tr("flipped token"));
    plot()->yAxis->setLabel(tr("distance (L2)"));
    plot()->xAxis->setLabel(tr("position"));
    setToolTip(tr(
        "Solver error: L2 distance of a position's final latent to that of the reference run. Rounding error: its distance to the nearest "
        "embedding. "
        "Both in lengths of the embedding space; they point in different directions and do not add up.\nTriangle and ≠: the final token is "
        "another one than the reference's."));
}

int ErrorSplitView::indexOf(int position) const {
    const auto found = std::find_if(cells_.begin(), cells_.end(), [position](const Cell& cell) { return cell.position == position; });
    return found == cells_.end() ? -1 : static_cast<int>(found - cells_.begin());
}

PlotView::Place ErrorSplitView::placeAt(double x, double) const {
    const int index = indexOf(static_cast<int>(std::lround(x)));
    if (index < 0) return {};
    const auto& cell = cells_[static_cast<size_t>(index)];
    return {cell.record, cell.position};
}

QString ErrorSplitView::valueAt(Place place) const {
    const int index = indexOf(place.position >= 0 ? place.position : cursor() ? cursor()->position() : -1);
    if (index < 0) return {};
    const auto& cell = cells_[static_cast<size_t>(index)];
    const auto text = tr("position %1: “%2” · solver %3 · rounding %4")
                          .arg(cell.position)
                          .arg(cell.token, numberText(cell.solver, 3), numberText(cell.rounding, 3));
    return cell.flipped ? text + tr(" · reference “%1”, left at step %2").arg(cell.referenceToken).arg(cell.step) : text;
}

QString ErrorSplitView::dataTable() const {
    QString text = QStringLiteral("position\tsolver\trounding\tflipped\tleft_at\ttoken\treference\n");
    for (const auto& cell : cells_)
        text += QStringList{QString::number(cell.position),
                            plainNumber(cell.solver),
                            plainNumber(cell.rounding),
                            QString::number(cell.flipped),
                            cell.flipped ? QString::number(cell.step) : QString(),
                            plainField(cell.token),
                            plainField(cell.referenceToken)}
                    .join(u'\t') +
                u'\n';
    return text;
}

QString ErrorSplitView::figureTitle() const {
    return tr("Solver and rounding error of lane %1, position by position").arg(laneName(lane_));
}

} // namespace diffuscope
