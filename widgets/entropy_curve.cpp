// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/entropy_curve.h"

#include "core/engine/trace_analysis.h"

#include <QElapsedTimer>
#include <algorithm>
#include <bit>
#include <limits>

namespace diffuscope {
namespace {

constexpr qint64 kSliceMilliseconds = 5;
constexpr size_t kMostSteps = 250;    ///< about as many as a plot has pixels
constexpr double kMostProducts = 2e9; ///< of two numbers, for the whole curve: a few seconds

} // namespace

size_t EntropyCurve::finestStride() const {
    // A power of two, so that a coarse pass is part of every finer one.
    const auto& h = *trace_->header;
    const double step =
        h.embeddings ? static_cast<double>(h.embeddings->size()) * static_cast<double>(std::max<size_t>(1, positions_.size())) : 1.0;
    const auto affordable = std::clamp<size_t>(static_cast<size_t>(kMostProducts / step), 16, kMostSteps);
    return std::bit_ceil((values_.size() + affordable - 1) / affordable);
}

double EntropyCurve::meanAt(int step) const {
    double sum = 0;
    for (const int position : positions_) sum += entropy(headProbabilities(*trace_, step, row_, position));
    return positions_.empty() ? std::numeric_limits<double>::quiet_NaN() : sum / static_cast<double>(positions_.size());
}

bool EntropyCurve::aim(const std::shared_ptr<const Trace>& trace, int row) {
    const bool same = trace_ && trace_->header == trace->header && row_ == row && values_.size() <= trace->steps.size();
    const bool grown = !same || values_.size() < trace->steps.size();
    if (!same) {
        values_.clear();
        done_.clear();
        positions_.clear();
        const auto& target = trace->header->rows[static_cast<size_t>(row)].target;
        for (size_t i = 0; i < target.size(); ++i)
            if (target[i]) positions_.push_back(static_cast<int>(i));
    }
    trace_ = trace;
    row_ = row;
    if (!grown) return !same;
    values_.resize(trace->steps.size(), std::numeric_limits<double>::quiet_NaN());
    done_.resize(trace->steps.size(), false);
    next_ = 0;
    stride_ = std::max(std::bit_ceil(std::max<size_t>(1, values_.size() / 16)), finestStride());
    return !same;
}

bool EntropyCurve::advance() {
    if (stride_ == 0 || !trace_) return false;
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < kSliceMilliseconds) {
        if (next_ >= values_.size()) {
            next_ = 0;
            stride_ = stride_ > finestStride() ? stride_ / 2 : 0;
            if (stride_ == 0) break;
        }
        if (!done_[next_]) values_[next_] = meanAt(static_cast<int>(next_));
        done_[next_] = true;
        next_ += stride_;
    }
    return true;
}

} // namespace diffuscope
