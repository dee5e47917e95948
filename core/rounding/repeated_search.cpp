// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rounding/repeated_search.h"

#include "core/model/tensor_values.h"
#include "core/rounding/l2.h"

#include <ATen/Parallel.h>
#include <algorithm>
#include <cstring>

namespace diffuscope {
namespace {

constexpr std::int64_t kRowsAThread = 64;
constexpr int kMore = 4; ///< tokens known of a point, beyond those asked for: more reach farther and take longer to find

bool asksAbsorbing(const RepeatedSearch::Question& question) { return question.ask == Rounding::Ask::TokensAndAbsorbing; }

std::size_t listed(const Rounding& rounding, const std::vector<RepeatedSearch::Question>& questions) {
    int most = 0;
    for (const auto& question : questions) most = std::max(most, question.k);
    return static_cast<std::size_t>(std::min<std::int64_t>(rounding.table().size(0), most + kMore));
}

Neighbourhoods roomFor(const torch::Tensor& table, std::size_t points, std::size_t listed) {
    return {points, static_cast<std::size_t>(table.size(1)), listed, listed == static_cast<std::size_t>(table.size(0))};
}

} // namespace

RepeatedSearch::RepeatedSearch(const Rounding& rounding, std::vector<Question> questions)
    : rounding_(rounding), questions_(std::move(questions)), size_(static_cast<std::size_t>(rounding.table().size(1))),
      listed_(listed(rounding, questions_)), anchors_(roomFor(rounding.table(), 0, listed_)),
      tokens_(roomFor(rounding.table(), static_cast<std::size_t>(rounding.table().size(0)) + 1, listed_)), found_(questions_.size()) {
    if (std::any_of(questions_.begin(), questions_.end(), asksAbsorbing)) absorbing_ = plainFloats(rounding.absorbing());
}

const std::vector<RepeatedSearch::Found>& RepeatedSearch::nearest(const std::vector<torch::Tensor>& sets) {
    sets_.clear();
    for (const auto& set : sets) sets_.push_back(plainFloats(set).flatten(0, -2));
    if (last_.empty() || last_.front().sizes() != sets_.front().sizes()) start();
    const auto all = sets_.size() * rows_;
    std::vector<std::uint8_t> lost(all);
    at::parallel_for(0, static_cast<std::int64_t>(all), kRowsAThread, [&](std::int64_t begin, std::int64_t end) {
        for (auto number = static_cast<std::size_t>(begin); number < static_cast<std::size_t>(end); ++number)
            lost[number] = !answered(number);
    });
    std::vector<std::size_t> numbers;
    for (std::size_t number = 0; number < all; ++number)
        if (lost[number]) numbers.push_back(number);
    if (!numbers.empty()) search(numbers);
    last_ = sets_;
    return found_;
}

void RepeatedSearch::start() {
    last_.clear();
    rows_ = static_cast<std::size_t>(sets_.front().size(0));
    anchors_ = roomFor(rounding_.table(), sets_.size() * rows_, listed_);
    for (std::size_t set = 0; set < sets_.size(); ++set) {
        const auto k = static_cast<std::size_t>(questions_[set].k);
        const bool toAbsorbing = absorbing_.defined() && asksAbsorbing(questions_[set]);
        found_[set] = {std::vector<std::int32_t>(rows_ * k), std::vector<float>(rows_ * k), std::vector<float>(toAbsorbing ? rows_ : 0)};
    }
    const auto absorbing = static_cast<std::size_t>(rounding_.table().size(0));
    if (!absorbing_.defined() || tokens_.knows(absorbing)) return;
    const auto found = rounding_.nearest(absorbing_.unsqueeze(0), static_cast<int>(listed_));
    tokens_.learn(absorbing, absorbing_.data_ptr<float>(), found.tokens.data_ptr<std::int32_t>(), found.distances.data_ptr<float>());
}

RepeatedSearch::Row RepeatedSearch::row(std::size_t number) {
    const auto set = number / rows_, at = number % rows_, k = static_cast<std::size_t>(questions_[set].k);
    return {set,
            at,
            sets_[set].data_ptr<float>() + at * size_,
            {found_[set].tokens.data() + at * k, k},
            {found_[set].distances.data() + at * k, k}};
}

bool RepeatedSearch::isAsBefore(const Row& row) const {
    return !last_.empty() && std::memcmp(row.latent, last_[row.set].data_ptr<float>() + row.at * size_, size_ * sizeof(float)) == 0;
}

bool RepeatedSearch::answered(std::size_t number) {
    const auto row = this->row(number);
    if (isAsBefore(row)) return true; // as the anchored source
    auto& toAbsorbing = found_[row.set].toAbsorbing;
    if (!toAbsorbing.empty()) toAbsorbing[row.at] = l2(row.latent, absorbing_.data_ptr<float>(), size_);
    const auto k = row.tokens.size();
    auto candidates = tokens_.around(static_cast<std::size_t>(row.tokens.front()), row.latent, k);
    if (candidates.empty()) candidates = anchors_.around(number, row.latent, k);
    if (candidates.empty()) candidates = tokens_.around(static_cast<std::size_t>(rounding_.table().size(0)), row.latent, k);
    if (candidates.empty()) return false;
    rounding_.choose(row.latent, candidates, row.distances, row.tokens);
    return true;
}

void RepeatedSearch::search(const std::vector<std::size_t>& numbers) {
    const auto count = static_cast<std::int64_t>(numbers.size());
    const auto some = torch::empty({count, static_cast<std::int64_t>(size_)}, torch::kFloat32);
    for (std::size_t i = 0; i < numbers.size(); ++i) std::copy_n(row(numbers[i]).latent, size_, some.data_ptr<float>() + i * size_);
    const auto found = rounding_.nearest(some, static_cast<int>(listed_));
    const auto* tokens = found.tokens.data_ptr<std::int32_t>();
    const auto* distances = found.distances.data_ptr<float>();
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto row = this->row(numbers[i]);
        anchors_.learn(numbers[i], row.latent, tokens + i * listed_, distances + i * listed_);
        std::copy_n(tokens + i * listed_, row.tokens.size(), row.tokens.begin());
        std::copy_n(distances + i * listed_, row.distances.size(), row.distances.begin());
    }
    learnTokens(numbers, distances);
}

void RepeatedSearch::learnTokens(const std::vector<std::size_t>& numbers, const float* distances) {
    std::vector<std::int64_t> fresh;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto row = this->row(numbers[i]);
        const auto token = row.tokens.front();
        const bool near = 2 * row.distances.front() < distances[i * listed_ + listed_ - 1];
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
