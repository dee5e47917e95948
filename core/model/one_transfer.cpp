// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/one_transfer.h"

#include <c10/core/impl/VirtualGuardImpl.h>
#include <cstring>
#include <thread>

namespace diffuscope {

Transfer::Transfer(std::vector<torch::Tensor> tensors) : tensors_(std::move(tensors)) {
    std::vector<torch::Tensor> bytes;
    for (const auto& tensor : tensors_)
        if (tensor.defined()) bytes.push_back(tensor.detach().contiguous().flatten().view(torch::kUInt8));
    if (bytes.empty()) return;
    const auto there = torch::cat(bytes);
    bytes_ = there.to(torch::kCPU, /*non_blocking=*/true);
    if (there.is_cpu()) return;
    const auto device = there.device();
    underway_.emplace(device.type());
    underway_->record(c10::impl::VirtualGuardImpl(device.type()).getStream(device));
}

std::vector<torch::Tensor> Transfer::arrived() {
    while (underway_ && !underway_->query()) std::this_thread::yield(); // LibTorch 1.13 has no Event::synchronize
    std::size_t at = 0;
    for (auto& tensor : tensors_) {
        if (!tensor.defined()) continue;
        tensor = torch::empty(tensor.sizes(), tensor.options().device(torch::kCPU));
        if (tensor.numel() > 0) std::memcpy(tensor.data_ptr(), bytes_.data_ptr<std::uint8_t>() + at, tensor.nbytes());
        at += tensor.nbytes();
    }
    return std::move(tensors_);
}

} // namespace diffuscope
