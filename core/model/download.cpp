// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/download.h"

#include <c10/core/impl/VirtualGuardImpl.h>
#include <cstring>
#include <thread>

namespace diffuscope {

Download::Download(const torch::Tensor& there)
    : here_(there.detach().contiguous().to(torch::kCPU, /*non_blocking=*/true)) { // into memory that the system cannot move away
    if (there.is_cpu()) return;
    const auto device = there.device();
    underway_.emplace(device.type());
    underway_->record(c10::impl::VirtualGuardImpl(device.type()).getStream(device));
}

torch::Tensor Download::arrived() {
    while (underway_ && !underway_->query()) std::this_thread::yield(); // LibTorch 1.13 has no Event::synchronize
    underway_.reset();
    return here_;
}

torch::Tensor bytesOf(const std::vector<torch::Tensor>& tensors) {
    std::vector<torch::Tensor> bytes;
    for (const auto& tensor : tensors)
        if (tensor.defined()) bytes.push_back(tensor.detach().contiguous().flatten().view(torch::kUInt8));
    return bytes.empty() ? torch::empty({0}, torch::kUInt8) : torch::cat(bytes);
}

std::vector<torch::Tensor> inOneDownload(std::vector<torch::Tensor> tensors) {
    const auto bytes = Download(bytesOf(tensors)).arrived();
    std::size_t at = 0;
    for (auto& tensor : tensors) {
        if (!tensor.defined()) continue;
        tensor = torch::empty(tensor.sizes(), tensor.options().device(torch::kCPU));
        if (tensor.numel() > 0) std::memcpy(tensor.data_ptr(), bytes.data_ptr<std::uint8_t>() + at, tensor.nbytes());
        at += tensor.nbytes();
    }
    return tensors;
}

} // namespace diffuscope
