// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <c10/core/Event.h>
#include <optional>
#include <torch/torch.h>
#include <vector>

namespace diffuscope {

/// A tensor on its way from its device to the CPU, without history. What is asked of the device meanwhile goes on beside it.
class Download {
public:
    explicit Download(const torch::Tensor& there);
    /// Waits for what was asked of the device up to the download, not for what was asked of it since. Contiguous; of a tensor that
    /// lay on the CPU all along it may be that one.
    torch::Tensor arrived();

private:
    torch::Tensor here_;
    std::optional<c10::Event> underway_; ///< elsewhere than on a CPU
};

/// The bytes of all of these tensors of one device, of any shapes and types, one after another; undefined ones have none.
torch::Tensor bytesOf(const std::vector<torch::Tensor>& tensors);

/// Tensors of one device on the CPU, all by a single download: each by itself would wait for the device. Undefined ones stay so.
std::vector<torch::Tensor> inOneDownload(std::vector<torch::Tensor> tensors);

} // namespace diffuscope
