// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rounding/rounding.h"

#include <limits>

namespace diffuscope {
namespace {

/// The k smallest of a row in one pass. torch::topk sorts the whole row, which at V = 4,000 costs more than the
/// network itself; here a value that is not among the best k so far costs one comparison.
void smallest(const float* row, std::int64_t size, int k, std::int32_t* ids, float* values) {
    std::fill_n(values, k, std::numeric_limits<float>::infinity());
    std::fill_n(ids, k, 0);
    for (std::int64_t v = 0; v < size; ++v) {
        if (!(row[v] < values[k - 1])) continue;
        int at = k - 1;
        for (; at > 0 && row[v] < values[at - 1]; --at) {
            values[at] = values[at - 1];
            ids[at] = ids[at - 1];
        }
        values[at] = row[v];
        ids[at] = static_cast<std::int32_t>(v);
    }
}

} // namespace

Rounding::Rounding(torch::Tensor table, torch::Tensor absorbing)
    : table_(std::move(table)), absorbing_(std::move(absorbing)), squares_(table_.square().sum(1)) {}

torch::Tensor Rounding::squaredDistances(const torch::Tensor& flat) const {
    // ‖z‖² − 2 z·e + ‖e‖²; ‖z‖² is the same for all tokens and is added where it matters, after the choice.
    return torch::addmm(squares_, flat, table_.t(), 1.0, -2.0);
}

Rounding::Nearest Rounding::nearest(const torch::Tensor& z, int k) const {
    const auto flat = z.flatten(0, -2);
    const auto squares = flat.square().sum(1, true);
    k = static_cast<int>(std::min<std::int64_t>(k, table_.size(0)));
    Nearest result;
    if (z.is_cuda()) {
        const auto [values, ids] = squaredDistances(flat).topk(k, 1, false, true);
        result = {ids.to(torch::kInt32), (values + squares).clamp_min(0).sqrt().to(torch::kFloat32)};
    } else {
        const auto scores = squaredDistances(flat).to(torch::kFloat32).contiguous();
        const auto rows = scores.size(0), size = scores.size(1);
        result.tokens = torch::empty({rows, k}, torch::kInt32);
        auto values = torch::empty({rows, k}, torch::kFloat32);
        for (std::int64_t i = 0; i < rows; ++i)
            smallest(scores.data_ptr<float>() + i * size, size, k, result.tokens.data_ptr<std::int32_t>() + i * k,
                     values.data_ptr<float>() + i * k);
        result.distances = (values + squares.to(torch::kFloat32)).clamp_min(0).sqrt();
    }
    auto shape = z.sizes().vec();
    shape.back() = k;
    return {result.tokens.view(shape), result.distances.view(shape)};
}

torch::Tensor Rounding::distanceToAbsorbing(const torch::Tensor& z) const {
    return absorbing_.defined() ? (z - absorbing_).norm(2, -1) : torch::Tensor();
}

torch::Tensor Rounding::clamp(const torch::Tensor& z) const {
    return table_.index_select(0, nearest(z, 1).tokens.flatten().to(torch::kInt64)).view(z.sizes());
}

} // namespace diffuscope
