// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diffusion/noise_schedule.h"

#include <torch/torch.h>

namespace diffuscope {

/// The schedule's √ᾱ and √(1−ᾱ) as tensors, for drawing x_t for a whole batch at once.
class ForwardProcess {
public:
    ForwardProcess(const NoiseSchedule& schedule, const torch::Device& device);

    /// DiffuSeq-v2's soft absorbing forward process:
    /// x_t = √ᾱ (x_0 − m) + √(1−ᾱ) ε + m at target positions, then m itself where `absorbed`; x_0 elsewhere.
    /// x0, noise: [B, L, D]; t: [B] int64; target: [B, L] bool; absorbing: [D] or undefined;
    /// absorbed: [B, L] bool or undefined.
    torch::Tensor sample(const torch::Tensor& x0, const torch::Tensor& t, const torch::Tensor& noise, const torch::Tensor& target,
                         const torch::Tensor& absorbing, const torch::Tensor& absorbed) const;

    /// Probability that discrete noise replaces a position at step t: √(1−ᾱ_t) · rate. [B]
    torch::Tensor absorbProbability(const torch::Tensor& t, double rate) const;
    torch::Tensor sqrtAlphaBar(const torch::Tensor& t) const { return sqrtAlphaBar_.index_select(0, t); }
    /// Standard deviation of the noise put on the embeddings themselves (step 0).
    double firstSigma() const { return firstSigma_; }
    /// √ᾱ at the last step, for the prior term of the loss.
    double lastAlpha() const { return lastAlpha_; }

private:
    torch::Tensor sqrtAlphaBar_; ///< [T] float32
    torch::Tensor sigma_;        ///< [T] float32
    double firstSigma_;
    double lastAlpha_;
};

} // namespace diffuscope
