// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/grid_view_model.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace diffuscope {
namespace {

constexpr float nan = std::numeric_limits<float>::quiet_NaN();

bool continues(const std::shared_ptr<const Trace>& before, const std::shared_ptr<const Trace>& now) {
    if (!before || !now || before->header != now->header || before->steps.size() > now->steps.size()) return false;
    return before->steps.empty() || before->steps.back() == now->steps[before->steps.size() - 1];
}

/// The next short number: a scale that seldom changes while values grow, with a readable end.
double niceCeiling(double value) {
    if (!(value > 0) || !std::isfinite(value)) return 1.0;
    const double unit = std::pow(10.0, std::floor(std::log10(value)));
    for (const double factor : {1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0})
        if (value <= factor * unit * (1 + 1e-9)) return factor * unit;
    return 10.0 * unit;
}

bool flag(const std::vector<std::uint8_t>& flags, size_t index) { return index < flags.size() && flags[index] != 0; }

} // namespace

void GridViewModel::setTrace(const std::shared_ptr<const Trace>& trace) {
    const bool same = continues(trace_, trace);
    const int total = totalSteps();
    trace_ = trace;
    if (!same) {
        measured_ = {};
        measuredSteps_ = 0;
        committed_.clear();
        committedSteps_ = 0;
        row_ = empty() ? 0 : std::clamp(row_, 0, trace_->batch() - 1);
    }
    if (!same || total != totalSteps()) invalidate();
    measure();
    updateCommitted();
    updatePositions();
}

bool GridViewModel::empty() const { return !trace_ || trace_->steps.empty() || trace_->header->rows.empty(); }

void GridViewModel::setRow(int row) {
    row = trace_ ? std::clamp(row, 0, std::max(0, trace_->batch() - 1)) : 0;
    if (row == row_) return;
    row_ = row;
    committed_.clear();
    committedSteps_ = 0;
    invalidate();
    updateCommitted();
    updatePositions();
}

void GridViewModel::setStep(int step) { step_ = std::clamp(step, 0, std::max(0, recordedSteps() - 1)); }

void GridViewModel::setPosition(int position) { position_ = position; }

void GridViewModel::setColourBy(GridColourBy mode) {
    if (mode == colourBy_) return;
    colourBy_ = mode;
    invalidate();
}

void GridViewModel::setWholeCanvas(bool whole) {
    if (whole == wholeCanvas_) return;
    wholeCanvas_ = whole;
    updatePositions();
}

void GridViewModel::setMaximumRows(int rows) {
    if (rows == maximumRows_) return;
    maximumRows_ = rows;
    invalidate();
}

int GridViewModel::recordedSteps() const { return trace_ ? static_cast<int>(trace_->steps.size()) : 0; }

int GridViewModel::totalSteps() const {
    const int recorded = recordedSteps();
    if (!trace_ || trace_->finished()) return recorded;
    const bool thinned = recorded > 0 && trace_->steps.back()->index != recorded - 1;
    return thinned ? recorded : std::max(recorded, trace_->header->steps + 1);
}

int GridViewModel::rowCount() const {
    const int total = totalSteps();
    return maximumRows_ > 0 ? std::min(total, maximumRows_) : total;
}

GridBand GridViewModel::band(int row) const {
    const std::int64_t total = totalSteps();
    const std::int64_t rows = std::max(1, rowCount());
    GridBand band;
    band.first = static_cast<int>(row * total / rows);
    band.last = static_cast<int>((row + 1) * total / rows) - 1;
    const int recorded = std::min(band.last, recordedSteps() - 1);
    // The first row stands for the noise, every other one for the latest of its steps.
    band.shown = row == 0 ? band.first : std::max(band.first, recorded);
    if (step_ >= band.first && step_ <= band.last) band.shown = step_;
    return band;
}

int GridViewModel::rowOfStep(int step) const {
    const std::int64_t total = totalSteps();
    const std::int64_t rows = rowCount();
    if (total <= 0 || rows <= 0) return 0;
    int row = static_cast<int>(std::clamp<std::int64_t>(step * rows / total, 0, rows - 1));
    while (row + 1 < rows && (row + 1) * total / rows <= step) ++row;
    while (row > 0 && row * total / rows > step) --row;
    return row;
}

int GridViewModel::columnOfPosition(int position) const {
    const auto found = std::lower_bound(positions_.begin(), positions_.end(), position);
    return found != positions_.end() && *found == position ? static_cast<int>(found - positions_.begin()) : -1;
}

bool GridViewModel::isTarget(int position) const {
    return trace_ && flag(trace_->header->rows[static_cast<size_t>(row_)].target, static_cast<size_t>(position));
}

const std::vector<GridCellValue>& GridViewModel::cells(int row) const {
    static const std::vector<GridCellValue> none;
    const GridBand range = band(row);
    const int until = std::min(range.last, recordedSteps() - 1);
    if (empty() || range.first > until) return none;
    if (cache_.size() <= static_cast<size_t>(row)) cache_.resize(static_cast<size_t>(rowCount()));
    auto& cached = cache_[static_cast<size_t>(row)];
    if (cached.until != until || cached.shown != range.shown) {
        gather({range.first, until, range.shown}, cached.cells);
        cached.until = until;
        cached.shown = range.shown;
    }
    return cached.cells;
}

