// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rounding/rounding.h"

#ifdef DIFFUSCOPE_HAVE_CUDA_KERNELS
#include "core/cuda/nearest.h"
#include "core/cuda/tensors.h"
#endif

#include <ATen/Parallel.h>
#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace diffuscope {
namespace {

constexpr std::int64_t kRows = 128; ///< latents searched together: their distances to all tokens stay in the cache
constexpr std::int64_t kEach = 16;  ///< tokens a group in the search for the smallest
constexpr std::int64_t kMost = 8;   ///< groups whose least values are taken together for the bound

/// The k smallest values so far, in ascending order, and whose they are; of equals the lower id comes first.
struct Best {
    int k;
    float* values;
    std::int32_t* ids;

    void take(float value, std::int32_t id) const {
        const auto before = [&](int at) { return value < values[at] || (value == values[at] && id < ids[at]); };
        if (!before(k - 1)) return;
        int at = k - 1;
        for (; at > 0 && before(at - 1); --at) {
            values[at] = values[at - 1];
            ids[at] = ids[at - 1];
        }
        values[at] = value;
        ids[at] = id;
    }
    void clear() const {
        std::fill_n(values, k, std::numeric_limits<float>::infinity());
        std::fill_n(ids, k, 0);
    }
};

/// Finds the k smallest values of rows. torch::topk sorts the whole row, which at V = 4,000 costs more than the network
/// itself. Here the least of each group of tokens comes first, in vector code, and the least of several groups. No value
/// above the k-th of these few is among the k smallest, so only the values up to it are looked at one by one: about
/// fifteen for nine neighbours of 1,536 tokens.
class SmallestOfRow {
public:
    explicit SmallestOfRow(std::int64_t size)
        : size_(size), groups_((size + kEach - 1) / kEach), least_(static_cast<size_t>(groups_)), candidates_(static_cast<size_t>(size) + 1) {}

    void find(const float* row, const Best& best) {
        groupMinima(row);
        const auto* last = candidatesUpTo(row, boundOfGroups(best));
        best.clear();
        for (const auto* id = candidates_.data(); id != last; ++id) best.take(row[*id], *id);
    }

private:
    /// Group g holds the tokens g, g + groups, …: neighbours in memory belong to neighbouring groups.
    void groupMinima(const float* row) {
        std::fill(least_.begin(), least_.end(), std::numeric_limits<float>::infinity());
        float* least = least_.data();
        for (std::int64_t first = 0; first < size_; first += groups_)
            for (std::int64_t g = 0; g < std::min(groups_, size_ - first); ++g) least[g] = row[first + g] < least[g] ? row[first + g] : least[g];
    }
    /// At least k tokens are no farther than this; infinity where there are fewer groups than k.
    float boundOfGroups(const Best& best) const {
        best.clear();
        const auto together = std::clamp<std::int64_t>(groups_ / best.k, 1, kMost);
        for (std::int64_t first = 0; first < groups_; first += together)
            best.take(*std::min_element(least_.begin() + first, least_.begin() + std::min(first + together, groups_)), 0);
        return best.values[best.k - 1];
    }
    /// Without a branch on a value, which no processor could foretell.
    const std::int32_t* candidatesUpTo(const float* row, float bound) {
        auto* next = candidates_.data();
        for (std::int64_t g = 0; g < groups_; ++g) {
            if (!(least_[static_cast<size_t>(g)] <= bound)) continue;
            for (auto v = g; v < size_; v += groups_) {
                *next = static_cast<std::int32_t>(v);
                next += row[v] <= bound;
            }
        }
        return next;
    }

    std::int64_t size_, groups_;
    std::vector<float> least_;
    std::vector<std::int32_t> candidates_;
};

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
    if (flat.is_cuda()) {
        const auto [values, ids] = squaredDistances(flat).topk(k, 1, false, true);
        return {ids.to(torch::kInt32), (values + flat.square().sum(1, true)).clamp_min(0).sqrt().to(torch::kFloat32), toAbsorbing};
    }
    const auto rows = flat.size(0), size = table_.size(0);
    const auto squares = flat.square().sum(1).to(torch::kFloat32).contiguous();
    const auto tokens = torch::empty({rows, k}, torch::kInt32);
    const auto distances = torch::empty({rows, k}, torch::kFloat32);
    at::parallel_for(0, (rows + kRows - 1) / kRows, 1, [&](std::int64_t begin, std::int64_t end) {
        const torch::NoGradGuard guard; // each thread has its own
        SmallestOfRow search(size);
        for (auto first = begin * kRows; first < std::min(end * kRows, rows); first += kRows) {
            const auto scores = squaredDistances(flat.slice(0, first, first + kRows)).to(torch::kFloat32).contiguous();
            for (std::int64_t i = 0; i < scores.size(0); ++i) {
                auto* values = distances.data_ptr<float>() + (first + i) * k;
                search.find(scores.data_ptr<float>() + i * size, {k, values, tokens.data_ptr<std::int32_t>() + (first + i) * k});
                const float square = squares.data_ptr<float>()[first + i];
                std::transform(values, values + k, values, [square](float value) { return std::sqrt(std::max(value + square, 0.0f)); });
            }
        }
    });
    return {tokens, distances, toAbsorbing};
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
