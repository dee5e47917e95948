// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diffusion/losses.h"

#include <ATen/autocast_mode.h>

namespace diffuscope {
namespace F = torch::nn::functional;
namespace {

torch::Tensor meanFlat(const torch::Tensor& x) { return x.mean({1, 2}); }

/// Cross-entropy of logits [B, L, V] against ids, per token: [B, L].
torch::Tensor tokenNll(const torch::Tensor& logits, const torch::Tensor& ids) {
    const auto flat = F::cross_entropy(logits.flatten(0, 1), ids.flatten(), F::CrossEntropyFuncOptions().reduction(torch::kNone));
    return flat.view_as(ids);
}

/// CE of the prediction where text is generated; padding counts `paddingWeight`.
torch::Tensor predictedNll(const TransformerNetImpl& net, const torch::Tensor& predicted, const torch::Tensor& table,
                           const torch::Tensor& ids, const torch::Tensor& target, double paddingWeight, int paddingId) {
    auto weight = target.to(predicted.dtype());
    if (paddingWeight != 1.0) weight = torch::where(ids == paddingId, weight * paddingWeight, weight);
    return (tokenNll(net.logits(predicted, table), ids) * weight).sum(1) / weight.sum(1);
}

/// The prediction that self-conditioning starts from; no gradient goes through it (Chen et al. 2022, algorithm 1).
torch::Tensor firstGuess(TransformerNetImpl& net, const torch::Tensor& xt, const torch::Tensor& time) {
    const torch::NoGradGuard guard;
    const auto guess = net.forward(xt, time);
    // Autocast keeps the weights that it cast here, without their gradients, for the pass that needs those.
    at::autocast::clear_cache();
    return guess;
}

} // namespace

LossTerms trainingLoss(TransformerNetImpl& net, const ForwardProcess& forward, const torch::Tensor& ids, const torch::Tensor& target,
                       const torch::Tensor& t, const LossDraws& draws, const LossOptions& options, int paddingId) {
    const auto table = net.embeddings();
    const auto clean = F::embedding(ids, table);
    const auto x0 = clean + forward.firstSigma() * draws.noiseX0;
    const auto xt = forward.sample(x0, t, draws.noiseXt, target, net.absorbing(), draws.absorbed);
    const double timeScale = net.config().rescaleTimesteps ? 1000.0 / net.config().diffusionSteps : 1.0;
    const auto time = net.embedTime(t.to(torch::kFloat32) * timeScale);
    const auto previous = draws.selfCondition ? firstGuess(net, xt, time) : torch::Tensor();
    const auto predicted = net.forward(xt, time, previous).to(x0.dtype());

    LossTerms terms;
    terms.mse = torch::where(t == 0, meanFlat((clean - predicted).square()), meanFlat((x0 - predicted).square()));
    terms.prior = meanFlat((forward.lastAlpha() * x0).square());
    terms.embeddingNll = tokenNll(net.logits(x0, table), ids).mean(1);
    terms.predictedNll = predictedNll(net, predicted, table, ids, target, options.paddingWeight, paddingId);
    terms.loss = terms.mse + terms.embeddingNll + terms.prior;
    if (options.anchorWeight > 0) terms.loss = terms.loss + options.anchorWeight * terms.predictedNll;
    if (net.absorbing().defined() && options.regRate > 0) terms.loss = terms.loss + options.regRate * net.absorbing().norm();
    return terms;
}

} // namespace diffuscope
