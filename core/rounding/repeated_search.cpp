// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rounding/repeated_search.h"

#include "core/model/tensor_values.h"

#include <ATen/Parallel.h>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>

namespace diffuscope {
namespace {

constexpr float kCaution = 1e-3f; ///< of a distance; far above the rounding errors of the search
constexpr std::int64_t kRowsAThread = 128;

/// In eight sums side by side, which the compiler turns into vector code.
float distance(const float* a, const float* b, size_t size) {
    std::array<float, 8> sums{};
    size_t i = 0;
    for (; i + 8 <= size; i += 8)
        for (size_t j = 0; j < 8; ++j) sums[j] += (a[i + j] - b[i + j]) * (a[i + j] - b[i + j]);
    for (; i < size; ++i) sums[0] += (a[i] - b[i]) * (a[i] - b[i]);
    return std::sqrt(((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7])));
}

torch::Tensor plain(const torch::Tensor& tensor) {
    return tensor.defined() ? tensor.detach().to(torch::kCPU, torch::kFloat32).contiguous() : torch::Tensor();
}

} // namespace

RepeatedSearch::RepeatedSearch(const torch::Tensor& table, const torch::Tensor& absorbing, int k)
    : rounding_(table, absorbing), table_(plain(table)), absorbing_(plain(absorbing)), k_(k) {}

const RepeatedSearch::Found& RepeatedSearch::nearest(const torch::Tensor& z) {
    if (!z.is_cpu()) { // one kernel answers all of it
        const auto found = rounding_.nearest(z, k_, Rounding::Ask::TokensAndAbsorbing);
        found_ = {valuesOf<std::int32_t>(found.tokens), valuesOf<float>(found.distances), valuesOf<float>(found.toAbsorbing)};
        return found_;
    }
    const auto flat = plain(z).flatten(0, -2);
    const bool first = !last_.defined() || last_.sizes() != flat.sizes();
    if (first) start(flat);
    const auto size = static_cast<size_t>(flat.size(1));
    const auto* latents = flat.data_ptr<float>();
    const auto* before = first ? nullptr : last_.data_ptr<float>();
    std::vector<std::int64_t> moved, lost;
    for (std::int64_t row = 0; row < flat.size(0); ++row) {
        const auto at = static_cast<size_t>(row) * size;
        if (before && std::memcmp(latents + at, before + at, size * sizeof(float)) == 0) continue; // as the anchored source
        moved.push_back(row);
        if (!(distance(latents + at, anchors_.data() + at, size) < reach_[static_cast<size_t>(row)])) lost.push_back(row);
    }
    search(flat, lost);
    at::parallel_for(0, static_cast<std::int64_t>(moved.size()), kRowsAThread, [&](std::int64_t begin, std::int64_t end) {
        for (auto i = begin; i < end; ++i) {
            const auto row = static_cast<size_t>(moved[static_cast<size_t>(i)]);
            measure(latents + row * size, row);
        }
    });
    last_ = flat;
    return found_;
}

void RepeatedSearch::start(const torch::Tensor& flat) {
    const auto rows = static_cast<size_t>(flat.size(0));
    anchors_.assign(static_cast<size_t>(flat.numel()), 0.0f);
    reach_.assign(rows, -1.0f);
    found_.tokens.assign(rows * static_cast<size_t>(k_), 0);
    found_.distances.assign(rows * static_cast<size_t>(k_), 0.0f);
    found_.toAbsorbing.assign(absorbing_.defined() ? rows : 0, 0.0f);
}

void RepeatedSearch::search(const torch::Tensor& flat, std::vector<std::int64_t>& rows) {
    if (rows.empty()) return;
    const auto count = static_cast<std::int64_t>(rows.size());
    const auto some = count == flat.size(0) ? flat : flat.index_select(0, torch::from_blob(rows.data(), {count}, torch::kInt64));
    // One more than asked for: how far off it is says how far the others hold.
    const auto found = rounding_.nearest(some, k_ + 1);
    const auto each = static_cast<size_t>(found.tokens.size(1)), k = static_cast<size_t>(k_), size = static_cast<size_t>(flat.size(1));
    const auto* tokens = found.tokens.data_ptr<std::int32_t>();
    const auto* distances = found.distances.data_ptr<float>();
    for (size_t i = 0; i < rows.size(); ++i) {
        const auto row = static_cast<size_t>(rows[i]);
        std::copy_n(tokens + i * each, k, found_.tokens.begin() + static_cast<std::ptrdiff_t>(row * k));
        std::copy_n(flat.data_ptr<float>() + row * size, size, anchors_.begin() + static_cast<std::ptrdiff_t>(row * size));
        reach_[row] = each > k ? (distances[i * each + k] - distances[i * each + k - 1]) / 2 - kCaution : std::numeric_limits<float>::infinity();
    }
}

void RepeatedSearch::measure(const float* latent, size_t row) {
    const auto k = static_cast<size_t>(k_), size = static_cast<size_t>(table_.size(1));
    auto* tokens = found_.tokens.data() + row * k;
    auto* distances = found_.distances.data() + row * k;
    for (size_t i = 0; i < k; ++i) {
        const auto token = tokens[i];
        const float own = distance(latent, table_.data_ptr<float>() + static_cast<size_t>(token) * size, size);
        size_t at = i;
        for (; at > 0 && (own < distances[at - 1] || (own == distances[at - 1] && token < tokens[at - 1])); --at) {
            distances[at] = distances[at - 1];
            tokens[at] = tokens[at - 1];
        }
        distances[at] = own;
        tokens[at] = token;
    }
    if (absorbing_.defined()) found_.toAbsorbing[row] = distance(latent, absorbing_.data_ptr<float>(), size);
}

} // namespace diffuscope
