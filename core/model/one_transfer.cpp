// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/one_transfer.h"

#include <cstring>

namespace diffuscope {

std::vector<torch::Tensor> inOneTransfer(std::vector<torch::Tensor> tensors) {
    std::vector<torch::Tensor> bytes;
    for (const auto& tensor : tensors)
        if (tensor.defined()) bytes.push_back(tensor.detach().contiguous().flatten().view(torch::kUInt8));
    if (bytes.empty()) return tensors;
    const auto all = torch::cat(bytes).to(torch::kCPU);
    const auto* from = all.data_ptr<std::uint8_t>();
    for (auto& tensor : tensors) {
        if (!tensor.defined()) continue;
        tensor = torch::empty(tensor.sizes(), tensor.options().device(torch::kCPU));
        if (tensor.numel() > 0) std::memcpy(tensor.data_ptr(), from, tensor.nbytes());
        from += tensor.nbytes();
    }
    return tensors;
}

} // namespace diffuscope
