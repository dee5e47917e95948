// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>
#include <vector>

namespace diffuscope {

/// Tensors of one device, brought to the CPU in a single transfer: each by itself would wait for the device. Of any shapes and types;
/// undefined ones stay so. Without history.
std::vector<torch::Tensor> inOneTransfer(std::vector<torch::Tensor> tensors);

} // namespace diffuscope
