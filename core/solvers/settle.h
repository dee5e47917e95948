// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

namespace diffuscope {

/// What comes onto a state at the end of a step.
struct Settling {
    torch::Tensor noise = {};    ///< [B, L, D]; undefined: none
    double weight = 0.0;         ///< of the noise
    torch::Tensor absorbed = {}; ///< [B, L] bool, positions that become the absorbing state; undefined: none
};

/// y + weight · noise, with the absorbing state [D] where `absorbed` says so.
torch::Tensor withNoiseAndMask(const torch::Tensor& y, const Settling& settling, const torch::Tensor& absorbing);

/// The same, and the source [B, L, D] wherever target [B, L] is false. On a GPU one pass over memory
/// (core/cuda/settle.h); the twin on the CPU is the same sum, mask and anchor one after the other.
torch::Tensor settle(const torch::Tensor& y, const Settling& settling, const torch::Tensor& absorbing, const torch::Tensor& target,
                     const torch::Tensor& source);

} // namespace diffuscope
