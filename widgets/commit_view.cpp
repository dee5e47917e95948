// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/commit_view.h"

#include "core/engine/trace_analysis.h"
#include "widgets/lane_mark.h"
#include "widgets/number_text.h"
#include "widgets/plot_dress.h"
#include "widgets/trace_cursor.h"
#include "widgets/whole_ticker.h"

#include <QComboBox>
#include <algorithm>
#include <cmath>
#include <qcustomplot.h>

namespace diffuscope {
namespace {

constexpr double kBarWidth = 0.75;
constexpr int kMostBars = 60; ///< of the histogram; steps share one beyond that

/// Text of a data table, without what would break it.
QString plainField(const std::string& piece) { return QString::fromStdString(piece).replace(u'\t', u' ').replace(u'\n', u' '); }

QCPItemRect* addBox(QCustomPlot* plot, QCPLayer* layer) {
    auto* box = new QCPItemRect(plot);
    box->setLayer(layer);
    box->setBrush(Qt::NoBrush);
    box->setVisible(false);
    return box;
}

} // namespace

CommitView::CommitView(QWidget* parent)
    : PlotView(parent), choice_(addChoice(2)), side_(new QCPAxisRect(plot())), bars_(new QCPBars(plot()->xAxis, plot()->yAxis)),
      histogram_(new QCPBars(side_->axis(QCPAxis::atLeft), side_->axis(QCPAxis::atBottom))), dots_(plot()->addGraph()),
      diagonal_(plot()->addGraph()), nowStep_(addMark()), hoverStep_(addMark()), now_(addBox(plot(), marks())),
      hover_(addBox(plot(), marks())) {
    auto* p = plot();
    auto* main = p->axisRect();
    placeBeside(*p, side_);
    auto* heights = new QCPMarginGroup(p);
    auto* sideSteps = side_->axis(QCPAxis::atLeft);
    for (auto* rect : {main, side_}) {
        rect->setMarginGroup(QCP::msTop | QCP::msBottom, heights);
        rect->axis(QCPAxis::atLeft)->setRangeReversed(true);
    }
    auto* counts = side_->axis(QCPAxis::atBottom);
    for (auto* axis : {p->xAxis, p->yAxis, sideSteps, counts}) axis->setTicker(QSharedPointer<WholeTicker>::create());
    counts->ticker()->setTickCount(3);
    side_->setRangeDrag(Qt::Vertical);
    side_->setRangeZoom(Qt::Vertical);
    for (auto* graph : {dots_, diagonal_}) graph->removeFromLegend();
    for (auto* bars : {bars_, histogram_}) bars->removeFromLegend();
    dots_->setLineStyle(QCPGraph::lsNone);
    for (int lane = 0; lane < kMostLanes; ++lane) {
        others_.push_back(p->addGraph());
        others_.back()->removeFromLegend();
        others_.back()->setLineStyle(QCPGraph::lsNone);
    }
    // While both show steps they move together.
    connect(p->yAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, [this, sideSteps](const QCPRange& range) {
        if (map() == Map::Step) sideSteps->setRange(range);
    });
    finishSetup();
}

CommitView::Map CommitView::map() const { return static_cast<Map>(std::max(0, choice_->currentIndex())); }
void CommitView::setMap(Map map) { choice_->setCurrentIndex(static_cast<int>(map)); }

double CommitView::orderCorrelation() const { return rankCorrelation(positions_, commits_); }

void CommitView::rebuild() {
    positions_ = sentencePositions(*trace(), row());
    commits_ = commitSteps(*trace(), row(), positions_);
    order_ = meanRanks(commits_);
    counts_.assign(static_cast<size_t>(steps()), 0);
    const int share = std::max(1, (plannedSteps() + kMostBars - 1) / kMostBars);
    QVector<double> x, y, rank, step, count((plannedSteps() + share - 1) / share);
    for (size_t i = 0; i < positions_.size(); ++i) {
        x << positions_[i];
        y << commits_[i];
        rank << order_[i];
        ++counts_[static_cast<size_t>(commits_[i])];
        count[commits_[i] / share] += 1;
    }
    for (int i = 0; i < count.size(); ++i) step << (i + 0.5) * share - 0.5;
    bars_->setData(x, y, true);
    bars_->setWidth(kBarWidth);
    histogram_->setData(step, count, true);
    histogram_->setWidth(share * kBarWidth);
    dots_->setData(x, rank, true);
    if (!x.isEmpty()) diagonal_->setData({x.first(), x.last()}, {0.0, double(x.size() - 1)}, true);
    showOthers();
    const bool order = map() == Map::Order;
    bars_->setVisible(!order);
    dots_->setVisible(order);
    diagonal_->setVisible(order);
    plot()->yAxis->setLabel(order ? tr("order of settling") : tr("committed at step"));
    plot()->xAxis->setLabel(tr("position · ρ = %1").arg(numberText(orderCorrelation(), 2)));
    side_->axis(QCPAxis::atBottom)->setLabel(share == 1 ? tr("positions") : tr("in %1 steps").arg(share));
}

std::vector<int> CommitView::commitsOf(int lane) const {
    const auto other = cursor() && lane != cursor()->lane() ? cursor()->trace(lane) : nullptr;
    if (!other || other->steps.empty() || row() >= other->batch() || other->header->length != trace()->header->length) return {};
    return commitSteps(*other, row(), positions_);
}

void CommitView::showOthers() {
    for (int lane = 0; lane < kMostLanes; ++lane) {
        const auto commits = commitsOf(lane);
        const auto ranks = meanRanks(commits);
        QVector<double> x, y;
        for (size_t i = 0; i < commits.size(); ++i) {
            x << positions_[i];
            y << (map() == Map::Order ? ranks[i] : cursor()->stepBeside(lane, commits[i], cursor()->lane()));
        }
        others_[static_cast<size_t>(lane)]->setData(x, y, true);
    }
}

void CommitView::rescale() {
    const double first = positions_.empty() ? 0 : positions_.front();
    const double count = std::max<double>(1.0, static_cast<double>(positions_.size()));
    const QCPRange all(-0.5, plannedSteps() - 0.5);
    plot()->xAxis->setRange(first - 0.6, first + count - 0.4);
    plot()->yAxis->setRange(map() == Map::Order ? QCPRange(-0.6, count - 0.4) : all);
    side_->axis(QCPAxis::atLeft)->setRange(all);
    histogram_->rescaleValueAxis();
    side_->axis(QCPAxis::atBottom)->setRangeLower(0);
}

void CommitView::mark(Place now, Place hover) {
    const auto put = [this](QCPItemStraightLine* line, QCPItemRect* box, Place place) {
        const int index = indexOf(place.position);
        const bool order = map() == Map::Order;
        line->setVisible(place.step >= 0 && !order);
        line->point1->setCoords(0, place.step);
        line->point2->setCoords(1, place.step);
        box->setVisible(index >= 0);
        if (index < 0) return;
        const auto at = static_cast<size_t>(index);
        box->topLeft->setCoords(place.position - 0.5, order ? order_[at] - 0.5 : 0.0);
        box->bottomRight->setCoords(place.position + 0.5, order ? order_[at] + 0.5 : std::max(0.4, double(commits_[at])));
    };
    put(nowStep_, now_, now);
    put(hoverStep_, hover_, hover);
}

void CommitView::recolour(const GridTheme& theme) const {
    for (auto* bars : {bars_, histogram_}) {
        const auto colour = seriesColour(bars == bars_ ? 0 : 5, theme.dark);
        bars->setPen(QPen(colour));
        bars->setBrush(mixed(colour, theme.background, 0.35));
    }
    const auto ink = seriesColour(0, theme.dark);
    dots_->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, QPen(ink), ink, 7));
    for (size_t lane = 0; lane < others_.size(); ++lane) {
        const auto colour = seriesColour(static_cast<int>(lane), theme.dark);
        others_[lane]->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDiamond, QPen(theme.background, 1), colour, 9));
    }
    diagonal_->setPen(QPen(theme.faint, 1, Qt::DashLine));
    nowStep_->setPen(QPen(theme.accent, 1.5));
    now_->setPen(QPen(theme.accent, 2));
    hoverStep_->setPen(QPen(theme.accent, 1, Qt::DashLine));
    hover_->setPen(QPen(theme.accent, 1, Qt::DashLine));
}

