// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <torch/torch.h>

namespace diffuscope::cuda {

/// Whether the kernels can take these tensors: all float32 on a GPU.
bool canTake(std::initializer_list<torch::Tensor> tensors);

/// launchNearest on tensors: latents [N, D], table [V, D], squares [V], absorbing [D] or undefined; K ≤ kMostNeighbours. It writes
/// tokens [N, K], distances [N, K] and, with an absorbing state, toAbsorbing [N] into memory of the GPU.
/// Throws Error when the GPU refuses.
void nearest(const torch::Tensor& latents, const torch::Tensor& table, const torch::Tensor& squares, const torch::Tensor& absorbing,
             int neighbours, std::int32_t* tokens, float* distances, float* toAbsorbing);

/// launchPack on tensors: x, x0 of one shape; absorbed bool or undefined. It writes into memory of the GPU: halves [2, …] unless null,
/// mask where `absorbed` is defined. Throws Error when the GPU refuses.
void pack(const torch::Tensor& x, const torch::Tensor& x0, const torch::Tensor& absorbed, void* halves, std::uint8_t* mask);

struct Term {
    double weight;
    torch::Tensor value; ///< [B, L, D]
};

/// launchSettle on tensors: at most kMostTerms terms; absorbed [B, L] bool with absorbing [D], or both undefined;
/// target [B, L] bool; source [B, L, D]. Throws Error when the GPU refuses.
torch::Tensor settle(std::span<const Term> terms, const torch::Tensor& absorbed, const torch::Tensor& absorbing,
                     const torch::Tensor& target, const torch::Tensor& source);

} // namespace diffuscope::cuda
