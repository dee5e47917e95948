// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/error_study.h"

#include "app/error_sentence.h"
#include "app/lane_titles.h"
#include "app/notice.h"
#include "app/studies/reference_runs.h"
#include "app/studies/run_bar.h"
#include "core/compare/common_noise.h"
#include "core/compare/reference_run.h"
#include "core/engine/trace_analysis.h"
#include "core/error.h"
#include "widgets/error_split_view.h"
#include "widgets/frame_limiter.h"
#include "widgets/lane_mark.h"
#include "widgets/palette.h"
#include "widgets/pieces.h"
#include "widgets/trace_cursor.h"

#include <QLabel>
#include <QSpinBox>
#include <QTableView>
#include <set>

namespace diffuscope {
namespace {

bool hasLatents(const Trace& trace) { return !trace.steps.empty() && !trace.steps.back()->x.empty(); }
bool canBeSplit(const std::shared_ptr<const Trace>& trace) { return trace && trace->finished() && hasLatents(*trace); }

/// Positions of the sentence of either run, and those that flipped behind them.
std::set<int> worthShowing(const Trace& lane, const Trace& reference, int row, const ErrorSplit& split) {
    std::set<int> positions;
    for (const auto* trace : {&lane, &reference})
        for (const int position : sentencePositions(*trace, row)) positions.insert(position);
    for (const auto& one : split.positions)
        if (one.flipped) positions.insert(one.position);
    return positions;
}

std::vector<ErrorSplitView::Cell> cellsOf(const Trace& lane, const Trace& reference, int row, const ErrorSplit& split) {
    const auto shown = worthShowing(lane, reference, row, split);
    const auto finalToken = [row](const Trace& trace, int position) {
        return displayPiece(trace.piece(trace.token(static_cast<int>(trace.steps.size()) - 1, row, position)));
    };
    std::vector<ErrorSplitView::Cell> cells;
    for (const auto& one : split.positions) {
        if (!shown.contains(one.position)) continue;
        cells.push_back({one.position, one.solver, one.rounding, one.flipped, one.leftAt,
                         one.leftAt >= 0 ? lane.steps[static_cast<size_t>(one.leftAt)]->index : -1, finalToken(lane, one.position),
                         finalToken(reference, one.position)});
    }
    return cells;
}

std::vector<Flip> flipsOf(const Trace& lane, const std::vector<ErrorSplitView::Cell>& cells) {
    std::vector<Flip> flips;
    for (const auto& cell : cells)
        if (cell.flipped)
            flips.push_back({cell.position, cell.token, cell.referenceToken, cell.record, cell.step,
                             lane.steps[static_cast<size_t>(cell.record)]->lambda});
    return flips;
}

} // namespace

ErrorStudy::ErrorStudy(TraceCursor* cursor, QWidget* parent)
    : QWidget(parent), cursor_(cursor), limiter_(std::make_unique<FrameLimiter>(this, [this] { refresh(); })),
      references_(new ReferenceRuns(this)), stepsTitle_(new QLabel(this)), note_(new QLabel(this)), steps_(new QSpinBox(this)),
      bar_(new RunBar(this)), notice_(new Notice(this)), lanes_(new LaneSplitsModel(this)), flips_(new FlipsModel(this)),
      laneTable_(new QTableView), flipTable_(new QTableView), view_(new ErrorSplitView) {
    createLayout();
    for (auto signal : {&TraceCursor::laneChanged, &TraceCursor::rowChanged, &TraceCursor::laneCountChanged, &TraceCursor::traceChanged})
        connect(cursor, signal, this, &ErrorStudy::wake);
    connect(steps_, &QSpinBox::valueChanged, this, &ErrorStudy::wake);
    connect(bar_, &RunBar::runRequested, this, &ErrorStudy::run);
    connect(bar_, &RunBar::cancelRequested, references_, &ReferenceRuns::cancel);
    connect(references_, &ReferenceRuns::progress, bar_, &RunBar::setProgress);
    connect(references_, &ReferenceRuns::ready, this, &ErrorStudy::wake);
    connect(references_, &ReferenceRuns::failed, this, &ErrorStudy::wake);
    retranslate();
}

ErrorStudy::~ErrorStudy() = default;

QString ErrorStudy::noteText() const { return note_->text(); }
QString ErrorStudy::errorText() const { return notice_->text(); }
int ErrorStudy::steps() const { return steps_->value(); }
void ErrorStudy::setSteps(int steps) { steps_->setValue(steps); }
void ErrorStudy::wake() { limiter_->request(); }
void ErrorStudy::refreshNow() { limiter_->flush(); }

ErrorStudy::TracePtr ErrorStudy::referenceOf(const TracePtr& lane) const {
    return references_->find(referenceRecipe(lane->header->recipe, steps()));
}

std::optional<Recipe> ErrorStudy::missing() const {
    std::optional<Recipe> first;
    for (int lane = 0; lane < cursor_->laneCount(); ++lane) {
        const auto trace = cursor_->trace(lane);
        if (!trace || !trace->finished()) return std::nullopt; // it runs, or waits for its turn: it comes first
        const auto reference = referenceRecipe(trace->header->recipe, steps());
        if (!first && hasLatents(*trace) && !references_->find(reference) && references_->faultOf(reference).isEmpty()) first = reference;
    }
    return first;
}

void ErrorStudy::startMissing() {
    if (references_->isRunning()) return;
    if (const auto recipe = missing()) references_->start(*recipe);
}

void ErrorStudy::run() {
    references_->forgetFaults();
    for (int lane = 0; lane < cursor_->laneCount() && !references_->isRunning(); ++lane) {
        const auto trace = cursor_->trace(lane);
        if (canBeSplit(trace) && !referenceOf(trace)) references_->start(referenceRecipe(trace->header->recipe, steps()));
    }
    wake();
}

const ErrorStudy::Known& ErrorStudy::known(int lane, const TracePtr& trace, const TracePtr& reference) {
    auto& known = known_[static_cast<size_t>(lane)];
    const int row = std::min(cursor_->row(), trace->batch() - 1);
    if (known.lane == trace && known.reference == reference && known.row == row) return known;
    known = {trace, reference, row, std::nullopt, {}};
    try {
        known.split = splitError(*trace, row, *reference, row);
    } catch (const Error& error) {
        known.fault = sentenceOf(error);
    }
    return known;
}

QString ErrorStudy::titleOf(int lane) const {
    std::vector<Recipe> ran{cursor_->trace(lane)->header->recipe}; // first; the others tell whether models differ
    for (int other = 0; other < cursor_->laneCount(); ++other)
        if (const auto trace = cursor_->trace(other)) ran.push_back(trace->header->recipe);
    return laneTitles(ran).front();
}

LaneSplit ErrorStudy::splitOf(int lane) {
    LaneSplit one;
    const auto trace = cursor_->trace(lane);
    one.name = laneName(lane) + QStringLiteral("  ");
    if (!trace || trace->steps.empty()) {
        one.state = tr("has not run");
        return one;
    }
    const auto& recipe = trace->header->recipe;
    one.name += titleOf(lane);
    QStringList notes;
    if (drawsInSteps(recipe))
        notes << tr("Lane %1 draws noise at its steps, which the reference does not: its solver error holds that noise too.")
                     .arg(laneName(lane));
    if (recipe.mode == Mode::AsReleased)
        notes << tr("Lane %1 runs as released: its solver error holds what that does otherwise than the ODE.").arg(laneName(lane));
    if (!recipe.edits.empty()) notes << tr("Lane %1 was edited on the way, its reference was not.").arg(laneName(lane));
    one.note = notes.join(u'\n');
    if (!trace->finished()) one.state = tr("not finished");
    else if (!hasLatents(*trace)) one.state = tr("no latents recorded");
    else if (const auto reference = referenceOf(trace)) {
        const auto& found = known(lane, trace, reference);
        one.split = found.split;
        one.state = found.fault;
    } else one.state = references_->isRunning() ? tr("waits for its reference") : tr("no reference");
    return one;
}

void ErrorStudy::refresh() {
    if (!cursor_) return;
    startMissing();
    known_.resize(static_cast<size_t>(cursor_->laneCount()));
    std::vector<LaneSplit> lanes;
    QStringList notes;
    QString fault;
    bool lacking = false;
    for (int lane = 0; lane < cursor_->laneCount(); ++lane) {
        lanes.push_back(splitOf(lane));
        if (!lanes.back().note.isEmpty()) notes << lanes.back().note;
        const auto trace = cursor_->trace(lane);
        if (!canBeSplit(trace) || referenceOf(trace)) continue;
        lacking = true;
        if (fault.isEmpty()) fault = references_->faultOf(referenceRecipe(trace->header->recipe, steps()));
    }
    lanes_->setLanes(std::move(lanes), GridTheme::fromPalette(palette()).dark);
    note_->setText(notes.join(u'\n'));
    note_->setVisible(!notes.isEmpty());
    notice_->say(fault);
    bar_->setReady(lacking);
    if (bar_->isRunning() != references_->isRunning()) bar_->setRunning(references_->isRunning());
    selecting_ = true;
    laneTable_->setCurrentIndex(lanes_->index(cursor_->lane(), 0));
    selecting_ = false;
    showCurrent();
}

void ErrorStudy::showCurrent() {
    const int lane = cursor_->lane();
    const auto trace = cursor_->trace(lane);
    const auto& split = lanes_->lanes()[static_cast<size_t>(lane)].split;
    std::vector<ErrorSplitView::Cell> cells;
    QString why;
    if (split) {
        const auto& known = known_[static_cast<size_t>(lane)];
        cells = cellsOf(*known.lane, *known.reference, known.row, *split);
        flips_->setFlips(flipsOf(*known.lane, cells));
    } else {
        why = !trace || trace->steps.empty() ? tr("Run the lanes: how far each ends from a fine reference run is shown here.")
              : references_->isRunning()     ? tr("Computing the reference run …")
              : !trace->finished()           ? tr("The lane has not finished; run it to its end to compare it with a fine reference run.")
              : !hasLatents(*trace)          ? tr("This run recorded no latents. Run it again with its latents recorded.")
              : referenceOf(trace)           ? lanes_->lanes()[static_cast<size_t>(lane)].state // why it cannot be held against it
                                             : tr("Press Run reference to compute the fine run that the lane is held against.");
        flips_->setFlips({});
    }
    view_->setTrace(trace); // a saved figure carries its recipe
    view_->setCells(lane, cells, why);
    flipTable_->setVisible(flips_->rowCount() > 0);
}

void ErrorStudy::goTo(const QModelIndex& index) {
    if (!index.isValid() || !cursor_) return;
    const auto& flip = flips_->flip(index.row());
    cursor_->setPosition(flip.position);
    cursor_->setStep(flip.record);
}

} // namespace diffuscope
