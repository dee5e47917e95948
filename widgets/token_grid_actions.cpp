// SPDX-License-Identifier: GPL-3.0-or-later
// What a person can do with the token grid by keyboard and menu, and what it says in words.
#include "widgets/grid_legend.h"
#include "widgets/number_text.h"
#include "widgets/pieces.h"
#include "widgets/token_grid.h"

#include <QAction>
#include <QActionGroup>
#include <QKeyEvent>
#include <algorithm>

namespace diffuscope {
void TokenGrid::createActions() {
    colourGroup_ = new QActionGroup(this);
    for (int mode = 0; mode <= static_cast<int>(GridColourBy::Committed); ++mode) {
        auto* action = new QAction(colourGroup_);
        action->setCheckable(true);
        action->setChecked(mode == 0);
        connect(action, &QAction::triggered, this, [this, mode] { setColourBy(static_cast<GridColourBy>(mode)); });
        addAction(action);
    }
    const auto separate = [this] {
        auto* line = new QAction(this);
        line->setSeparator(true);
        addAction(line);
    };
    const auto toggle = [this](void (TokenGrid::*slot)(bool)) {
        auto* action = new QAction(this);
        action->setCheckable(true);
        connect(action, &QAction::toggled, this, slot);
        addAction(action);
        return action;
    };
    separate();
    wholeCanvasAction_ = toggle(&TokenGrid::setWholeCanvas);
    everyStepAction_ = toggle(&TokenGrid::setEveryStep);
    separate();
    commands_ = {addCommand(QKeySequence::ZoomIn, &TokenGrid::zoomIn), addCommand(QKeySequence::ZoomOut, &TokenGrid::zoomOut),
                 addCommand(Qt::CTRL | Qt::Key_0, &TokenGrid::resetZoom)};
    separate();
    commands_.push_back(addCommand(QKeySequence::Copy, &TokenGrid::copyText));
    commands_.push_back(addCommand(Qt::CTRL | Qt::SHIFT | Qt::Key_C, &TokenGrid::copyTable));
    commands_.push_back(addCommand(Qt::CTRL | Qt::ALT | Qt::Key_C, &TokenGrid::copyLatex));
    separate();
    commands_.push_back(addCommand(QKeySequence::Find, &TokenGrid::findRequested));
}

QAction* TokenGrid::addCommand(const QKeySequence& key, void (TokenGrid::*command)()) {
    auto* action = new QAction(this);
    action->setShortcuts(key == QKeySequence(QKeySequence::ZoomIn) ? QList<QKeySequence>{key, QKeySequence(Qt::CTRL | Qt::Key_Equal)}
                                                                   : QList<QKeySequence>{key});
    action->setShortcutContext(Qt::WidgetShortcut);
    action->setShortcutVisibleInContextMenu(true);
    connect(action, &QAction::triggered, this, command);
    addAction(action);
    return action;
}

QList<QAction*> TokenGrid::colourActions() const { return colourGroup_->actions(); }

void TokenGrid::retranslate() {
    const QStringList modes = {tr("Colour by &margin"), tr("Colour by &distance"), tr("Colour by &changes"),
                               tr("Colour by &absorbing state"), tr("Colour by c&ommitted step")};
    for (int mode = 0; mode < modes.size(); ++mode) {
        colourActions()[mode]->setText(modes[mode]);
        colourActions()[mode]->setToolTip(legendDefinition(static_cast<GridColourBy>(mode)));
    }
    wholeCanvasAction_->setText(tr("Show the &whole canvas"));
    wholeCanvasAction_->setToolTip(tr("Source positions and trailing padding as columns too"));
    everyStepAction_->setText(tr("One row for &every step"));
    everyStepAction_->setToolTip(tr("Scroll through all steps instead of gathering them in as many rows as fit"));
    const QStringList names = {tr("Zoom &in"),
                               tr("Zoom &out"),
                               tr("&Reset zoom"),
                               tr("Copy &sentence at this step"),
                               tr("Copy all steps as &table"),
                               tr("Copy the picture's rows as &LaTeX"),
                               tr("&Find a token…")};
    for (int i = 0; i < names.size(); ++i) commands_[static_cast<size_t>(i)]->setText(names[i]);
    setAccessibleName(tr("Token grid: positions by steps"));
}

bool TokenGrid::takesKey(const QKeyEvent& event) const {
    const QKeySequence pressed(event.keyCombination());
    return std::any_of(commands_.begin(), commands_.end(), [&](const QAction* action) { return action->shortcuts().contains(pressed); });
}

bool TokenGrid::commandByKey(const QKeyEvent& event) {
    const QKeySequence pressed(event.keyCombination());
    for (QAction* action : commands_) {
        if (!action->shortcuts().contains(pressed)) continue;
        action->trigger();
        return true;
    }
    return false;
}

bool TokenGrid::moveByKey(const QKeyEvent& event) {
    if (model_.empty() || model_.positions().empty()) return false;
    const auto& positions = model_.positions();
    const int lastStep = model_.recordedSteps() - 1;
    const int lastColumn = static_cast<int>(positions.size()) - 1;
    const bool control = event.modifiers() & Qt::ControlModifier;
    const int page = std::max(1, model_.totalSteps() / 10);
    int toStep = step();
    int column = std::max(0, model_.columnOfPosition(position()));
    switch (event.key()) {
    case Qt::Key_Up: --toStep; break;
    case Qt::Key_Down: ++toStep; break;
    case Qt::Key_PageUp: toStep -= page; break;
    case Qt::Key_PageDown: toStep += page; break;
    case Qt::Key_Left: --column; break;
    case Qt::Key_Right: ++column; break;
    case Qt::Key_Home: (control ? column : toStep) = 0; break;
    case Qt::Key_End:
        if (control) column = lastColumn;
        else toStep = lastStep;
        break;
    default: return false;
    }
    moveTo(std::clamp(toStep, 0, lastStep), positions[static_cast<size_t>(std::clamp(column, 0, lastColumn))]);
    return true;
}

void TokenGrid::keyPressEvent(QKeyEvent* event) {
    // Not to the scroll area: its own arrow keys would scroll as well.
    if (!commandByKey(*event) && !moveByKey(*event)) event->ignore();
}

QString TokenGrid::describe(int step, int position) const {
    if (model_.empty() || step < 0 || step >= model_.recordedSteps() || position < 0 || position >= model_.trace()->header->length)
        return {};
    const auto& trace = *model_.trace();
    const auto& record = *trace.steps[static_cast<size_t>(step)];
    const auto piece = [&](int k) { return displayPiece(trace.piece(trace.token(step, row(), position, k))); };
    QStringList lines;
    lines << tr("Position %1, step %2 of %3").arg(position).arg(record.index).arg(trace.header->steps);
    if (!model_.isTarget(position)) lines << tr("Source: anchored to its embedding at every step");
    lines << tr("Nearest token: %1, distance %2").arg(piece(0), numberText(trace.distance(step, row(), position), 3));
    if (trace.header->neighbours > 1) {
        lines << tr("Second: %1, distance %2").arg(piece(1), numberText(trace.distance(step, row(), position, 1), 3));
        lines << tr("Margin: %1").arg(numberText(trace.margin(step, row(), position), 3));
    }
    const GridCellValue cell = model_.cell(step, position);
    if (cell.absorbed) lines << tr("Replaced by the absorbing state in this step");
    if (const auto other = reference()) {
        const int beside = other->beside(step);
        if (beside >= 0 && tokensDiffer(trace, step, *other->trace, beside, row(), position))
            lines << tr("Lane %1 has %2 beside it, at its step %3")
                         .arg(other->name, displayPiece(other->trace->piece(other->trace->token(beside, row(), position))))
                         .arg(other->trace->steps[static_cast<size_t>(beside)]->index);
    }
    const int committed = trace.committedAt(row(), position);
    lines << tr("Last change at step %1").arg(trace.steps[static_cast<size_t>(committed)]->index);
    return lines.join(u'\n');
}

QString TokenGrid::tipAt(const QPoint& point) const {
    if (model_.empty()) return {};
    if (const auto cell = cellAt(point))
        return describe(cell->step, cell->position) + QStringLiteral("\n\n") + legendDefinition(colourBy());
    if (geometry_.legend.contains(point)) return legendDefinition(colourBy());
    if (geometry_.header.contains(point)) return tr("Position on the canvas, counted from 0");
    if (geometry_.source.contains(point)) {
        const auto& header = *model_.trace()->header;
        const auto& source = header.rows[static_cast<size_t>(row())].source;
        return QString::fromStdString(header.recipe.sources.at(static_cast<size_t>(source)));
    }
    const int line = geometry_.gutter.contains(point) ? geometry_.rowAt(point.y()) : -1;
    if (line < 0) return {};
    const GridBand band = model_.band(line);
    if (band.shown >= model_.recordedSteps()) return {};
    const auto& record = *model_.trace()->steps[static_cast<size_t>(band.shown)];
    QString tip = tr("Step %1: t = %2, λ = %3, %n network evaluation(s) so far", nullptr, record.evaluations)
                      .arg(record.index)
                      .arg(numberText(record.t, 4), numberText(record.lambda, 3));
    if (band.last > band.first) tip += u'\n' + tr("This row stands for steps %1 to %2").arg(band.first).arg(band.last);
    return tip + QStringLiteral("\n\n") + tr("t: time, 1 = noise, 0 = data. λ = log(α/σ): half the log signal-to-noise ratio.");
}

QString TokenGrid::emptyText() const {
    const auto& trace = model_.trace();
    if (!trace) return hint_.isEmpty() ? tr("Type a source sentence and press Run.") : hint_;
    return trace->finished() ? tr("This run recorded no steps. Run it again with its steps recorded.") : tr("Waiting for the first step…");
}

} // namespace diffuscope
