// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bert/bert_score.h"

#include "core/bert/bert_encoder.h"
#include "core/error.h"
#include "core/metrics/words.h"

#include <torch/torch.h>

namespace diffuscope {
namespace {

constexpr std::int64_t kMarks = 2; ///< [CLS] and [SEP]

/// [n, hidden], each of length 1.
torch::Tensor directions(const BertEncoder& encoder, const std::string& text) {
    const auto embeddings = encoder.encode(trimmed(text)).to(torch::kFloat64);
    return embeddings / embeddings.norm(2, 1, true);
}

} // namespace

BertScore bertScore(const BertEncoder& encoder, const std::string& candidate, const std::string& reference) {
    const auto c = directions(encoder, candidate), r = directions(encoder, reference);
    if (c.size(0) <= kMarks || r.size(0) <= kMarks) return {};
    const auto cosines = torch::matmul(c, r.t());
    const auto meanOfBest = [&](std::int64_t over) {
        const auto best = cosines.amax(over);
        return best.slice(0, 1, best.size(0) - 1).mean().item<double>();
    };
    BertScore score;
    score.precision = meanOfBest(1);
    score.recall = meanOfBest(0);
    const double sum = score.precision + score.recall;
    score.f1 = sum != 0.0 ? 2.0 * score.precision * score.recall / sum : 0.0;
    return score;
}

BertScore meanBertScore(const BertEncoder& encoder, std::span<const std::string> candidates, std::span<const std::string> references) {
    if (candidates.size() != references.size() || candidates.empty()) throw Error("Every generated text needs one reference.");
    BertScore mean;
    for (size_t i = 0; i < candidates.size(); ++i) {
        const auto one = bertScore(encoder, candidates[i], references[i]);
        mean.precision += one.precision;
        mean.recall += one.recall;
        mean.f1 += one.f1;
    }
    for (double* figure : {&mean.precision, &mean.recall, &mean.f1}) *figure /= double(candidates.size());
    return mean;
}

} // namespace diffuscope
