// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/transformer_net.h"

#include <span>

namespace diffuscope {

/// Positions whose scores of a whole vocabulary are held at once: one of 30,000 tokens takes 120 KB each.
inline constexpr std::int64_t kScoredAtOnce = 2048;

/// A model as the solvers see it: anything that predicts x_0 from a noised embedding sequence and a time.
class Denoiser {
public:
    virtual ~Denoiser() = default;
    /// What the model makes of times on its own scale (0 … 1000), [N, …], a row for each; it depends on the times alone.
    virtual torch::Tensor embedTimes(std::span<const double> inputs) = 0;
    /// x: [B, L, D]; time: [1 or B, …] out of embedTimes; previous: [B, L, D] the last step's prediction, which a
    /// self-conditioned model looks at, or undefined. Returns the x_0 prediction [B, L, D].
    virtual torch::Tensor predict(const torch::Tensor& x, const torch::Tensor& time, const torch::Tensor& previous) = 0;
    /// Word embeddings E [V, D].
    virtual torch::Tensor table() const = 0;
    /// lm_head: […, D] → […, V].
    virtual torch::Tensor logits(const torch::Tensor& x) const = 0;
    /// The absorbing state m [D]; undefined for a model without one.
    virtual torch::Tensor absorbing() const = 0;
};

/// DiffuSeq-v2's network behind the Denoiser interface.
class NetDenoiser : public Denoiser {
public:
    explicit NetDenoiser(TransformerNet net);
    torch::Tensor embedTimes(std::span<const double> inputs) override;
    torch::Tensor predict(const torch::Tensor& x, const torch::Tensor& time, const torch::Tensor& previous) override;
    torch::Tensor table() const override { return net_->embeddings(); }
    torch::Tensor logits(const torch::Tensor& x) const override { return net_->logits(x, table()); }
    torch::Tensor absorbing() const override { return net_->absorbing(); }

private:
    TransformerNet net_;
};

} // namespace diffuscope
