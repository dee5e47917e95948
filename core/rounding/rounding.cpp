// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rounding/rounding.h"

#include "core/model/tensor_values.h"
#include "core/rounding/first_in_order.h"
#include "core/rounding/l2.h"
#include "core/rounding/smallest_of_row.h"

#ifdef DIFFUSCOPE_HAVE_CUDA_KERNELS
#include "core/cuda/nearest.h"
#include "core/cuda/tensors.h"
#endif

#include <ATen/Parallel.h>
#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <span>

namespace diffuscope {
namespace {

constexpr std::int64_t kRows = 2 * TokenScores::kTogether; ///< latents searched together: their distances to all tokens stay in the cache
constexpr std::int64_t kPartsAThread = 2;                  ///< of kRows; fewer are not worth waking a thread

} // namespace

Rounding::Rounding(torch::Tensor table, torch::Tensor absorbing) : table_(std::move(table)), absorbing_(std::move(absorbing)) {
    if (table_.is_cpu()) {
        plain_ = plainFloats(table_);
        scores_.emplace(plain_.data_ptr<float>(), static_cast<size_t>(plain_.size(0)), static_cast<size_t>(plain_.size(1)));
    } else {
        squares_ = table_.square().sum(1);
    }
}

Rounding::Nearest Rounding::search(const torch::Tensor& flat, int k, Ask ask) const {
    const auto absorbing = ask == Ask::TokensAndAbsorbing ? absorbing_ : torch::Tensor();
#ifdef DIFFUSCOPE_HAVE_CUDA_KERNELS
    if (k <= cuda::kMostNeighbours && cuda::canTake({flat, table_, absorbing})) {
        const auto room = [&](torch::ScalarType type, auto... shape) {
            return torch::empty({flat.size(0), shape...}, flat.options().dtype(type));
        };
        Nearest out{room(torch::kInt32, k), room(torch::kFloat32, k), absorbing.defined() ? room(torch::kFloat32) : torch::Tensor()};
        cuda::nearest(flat, table_, squares_, absorbing, k, out.tokens.data_ptr<std::int32_t>(), out.distances.data_ptr<float>(),
                      absorbing.defined() ? out.toAbsorbing.data_ptr<float>() : nullptr);
        return out;
    }
#endif
    auto found = scores_ ? searchOnCpu(plainFloats(flat), k) : searchOnDevice(flat, k);
    if (absorbing.defined()) found.toAbsorbing = distanceToAbsorbing(flat).to(torch::kFloat32);
    return found;
}

Rounding::Nearest Rounding::searchOnDevice(const torch::Tensor& flat, int k) const {
    // ‖e‖² − 2 z·e, as ‖z‖² is the same for all tokens; distances by the difference: a score has lost what a small one was.
    const auto ids = std::get<1>(torch::addmm(squares_, flat, table_.t(), 1.0, -2.0).topk(k, 1, false, true));
    const auto embeddings = table_.index_select(0, ids.flatten()).view({flat.size(0), k, flat.size(1)});
    const auto distances = std::get<0>((embeddings - flat.unsqueeze(1)).norm(2, -1).cummax(-1)); // nor do ties turn the order round
    return {ids.to(torch::kInt32), distances.to(torch::kFloat32), {}};
}

Rounding::Nearest Rounding::searchOnCpu(const torch::Tensor& flat, int k) const {
    const auto rows = flat.size(0);
    const auto each = static_cast<size_t>(k), dimensions = static_cast<size_t>(flat.size(1)), stride = scores_->stride();
    const auto tokens = torch::empty({rows, k}, torch::kInt32);
    const auto distances = torch::empty({rows, k}, torch::kFloat32);
    at::parallel_for(0, (rows + kRows - 1) / kRows, kPartsAThread, [&](std::int64_t begin, std::int64_t end) {
        SmallestOfRow search(static_cast<size_t>(table_.size(0)), each);
        const auto scores = std::make_unique_for_overwrite<float[]>(kRows * stride);
        std::vector<std::int32_t> candidates;
        std::array<size_t, kRows> ends;
        for (auto first = begin * kRows; first < std::min(end * kRows, rows); first += kRows) {
            const auto count = static_cast<size_t>(std::min(kRows, rows - first));
            const auto* latents = flat.data_ptr<float>() + static_cast<size_t>(first) * dimensions;
            scores_->compute(latents, count, scores.get());
            candidates.clear();
            for (size_t i = 0; i < count; ++i) {
                for (const auto token : search.candidates(scores.get() + i * stride)) {
                    prefetch(token); // the network has long driven the embeddings out of the caches
                    candidates.push_back(token);
                }
                ends[i] = candidates.size();
            }
            for (size_t i = 0; i < count; ++i) {
                const auto at = (static_cast<size_t>(first) + i) * each, from = i > 0 ? ends[i - 1] : 0;
                const std::span values(distances.data_ptr<float>() + at, each);
                const std::span places(tokens.data_ptr<std::int32_t>() + at, each);
                if (ends[i] - from >= each) {
                    // By distances: a score has lost what a small one was.
                    choose(latents + i * dimensions, std::span(candidates).subspan(from, ends[i] - from), values, places);
                } else { // of a latent that is no number
                    std::fill(values.begin(), values.end(), std::numeric_limits<float>::quiet_NaN());
                    std::fill(places.begin(), places.end(), 0);
                }
            }
        }
    });
    return {tokens, distances, {}};
}

void Rounding::prefetch(std::int32_t token) const {
    constexpr size_t kLine = 64 / sizeof(float);
    const auto dimensions = static_cast<size_t>(plain_.size(1));
    const auto* embedding = plain_.data_ptr<float>() + static_cast<size_t>(token) * dimensions;
    for (size_t d = 0; d < dimensions; d += kLine) __builtin_prefetch(embedding + d);
}

void Rounding::choose(const float* latent, std::span<const std::int32_t> candidates, std::span<float> distances,
                      std::span<std::int32_t> tokens) const {
    const auto dimensions = static_cast<size_t>(plain_.size(1));
    std::array<float, kFew> few;
    std::vector<float> many(candidates.size() > kFew ? candidates.size() : 0);
    const std::span values(many.empty() ? few.data() : many.data(), candidates.size());
    for (size_t i = 0; i < candidates.size(); ++i)
        values[i] = l2(latent, plain_.data_ptr<float>() + static_cast<size_t>(candidates[i]) * dimensions, dimensions);
    firstInOrder(values, candidates, distances, tokens);
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
