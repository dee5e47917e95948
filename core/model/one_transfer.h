// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <c10/core/Event.h>
#include <optional>
#include <torch/torch.h>
#include <vector>

namespace diffuscope {

/// Tensors of one device on their way to the CPU, all in a single transfer: each by itself would wait for the device. Of any shapes
/// and types; undefined ones stay so. Without history. Nobody may change them before they have arrived.
class Transfer {
public:
    explicit Transfer(std::vector<torch::Tensor> tensors);
    /// Waits for what was asked of the device up to the transfer, not for what was asked of it since. Once.
    std::vector<torch::Tensor> arrived();

private:
    std::vector<torch::Tensor> tensors_;
    torch::Tensor bytes_;                ///< those of all of them, one after another; undefined if they have none
    std::optional<c10::Event> underway_; ///< elsewhere than on a CPU
};

inline std::vector<torch::Tensor> inOneTransfer(std::vector<torch::Tensor> tensors) { return Transfer(std::move(tensors)).arrived(); }

} // namespace diffuscope
