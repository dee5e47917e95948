// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diffusion/forward_process.h"
#include "core/model/transformer_net.h"

namespace diffuscope {

/// Weights of the loss. The defaults are the published loss (DiffuSeq-v2, training_losses_seq2seq).
struct LossOptions {
    double regRate = 0.01;      ///< weight of ‖m‖
    double anchorWeight = 0.0;  ///< CE of lm_head on the *prediction* at target positions (Difformer's anchor loss)
    double paddingWeight = 1.0; ///< weight of padding positions in that CE
};

/// The random draws of a training step; given, so that a recorded case can be replayed.
struct LossDraws {
    torch::Tensor noiseX0;      ///< [B, L, D] noise on the embeddings
    torch::Tensor noiseXt;      ///< [B, L, D] noise of the forward process
    torch::Tensor absorbed;     ///< [B, L] bool; undefined: no discrete noise
    bool selfCondition = false; ///< the network first predicts without, then again with that prediction before it
};

struct LossTerms {
    torch::Tensor mse;          ///< [B]
    torch::Tensor embeddingNll; ///< [B]
    torch::Tensor prior;        ///< [B] mean(x_T-mean²)
    torch::Tensor predictedNll; ///< [B] CE of the prediction over target positions
    torch::Tensor loss;         ///< [B]
};

/// ids: [B, L] int64; target: [B, L] bool; t: [B] int64 in 0 … T−1.
LossTerms trainingLoss(TransformerNetImpl& net, const ForwardProcess& forward, const torch::Tensor& ids, const torch::Tensor& target,
                       const torch::Tensor& t, const LossDraws& draws, const LossOptions& options, int paddingId);

} // namespace diffuscope
