// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/trace.h"

#include <QMetaType>
#include <memory>
#include <optional>
#include <vector>

namespace diffuscope {

/// What the colour of a cell of the token grid means.
enum class GridColourBy {
    Margin,   ///< distance of the second-nearest minus distance of the nearest token
    Distance, ///< L2 distance of the x_0 prediction to its nearest token
    Changed,  ///< the nearest token differs from the step before
    Absorbed, ///< replaced by, or nearest to, the absorbing state
    Committed ///< the step after which the token no longer changes
};

struct GridCell {
    int step = 0;
    int position = 0;
    bool operator==(const GridCell&) const = default;
};

/// A cell as it is painted.
struct GridCellValue {
    std::int32_t token = -1;
    float value = 0;      ///< what colourBy() asks for, below scaleMaximum(); NaN: not a number, or not committed yet
    bool changed = false; ///< within the steps that the row gathers
    bool absorbed = false;
    bool nearAbsorbing = false;
};

/// Recorded steps gathered in one row of the picture: [first, last], shown by `shown`.
struct GridBand {
    int first = 0;
    int last = 0;
    int shown = 0;
    bool operator==(const GridBand&) const = default;
};

/// The numbers behind the token grid: which steps share a row, which positions are shown, and the value of
/// each cell. Values are kept, so that a step that arrives costs one row.
class GridViewModel {
public:
    void setTrace(const std::shared_ptr<const Trace>& trace);
    const std::shared_ptr<const Trace>& trace() const { return trace_; }
    bool empty() const;

    void setRow(int row);
    void setStep(int step);
    void setPosition(int position);
    void setColourBy(GridColourBy mode);
    void setWholeCanvas(bool whole);
    /// At most this many rows; 0: one for each step.
    void setMaximumRows(int rows);
    void setScaleMaximum(std::optional<double> maximum) { fixedMaximum_ = maximum; }

    int row() const { return row_; }
    int step() const { return step_; }
    int position() const { return position_; }
    GridColourBy colourBy() const { return colourBy_; }
    bool wholeCanvas() const { return wholeCanvas_; }

    int recordedSteps() const;
    /// Steps that the run will have recorded in the end: rows keep their place while it goes on.
    int totalSteps() const;
    int rowCount() const;
    GridBand band(int row) const;
    int rowOfStep(int step) const;

    const std::vector<int>& positions() const { return positions_; }
    int columnOfPosition(int position) const;
    const std::vector<int>& sourcePositions() const { return source_; }
    bool isTarget(int position) const;

    /// Cells of a row of the picture, one for each of positions(); empty when no step of it is recorded.
    const std::vector<GridCellValue>& cells(int row) const;
    /// Value of one step, not gathered.
    GridCellValue cell(int step, int position) const;
    double scaleMaximum() const;
    /// The same if none was fixed.
    double ownScaleMaximum() const;

private:
    struct CachedRow {
        std::vector<GridCellValue> cells;
        int until = -1; ///< steps that were recorded when it was made
        int shown = -1;
    };

    struct Measured {
        double margin = 0;
        double distance = 0;
    };

    void invalidate();
    void updatePositions();
    void measure();
    void updateCommitted();
    float valueOf(int step, int position, const GridCellValue& cell) const;
    void gather(const GridBand& band, std::vector<GridCellValue>& cells) const;

    std::shared_ptr<const Trace> trace_;
    int row_ = 0;
    int step_ = 0;
    int position_ = 0;
    GridColourBy colourBy_ = GridColourBy::Margin;
    bool wholeCanvas_ = false;
    int maximumRows_ = 0;
    std::optional<double> fixedMaximum_;
    Measured measured_;
    int measuredSteps_ = 0;
    std::vector<int> positions_;
    std::vector<int> source_;
    std::vector<int> committed_; ///< step of the last change so far, by position
    int committedSteps_ = 0;
    mutable std::vector<CachedRow> cache_;
};

} // namespace diffuscope

Q_DECLARE_METATYPE(diffuscope::GridColourBy)
