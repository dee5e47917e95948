// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rounding/repeated_search.h"

#include "core/model/tensor_values.h"
#include "core/rounding/l2.h"

#include <ATen/Parallel.h>
#include <algorithm>
#include <cstring>

namespace diffuscope {
namespace {

constexpr std::int64_t kRowsAThread = 128;
constexpr std::int64_t kMore = 4; ///< tokens known of a point, beyond those asked for: more reach farther and take longer to find

std::size_t listed(const torch::Tensor& table, int k) { return static_cast<std::size_t>(std::min<std::int64_t>(table.size(0), k + kMore)); }

Neighbourhoods roomFor(const torch::Tensor& table, std::int64_t points, std::size_t listed) {
    return {static_cast<std::size_t>(points), static_cast<std::size_t>(table.size(1)), listed,
            listed == static_cast<std::size_t>(table.size(0))};
}

} // namespace

RepeatedSearch::RepeatedSearch(const Rounding& rounding, int k, Rounding::Ask ask)
    : rounding_(rounding), absorbing_(ask == Rounding::Ask::TokensAndAbsorbing ? plainFloats(rounding.absorbing()) : torch::Tensor()),
      k_(static_cast<std::size_t>(k)), size_(static_cast<std::size_t>(rounding.table().size(1))), listed_(listed(rounding.table(), k)),
      anchors_(roomFor(rounding.table(), 0, listed_)), tokens_(roomFor(rounding.table(), rounding.table().size(0) + 1, listed_)) {}

const RepeatedSearch::Found& RepeatedSearch::nearest(const torch::Tensor& z) {
    const auto flat = plainFloats(z).flatten(0, -2);
    const bool first = !last_.defined() || last_.sizes() != flat.sizes();
    if (first) start(flat);
    const auto* latents = flat.data_ptr<float>();
    const auto* before = first ? nullptr : last_.data_ptr<float>();
    std::vector<std::uint8_t> lost(static_cast<std::size_t>(flat.size(0)));
    at::parallel_for(0, flat.size(0), kRowsAThread, [&](std::int64_t begin, std::int64_t end) {
        for (auto row = static_cast<std::size_t>(begin); row < static_cast<std::size_t>(end); ++row) {
            const auto* latent = latents + row * size_;
            if (before && std::memcmp(latent, before + row * size_, size_ * sizeof(float)) == 0) continue; // as the anchored source
            lost[row] = !answered(latent, row);
            if (absorbing_.defined()) found_.toAbsorbing[row] = l2(latent, absorbing_.data_ptr<float>(), size_);
        }
    });
    std::vector<std::int64_t> rows;
    for (std::size_t row = 0; row < lost.size(); ++row)
        if (lost[row]) rows.push_back(static_cast<std::int64_t>(row));
    if (!rows.empty()) search(flat, rows);
    last_ = flat;
    return found_;
}

void RepeatedSearch::start(const torch::Tensor& flat) {
    const auto rows = static_cast<std::size_t>(flat.size(0));
    anchors_ = roomFor(rounding_.table(), flat.size(0), listed_);
    found_.tokens.assign(rows * k_, 0);
    found_.distances.assign(rows * k_, 0.0f);
    found_.toAbsorbing.assign(absorbing_.defined() ? rows : 0, 0.0f);
    const auto absorbing = static_cast<std::size_t>(rounding_.table().size(0));
    if (!absorbing_.defined() || tokens_.knows(absorbing)) return;
    const auto found = rounding_.nearest(absorbing_.unsqueeze(0), static_cast<int>(listed_));
    tokens_.learn(absorbing, absorbing_.data_ptr<float>(), found.tokens.data_ptr<std::int32_t>(), found.distances.data_ptr<float>());
}

bool RepeatedSearch::answered(const float* latent, std::size_t row) {
    auto candidates = tokens_.around(static_cast<std::size_t>(found_.tokens[row * k_]), latent, k_);
    if (candidates.empty()) candidates = anchors_.around(row, latent, k_);
    if (candidates.empty()) candidates = tokens_.around(static_cast<std::size_t>(rounding_.table().size(0)), latent, k_);
    if (candidates.empty()) return false;
    rounding_.choose(latent, candidates, {found_.distances.data() + row * k_, k_}, {found_.tokens.data() + row * k_, k_});
    return true;
}

void RepeatedSearch::search(const torch::Tensor& flat, const std::vector<std::int64_t>& rows) {
    const auto count = static_cast<std::int64_t>(rows.size());
    std::vector<float> some(rows.size() * size_);
    for (std::size_t i = 0; i < rows.size(); ++i)
        std::copy_n(flat.data_ptr<float>() + static_cast<std::size_t>(rows[i]) * size_, size_, some.data() + i * size_);
    const auto found = rounding_.nearest(torch::from_blob(some.data(), {count, flat.size(1)}), static_cast<int>(listed_));
    const auto* tokens = found.tokens.data_ptr<std::int32_t>();
    const auto* distances = found.distances.data_ptr<float>();
    at::parallel_for(0, count, kRowsAThread, [&](std::int64_t begin, std::int64_t end) {
        for (auto i = static_cast<std::size_t>(begin); i < static_cast<std::size_t>(end); ++i) {
            const auto row = static_cast<std::size_t>(rows[i]);
            anchors_.learn(row, flat.data_ptr<float>() + row * size_, tokens + i * listed_, distances + i * listed_);
            std::copy_n(tokens + i * listed_, k_, found_.tokens.data() + row * k_);
            std::copy_n(distances + i * listed_, k_, found_.distances.data() + row * k_);
        }
    });
    learnTokens(rows, distances);
}

void RepeatedSearch::learnTokens(const std::vector<std::int64_t>& rows, const float* distances) {
    std::vector<std::int64_t> fresh;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto at = static_cast<std::size_t>(rows[i]) * k_;
        const auto token = found_.tokens[at];
        const bool near = 2 * found_.distances[at] < distances[i * listed_ + listed_ - 1];
        if (near && !tokens_.knows(static_cast<std::size_t>(token))) fresh.push_back(token);
    }
    std::sort(fresh.begin(), fresh.end());
    fresh.erase(std::unique(fresh.begin(), fresh.end()), fresh.end());
    if (fresh.empty()) return;
    const auto centres = plainFloats(rounding_.table().index_select(0, torch::tensor(fresh)));
    const auto found = rounding_.nearest(centres, static_cast<int>(listed_));
    for (std::size_t i = 0; i < fresh.size(); ++i)
        tokens_.learn(static_cast<std::size_t>(fresh[i]), centres.data_ptr<float>() + i * size_,
                      found.tokens.data_ptr<std::int32_t>() + i * listed_, found.distances.data_ptr<float>() + i * listed_);
}

} // namespace diffuscope
