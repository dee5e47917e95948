// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <torch/torch.h>

namespace diffuscope::cuda {

/// Whether the kernels can take these tensors: all float32 on a GPU.
bool canTake(std::initializer_list<torch::Tensor> tensors);

struct NearestTensors {
    torch::Tensor tokens;      ///< [N, K] int32
    torch::Tensor distances;   ///< [N, K] float32
    torch::Tensor toAbsorbing; ///< [N] float32; undefined without an absorbing state
};

/// launchNearest on tensors: latents [N, D], table [V, D], squares [V], absorbing [D] or undefined; K ≤ kMostNeighbours.
/// Throws Error when the GPU refuses.
NearestTensors nearest(const torch::Tensor& latents, const torch::Tensor& table, const torch::Tensor& squares,
                       const torch::Tensor& absorbing, int neighbours);

struct Term {
    double weight;
    torch::Tensor value; ///< [B, L, D]
};

/// launchSettle on tensors: at most kMostTerms terms; absorbed [B, L] bool with absorbing [D], or both undefined;
/// target [B, L] bool; source [B, L, D]. Throws Error when the GPU refuses.
torch::Tensor settle(std::span<const Term> terms, const torch::Tensor& absorbed, const torch::Tensor& absorbing,
                     const torch::Tensor& target, const torch::Tensor& source);

} // namespace diffuscope::cuda