GridCellValue GridViewModel::cell(int step, int position) const {
    const auto& header = *trace_->header;
    const auto& record = *trace_->steps[static_cast<size_t>(step)];
    const auto index = static_cast<size_t>(row_) * static_cast<size_t>(header.length) + static_cast<size_t>(position);
    GridCellValue value;
    value.token = trace_->token(step, row_, position);
    value.changed = step > 0 && trace_->token(step - 1, row_, position) != value.token;
    value.absorbed = flag(record.absorbed, index);
    value.nearAbsorbing = flag(record.nearAbsorbing, index);
    value.value = valueOf(step, position, value);
    return value;
}

double GridViewModel::scaleMaximum() const {
    const bool measured = colourBy_ == GridColourBy::Margin || colourBy_ == GridColourBy::Distance;
    return measured && fixedMaximum_ ? *fixedMaximum_ : ownScaleMaximum();
}

double GridViewModel::ownScaleMaximum() const {
    if (colourBy_ == GridColourBy::Committed) return std::max(1, totalSteps() - 1);
    if (colourBy_ == GridColourBy::Changed || colourBy_ == GridColourBy::Absorbed) return 1.0;
    return niceCeiling(colourBy_ == GridColourBy::Margin ? measured_.margin : measured_.distance);
}

void GridViewModel::invalidate() { cache_.clear(); }

float GridViewModel::valueOf(int step, int position, const GridCellValue& cell) const {
    switch (colourBy_) {
    case GridColourBy::Margin: return trace_->header->neighbours > 1 ? trace_->margin(step, row_, position) : nan;
    case GridColourBy::Distance: return trace_->distance(step, row_, position);
    case GridColourBy::Changed: return cell.changed ? 1.0f : 0.0f;
    case GridColourBy::Absorbed: return cell.absorbed ? 1.0f : cell.nearAbsorbing ? 0.5f : 0.0f;
    case GridColourBy::Committed: break;
    }
    const int committed = committed_[static_cast<size_t>(position)];
    return step >= committed ? static_cast<float>(committed) : nan;
}

void GridViewModel::gather(const GridBand& band, std::vector<GridCellValue>& cells) const {
    cells.clear();
    cells.reserve(positions_.size());
    for (const int position : positions_) {
        GridCellValue value = cell(band.shown, position);
        for (int step = band.first; step <= band.last && band.first < band.last; ++step) {
            const GridCellValue other = cell(step, position);
            value.changed |= other.changed;
            value.absorbed |= other.absorbed;
            value.nearAbsorbing |= other.nearAbsorbing;
        }
        if (colourBy_ == GridColourBy::Changed || colourBy_ == GridColourBy::Absorbed) value.value = valueOf(band.shown, position, value);
        cells.push_back(value);
    }
}

void GridViewModel::updatePositions() {
    std::vector<int> shown;
    source_.clear();
    if (!empty()) {
        const auto& header = *trace_->header;
        const int lastStep = recordedSteps() - 1;
        int last = -1;
        for (int position = 0; position < header.length; ++position) {
            if (!isTarget(position)) source_.push_back(position);
            else if (trace_->token(lastStep, row_, position) != header.padding) last = position;
        }
        for (int position = 0; position < header.length; ++position)
            if (wholeCanvas_ || (isTarget(position) && position <= last)) shown.push_back(position);
        // All padding: an empty sentence is a result too, and needs something to point at.
        for (int position = 0; position < header.length && shown.empty(); ++position)
            if (isTarget(position)) shown.push_back(position);
    }
    if (shown == positions_) return;
    positions_ = std::move(shown);
    invalidate();
}

void GridViewModel::measure() {
    if (empty()) return;
    const auto& header = *trace_->header;
    // A scale needs no more than a sample of a large batch; values beyond its end are clamped.
    const int stride = std::max(1, trace_->batch() / 16);
    for (; measuredSteps_ < recordedSteps(); ++measuredSteps_)
        for (int row = 0; row < trace_->batch(); row += stride)
            for (int position = 0; position < header.length; ++position) {
                if (!flag(header.rows[static_cast<size_t>(row)].target, static_cast<size_t>(position))) continue;
                const float distance = trace_->distance(measuredSteps_, row, position);
                const float margin = trace_->margin(measuredSteps_, row, position);
                if (std::isfinite(distance)) measured_.distance = std::max(measured_.distance, double{distance});
                if (std::isfinite(margin)) measured_.margin = std::max(measured_.margin, double{margin});
            }
}

void GridViewModel::updateCommitted() {
    if (empty()) return;
    const int length = trace_->header->length;
    committed_.resize(static_cast<size_t>(length), 0);
    bool moved = false;
    for (; committedSteps_ < recordedSteps(); ++committedSteps_)
        for (int position = 0; committedSteps_ > 0 && position < length; ++position)
            if (trace_->token(committedSteps_, row_, position) != trace_->token(committedSteps_ - 1, row_, position)) {
                committed_[static_cast<size_t>(position)] = committedSteps_;
                moved = true;
            }
    // A later change takes back what earlier rows showed as committed.
    if (moved && colourBy_ == GridColourBy::Committed) invalidate();
}

} // namespace diffuscope
