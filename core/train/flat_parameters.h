// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

namespace diffuscope {

/// All parameters of a network in one tensor, of which each becomes a view, and their gradients likewise. The optimizer, the
/// gradient's norm and the moving average then take a few operations a step instead of a few for each parameter.
/// The network must stay on its device.
class FlatParameters {
public:
    explicit FlatParameters(torch::nn::Module& net);

    const torch::Tensor& values() const { return values_; } ///< [number of weights], in the order of registration; has the gradient
    /// Keeps the gradient's memory: backward adds into it.
    void zeroGradient() { values_.mutable_grad().zero_(); }
    /// Scales the gradient to a 2-norm of at most `most` (≤ 0: leaves it). The norm it had, left on the device: asking for its value
    /// would make the host wait.
    torch::Tensor clipGradient(double most);

private:
    torch::Tensor values_;
};

} // namespace diffuscope
