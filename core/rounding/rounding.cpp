// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rounding/rounding.h"

#ifdef DIFFUSCOPE_HAVE_CUDA_KERNELS
#include "core/cuda/nearest.h"
#include "core/cuda/tensors.h"
#endif

#include <limits>

namespace diffuscope {
namespace {

constexpr std::int64_t kBlock = 32;

/// Whether any of kBlock values is below the bound; without a branch, so that the compiler takes several at once.
bool anyBelow(const float* values, float bound) {
    int below = 0;
    for (std::int64_t i = 0; i < kBlock; ++i) below |= values[i] < bound;
    return below;
}

/// The k smallest of a row in one pass. torch::topk sorts the whole row, which at V = 4,000 costs more than the
/// network itself; here nearly all blocks hold nothing that is among the best k so far.
void smallest(const float* row, std::int64_t size, int k, std::int32_t* ids, float* values) {
    std::fill_n(values, k, std::numeric_limits<float>::infinity());
    std::fill_n(ids, k, 0);
    for (std::int64_t v = 0; v < size; ++v) {
        while (v % kBlock == 0 && v + kBlock <= size && !anyBelow(row + v, values[k - 1])) v += kBlock;
        if (v == size || !(row[v] < values[k - 1])) continue;
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

Rounding::Nearest Rounding::search(const torch::Tensor& flat, int k, Ask ask) const {
    const auto absorbing = ask == Ask::TokensAndAbsorbing ? absorbing_ : torch::Tensor();
#ifdef DIFFUSCOPE_HAVE_CUDA_KERNELS
    if (k <= cuda::kMostNeighbours && cuda::canTake({flat, table_, absorbing})) {
        const auto found = cuda::nearest(flat, table_, squares_, absorbing, k);
        return {found.tokens, found.distances, found.toAbsorbing};
    }
#endif
    const auto toAbsorbing = absorbing.defined() ? distanceToAbsorbing(flat).to(torch::kFloat32) : torch::Tensor();
    const auto squares = flat.square().sum(1, true);
    if (flat.is_cuda()) {
        const auto [values, ids] = squaredDistances(flat).topk(k, 1, false, true);
        return {ids.to(torch::kInt32), (values + squares).clamp_min(0).sqrt().to(torch::kFloat32), toAbsorbing};
    }
    const auto scores = squaredDistances(flat).to(torch::kFloat32).contiguous();
    const auto rows = scores.size(0), size = scores.size(1);
    const auto tokens = torch::empty({rows, k}, torch::kInt32);
    const auto values = torch::empty({rows, k}, torch::kFloat32);
    for (std::int64_t i = 0; i < rows; ++i)
        smallest(scores.data_ptr<float>() + i * size, size, k, tokens.data_ptr<std::int32_t>() + i * k, values.data_ptr<float>() + i * k);
    return {tokens, (values + squares.to(torch::kFloat32)).clamp_min(0).sqrt(), toAbsorbing};
}

Rounding::Nearest Rounding::nearest(const torch::Tensor& z, int k, Ask ask) const {
    k = static_cast<int>(std::min<std::int64_t>(k, table_.size(0)));
    const auto found = search(z.flatten(0, -2), k, ask);
    auto shape = z.sizes().vec();
    shape.back() = k;
    const auto toAbsorbing = found.toAbsorbing.defined() ? found.toAbsorbing.view(z.sizes().slice(0, shape.size() - 1)) : torch::Tensor();
    return {found.tokens.view(shape), found.distances.view(shape), toAbsorbing};
}

torch::Tensor Rounding::distanceToAbsorbing(const torch::Tensor& z) const {
    return absorbing_.defined() ? (z - absorbing_).norm(2, -1) : torch::Tensor();
}

torch::Tensor Rounding::clamp(const torch::Tensor& z) const {
    return table_.index_select(0, nearest(z, 1).tokens.flatten().to(torch::kInt64)).view(z.sizes());
}

} // namespace diffuscope
