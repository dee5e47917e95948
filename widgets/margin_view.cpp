// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/margin_view.h"

#include "widgets/neighbours_model.h"
#include "widgets/table_dress.h"

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QTableView>
#include <algorithm>
#include <cmath>
#include <qcustomplot.h>

namespace diffuscope {
namespace {

constexpr int kTableLines = 4;

} // namespace

MarginView::MarginView(QWidget* parent)
    : HeatPlot(parent), choice_(addChoice(2)), model_(new NeighboursModel(this)), table_(new QTableView(this)), margin_(addCurve(0)),
      error_(addCurve(1)), bits_(addCurve(2, true)) {
    createTable();
    finishSetup();
}

void MarginView::createTable() {
    table_->setModel(model_);
    constexpr int padding = 4;
    dressTable(table_, padding);
    table_->setSelectionMode(QAbstractItemView::NoSelection);
    table_->setFocusPolicy(Qt::NoFocus); // the arrow keys walk through the plot
    table_->horizontalHeader()->setSectionResizeMode(NeighboursModel::Token, QHeaderView::Stretch);
    table_->setFixedHeight((fontMetrics().height() + padding) * (kTableLines + 1) + 6);
    addBelow(table_);
}

MarginView::Map MarginView::map() const { return static_cast<Map>(std::max(0, choice_->currentIndex())); }
void MarginView::setMap(Map map) { choice_->setCurrentIndex(static_cast<int>(map)); }

double MarginView::cell(int step, int position) const {
    if (map() == Map::Error) return trace()->distance(step, row(), position);
    return trace()->header->neighbours > 1 ? trace()->margin(step, row(), position) : std::nan("");
}

void MarginView::rebuild() {
    HeatPlot::rebuild();
    const auto& curves = kept_.of(trace(), row(), false);
    setCurve(margin_, curves.margin);
    setCurve(error_, curves.roundingError);
}

void MarginView::drawEntropy() {
    QVector<double> steps, bits;
    for (size_t i = 0; i < entropies().size(); ++i)
        if (std::isfinite(entropies()[i])) {
            steps << double(i);
            bits << entropies()[i];
        }
    bits_->setData(steps, bits, true);
    rescaleCurves();
    plot()->replot(QCustomPlot::rpQueuedReplot);
}

void MarginView::mark(Place now, Place hover) {
    HeatPlot::mark(now, hover);
    model_->setCell(trace(), now.step, row(), now.position);
    // The entropy comes in slices; each shows as soon as it is there.
    const bool another = entropy_.aim(trace(), row());
    const bool more = entropy_.advance();
    if (another || more) drawEntropy();
    if (!entropy_.finished()) requestFrame();
}

QString MarginView::valueName() const { return map() == Map::Error ? tr("rounding error") : tr("margin"); }

std::vector<std::pair<QString, std::vector<double>>> MarginView::curveColumns() const {
    return {{QStringLiteral("mean_margin"), curves().margin},
            {QStringLiteral("mean_rounding_error"), curves().roundingError},
            {QStringLiteral("mean_entropy_bits"), entropies()}};
}

void MarginView::retranslate() {
    HeatPlot::retranslate();
    setWindowTitle(tr("Rounding"));
    const QStringList maps{tr("margin"), tr("rounding error ‖x₀ − nearest embedding‖")};
    for (int i = 0; i < maps.size(); ++i) choice_->setItemText(i, maps[i]);
    choice_->setAccessibleName(tr("What the map shows"));
    nameCurves(tr("mean length"), tr("entropy, bits"));
    margin_->setName(tr("margin"));
    error_->setName(tr("rounding error"));
    bits_->setName(tr("entropy ↑"));
    table_->setAccessibleName(tr("Nearest tokens of the cell"));
    model_->retranslate();
    setToolTip(tr("Map: margin, the L2 distance of the x₀ prediction to its second-nearest token minus that to its nearest (0: undecided); "
                  "or rounding error, the distance to the nearest embedding. In lengths of the embedding space.\n"
                  "Curves, means over all target positions: both of these, and on the axis at the top the entropy of "
                  "softmax(lm_head(x₀)), in bits."));
}

void MarginView::changeEvent(QEvent* event) {
    HeatPlot::changeEvent(event);
    if (event->type() != QEvent::FontChange) return;
    const int line = fontMetrics().height() + 4;
    table_->verticalHeader()->setDefaultSectionSize(line);
    table_->setFixedHeight(line * (kTableLines + 1) + 6);
}

QString MarginView::figureTitle() const {
    return map() == Map::Error ? tr("Rounding error at each position, by step") : tr("Margin of the rounding at each position, by step");
}

} // namespace diffuscope