void CommitView::retranslate() {
    setWindowTitle(tr("Commit"));
    const QStringList maps{tr("step at which each position settles"), tr("order of settling against reading order")};
    for (int i = 0; i < maps.size(); ++i) choice_->setItemText(i, maps[i]);
    choice_->setAccessibleName(tr("What the plot shows"));
    side_->axis(QCPAxis::atLeft)->setTickLabels(false);
    setToolTip(
        tr("For each position of the sentence the step from which on the nearest token of its x₀ prediction no longer changes; "
           "at the right, how many positions settle at each step. Diamonds in another lane's colour: the same in that lane, at the step "
           "beside its own.\nOrder: 0 settled first; positions that settle at the same "
           "step share their mean place; on the dashed line the sentence would settle in reading order.\n"
           "ρ, rank correlation (Spearman): 1, settled in reading order; 0, in no such order; −1, backwards."));
}

int CommitView::indexOf(int position) const {
    const auto found = std::find(positions_.begin(), positions_.end(), position);
    return position < 0 || found == positions_.end() ? -1 : static_cast<int>(found - positions_.begin());
}

PlotView::Place CommitView::placeAt(double x, double y) const {
    if (positions_.empty()) return {};
    const int position = std::clamp(static_cast<int>(std::lround(x)), positions_.front(), positions_.back());
    // In the order there is no step to point at but the one at which the position settled.
    if (map() == Map::Order) return {commits_[static_cast<size_t>(indexOf(position))], position};
    return {static_cast<int>(std::lround(std::clamp(y, 0.0, steps() - 1.0))), position};
}

QString CommitView::valueAt(Place place) const {
    const int index = indexOf(place.position);
    if (index < 0) return {};
    const auto at = static_cast<size_t>(index);
    auto text = tr("position %1: “%2” since step %3")
                    .arg(place.position)
                    .arg(tokenText(steps() - 1, place.position))
                    .arg(record(commits_[at]).index);
    for (int lane = 0; lane < kMostLanes; ++lane)
        if (const auto commits = commitsOf(lane); !commits.empty())
            text += tr(" · lane %1: since its step %2")
                        .arg(laneName(lane))
                        .arg(cursor()->trace(lane)->steps[static_cast<size_t>(commits[at])]->index);
    return text;
}

QString CommitView::dataTable() const {
    QString text = QStringLiteral("position\tcommitted\torder\ttoken\n");
    for (size_t i = 0; i < positions_.size(); ++i)
        text += QStringLiteral("%1\t%2\t%3\t").arg(positions_[i]).arg(record(commits_[i]).index).arg(plainNumber(order_[i])) +
                plainField(trace()->piece(trace()->token(steps() - 1, row(), positions_[i]))) + u'\n';
    return text;
}

QString CommitView::figureTitle() const {
    return map() == Map::Order ? tr("Order in which the positions settle") : tr("Step at which each position's token settles");
}

} // namespace diffuscope
